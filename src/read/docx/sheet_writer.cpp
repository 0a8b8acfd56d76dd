// SPDX-License-Identifier: Apache-2.0
#include "read/docx/sheet_writer.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/text.hpp"

namespace tidytracker::docx {
namespace {

/// The text of a table within a cell, row by row. Bounded by the reader's depth of nesting.
void append_nested(const TableDraft& table, Content& out);

Content whole_content(const CellDraft& cell) {
    Content whole;
    for (std::size_t i = 0; i < cell.parts.size(); ++i) {
        whole.append(cell.parts[i], "\n");
        if (i < cell.tables.size()) append_nested(cell.tables[i], whole);
    }
    return whole;
}

void append_nested(const TableDraft& table, Content& out) {
    for (const RowDraft& row : table.rows) {
        Content line;
        for (const CellDraft& cell : row.cells) {
            const Content content = whole_content(cell);
            if (!content.blank()) line.append(content, "\t");
        }
        out.append(line, "\n");
    }
}

/// A table that lays out the page: its row holds nothing but this cell, and the cell a table.
/// What stands in it is then a table of the document, not part of a text.
bool lays_out(const RowDraft& row, const CellDraft& cell) {
    if (cell.tables.empty()) return false;
    return std::ranges::all_of(row.cells, [&cell](const CellDraft& other) {
        return &other == &cell ||
               (other.tables.empty() &&
                std::ranges::all_of(other.parts, [](const Content& part) { return part.blank(); }));
    });
}

CellRange rectangle(std::uint32_t row, const GridPlace& place) {
    const auto first = static_cast<std::uint32_t>(place.column);
    const auto last = static_cast<std::uint32_t>(place.column + place.columns - 1);
    return {{row, first}, {row, last}};
}

/// The vertically merged cells of a table, by the column that they begin in.
class OpenMerges {
  public:
    explicit OpenMerges(std::vector<CellRange>& out) : out_(out) {}
    /// Returns where the cell's content belongs: into the cell above if it goes on with that one.
    CellAddress enter(std::uint32_t row, const GridPlace& place, VerticalMerge merge) {
        const CellRange own = rectangle(row, place);
        const auto open = open_.find(place.column);
        const bool goes_on = merge == VerticalMerge::continues && open != open_.end() &&
                             open->second.last.row + 1 == row;
        if (goes_on) {
            open->second.last.row = row;
            return open->second.first;
        }
        close(place.column);
        open_.insert_or_assign(place.column, own);
        return own.first;
    }
    void close_all() {
        while (!open_.empty()) close(open_.begin()->first);
    }

  private:
    void close(std::size_t column) {
        const auto open = open_.find(column);
        if (open == open_.end()) return;
        if (open->second.first != open->second.last) out_.push_back(open->second);
        open_.erase(open);
    }

    std::vector<CellRange>& out_;
    std::map<std::size_t, CellRange> open_{};
};

}  // namespace

SheetWriter::SheetWriter(Workbook& workbook, Budget& budget)
    : workbook_(workbook), budget_(budget) {
    sheet_.places = PlaceStyle::document;
}

void SheetWriter::begin(BlockKind kind, std::uint32_t number) {
    open_block(kind, number);
}

/// The row in front stays empty: what stands in different parts is no neighbour.
void SheetWriter::open_block(BlockKind kind, std::uint32_t number) {
    if (!sheet_.blocks.empty()) ++row_;
    sheet_.blocks.push_back({.first_row = row_, .kind = kind, .number = number});
}

bool SheetWriter::pay() {
    if (error_) return false;
    const Result<void> booked = budget_.take_cells(1);
    if (!booked) error_ = booked.error();
    return booked.has_value();
}

void SheetWriter::take(Paragraph paragraph) {
    if (joined_) {
        joined_->content.append(paragraph.content, "");
        joined_->heading = paragraph.heading;
        joined_->mark_deleted = paragraph.mark_deleted;
        paragraph = *std::exchange(joined_, std::nullopt);
    }
    if (paragraph.mark_deleted) {
        joined_ = std::move(paragraph);
    } else {
        write_paragraph(paragraph);
    }
}

void SheetWriter::write_paragraph(const Paragraph& paragraph) {
    const bool in_body = sheet_.blocks.empty() || sheet_.blocks.back().kind <= BlockKind::table;
    if (sheet_.blocks.empty() || sheet_.blocks.back().kind == BlockKind::table) {
        open_block(BlockKind::paragraphs, paragraphs_ + 1);
    }
    if (in_body) ++paragraphs_;
    if (!paragraph.content.blank() && pay()) {
        builder_.start_row(row_, false);
        put(paragraph.content, {row_, 0}, {.bold = paragraph.heading});
    }
    ++row_;
}

void SheetWriter::take(TableDraft table) {
    if (joined_) write_paragraph(*std::exchange(joined_, std::nullopt));
    write_table(table);
}

void SheetWriter::write_table(TableDraft& table) {
    const bool in_body = sheet_.blocks.empty() || sheet_.blocks.back().kind <= BlockKind::table;
    if (in_body) open_block(BlockKind::table, ++tables_);
    std::vector<TableDraft> lifted;
    for (RowDraft& row : table.rows) {
        for (CellDraft& cell : row.cells) {
            if (in_body && lays_out(row, cell)) {
                std::ranges::move(cell.tables, std::back_inserter(lifted));
                cell.tables.clear();
            }
        }
    }
    write_rows(table, row_);
    row_ += static_cast<std::uint32_t>(table.rows.size());
    table.rows.clear();
    for (TableDraft& inner : lifted) write_table(inner);
}

void SheetWriter::write_rows(TableDraft& table, std::uint32_t first) {
    const std::vector<std::vector<GridPlace>> places = places_of_cells(table);
    OpenMerges merges(sheet_.merged);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const RowDraft& row = table.rows[i];
        const std::uint32_t at = first + static_cast<std::uint32_t>(i);
        builder_.start_row(at, row.hidden);
        const bool bold = row.heading || (i == 0 && table.bold_first_row);
        for (std::size_t j = 0; j < row.cells.size(); ++j) {
            const CellDraft& cell = row.cells[j];
            const CellAddress of = merges.enter(at, places[i][j], cell.merge);
            const Content content = whole_content(cell);
            // What stands in the lower parts of a merged cell Word does not show; it is nearly
            // always nothing.
            const bool shown = of.row == at || !content.blank();
            if (shown && (!content.blank() || cell.fill)) {
                put(content, {at, static_cast<std::uint32_t>(places[i][j].column)},
                    {.bold = bold, .fill = cell.fill});
            }
        }
    }
    merges.close_all();
}

