// SPDX-License-Identifier: Apache-2.0
// In: a web page. Out: a sheet for each of its tables, with the text around them as rows of their
// own. Never fetches anything, never runs a script, never guesses the type of a value: a cell is a
// number only if the page says so.
#include "read/html/html.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "read/html/page.hpp"
#include "read/html/source.hpp"
#include "read/text_source.hpp"

namespace tidytracker {
namespace {

using namespace html;

/// Tags may stand behind a style sheet of some size, or behind a script's warnings.
constexpr std::size_t k_recognised_within = 256U << 10U;

bool has_tag(std::string_view lower_case, std::string_view name) {
    const std::string tag = fmt::format("<{}", name);
    for (std::size_t at = lower_case.find(tag); at != std::string_view::npos;
         at = lower_case.find(tag, at + 1)) {
        const std::size_t end = at + tag.size();
        if (end < lower_case.size() && (is_space(lower_case[end]) || lower_case[end] == '>')) {
            return true;
        }
    }
    return false;
}

int html_confidence(const Input& input) {
    const Result<DecodedText> decoded = decode_text(input.bytes.substr(0, k_recognised_within));
    if (!decoded) return 0;
    const std::string start = lower_ascii(trim(decoded->text()));
    if (start.find('<') == std::string::npos) return 0;
    const bool page = start.starts_with("<!doctype html") || start.starts_with("<html");
    const bool rows = has_tag(start, "table") && has_tag(start, "tr") &&
                      (has_tag(start, "td") || has_tag(start, "th"));
    if (page || (start.starts_with('<') && (rows || has_tag(start, "html")))) return 97;
    const bool named = has_suffix(input.name, ".xls") || has_suffix(input.name, ".htm") ||
                       has_suffix(input.name, ".html");
    return rows && named ? 96 : 0;
}

Result<Workbook> read_html(const Input& input, const ReadOptions& options, Findings& findings) {
    const Result<PageText> page = decode_page(input, options, findings);
    if (!page) return tl::unexpected(page.error());
    const Limits& limits = options.limits;
    Budget budget(limits.inflated_bytes, limits.cells, limits.seconds);
    Workbook workbook;
    workbook.format = "html";
    workbook.description = page->encoding;
    StyleTable table(workbook);
    RecentTexts texts(workbook.strings);
    SharedParts shared{workbook, budget, table, texts};
    const Result<void> read = read_page(page->text, named_sheets_of(page->text), shared);
    if (!read) return tl::unexpected(read.error());
    if (workbook.sheets.empty()) {
        return fail(ErrorKind::unreadable, "the page has no text",
                    "open it in a browser; what it shows there may be drawn by a script");
    }
    return workbook;
}

}  // namespace

const Reader& html_reader() {
    static constexpr Reader k_reader{.name = "html",
                                     .description = "web page with tables (.html, .htm, or .xls)",
                                     .confidence = html_confidence,
                                     .read = read_html};
    return k_reader;
}

}  // namespace tidytracker
