// SPDX-License-Identifier: Apache-2.0
#include "write/review/source.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <vector>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/xml_markup.hpp"

namespace tidytracker::review {
namespace {

using std::string_view;

/// The columns of a sheet that hold anything; the others would only push these apart.
std::vector<std::uint32_t> used_columns(const Sheet& sheet) {
    std::set<std::uint32_t> columns;
    for (const Cell& cell : sheet.cells) {
        if (cell.kind != CellKind::empty) columns.insert(cell.column);
    }
    return {columns.begin(), columns.end()};
}

class SheetPage {
  public:
    SheetPage(const SourceReading& reading, CellPlace first, const Traces& traces,
              std::set<std::uint32_t>& fills, std::string& out)
        : workbook_(reading.workbook),
          sheet_(reading.workbook.sheets[first.sheet]),
          place_(first),
          traces_(traces),
          fills_(fills),
          out_(out),
          columns_(used_columns(sheet_)) {
        for (const Note& note : sheet_.notes) notes_[note.at] = &note;
        for (const CellRange& range : sheet_.merged) {
            if (range.first.row == range.last.row) widths_[range.first] = range.last.column;
        }
    }

    void append_table() {
        append(out_, "<div class=\"sheet\"><table role=\"grid\" aria-readonly=\"true\"><caption>");
        append_html(sheet_.name.empty() ? "Text" : sheet_.name, out_);
        if (sheet_.visibility != Visibility::visible) out_ += " (hidden sheet)";
        out_ += "</caption>\n";
        append_header();
        out_ += "<tbody>\n";
        std::uint32_t next = 0;
        for (const Row& row : sheet_.rows) {
            if (!has_text(row)) continue;
            append_block(row, next);
            if (row.index > next) append_gap(next, row.index - 1);
            append_row(row);
            next = row.index + 1;
        }
        out_ += "</tbody></table></div>\n";
    }

  private:
    [[nodiscard]] bool has_text(const Row& row) const {
        return std::ranges::any_of(sheet_.cells_of(row),
                                   [](const Cell& cell) { return cell.kind != CellKind::empty; });
    }

    void append_header() {
        out_ += "<thead><tr><th scope=\"col\" class=\"n\">";
        out_ += sheet_.places == PlaceStyle::line ? "Line" : "Row";
        out_ += "</th>";
        for (const std::uint32_t column : columns_) {
            const bool hidden = sheet_.column_hidden(column);
            append(out_, "<th scope=\"col\">{}{}</th>", column_letters(column),
                   hidden ? " (hidden)" : "");
        }
        out_ += "</tr></thead>\n";
    }

    void append_wide(string_view kind, string_view text) {
        append(out_, "<tr class=\"{}\"><td colspan=\"{}\">{}</td></tr>\n", kind,
               columns_.size() + 1, text);
    }

    void append_gap(std::uint32_t first, std::uint32_t last) {
        if (!sheet_.blocks.empty()) return;  // rows between parts of a document say nothing
        const string_view noun = sheet_.places == PlaceStyle::line ? "line" : "row";
        append_wide("gap", first == last
                               ? fmt::format("{} {} is empty", noun, first + 1)
                               : fmt::format("{}s {} to {} are empty", noun, first + 1, last + 1));
    }

    /// Says where a part of a document begins.
    void append_block(const Row& row, std::uint32_t& next) {
        const Block* block = sheet_.block_of(row.index);
        if (block == nullptr || block == block_) return;
        block_ = block;
        next = row.index;
        std::string text = block->page == 0 ? std::string() : fmt::format("page {}", block->page);
        if (block->kind == BlockKind::table) {
            text += fmt::format("{}table {}", text.empty() ? "" : ", ", block->number);
        }
        if (!text.empty()) append_wide("part", text);
    }

    /// Numbers as the places of the sheet have them.
    [[nodiscard]] std::uint32_t number_of(const Row& row) const {
        if (block_ == nullptr || sheet_.places == PlaceStyle::a1 ||
            sheet_.places == PlaceStyle::line) {
            return row.index + 1;
        }
        const std::uint32_t inside = row.index - block_->first_row;
        return block_->kind == BlockKind::paragraphs ? inside + block_->number : inside + 1;
    }

    void append_row(const Row& row) {
        append(out_, "<tr><th scope=\"row\" class=\"n\">{}</th>", number_of(row));
        std::size_t column = 0;
        for (const Cell& cell : sheet_.cells_of(row)) {
            if (cell.kind == CellKind::empty) continue;
            const std::size_t before = column;
            while (column < columns_.size() && columns_[column] < cell.column) ++column;
            append_empty(column - before);
            column += append_cell(row, cell, column);
        }
        append_empty(columns_.size() - column);
        out_ += "</tr>\n";
    }

