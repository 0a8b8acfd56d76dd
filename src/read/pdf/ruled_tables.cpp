// SPDX-License-Identifier: Apache-2.0
#include "read/pdf/ruled_tables.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "read/pdf/columns.hpp"

namespace tidytracker::pdf {
namespace {

/// A gap inside a ruled cell that parts columns is wider than one in open text: rules do the rest.
constexpr double k_gap_in_cell = 1.4;
/// Where a rule stands in other rows, an ordinary gap will do.
constexpr double k_gap_in_open_text = 0.7;
/// One cell with more of the words than this is a frame around a page or a box of text.
constexpr double k_frame_share = 0.6;
/// With side-by-side chunks in more of its lines than this, a column is several.
constexpr double k_crowded_share = 0.25;
/// Cells of a band that is many rows have few words a line; wrapped text has more.
constexpr double k_words_in_row = 2.6;
constexpr double k_aligned_share = 0.6;

/// The words of each area of a grid, by their centres.
std::vector<std::vector<WordIndex>> words_in_areas(const Page& page, const RuleGrid& grid,
                                                   const std::vector<WordIndex>& words) {
    const std::size_t columns = grid.xs.size() - 1;
    std::vector<std::size_t> area_of((grid.ys.size() - 1) * columns);
    for (std::size_t i = 0; i < grid.areas.size(); ++i) {
        const GridArea& area = grid.areas[i];
        for (std::size_t r = area.first_row; r <= area.last_row; ++r) {
            for (std::size_t c = area.first_column; c <= area.last_column; ++c) {
                area_of[r * columns + c] = i;
            }
        }
    }
    const auto interval = [](const std::vector<double>& edges, double at) {
        const auto after = std::ranges::upper_bound(edges, at);
        return static_cast<std::size_t>(after - edges.begin()) - 1;
    };
    std::vector<std::vector<WordIndex>> in_areas(grid.areas.size());
    for (const WordIndex index : words) {
        const Point at = page.words[index].box.centre();
        if (at.x < grid.xs.front() || at.x >= grid.xs.back()) continue;
        if (at.y < grid.ys.front() || at.y >= grid.ys.back()) continue;
        in_areas[area_of[interval(grid.ys, at.y) * columns + interval(grid.xs, at.x)]].push_back(
            index);
    }
    return in_areas;
}

bool is_frame(const RuleGrid& grid, const std::vector<std::vector<WordIndex>>& in_areas) {
    std::size_t all = 0;
    std::size_t most = 0;
    std::size_t filled = 0;
    for (const auto& words : in_areas) {
        all += words.size();
        most = std::max(most, words.size());
        filled += words.empty() ? 0U : 1U;
    }
    if (grid.xs.size() < 3 || filled < 2) return true;
    return static_cast<double>(most) > k_frame_share * static_cast<double>(all) && all > 20;
}

/// Adds rules where the text of a column of the grid stands in columns of its own.
bool add_missing_columns(const Page& page, const RuleGrid& grid,
                         const std::vector<std::vector<WordIndex>>& in_areas, RuleGroup& group) {
    const std::size_t before = group.vertical.size();
    for (std::size_t c = 0; c + 1 < grid.xs.size(); ++c) {
        std::vector<Line> lines;
        for (std::size_t i = 0; i < grid.areas.size(); ++i) {
            const GridArea& area = grid.areas[i];
            if (area.first_column != c || area.last_column != c || in_areas[i].empty()) continue;
            std::ranges::move(lines_of(page, in_areas[i], k_gap_in_cell),
                              std::back_inserter(lines));
        }
        const auto crowded = static_cast<double>(
            std::ranges::count_if(lines, [](const Line& line) { return line.chunks.size() > 1; }));
        if (crowded < 2 || crowded <= k_crowded_share * static_cast<double>(lines.size())) continue;
        const std::vector<TextColumn> columns = text_columns_of(lines);
        for (std::size_t i = 0; i + 1 < columns.size(); ++i) {
            const double at = (columns[i].right + columns[i + 1].left) / 2;
            for (std::size_t r = 0; r + 1 < grid.ys.size(); ++r) {
                const bool crossed = std::ranges::any_of(lines, [&](const Line& line) {
                    return line.box.centre().y > grid.ys[r] &&
                           line.box.centre().y < grid.ys[r + 1] &&
                           std::ranges::any_of(line.chunks, [at](const Chunk& chunk) {
                               return chunk.box.left < at - 1 && chunk.box.right > at + 1;
                           });
                });
                if (!crossed) group.vertical.push_back({at, grid.ys[r], grid.ys[r + 1], 0});
            }
        }
    }
    std::ranges::sort(group.vertical, {}, &Rule::at);
    return group.vertical.size() != before;
}

/// Does the text of an area stand on both sides of an edge, without a chunk over it?
enum class AtEdge : std::uint8_t { one_side, both_sides, crossed };

AtEdge text_at_edge(const std::vector<Line>& lines, double at) {
    bool left = false;
    bool right = false;
    for (const Line& line : lines) {
        for (const Chunk& chunk : line.chunks) {
            if (chunk.box.left < at - 1 && chunk.box.right > at + 1) return AtEdge::crossed;
            (chunk.box.centre().x < at ? left : right) = true;
        }
    }
    return left && right ? AtEdge::both_sides : AtEdge::one_side;
}

/// Adds rules where an edge that some rows have is only left out in others: a header with rules
/// between its captions over a body without them.
bool add_missing_edges(const Page& page, const RuleGrid& grid,
                       const std::vector<std::vector<WordIndex>>& in_areas, RuleGroup& group) {
    const std::size_t before = group.vertical.size();
    std::vector<std::vector<Line>> lines(grid.areas.size());
    for (std::size_t i = 0; i < grid.areas.size(); ++i) {
        if (grid.areas[i].first_column == grid.areas[i].last_column) continue;
        lines[i] = lines_of(page, in_areas[i], k_gap_in_open_text);
    }
    for (std::size_t edge = 1; edge + 1 < grid.xs.size(); ++edge) {
        std::vector<std::size_t> open;
        std::size_t parted = 0;
        std::size_t crossed = 0;
        for (std::size_t i = 0; i < grid.areas.size(); ++i) {
            const GridArea& area = grid.areas[i];
            if (lines[i].empty() || area.first_column >= edge || area.last_column < edge) continue;
            const AtEdge text = text_at_edge(lines[i], grid.xs[edge]);
            parted += text == AtEdge::both_sides ? 1U : 0U;
            crossed += text == AtEdge::crossed ? 1U : 0U;
            if (text != AtEdge::crossed) open.push_back(i);
        }
        if (parted < 2 || crossed * 4 > parted) continue;
        for (const std::size_t i : open) {
            const GridArea& area = grid.areas[i];
            group.vertical.push_back(
                {grid.xs[edge], grid.ys[area.first_row], grid.ys[area.last_row + 1], 0});
        }
    }
    std::ranges::sort(group.vertical, {}, &Rule::at);
    return group.vertical.size() != before;
}

/// Adds rules between the lines of a band of the grid that holds many rows: its lines stand at the
/// same height in most columns, and hold few words.
bool add_missing_rows(const Page& page, const RuleGrid& grid,
                      const std::vector<std::vector<WordIndex>>& in_areas, RuleGroup& group) {
    const std::size_t before = group.horizontal.size();
    // Where there are several bands, the first is a header, whose captions wrap.
    const std::size_t first = grid.ys.size() > 2 ? 1 : 0;
    for (std::size_t r = first; r + 1 < grid.ys.size(); ++r) {
        std::vector<WordIndex> words;
        std::vector<std::vector<Line>> cells;
        for (std::size_t i = 0; i < grid.areas.size(); ++i) {
            const GridArea& area = grid.areas[i];
            if (area.first_row != r || area.last_row != r || in_areas[i].empty()) continue;
            words.insert(words.end(), in_areas[i].begin(), in_areas[i].end());
            cells.push_back(lines_of(page, in_areas[i], 1e9));
        }
        const std::vector<Line> lines = lines_of(page, words, 1e9);
        if (lines.size() < 3 || cells.size() < 2) continue;
        std::size_t aligned = 0;
        std::size_t cell_lines = 0;
        for (const std::vector<Line>& cell : cells) {
            // Nearly all of the band's lines stand in the cell.
            aligned += cell.size() * 5 >= lines.size() * 4 ? 1U : 0U;
            cell_lines += cell.size();
        }
        const bool short_lines =
            static_cast<double>(words.size()) < k_words_in_row * static_cast<double>(cell_lines);
        if (!short_lines ||
            static_cast<double>(aligned) < k_aligned_share * static_cast<double>(cells.size())) {
            continue;
        }
        for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
            const double at = (lines[i].box.bottom + lines[i + 1].box.top) / 2;
            group.horizontal.push_back({at, grid.xs.front(), grid.xs.back(), 0});
        }
    }
    std::ranges::sort(group.horizontal, {}, &Rule::at);
    return group.horizontal.size() != before;
}

/// Numbers the rows or columns that hold any text; the others are gone.
std::vector<std::size_t> renumber(const std::vector<char>& used) {
    std::vector<std::size_t> numbers(used.size() + 1);
    for (std::size_t i = 0; i < used.size(); ++i) {
        numbers[i + 1] = numbers[i] + (used[i] != 0 ? 1 : 0);
    }
    return numbers;
}

/// Does the grid stand on the same columns as the table that ended the page before?
bool carries_on(const RuleGrid& grid, const PageTable* carried) {
    constexpr double k_slack = 3.0;
    return carried != nullptr &&
           std::ranges::equal(grid.xs, carried->grid_edges,
                              [](double a, double b) { return std::abs(a - b) <= k_slack; });
}

/// `carried` keeps the columns of a table that goes on, also those that are empty here.
PageTable table_from_grid(const RuleGrid& grid, std::vector<std::vector<WordIndex>> in_areas,
                          const PageTable* carried) {
    std::vector<char> rows(grid.ys.size() - 1);
    std::vector<char> columns(grid.xs.size() - 1);
    if (carried != nullptr) columns = carried->grid_columns;
    for (std::size_t i = 0; i < grid.areas.size(); ++i) {
        // An area counts where it begins, so that a wide heading keeps no empty column alive.
        if (in_areas[i].empty()) continue;
        rows[grid.areas[i].first_row] = 1;
        columns[grid.areas[i].first_column] = 1;
    }
    const std::vector<std::size_t> row_numbers = renumber(rows);
    const std::vector<std::size_t> column_numbers = renumber(columns);
    PageTable table{.route = TableRoute::ruled,
                    .box = {grid.xs.front(), grid.ys.front(), grid.xs.back(), grid.ys.back()},
                    .rows = row_numbers.back(),
                    .columns = column_numbers.back(),
                    .continues = carried != nullptr,
                    .closed_above = grid.closed_above,
                    .closed_below = grid.closed_below,
                    .grid_edges = grid.xs,
                    .grid_columns = columns};
    for (std::size_t i = 0; i < grid.areas.size(); ++i) {
        if (in_areas[i].empty()) continue;
        const GridArea& area = grid.areas[i];
        PageCell cell{.row = row_numbers[area.first_row],
                      .column = column_numbers[area.first_column],
                      .box = {grid.xs[area.first_column], grid.ys[area.first_row],
                              grid.xs[area.last_column + 1], grid.ys[area.last_row + 1]},
                      .words = std::move(in_areas[i])};
        cell.rows = std::max<std::size_t>(1, row_numbers[area.last_row + 1] - cell.row);
        cell.columns = std::max<std::size_t>(1, column_numbers[area.last_column + 1] - cell.column);
        table.cells.push_back(std::move(cell));
    }
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (columns[c] != 0) table.column_edges.push_back(grid.xs[c]);
    }
    table.column_edges.push_back(grid.xs.back());
    return table;
}

}  // namespace

PageTable ruled_table_of(const Page& page, const std::vector<WordIndex>& all, RuleGroup group,
                         const PageTable* carried) {
    RuleGrid grid = grid_of_rules(group);
    if (grid.areas.empty()) return {};
    std::vector<WordIndex> words;
    const Box around = group.box.grown(1);
    std::ranges::copy_if(all, std::back_inserter(words), [&](WordIndex index) {
        return around.contains(page.words[index].box.centre());
    });
    auto in_areas = words_in_areas(page, grid, words);
    for (const auto add : {add_missing_edges, add_missing_columns, add_missing_rows}) {
        if (!add(page, grid, in_areas, group)) continue;
        grid = grid_of_rules(group);
        if (grid.areas.empty()) return {};
        in_areas = words_in_areas(page, grid, words);
    }
    if (carries_on(grid, carried)) return table_from_grid(grid, std::move(in_areas), carried);
    if (is_frame(grid, in_areas)) return {};
    return table_from_grid(grid, std::move(in_areas), nullptr);
}

}  // namespace tidytracker::pdf
