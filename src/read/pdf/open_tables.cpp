// SPDX-License-Identifier: Apache-2.0
#include "read/pdf/open_tables.hpp"

#include <algorithm>
#include <cmath>

#include "read/pdf/columns.hpp"
#include "read/pdf/open_rows.hpp"

namespace tidytracker::pdf {
namespace {

/// Gap that parts chunks, in font sizes; 0.7 to 1.0 make less than half a point of difference.
constexpr double k_chunk_gap = 0.9;
/// White space of more than so many font sizes ends a table, unless a rule stands in it.
constexpr double k_table_gap = 2.2;
constexpr std::size_t k_most_stray_lines = 3;
/// Chunks of prose set in two or three columns have more words than those of tables.
constexpr double k_words_of_prose = 5.5;
constexpr std::size_t k_columns_of_prose = 3;

bool is_tabular(const Line& line) {
    if (line.chunks.size() < 2) return false;
    const double words =
        static_cast<double>(line.word_count()) / static_cast<double>(line.chunks.size());
    return line.chunks.size() > k_columns_of_prose || words <= k_words_of_prose;
}

bool has_rule_between(std::span<const Rule> rules, const Line& above, const Line& below) {
    const double left = std::min(above.box.left, below.box.left);
    const double right = std::max(above.box.right, below.box.right);
    auto rule = std::ranges::upper_bound(rules, above.box.centre().y, {}, &Rule::at);
    for (; rule != rules.end() && rule->at < below.box.centre().y; ++rule) {
        if (shared(rule->from, rule->to, left, right) > 0.5) return true;
    }
    return false;
}

/// Does a chunk stand in one column, or in the gap behind it? Wrapped lines are longer and shorter.
bool fits_column(const std::vector<TextColumn>& columns, const Chunk& chunk) {
    constexpr double k_slack = 3.0;
    constexpr double k_room_behind_last = 12.0;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const double end = c + 1 < columns.size() ? columns[c + 1].left - 1
                                                  : columns[c].right + k_room_behind_last;
        if (chunk.box.left >= columns[c].left - k_slack && chunk.box.right <= end) return true;
    }
    return false;
}

/// A run of lines that may be a table: [first, end).
struct Region {
    std::size_t first{};
    std::size_t end{};
    Box box{};
};

class RegionFinder {
  public:
    RegionFinder(std::span<const Line> lines, std::span<const Rule> rules)
        : lines_(lines), rules_(rules) {}

    std::vector<Region> run() {
        std::vector<Region> regions;
        std::size_t after = 0;
        for (std::size_t i = 0; i < lines_.size();) {
            if (!is_tabular(lines_[i])) {
                ++i;
                continue;
            }
            Region region = extend(i);
            i = std::max(region.end, i + 1);
            region.first = reach_up(region, after);
            after = region.end;
            regions.push_back(region);
        }
        return regions;
    }

  private:
    /// From a tabular line down to where the table ends.
    Region extend(std::size_t first) const {
        // The last lines tell the columns well enough, and a long table costs no more than a short.
        constexpr std::size_t k_lines_asked = 40;
        Region region{first, first + 1, lines_[first].box};
        std::size_t stray = 0;
        std::size_t asked = 0;
        std::vector<TextColumn> columns;
        for (std::size_t i = first + 1; i < lines_.size(); ++i) {
            const Line& line = lines_[i];
            const double gap = line.box.top - lines_[i - 1].box.bottom;
            const bool ruled = has_rule_between(rules_, lines_[i - 1], line);
            if (gap > k_table_gap * line.size && !ruled) break;
            bool inside = line.chunks.size() >= 2;
            if (!inside) {
                if (asked != region.end) {
                    asked = region.end;
                    const std::size_t count = std::min(k_lines_asked, region.end - first);
                    columns = text_columns_of(lines_.subspan(region.end - count, count));
                }
                inside = columns.size() > 1 && fits_column(columns, line.chunks.front());
            }
            if (inside) {
                stray = 0;
                region.end = i + 1;
                region.box.include(line.box);
            } else if (++stray >= k_most_stray_lines || is_wide(line, region)) {
                break;
            }
        }
        return region;
    }

    static bool is_wide(const Line& line, const Region& region) {
        return line.word_count() > 8 && line.box.width() > 0.6 * region.box.width();
    }

    /// Lines of one chunk above the first tabular line belong to the table if a rule stands above
    /// them that is as wide as the table.
    [[nodiscard]] std::size_t reach_up(const Region& region, std::size_t limit) const {
        constexpr std::size_t k_lines = 3;
        const Box& box = region.box;
        for (std::size_t up = 1; up <= k_lines && region.first >= limit + up; ++up) {
            const Line& line = lines_[region.first - up];
            const Line& below = lines_[region.first - up + 1];
            if (below.box.top - line.box.bottom > k_table_gap * line.size) break;
            const double ceiling = region.first - up > 0
                                       ? lines_[region.first - up - 1].box.centre().y
                                       : line.box.top - 3 * line.size;
            const bool ruled = std::ranges::any_of(rules_, [&](const Rule& rule) {
                return rule.at < line.box.centre().y && rule.at > ceiling &&
                       rule.at > line.box.top - 2 * line.size && rule.from < box.left + 10 &&
                       rule.to > box.right - 10;
            });
            if (ruled) return region.first - up;
        }
        return region.first;
    }