    /// A hostile sheet has one cell a row, each in a column of its own.
    void append_empty(std::size_t columns) {
        constexpr std::size_t k_most_single = 8;
        if (columns > k_most_single) {
            append(out_, "<td colspan=\"{}\"></td>", columns);
            return;
        }
        for (std::size_t i = 0; i < columns; ++i) out_ += "<td></td>";
    }

    /// Columns of the page that a cell takes: more than one if it is merged over empty ones.
    [[nodiscard]] std::size_t span_of(const Row& row, const Cell& cell, std::size_t column) const {
        // A paragraph of a document with tables is not a cell of their first column.
        const bool alone = sheet_.cells_of(row).size() == 1;
        if (alone && block_ != nullptr && block_->kind != BlockKind::table) {
            return columns_.size() - column;
        }
        const auto merged = widths_.find({row.index, cell.column});
        if (merged == widths_.end()) return 1;
        std::uint32_t last = merged->second;
        for (const Cell& other : sheet_.cells_of(row)) {
            if (other.column > cell.column && other.kind != CellKind::empty) {
                last = std::min(last, std::uint32_t{other.column} - 1);
                break;
            }
        }
        std::size_t span = 1;
        while (column + span < columns_.size() && columns_[column + span] <= last) ++span;
        return span;
    }

    std::size_t append_cell(const Row& row, const Cell& cell, std::size_t column) {
        const CellPlace place{place_.source, place_.sheet, {row.index, cell.column}};
        const std::size_t span = span_of(row, cell, column);
        append(out_, "<td id=\"{}\"", id_of(place));
        if (span > 1) append(out_, " colspan=\"{}\"", span);
        append_trace(traces_.of(place));
        out_ += '>';
        append_text(cell, place.at);
        out_ += "</td>";
        return span;
    }

    void append_trace(const Trace* trace) {
        if (trace == nullptr) return;
        std::string kinds;
        if (!trace->uses.empty()) kinds = trace->only_extra() ? "x" : "f";
        if (trace->uses.empty() && trace->heading) kinds = "h";
        const bool left = trace->uses.empty() && !trace->unconverted.empty();
        if (left) kinds = "u";
        if (trace->finding) kinds += kinds.empty() ? "q" : " q";
        if (!kinds.empty()) append(out_, " class=\"{}\"", kinds);
        if (left) append(out_, " title=\"{}\"", html_attribute(trace->unconverted));
        if (trace->uses.empty()) return;
        out_ += " data-r=\"";
        for (const Use& use : trace->uses) {
            if (&use != &trace->uses.front()) out_ += ' ';
            append(out_, "{}:{}", use.record, html_attribute(use.field));
        }
        out_ += '"';
    }

    void append_text(const Cell& cell, CellAddress at) {
        const CellStyle& style = workbook_.style_of(cell);
        if (style.fill && *style.fill != 0xFFFFFF) {
            fills_.insert(*style.fill);
            append(out_, "<i class=\"k k{:06x}\" title=\"filled #{:06X}\"></i>", *style.fill,
                   *style.fill);
        }
        const bool struck = workbook_.is_struck(cell);
        if (struck) out_ += "<s>";
        append_html(workbook_.displayed(cell), out_);
        if (struck) out_ += "</s>";
        const auto note = notes_.find(at);
        if (note == notes_.end()) return;
        out_ += "<small class=\"note\">Note: ";
        append_html(note->second->text, out_);
        out_ += "</small>";
    }

    const Workbook& workbook_;
    const Sheet& sheet_;
    CellPlace place_;
    const Traces& traces_;
    std::set<std::uint32_t>& fills_;
    std::string& out_;
    std::vector<std::uint32_t> columns_;
    std::map<CellAddress, const Note*> notes_{};
    std::map<CellAddress, std::uint32_t> widths_{};  ///< last columns of cells merged sideways
    const Block* block_{};
};

}  // namespace

void append_source(const SourceReading& reading, std::size_t index, const Traces& traces,
                   std::set<std::uint32_t>& fills, std::string& out) {
    out += "<h3>";
    append_html(reading.source.name, out);
    append(out,
           "</h3>\n<p class=\"about\">{} in all: {} in fields, {} in own columns, {} in "
           "headings, {} not converted.</p>\n",
           count_of(reading.account.cells, "cell"), reading.account.records, reading.account.extra,
           reading.account.headings, reading.account.unconverted);
    for (std::uint32_t i = 0; i < reading.workbook.sheets.size(); ++i) {
        if (reading.workbook.sheets[i].cells.empty()) continue;
        SheetPage(reading, {index, i, {}}, traces, fills, out).append_table();
    }
    if (reading.workbook.sheets.empty()) {
        out += "<p>This is a register already; its cells are not at hand.</p>\n";
    }
}

}  // namespace tidytracker::review
