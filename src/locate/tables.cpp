// SPDX-License-Identifier: Apache-2.0
#include "locate/tables.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"
#include "locate/columns.hpp"
#include "locate/header.hpp"
#include "locate/joins.hpp"
#include "locate/roles.hpp"
#include "schema/wording.hpp"

namespace tidytracker {
namespace {

/// A table while its rows are collected.
struct Draft {
    std::vector<Segment> segments{};
    std::vector<Column> columns{};
};

/// Remembers the captions of a header, so that the next one can be compared with all of them.
void note_captions(const GridRow& header, std::vector<Column>& columns) {
    for (const GridCell& cell : header.cells) {
        if (std::ranges::find(columns, cell.text, &Column::caption) == columns.end()) {
            columns.push_back(Column{.caption = cell.text});
        }
    }
}

/// Cuts the sheet's rows at header rows. A header that repeats the table's own begins a segment;
/// one with other captions begins a table.
std::vector<Draft> cut_at_headers(std::span<const GridRow> rows, std::size_t first_header,
                                  std::vector<RowLabel>& labels) {
    std::vector<Draft> drafts;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const GridRow& row = rows[i];
        if (i == first_header || (i > first_header && is_caption_row(row))) {
            if (drafts.empty() || !repeats_header(drafts.back().columns, row)) {
                drafts.emplace_back();
            }
            drafts.back().segments.push_back(Segment{.header = &row});
            note_captions(row, drafts.back().columns);
            labels.push_back(RowLabel{row.row, RowRole::header});
        } else if (drafts.empty()) {
            labels.push_back(RowLabel{row.row, RowRole::title});
        } else {
            drafts.back().segments.back().body.push_back(&row);
            labels.push_back(RowLabel{row.row, RowRole::data});
        }
    }
    return drafts;
}

void set_role(std::vector<RowLabel>& labels, std::uint32_t row, RowRole role) {
    const auto at = std::ranges::lower_bound(labels, row, {}, &RowLabel::row);
    if (at != labels.end() && at->row == row) at->role = role;
}

/// Takes rows off the end of the last segment that are remarks below the table: lone texts after
/// a gap, and page numbers.
void drop_trailing_notes(Draft& draft, std::vector<RowLabel>& labels) {
    auto& body = draft.segments.back().body;
    std::size_t keep = body.size();
    for (std::size_t i = body.size(); i-- > 0;) {
        const GridRow& row = *body[i];
        if (row.cells.size() > 1) break;
        const bool gap = i > 0 && row.row > body[i - 1]->row + 1;
        if (gap || is_page_furniture(row.cells[0].text)) keep = i;
    }
    for (std::size_t i = keep; i < body.size(); ++i) {
        set_role(labels, body[i]->row, RowRole::note);
    }
    body.resize(keep);
}

TableRow table_row(const GridRow& row, const Segment& segment, std::size_t columns) {
    TableRow made{.sheet_rows = {row.row}, .hidden = row.hidden, .struck = row.struck};
    made.cells.resize(columns);
    for (const GridCell& cell : row.cells) {
        const std::optional<std::size_t> column = segment.column_of(cell.column);
        if (!column) continue;
        TableCell& target = made.cells[*column];
        if (!target.text.empty()) target.text += '\n';
        target.text += cell.text;
        target.cells.push_back(cell.at);
    }
    return made;
}

/// Collects the headings of a table. A heading that a line break parted ("10 March 2022" over
/// "Meeting") is one: the second line only says what kind of heading it is.
class Headings {
  public:
    explicit Headings(Table& table) : table_(table) {}

    void add(const GridRow& row) {
        const std::string text = squeeze(row.cells[0].text);
        const bool rest = row_of_last_ + 1 == row.row && open_ && is_meeting_word(text);
        if (rest) {
            table_.sections.back().text += " " + text;
        } else {
            table_.sections.push_back(Section{.text = text});
        }
        for (const GridCell& cell : row.cells) table_.sections.back().cells.push_back(cell.at);
        open_ = true;
        row_of_last_ = row.row;
    }
    /// The index of the heading that applies to rows added now.
    [[nodiscard]] std::uint32_t current() {
        open_ = false;
        return static_cast<std::uint32_t>(table_.sections.size() - 1);
    }