    std::span<const Line> lines_;
    std::span<const Rule> rules_;
};

/// Prose in columns lines up, too.
bool is_prose_in_columns(std::span<const Line> lines, const std::vector<TextColumn>& columns) {
    if (columns.size() > k_columns_of_prose) return false;
    std::size_t words = 0;
    std::size_t chunks = 0;
    for (const Line& line : lines) {
        words += line.word_count();
        chunks += line.chunks.size();
    }
    return static_cast<double>(words) > k_words_of_prose * static_cast<double>(chunks);
}

void add_to_cell(PageTable& table, std::size_t row, const ColumnRange& range, const Chunk& chunk) {
    const auto same = std::ranges::find_if(table.cells, [&](const PageCell& cell) {
        return cell.row == row && cell.column <= range.first &&
               cell.column + cell.columns > range.first;
    });
    if (same != table.cells.end()) {
        same->words.insert(same->words.end(), chunk.words.begin(), chunk.words.end());
        same->box.include(chunk.box);
        return;
    }
    table.cells.push_back({.row = row,
                           .column = range.first,
                           .columns = range.last - range.first + 1,
                           .box = chunk.box,
                           .words = chunk.words});
}

/// How many lines at the top of the page go on with a table: every chunk stands in one of its
/// columns.
std::size_t lines_carried(std::span<const Line> lines, const PageTable& carried) {
    const auto fits = [&carried](const Chunk& chunk) {
        return fits_column(carried.text_columns, chunk);
    };
    std::size_t count = 0;
    while (count < lines.size() && std::ranges::all_of(lines[count].chunks, fits)) {
        if (count > 0 &&
            lines[count].box.top - lines[count - 1].box.bottom > k_table_gap * lines[count].size) {
            break;
        }
        ++count;
    }
    return count;
}

/// The columns of a table that goes on from the page before.
std::vector<TextColumn> carried_columns(std::span<const Line> lines, const PageTable& carried) {
    std::vector<TextColumn> columns = carried.text_columns;
    for (const Line& line : lines) {
        for (const Chunk& chunk : line.chunks) {
            const ColumnRange range = columns_under(columns, chunk.box);
            TextColumn& column = columns[range.first];
            if (range.first != range.last) continue;
            column.right = std::max(column.right, chunk.box.right);
        }
    }
    return columns;
}

PageTable table_of_lines(const Page& page, std::span<const Line> found_lines,
                         std::span<const Rule> rules, const PageTable* carried) {
    PageTable table{.route = TableRoute::open};
    const std::vector<TextColumn> columns =
        carried != nullptr ? carried_columns(found_lines, *carried) : text_columns_of(found_lines);
    const std::vector<Line> lines = part_at_gutters(page, found_lines, columns);
    // Two lines line up by chance: justified footnotes, numbered headings.
    const auto parted =
        std::ranges::count_if(lines, [](const Line& line) { return line.chunks.size() > 1; });
    if (carried == nullptr && (parted < 3 || columns.size() < 2 || lines.size() < 2 ||
                               is_prose_in_columns(found_lines, columns))) {
        return table;
    }
    table.box = lines.front().box;
    for (const Line& line : lines) table.box.include(line.box);
    std::vector<Rule> inside;
    for (const Rule& rule : rules) {
        const double part =
            std::min(rule.to, table.box.right) - std::max(rule.from, table.box.left);
        if (part > 0.6 * table.box.width() && rule.at > table.box.top - 20 &&
            rule.at < table.box.bottom + 20) {
            inside.push_back(rule);
        }
    }
    const RowStarts rows =
        row_starts_of(page, lines, columns, inside,
                      carried != nullptr ? std::optional(carried->habit) : std::nullopt);
    const std::vector<std::size_t>& starts = rows.lines;
    table.text_columns = columns;
    table.habit = rows.habit;
    table.rows = starts.size();
    table.columns = columns.size();
    for (std::size_t row = 0; row < starts.size(); ++row) {
        const std::size_t end = row + 1 < starts.size() ? starts[row + 1] : lines.size();
        for (std::size_t i = starts[row]; i < end; ++i) {
            for (const Chunk& chunk : lines[i].chunks) {
                add_to_cell(table, row, columns_under(columns, chunk.box), chunk);
            }
        }
    }
    for (PageCell& cell : table.cells) {
        cell.box.right = std::max(cell.box.right, columns[cell.column + cell.columns - 1].right);
    }
    std::ranges::stable_sort(table.cells, [](const PageCell& a, const PageCell& b) {
        return a.row != b.row ? a.row < b.row : a.column < b.column;
    });
    table.column_edges.push_back(columns.front().left);
    for (std::size_t i = 0; i + 1 < columns.size(); ++i) {
        table.column_edges.push_back((columns[i].right + columns[i + 1].left) / 2);
    }
    table.column_edges.push_back(columns.back().right);
    return table;
}

}  // namespace

std::vector<PageTable> open_tables_of(const Page& page, std::span<const WordIndex> words,
                                      std::span<const Rule> rules, const PageTable* carried) {
    const std::vector<Line> lines = lines_of(page, words, k_chunk_gap);
    std::vector<PageTable> tables;
    constexpr std::size_t k_most_lines = 3'000;  // a page has some two hundred
    if (lines.size() > k_most_lines) return tables;
    std::span<const Line> rest = lines;
    if (carried != nullptr && carried->text_columns.size() > 1) {
        const std::size_t count = lines_carried(lines, *carried);
        if (count > 0) {
            PageTable table = table_of_lines(page, rest.first(count), rules, carried);
            table.continues = true;
            tables.push_back(std::move(table));
            rest = rest.subspan(count);
        }
    }
    for (const Region& region : RegionFinder(rest, rules).run()) {
        PageTable table = table_of_lines(
            page, rest.subspan(region.first, region.end - region.first), rules, nullptr);
        if (table.rows >= 2 && table.cells.size() >= 4) tables.push_back(std::move(table));
    }
    return tables;
}

}  // namespace tidytracker::pdf
