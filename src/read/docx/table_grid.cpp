// SPDX-License-Identifier: Apache-2.0
#include "read/docx/table_grid.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>

namespace tidytracker::docx {
namespace {

/// Twentieths of a point; 4 mm, less than the margins of a cell. Columns that hold text are wider.
constexpr std::uint64_t k_same_edge = 230;

/// Where a cell begins and ends, in columns of the written grid.
struct Extent {
    std::size_t first{};
    std::size_t end{};
};

std::vector<std::vector<Extent>> extents_of(const TableDraft& table) {
    std::vector<std::vector<Extent>> rows;
    for (const RowDraft& row : table.rows) {
        std::size_t next = row.skipped;
        std::vector<Extent>& extents = rows.emplace_back();
        for (const CellDraft& cell : row.cells) {
            extents.push_back({next, next + cell.span});
            next += cell.span;
        }
    }
    return rows;
}

/// The distance of a grid line from the left edge. Grids are often shorter than their rows.
class GridLines {
  public:
    explicit GridLines(const std::vector<std::uint32_t>& widths) {
        std::uint64_t at = 0;
        for (const std::uint32_t width : widths) lines_.push_back(at += width);
    }
    [[nodiscard]] std::uint64_t at(std::size_t line) const {
        constexpr std::uint64_t k_usual_width = 1'000;
        if (line == 0) return 0;
        if (line <= lines_.size()) return lines_[line - 1];
        const std::uint64_t last = lines_.empty() ? 0 : lines_.back();
        return last + (line - lines_.size()) * k_usual_width;
    }

  private:
    std::vector<std::uint64_t> lines_{};
};

/// Numbers the grid lines at which cells begin: lines close to each other get the same number,
/// unless a cell stands between them.
std::map<std::size_t, std::size_t> columns_at(const std::vector<std::vector<Extent>>& rows,
                                              const GridLines& lines) {
    std::set<std::size_t> starts;
    std::set<std::size_t> parted;  // a narrow cell ends here
    for (const std::vector<Extent>& row : rows) {
        for (const Extent& cell : row) {
            starts.insert(cell.first);
            if (lines.at(cell.end) - lines.at(cell.first) <= k_same_edge) parted.insert(cell.end);
        }
    }
    std::map<std::size_t, std::size_t> columns;
    std::size_t column = 0;
    std::uint64_t edge = 0;
    for (const std::size_t start : starts) {
        const bool same =
            !columns.empty() && !parted.contains(start) && lines.at(start) - edge <= k_same_edge;
        if (!columns.empty() && !same) ++column;
        if (!same) edge = lines.at(start);
        columns.emplace(start, column);
    }
    return columns;
}

}  // namespace

std::vector<std::vector<GridPlace>> places_of_cells(const TableDraft& table) {
    const std::vector<std::vector<Extent>> rows = extents_of(table);
    const GridLines lines(table.widths);
    const std::map<std::size_t, std::size_t> columns = columns_at(rows, lines);
    const std::size_t width = columns.empty() ? 0 : columns.rbegin()->second + 1;
    std::vector<std::vector<GridPlace>> places;
    for (const std::vector<Extent>& row : rows) {
        std::vector<GridPlace>& of_row = places.emplace_back();
        for (const Extent& cell : row) {
            const std::size_t column = columns.at(cell.first);
            // The first column that begins at the cell's end, or so close before it that it counts.
            const auto next = columns.lower_bound(cell.end);
            const std::size_t end = next == columns.end() ? width : next->second;
            of_row.push_back({column, std::max<std::size_t>(1, end - std::min(end, column))});
        }
    }
    return places;
}

}  // namespace tidytracker::docx
