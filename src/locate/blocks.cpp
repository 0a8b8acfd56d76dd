// SPDX-License-Identifier: Apache-2.0
#include "locate/blocks.hpp"

#include <algorithm>

namespace tidytracker {
namespace {

bool is_emphasised(const GridRow& row) {
    return std::ranges::all_of(row.cells, &GridCell::emphasised);
}

/// Columns of the table that row number `row` is of.
std::uint32_t columns_of_table(std::span<const GridRow> rows, std::size_t row) {
    // Enough to see the widest row of all but the oddest tables.
    constexpr std::size_t k_rows_looked_at = 64;
    const std::uint32_t table = rows[row].table;
    std::uint32_t columns = 0;
    const std::size_t end = std::min(rows.size(), row + k_rows_looked_at);
    for (std::size_t i = row; i < end && (rows[i].in_text || rows[i].table == table); ++i) {
        if (rows[i].in_text) continue;
        const GridCell& last = rows[i].cells.back();
        columns = std::max(columns, last.column + last.width);
    }
    return columns;
}

}  // namespace

bool begins_other_table(std::span<const GridRow> rows, std::size_t row) {
    const GridRow& first = rows[row];
    if (first.table == 0 || first.cells.size() < 2) return false;
    std::size_t above = row;
    while (above > 0 && rows[above - 1].in_text) --above;
    if (above == 0 || rows[above - 1].table == 0) return true;
    --above;
    if (rows[above].table == first.table) return false;
    std::size_t start = above;
    while (start > 0 && rows[start - 1].table == rows[above].table) --start;
    if (columns_of_table(rows, start) != columns_of_table(rows, row)) return true;
    const bool next_differs = row + 1 < rows.size() && !is_emphasised(rows[row + 1]);
    return is_emphasised(first) && next_differs;
}

const GridRow* heading_above(std::span<const GridRow> rows, std::size_t row) {
    constexpr std::size_t k_lines_between = 3;
    for (std::size_t i = row; i-- > 1 && row - i <= k_lines_between && rows[i].in_text;) {
        if (is_emphasised(rows[i])) return &rows[i];
    }
    return nullptr;
}

}  // namespace tidytracker
