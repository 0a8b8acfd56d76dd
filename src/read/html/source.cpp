// SPDX-License-Identifier: Apache-2.0
#include "read/html/source.hpp"

#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "read/text_source.hpp"

namespace tidytracker::html {
namespace {

/// Browsers look no further than 1,024 bytes; Excel puts its name spaces before the tag.
constexpr std::size_t k_label_within = 4096;

/// The value behind the first "charset=" of the page; empty if there is none.
std::string charset_label(std::string_view bytes) {
    constexpr std::string_view k_label = "charset=";
    const std::string start = lower_ascii(bytes.substr(0, k_label_within));
    const std::size_t at = start.find(k_label);
    if (at == std::string::npos) return {};
    std::string_view rest = std::string_view(start).substr(at + k_label.size());
    if (!rest.empty() && (rest[0] == '"' || rest[0] == '\'')) rest.remove_prefix(1);
    const auto* const end = std::ranges::find_if_not(
        rest, [](char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '_'; });
    return std::string(rest.begin(), end);
}

/// What the label means for these bytes; none if it cannot be true or says nothing that the bytes
/// do not.
std::optional<std::string> encoding_by_label(std::string_view bytes) {
    std::string label = charset_label(bytes);
    // A page that can be searched for ASCII is no UTF-16, and UTF-8 is seen without a label.
    if (label.empty() || label.starts_with("utf")) return std::nullopt;
    // By the standard for browsers the label means the larger set (WHATWG Encoding, 4.2).
    if (label == "iso-8859-1" || label == "us-ascii" || label == "latin1" ||
        label == "windows-1252") {
        label = "Windows-1252";
    }
    return decode_text("a", label) ? std::optional(label) : std::nullopt;
}

}  // namespace

Result<PageText> decode_page(const Input& input, const ReadOptions& options, Findings& findings) {
    ReadOptions labelled = options;
    const bool marked = input.bytes.starts_with("\xEF\xBB\xBF") ||
                        input.bytes.starts_with("\xFF\xFE") || input.bytes.starts_with("\xFE\xFF");
    if (!labelled.encoding && !marked) labelled.encoding = encoding_by_label(input.bytes);
    const Result<DecodedText> decoded = decode_source(input, labelled, findings);
    if (!decoded) return tl::unexpected(decoded.error());
    PageText page{.text = std::string(decoded->text()), .encoding = encoding_name(*decoded)};
    // The parser takes a NUL for the end of the page.
    std::ranges::replace(page.text, '\0', ' ');
    return page;
}

}  // namespace tidytracker::html