void SheetWriter::put(const Content& content, CellAddress at, const RowLook& row) {
    if (at.column > std::numeric_limits<std::uint16_t>::max() || !pay()) return;
    const Look look = content.common_look().value_or(Look{});
    Cell cell{.column = static_cast<std::uint16_t>(at.column)};
    cell.style = style_of({.bold = look.bold || row.bold, .strike = look.strike},
                          row.fill ? row.fill : look.highlight);
    if (!content.blank()) {
        cell.kind = CellKind::text;
        cell.text = workbook_.strings.add(content.text());
        if (!content.common_look()) add_runs(content, cell.text);
    }
    builder_.add(cell);
    for (const std::string& link : content.links()) sheet_.links.push_back({{at, at}, link});
    for (const NoteMark& mark : content.marks()) marks_.push_back({mark, at});
}

void SheetWriter::add_runs(const Content& content, std::uint32_t text) {
    RichText rich{.text = text};
    bool varies = false;
    for (const Stretch& stretch : content.stretches()) {
        varies = varies || stretch.look.bold || stretch.look.strike;
        rich.runs.push_back({.first = static_cast<std::uint32_t>(stretch.first),
                             .length = static_cast<std::uint32_t>(stretch.length),
                             .bold = stretch.look.bold,
                             .strike = stretch.look.strike});
    }
    if (varies) workbook_.rich_texts.push_back(std::move(rich));
}

std::uint16_t SheetWriter::style_of(const Look& look, std::optional<std::uint32_t> fill) {
    const StyleKey key{look.bold, look.strike, fill};
    if (key == StyleKey{}) return 0;
    const auto known = styles_.find(key);
    if (known != styles_.end()) return known->second;
    if (workbook_.styles.size() > std::numeric_limits<std::uint16_t>::max()) return 0;
    const auto index = static_cast<std::uint16_t>(workbook_.styles.size());
    workbook_.styles.push_back({.bold = look.bold, .strike = look.strike, .fill = fill});
    styles_.emplace(key, index);
    return index;
}

/// A cell has one note: several become one that names each author.
void SheetWriter::write_notes() {
    std::ranges::stable_sort(notes_, {}, &Note::at);
    for (Note& note : notes_) {
        if (note.text.empty()) continue;
        if (sheet_.notes.empty() || sheet_.notes.back().at != note.at) {
            sheet_.notes.push_back(std::move(note));
            continue;
        }
        Note& whole = sheet_.notes.back();
        if (!whole.author.empty()) {
            whole.text.insert(0, std::exchange(whole.author, {}) + ": ");
        }
        whole.text += "\n" + note.author + ": " + note.text;
    }
}

Result<void> SheetWriter::finish() {
    if (joined_) write_paragraph(*std::exchange(joined_, std::nullopt));
    if (error_) return tl::unexpected(*error_);
    write_notes();
    builder_.move_into(sheet_);
    workbook_.sheets.push_back(std::move(sheet_));
    return {};
}

}  // namespace tidytracker::docx
