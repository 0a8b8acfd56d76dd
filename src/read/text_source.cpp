// SPDX-License-Identifier: Apache-2.0
#include "read/text_source.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "read/signature.hpp"

namespace tidytracker {
namespace {

constexpr std::size_t k_start_bytes = 256U << 10U;
constexpr std::uint64_t k_calls_between_clock_readings = 4096;

}  // namespace

Result<DecodedText> decode_source(const Input& input, const ReadOptions& options,
                                  Findings& findings) {
    Result<DecodedText> decoded = decode_text(input.bytes, options.encoding);
    if (!decoded) return decoded;
    if (decoded->stray_bytes > 0) {
        Finding finding;
        finding.rule = "mixed-encoding";
        finding.message = fmt::format("the text is UTF-8, but {} of it {} Windows-1252",
                                      count_of(decoded->stray_bytes, "byte"),
                                      decoded->stray_bytes == 1 ? "is" : "are");
        finding.note = decoded->reason;
        finding.help =
            "look at names with accents and at quotes; text from two programs was "
            "probably put together";
        findings.push_back(std::move(finding));
    }
    if (decoded->lost_characters > 0) {
        Finding finding;
        finding.rule = "lost-characters";
        finding.message =
            fmt::format("{} cannot be read as {} and {} shown as U+FFFD",
                        count_of(decoded->lost_characters, "character"), decoded->encoding,
                        decoded->lost_characters == 1 ? "is" : "are");
        finding.note = fmt::format("encoding: {}", decoded->reason);
        finding.help = "if other letters are wrong too, name the right encoding with --encoding";
        findings.push_back(std::move(finding));
    }
    return decoded;
}

DecodedText decode_start(const Input& input) {
    if (find_signature(input.bytes) != nullptr) return {};
    std::string_view start = input.bytes.substr(0, k_start_bytes);
    if (start.size() < input.bytes.size()) {
        // A line cut in two would look like an irregular one.
        const std::size_t line_end = start.rfind('\n');
        if (line_end != std::string_view::npos) start = start.substr(0, line_end + 1);
    }
    Result<DecodedText> decoded = decode_text(start);
    return decoded ? std::move(*decoded) : DecodedText{};
}

std::string encoding_name(const DecodedText& decoded) {
    // UTF-16 and UTF-32 nearly always have the mark; there it says nothing.
    const bool worth_saying = decoded.byte_order_mark && decoded.encoding == "UTF-8";
    return decoded.encoding + (worth_saying ? " with byte order mark" : "");
}

bool has_suffix(std::string_view name, std::string_view suffix) {
    return name.size() >= suffix.size() &&
           equals_ignoring_case(name.substr(name.size() - suffix.size()), suffix);
}

ReadBudget::ReadBudget(const Limits& limits) : limits_(limits), start_(std::clock()) {}

Result<void> ReadBudget::spend(std::uint64_t cells) {
    cells_ += cells;
    if (cells_ > limits_.cells) {
        return fail(ErrorKind::too_large, fmt::format("more than {} cells", limits_.cells),
                    "raise the limit with --max-cells");
    }
    if (++calls_ % k_calls_between_clock_readings != 0) return {};
    const double seconds = static_cast<double>(std::clock() - start_) / CLOCKS_PER_SEC;
    if (seconds <= limits_.seconds) return {};
    return fail(ErrorKind::too_large,
                fmt::format("reading took more than {} seconds", limits_.seconds),
                "raise the limit with --max-seconds");
}

}  // namespace tidytracker
