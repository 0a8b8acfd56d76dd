// SPDX-License-Identifier: Apache-2.0
// Plain text. In: bytes in any encoding. Out: a workbook of one sheet, with every line that is not
// blank as a row. The parts between tabs are its cells; a line without tabs is one cell. Blanks at
// the begin of a cell stay, since the layout of a text tells its columns; a form feed is such a
// blank, and marks the first line of a page. Never joins lines, and knows no quotes.
#include "read/text.hpp"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "base/text.hpp"
#include "read/line_ends.hpp"
#include "read/text_source.hpp"

namespace tidytracker {
namespace {

/// Takes the first line off, as text editors count lines: LF, CRLF or CR ends one.
std::string_view take_line(std::string_view& text, LineEnds& line_ends) {
    const std::string_view line = text.substr(0, find_line_end(text));
    text.remove_prefix(line.size());
    text.remove_prefix(line_ends.take(text));
    return line;
}

/// Without white space at the end; empty if there is nothing else.
std::string_view trim_end(std::string_view text) {
    const std::string_view core = trim(text);
    if (core.empty()) return {};
    return text.substr(0, static_cast<std::size_t>(core.data() - text.data()) + core.size());
}

void append_cell(std::string_view part, std::size_t column, Workbook& workbook) {
    const std::string_view value = trim_end(part);
    if (value.empty()) return;
    Cell& cell = workbook.sheets.front().cells.emplace_back();
    cell.text = workbook.strings.add(value);
    cell.column = static_cast<std::uint16_t>(column);
    cell.kind = CellKind::text;
}

Result<void> append_line(std::string_view line, std::uint32_t row, Workbook& workbook) {
    Sheet& sheet = workbook.sheets.front();
    const auto first = static_cast<std::uint32_t>(sheet.cells.size());
    for (std::size_t column = 0;; ++column) {
        if (column >= k_max_columns) {
            return fail(ErrorKind::too_large,
                        fmt::format("line {} has more than {} tabs", row + 1, k_max_columns - 1),
                        "split the line, or name the format with --from");
        }
        const std::size_t tab = line.find('\t');
        append_cell(line.substr(0, tab), column, workbook);
        if (tab == std::string_view::npos) break;
        line.remove_prefix(tab + 1);
    }
    const auto count = static_cast<std::uint32_t>(sheet.cells.size() - first);
    if (count > 0) sheet.rows.push_back({row, first, count});
    return {};
}

Result<Workbook> read_text(const Input& input, const ReadOptions& options, Findings& findings) {
    const Result<DecodedText> decoded = decode_source(input, options, findings);
    if (!decoded) return tl::unexpected(decoded.error());
    Workbook workbook;
    workbook.format = "text";
    workbook.sheets.emplace_back().places = PlaceStyle::line;
    ReadBudget budget(options.limits);
    LineEnds line_ends;
    std::string_view rest = decoded->text();
    for (std::uint32_t row = 0; !rest.empty(); ++row) {
        const std::string_view line = take_line(rest, line_ends);
        const auto parts = static_cast<std::uint64_t>(std::ranges::count(line, '\t')) + 1;
        if (Result<void> spent = budget.spend(parts); !spent) return tl::unexpected(spent.error());
        if (Result<void> added = append_line(line, row, workbook); !added) {
            return tl::unexpected(added.error());
        }
    }
    workbook.description = encoding_name(*decoded);
    if (!line_ends.name().empty()) workbook.description += fmt::format(", {}", line_ends.name());
    return workbook;
}

/// Whatever can be decoded is text; the readers of stricter formats claim more.
int text_confidence(const Input& input) {
    const DecodedText start = decode_start(input);
    if (trim(start.text()).empty()) return 0;
    return has_suffix(input.name, ".txt") || has_suffix(input.name, ".md") ? 55 : 50;
}

}  // namespace

const Reader& text_reader() {
    static constexpr Reader k_reader{"text",
                                     "plain text: lines, columns laid out or parted by tabs",
                                     text_confidence, read_text};
    return k_reader;
}

}  // namespace tidytracker
