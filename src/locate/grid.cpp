// SPDX-License-Identifier: Apache-2.0
#include "locate/grid.hpp"

#include <algorithm>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "locate/columns.hpp"
#include "locate/header.hpp"

namespace tidytracker {
namespace {

constexpr std::uint32_t k_white = 0xFFFFFF;

/// The parts of a table over several pages have one number: where the first of them stands.
std::uint32_t table_number(const Sheet& sheet, const Block& block) {
    const Block* first = &block;
    while (first->continues && first != sheet.blocks.data()) {
        do {
            --first;
        } while (first != sheet.blocks.data() && first->kind != BlockKind::table);
    }
    return static_cast<std::uint32_t>(first - sheet.blocks.data()) + 1;
}

GridRow grid_row(const Workbook& workbook, const Sheet& sheet, const Row& row) {
    GridRow out{.row = row.index, .hidden = row.hidden, .struck = true, .flow = row.flow};
    for (const Cell& cell : sheet.cells_of(row)) {
        std::string text = squeeze_lines(workbook.displayed(cell));
        if (text.empty()) continue;
        const CellStyle& style = workbook.style_of(cell);
        const std::optional<std::uint32_t> fill = style.fill == k_white ? std::nullopt : style.fill;
        out.struck = out.struck && workbook.is_struck(cell);
        out.cells.push_back(GridCell{.column = cell.column,
                                     .text = std::move(text),
                                     .at = {row.index, cell.column},
                                     .emphasised = style.bold || fill.has_value(),
                                     .fill = fill});
    }
    out.struck = out.struck && !out.cells.empty();
    out.aside = row.aside;
    if (const Block* block = sheet.block_of(row.index)) {
        out.in_text = block->kind != BlockKind::table;
        out.aside = out.aside || (out.in_text && block->kind != BlockKind::paragraphs);
        out.table = out.in_text ? 0 : table_number(sheet, *block);
    }
    return out;
}

GridRow* row_at(std::vector<GridRow>& rows, std::uint32_t index) {
    const auto at = std::ranges::lower_bound(rows, index, {}, &GridRow::row);
    return at != rows.end() && at->row == index ? &*at : nullptr;
}

void insert_cell(GridRow& row, GridCell cell) {
    const auto at = std::ranges::lower_bound(row.cells, cell.column, {}, &GridCell::column);
    if (at != row.cells.end() && at->column == cell.column) return;
    row.cells.insert(at, std::move(cell));
}

/// Repeats a merged cell's text in the rows below that it covers. Only rows that exist are looked
/// at, so a range over a million rows costs nothing; overlapping ranges, which no program writes,
/// end with the budget.
void spread_down(std::vector<GridRow>& rows, const CellRange& range, const GridCell& cell,
                 std::size_t& budget) {
    auto row = std::ranges::upper_bound(rows, range.first.row, {}, &GridRow::row);
    for (; row != rows.end() && row->row <= range.last.row && budget > 0; ++row, --budget) {
        insert_cell(*row, cell);
    }
}

void apply_merged_range(std::vector<GridRow>& rows, const CellRange& range, std::size_t& budget) {
    GridRow* first = row_at(rows, range.first.row);
    if (first == nullptr) return;
    const auto cell = std::ranges::find(first->cells, range.first.column, &GridCell::column);
    if (cell == first->cells.end()) return;
    cell->width = range.last.column - range.first.column + 1;
    if (range.last.row > range.first.row) {
        const GridCell copy = *cell;
        spread_down(rows, range, copy, budget);
    }
}

}  // namespace

std::vector<GridRow> grid_of(const Workbook& workbook, const Sheet& sheet) {
    std::vector<GridRow> rows;
    rows.reserve(sheet.rows.size());
    for (const Row& row : sheet.rows) {
        GridRow made = grid_row(workbook, sheet, row);
        if (!made.cells.empty()) rows.push_back(std::move(made));
    }
    std::size_t budget = k_most_columns * rows.size();
    for (const CellRange& range : sheet.merged) apply_merged_range(rows, range, budget);
    for (GridRow& row : rows) row.captions = is_caption_row(row);
    return rows;
}

std::vector<GridRow> rows_of_text(std::span<const GridRow> rows) {
    std::vector<GridRow> kept;
    bool over_page = false;
    for (const GridRow& row : rows) {
        if (row.aside) {
            over_page = true;
            continue;
        }
        kept.push_back(row);
        kept.back().over_page = over_page && kept.size() > 1;
        over_page = false;
    }
    return kept;
}

bool is_right_below(std::span<const GridRow> rows, std::size_t row) {
    if (row == 0) return false;
    if (rows[row].row == rows[row - 1].row + 1) return true;
    if (!rows[row].over_page) return false;
    // A line of a paragraph that goes on is about as wide as the page.
    constexpr std::size_t k_wide = 45;
    const std::string& above = rows[row - 1].cells.back().text;
    return !ends_sentence(above) &&
           (begins_lower_case(rows[row].cells.front().text) || above.size() >= k_wide);
}

}  // namespace tidytracker
