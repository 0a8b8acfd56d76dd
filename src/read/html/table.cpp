// SPDX-License-Identifier: Apache-2.0
#include "read/html/table.hpp"

#include <algorithm>

#include "read/tally.hpp"

namespace tidytracker::html {

void TableGrid::start_row(bool hidden) {
    row_ = next_row_++;
    column_ = 0;
    in_row_ = true;
    row_hidden_ = hidden;
}

std::optional<CellAddress> TableGrid::place(std::uint32_t columns, std::uint32_t rows) {
    if (!in_row_) start_row(false);
    while (column_ < busy_.size() && busy_[column_] > row_) ++column_;
    const CellAddress at{row_, column_};
    if (row_ >= k_most_rows || column_ >= k_most_sheet_columns) return std::nullopt;
    const std::uint32_t end = std::min(column_ + columns, k_most_sheet_columns);
    const std::uint32_t reach = std::min(row_ + rows, k_most_rows);
    if (busy_.size() < end) busy_.resize(end);
    for (; column_ < end; ++column_) busy_[column_] = std::max(busy_[column_], reach);
    if (end - at.column > 1 || reach - at.row > 1) {
        merged_.push_back({at, {reach - 1, end - 1}});
    }
    return at;
}

void TableGrid::add(CellAddress at, Cell cell) {
    if (builder_row_ != at.row) {
        builder_.start_row(at.row, row_hidden_ && in_row_ && at.row == row_);
        builder_row_ = at.row;
    }
    cell.column = static_cast<std::uint16_t>(at.column);
    builder_.add(cell);
}

void TableGrid::end() {
    in_row_ = false;
    for (CellRange& range : merged_) {
        range.last.row = std::clamp(range.last.row, range.first.row, next_row_ - 1);
    }
    std::ranges::fill(busy_, 0);
}

void TableGrid::declare_columns(std::uint32_t count, bool hidden) {
    const std::uint32_t first = next_declared_column_;
    next_declared_column_ = std::min(first + count, k_most_sheet_columns);
    if (hidden && next_declared_column_ > first) {
        hidden_.push_back({first, next_declared_column_ - 1, true});
    }
}

void TableGrid::move_into(Sheet& sheet) {
    builder_.move_into(sheet);
    for (const CellRange& range : merged_) {
        if (range.first != range.last) sheet.merged.push_back(range);
    }
    sheet.columns = std::move(hidden_);
}

}  // namespace tidytracker::html
