// SPDX-License-Identifier: Apache-2.0
#include "model/sheet_builder.hpp"

#include <algorithm>
#include <utility>

#include "base/large_pages.hpp"

namespace tidytracker {

void SheetBuilder::start_row(std::uint32_t row, bool hidden, std::uint8_t outline) {
    // A row that got no cells makes room for the next one: sheets may have a million of them.
    if (!rows_.empty() && rows_.back().count == 0) rows_.pop_back();
    if (!rows_.empty() && row <= rows_.back().index) sorted_ = false;
    rows_.push_back({row, static_cast<std::uint32_t>(cells_.size()), 0, hidden, outline});
}

void SheetBuilder::add(const Cell& cell) {
    Row& row = rows_.back();
    if (row.count > 0 && cell.column <= cells_.back().column) sorted_ = false;
    cells_.push_back(cell);
    ++row.count;
}

void SheetBuilder::expect(double share) {
    constexpr double k_least_share = 1.0 / 64;
    // Generous: room that is never touched costs no memory, growing once more would cost thrice.
    constexpr double k_margin = 1.5;
    if (!can_expect() || share < k_least_share) return;
    estimated_ = true;
    const double more = k_margin / std::min(share, 1.0);
    cells_.reserve(static_cast<std::size_t>(static_cast<double>(cells_.size()) * more));
    rows_.reserve(static_cast<std::size_t>(static_cast<double>(rows_.size()) * more));
    wish_large_pages(cells_.data(), cells_.capacity() * sizeof(Cell));
}

void SheetBuilder::move_into(Sheet& sheet) {
    if (!rows_.empty() && rows_.back().count == 0) rows_.pop_back();
    if (!sorted_) sort();
    sheet.rows = std::exchange(rows_, {});
    sheet.cells = std::exchange(cells_, {});
    sorted_ = true;
    estimated_ = false;
}

/// Stable sorts keep the order of arrival, so the last of several equals is the one to keep.
void SheetBuilder::sort() {
    std::ranges::stable_sort(rows_, {}, &Row::index);
    std::vector<Row> rows;
    std::vector<Cell> cells;
    cells.reserve(cells_.size());
    for (auto part = rows_.begin(); part != rows_.end();) {
        Row row{part->index, static_cast<std::uint32_t>(cells.size()), 0, false};
        for (; part != rows_.end() && part->index == row.index; ++part) {
            const auto first = cells_.begin() + part->first;
            cells.insert(cells.end(), first, first + part->count);
            row.hidden = row.hidden || part->hidden;
            row.outline = std::max(row.outline, part->outline);
        }
        const auto first = cells.begin() + row.first;
        std::stable_sort(first, cells.end(),
                         [](const Cell& a, const Cell& b) { return a.column < b.column; });
        auto kept = first;
        for (auto cell = first; cell != cells.end(); ++cell) {
            const bool replaced = cell + 1 != cells.end() && (cell + 1)->column == cell->column;
            if (!replaced) *kept++ = *cell;
        }
        cells.erase(kept, cells.end());
        row.count = static_cast<std::uint32_t>(cells.size()) - row.first;
        rows.push_back(row);
    }
    rows_ = std::move(rows);
    cells_ = std::move(cells);
}

}  // namespace tidytracker
