// SPDX-License-Identifier: Apache-2.0
// Plain text. In: bytes in any encoding. Out: a workbook of one sheet, with every line that is not
// blank as a row. The parts between tabs are its cells; a line without tabs is one cell. Blanks at
// the begin of a cell stay, since the layout of a text tells its columns; a form feed is such a
// blank, and marks the first line of a page. Where blanks set a table in columns, its lines are
// parted into cells. Never joins lines, and knows no quotes.
#include "read/text/text.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.hpp"
#include "read/line_ends.hpp"
#include "read/text/block_order.hpp"
#include "read/text/content_order.hpp"
#include "read/text/lost_columns.hpp"
#include "read/text/page_furniture.hpp"
#include "read/text/text_layout.hpp"
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

std::vector<std::string_view> lines_of(std::string_view text, LineEnds& line_ends) {
    std::vector<std::string_view> lines;
    while (!text.empty()) lines.push_back(take_line(text, line_ends));
    return lines;
}

BlockKind block_kind(LayoutLine::Kind kind) {
    switch (kind) {
        case LayoutLine::Kind::table:
            return BlockKind::table;
        case LayoutLine::Kind::margin:
            return BlockKind::page_header;
        case LayoutLine::Kind::text:
            break;
    }
    return BlockKind::paragraphs;
}

/// Is a part of this table above, before a page break?
bool goes_on(std::span<const Block> blocks, BlockKind kind, std::uint32_t table) {
    if (kind != BlockKind::table) return false;
    std::size_t last = blocks.size();
    while (last > 0 && blocks[last - 1].kind != BlockKind::table) --last;
    return last > 0 && blocks[last - 1].number == table;
}

/// Writes a line of a text with layout: in cells if a table has it, else as it stands.
void append_layout_line(const LayoutLine& layout, std::string_view line, std::uint32_t row,
                        Workbook& workbook) {
    Sheet& sheet = workbook.sheets.front();
    const BlockKind kind = block_kind(layout.kind);
    const auto first = static_cast<std::uint32_t>(sheet.cells.size());
    if (layout.cells.empty()) {
        append_cell(line, 0, workbook);
    } else {
        for (const LayoutCell& cell : layout.cells) append_cell(cell.text, cell.column, workbook);
    }
    const auto count = static_cast<std::uint32_t>(sheet.cells.size() - first);
    if (count == 0) return;
    const bool same = !sheet.blocks.empty() && sheet.blocks.back().kind == kind &&
                      sheet.blocks.back().number == layout.table;
    if (!same) {
        sheet.blocks.push_back({.first_row = row,
                                .kind = kind,
                                .number = layout.table,
                                .continues = goes_on(sheet.blocks, kind, layout.table)});
    }
    sheet.rows.push_back({.index = row, .first = first, .count = count, .flow = layout.flow});
    if (layout.across) sheet.merged.push_back({{row, 0}, {row, layout.columns - 1}});
}

Result<void> append_lines(const std::vector<std::string_view>& lines, const Limits& limits,
                          const PageFurniture& furniture, Workbook& workbook) {
    ReadBudget budget(limits);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto parts = static_cast<std::uint64_t>(std::ranges::count(lines[i], '\t')) + 1;
        Result<void> done = budget.spend(parts);
        const std::size_t rows = workbook.sheets.front().rows.size();
        if (done) done = append_line(lines[i], static_cast<std::uint32_t>(i), workbook);
        if (!done) return done;
        std::vector<Row>& all = workbook.sheets.front().rows;
        if (all.size() > rows) all.back().aside = furniture.lines[i] != 0;
    }
    return {};
}

Result<void> append_layout(const std::vector<std::string_view>& lines,
                           const std::vector<LayoutLine>& layout, const Limits& limits,
                           Workbook& workbook) {
    ReadBudget budget(limits);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Result<void> done = budget.spend(layout[i].cells.size() + 1);
        if (!done) return done;
        append_layout_line(layout[i], lines[i], static_cast<std::uint32_t>(i), workbook);
        // The lines below a caption that runs over several hold nothing that it does not.
        i += layout[i].joined_with;
    }
    return {};
}

void report_lost_columns(std::span<const std::string_view> lines, Findings& findings) {
    const std::optional<std::size_t> line = captions_below_each_other(lines);
    if (!line) return;
    findings.push_back(
        {.rule = "lost-columns",
         .severity = Severity::warning,
         .message = "the columns of a table are lost in this text",
         .place = fmt::format("line {}", *line + 1),
         .text = std::string(trim(lines[*line])),
         .note = "its captions stand below each other, so its cells do too",
         .help = "convert the PDF itself, or extract its text anew with: pdftotext -layout"});
}

void report_lost_rows(std::span<const std::string_view> lines, std::span<const std::size_t> headers,
                      Findings& findings) {
    for (const std::size_t line : headers) {
        findings.push_back(
            {.rule = "lost-rows",
             .severity = Severity::warning,
             .message = "which lines make a row of this table cannot be told",
             .place = fmt::format("line {}", line + 1),
             .text = std::string(trim(lines[line])),
             .note = "the texts of its cells stand neither at the top of a row nor in its middle, "
                     "nor at its bottom",
             .help = "convert the PDF or the document itself"});
    }
}

/// The lines in the cells of their tables, where it can be told, and how that was told.
struct ReadLayout {
    std::vector<LayoutLine> lines{};
    std::string_view told_by{};
};

ReadLayout read_layout(std::span<const std::string_view> lines, const PageFurniture& furniture,
                       Findings& findings) {
    const BareText bare = without_furniture(lines, furniture);
    FittedLayout fitted = fit_layout(bare.lines);
    report_lost_rows(lines, fitted.lost, findings);
    ReadLayout read{std::move(fitted.lines), ", columns by blanks"};
    if (read.lines.empty()) {
        read = {parse_content_order(bare.lines), ", cells in content order"};
    }
    if (read.lines.empty()) read = {parse_block_order(bare.lines), ", cells in blocks"};
    for (std::size_t i = 0; i < read.lines.size(); ++i) {
        if (furniture.lines[i] != 0) read.lines[i].kind = LayoutLine::Kind::margin;
    }
    return read;
}

Result<Workbook> read_text(const Input& input, const ReadOptions& options, Findings& findings) {
    const Result<DecodedText> decoded = decode_source(input, options, findings);
    if (!decoded) return tl::unexpected(decoded.error());
    Workbook workbook;
    workbook.format = "text";
    workbook.sheets.emplace_back().places = PlaceStyle::line;
    LineEnds line_ends;
    const std::vector<std::string_view> lines = lines_of(decoded->text(), line_ends);
    // Tabs part cells by themselves.
    const bool with_tabs = decoded->text().find('\t') != std::string_view::npos;
    const PageFurniture furniture = find_page_furniture(lines);
    const ReadLayout layout = with_tabs ? ReadLayout{} : read_layout(lines, furniture, findings);
    const Result<void> read = layout.lines.empty()
                                  ? append_lines(lines, options.limits, furniture, workbook)
                                  : append_layout(lines, layout.lines, options.limits, workbook);
    if (!read) return tl::unexpected(read.error());
    workbook.description = encoding_name(*decoded);
    if (!line_ends.name().empty()) workbook.description += fmt::format(", {}", line_ends.name());
    if (!layout.lines.empty()) workbook.description += layout.told_by;
    if (layout.lines.empty() && !with_tabs) report_lost_columns(lines, findings);
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