  private:
    Table& table_;
    bool open_{};  ///< no row has come since the last heading
    std::uint32_t row_of_last_{};
};

/// The rows of a draft with their sections, before joining.
std::vector<BrokenRow> collect_rows(const Draft& draft, Table& table, bool wrapped,
                                    std::vector<RowLabel>& labels) {
    std::vector<BrokenRow> rows;
    Headings headings(table);
    for (std::size_t s = 0; s < draft.segments.size(); ++s) {
        const Segment& segment = draft.segments[s];
        if (segment.header != nullptr) table.header_rows.push_back(segment.header->row);
        for (const GridRow* row : segment.body) {
            const RowRole role = role_of(*row, segment, table.columns.size(), wrapped);
            set_role(labels, row->row, role);
            if (role == RowRole::section) headings.add(*row);
            if (role != RowRole::data) continue;
            BrokenRow made{.row = table_row(*row, segment, table.columns.size()), .segment = s};
            made.row.section = headings.current();
            rows.push_back(std::move(made));
        }
    }
    return rows;
}

bool segment_shows(const Segment& segment, std::size_t column) {
    return std::ranges::any_of(segment.columns,
                               [column](const auto& bound) { return bound.second == column; });
}

CellRange range_of(const Draft& draft, const Table& table) {
    CellRange range{{UINT32_MAX, UINT32_MAX}, {0, 0}};
    const auto include = [&range](CellAddress at) {
        range.first.row = std::min(range.first.row, at.row);
        range.first.column = std::min(range.first.column, at.column);
        range.last.row = std::max(range.last.row, at.row);
        range.last.column = std::max(range.last.column, at.column);
    };
    for (const Segment& segment : draft.segments) {
        for (const GridCell& cell : segment.header->cells) include(cell.at);
    }
    for (const TableRow& row : table.rows) {
        for (const TableCell& cell : row.cells) std::ranges::for_each(cell.cells, include);
    }
    return range;
}

/// Are there more rows times columns than an ordinary computer holds? Then none of the rows is
/// read, rather than some: the account lists them all.
bool is_too_large(const Draft& draft, std::vector<RowLabel>& labels, Findings& findings) {
    constexpr std::size_t k_most_cells = 40'000'000;
    std::size_t rows = 0;
    for (const Segment& segment : draft.segments) rows += segment.body.size();
    if (rows * draft.columns.size() <= k_most_cells) return false;
    for (const Segment& segment : draft.segments) {
        for (const GridRow* row : segment.body) set_role(labels, row->row, RowRole::note);
    }
    findings.push_back(Finding{
        .rule = "table-too-large",
        .severity = Severity::error,
        .message = fmt::format("a table of {} and {} is too large to convert",
                               count_of(rows, "row"), count_of(draft.columns.size(), "column")),
        .note = "its rows are listed as not converted",
        .help = "split the file, or delete columns that are not needed"});
    return true;
}

Table table_from(Draft& draft, const Sheet& sheet, std::vector<RowLabel>& labels,
                 Findings& findings) {
    const bool wrapped = sheet.places != PlaceStyle::a1;
    drop_trailing_notes(draft, labels);
    draft.columns.clear();
    for (Segment& segment : draft.segments) {
        segment.columns.clear();
        bind_columns(segment, draft.columns);
    }
    Table table;
    table.columns = draft.columns;
    table.range = range_of(draft, table);
    if (is_too_large(draft, labels, findings)) return table;
    std::vector<BrokenRow> rows = collect_rows(draft, table, wrapped, labels);
    if (wrapped) {
        const std::optional<std::size_t> key = key_column(rows, table.columns.size());
        for (BrokenRow& row : rows) {
            row.segment_has_key = key && segment_shows(draft.segments[row.segment], *key);
        }
        table.rows = join_continued(std::move(rows), key);
        part_fused(table.rows, key, sheet, findings);
    } else {
        for (BrokenRow& row : rows) table.rows.push_back(std::move(row.row));
    }
    table.range = range_of(draft, table);
    return table;
}

}  // namespace

std::vector<Table> locate_grid_tables(const Sheet& sheet, std::span<const GridRow> rows,
                                      std::vector<RowLabel>& labels, Findings& findings) {
    const auto known = std::ranges::find_if(rows, is_caption_row);
    auto first = static_cast<std::size_t>(known - rows.begin());
    // Lines of a text line up by chance; a header without one known caption proves nothing there.
    if (first == rows.size() && sheet.places == PlaceStyle::a1) first = find_plain_header(rows);
    std::vector<Draft> drafts = cut_at_headers(rows, first, labels);
    std::vector<Table> tables;
    for (Draft& draft : drafts) tables.push_back(table_from(draft, sheet, labels, findings));
    return tables;
}

}  // namespace tidytracker
