// SPDX-License-Identifier: Apache-2.0
// In: the bytes of a binary Excel workbook: a compound file with a workbook stream in it, or the
// bare stream that Excel 2 to 4 wrote. Out: all of its work sheets as the file has them. Never
// calculates, never follows a link, never trusts a count; damage is told by findings.
#include "read/xls/xls.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/compound_file.hpp"
#include "read/damage.hpp"
#include "read/xls/encryption.hpp"
#include "read/xls/workbook.hpp"

namespace tidytracker {
namespace {

/// Of version 8, and of version 5 with 95. A file for both has both, and the former says more.
constexpr std::array<std::string_view, 2> k_workbook_streams = {"Workbook", "Book"};

const CompoundStream* workbook_stream(const CompoundFile& file) {
    for (const std::string_view name : k_workbook_streams) {
        if (const CompoundStream* stream = file.find(name)) return stream;
    }
    return nullptr;
}

/// The bare stream of Excel 2 to 4 has a first record of a known size, which no text begins with.
bool is_bare_stream(std::string_view bytes) {
    constexpr std::size_t k_longest_begin = 16;
    const bool begins = biff::version_of(bytes).has_value();
    return begins && number_at<std::uint16_t>(bytes, 2) <= k_longest_begin;
}

/// Where the workbook stream begins in a compound file whose directory is lost: at the start of a
/// sector. Programs write it in one piece.
std::string_view stray_stream(std::string_view bytes) {
    constexpr std::size_t k_smallest_sector = 512;
    for (std::size_t at = k_smallest_sector; at < bytes.size(); at += k_smallest_sector) {
        if (is_bare_stream(bytes.substr(at))) return bytes.substr(at);
    }
    return {};
}

int xls_confidence(const Input& input) {
    if (!input.bytes.starts_with(k_compound_file_magic))
        return is_bare_stream(input.bytes) ? 90 : 0;
    const CompoundFile file(input.bytes);
    if (workbook_stream(file) != nullptr) return 95;
    return file.streams().empty() && !stray_stream(input.bytes).empty() ? 80 : 0;
}

/// The workbook stream, from wherever it is.
Result<std::string> find_stream(std::string_view bytes, Budget& budget, Findings& findings) {
    if (!bytes.starts_with(k_compound_file_magic)) return std::string(bytes);
    const CompoundFile file(bytes);
    if (const CompoundStream* stream = workbook_stream(file)) {
        Result<std::string> content = file.read(*stream, budget);
        if (!content || biff::version_of(*content)) return content;
    }
    const std::string_view stray = stray_stream(bytes);
    if (stray.empty()) {
        return fail(ErrorKind::unreadable, "the file holds no workbook",
                    "check that it is a spreadsheet, or open it in the program that wrote it");
    }
    report_damage("truncated-file", Severity::error, "",
                  "the directory of the file is damaged or missing", findings);
    return std::string(stray);
}

Result<Workbook> read_xls(const Input& input, const ReadOptions& options, Findings& findings) {
    Budget budget(options.limits.inflated_bytes, options.limits.cells, options.limits.seconds);
    Result<std::string> stream = find_stream(input.bytes, budget, findings);
    if (!stream) return tl::unexpected(stream.error());
    if (Result<void> done = biff::decrypt(*stream); !done) return tl::unexpected(done.error());
    return biff::read_workbook(*stream, budget, findings);
}

}  // namespace

const Reader& xls_reader() {
    static constexpr Reader k_reader{.name = "xls",
                                     .description = "Excel 97 to 2003 and older workbook (.xls)",
                                     .confidence = xls_confidence,
                                     .read = read_xls};
    return k_reader;
}

}  // namespace tidytracker
