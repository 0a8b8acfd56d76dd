// SPDX-License-Identifier: Apache-2.0
// Rows of a table whose cells have no rules around them. A cell may be wrapped over many lines, so
// what begins a row has to be found: rules between rows, or a key in a front column, or wider gaps;
// where nothing tells, each line is a row.
#include "read/pdf/open_rows.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "base/shape.hpp"
#include "base/text.hpp"

namespace tidytracker::pdf {
namespace {

/// What a line shows of a table's columns.
struct LineCells {
    std::vector<char> filled{};
    std::size_t count{};
    bool spans{};  ///< a chunk reaches over several columns
    bool bold{};
};

LineCells cells_of(const Line& line, const std::vector<TextColumn>& columns) {
    LineCells cells{.filled = std::vector<char>(columns.size()), .bold = true};
    for (const Chunk& chunk : line.chunks) {
        const ColumnRange range = columns_under(columns, chunk.box);
        cells.spans = cells.spans || range.last > range.first;
        cells.filled[range.first] = 1;
        cells.bold = cells.bold && chunk.bold;
    }
    cells.count = static_cast<std::size_t>(std::ranges::count(cells.filled, 1));
    return cells;
}

using Starts = std::vector<std::size_t>;

bool is_ruled_between(std::span<const Rule> rules, const Line& above, const Line& below) {
    const auto rule = std::ranges::upper_bound(rules, above.box.centre().y, {}, &Rule::at);
    return rule != rules.end() && rule->at < below.box.centre().y;
}

double share_of(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

Starts starts_at_rules(std::span<const Line> lines, std::span<const Rule> rules) {
    Starts starts{0};
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (is_ruled_between(rules, lines[i - 1], lines[i])) starts.push_back(i);
    }
    return starts;
}

/// Rows between rules, if each holds something in the first column, once as a rule. Cells may stand
/// at the top, in the middle or at the bottom of a row.
std::optional<Starts> rows_between_rules(std::span<const Line> lines,
                                         const std::vector<LineCells>& cells,
                                         std::span<const Rule> rules) {
    Starts starts = starts_at_rules(lines, rules);
    if (starts.size() < 3 || starts.size() == lines.size()) return std::nullopt;
    std::size_t filled = 0;
    std::size_t again = 0;
    std::size_t wide = 0;
    std::size_t next = 0;
    bool seen = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (next < starts.size() && starts[next] == i) {
            ++next;
            seen = false;
        }
        wide += cells[i].count * 10 >= cells[i].filled.size() * 6 ? 1U : 0U;
        if (cells[i].filled[0] == 0) continue;
        ++(seen ? again : filled);
        seen = true;
    }
    if (share_of(filled, starts.size()) < 0.8) return std::nullopt;
    // Where the first column wraps, there is still but one line with most of the cells in it.
    if (share_of(again, lines.size() - starts.size()) > 0.25 &&
        share_of(wide, starts.size()) > 1.2) {
        return std::nullopt;
    }
    return starts;
}

bool is_key(std::string_view text) {
    return is_reference_shaped(text) || is_date_shaped(text) || is_number_shaped(text);
}

/// Which lines begin with a key in a column, and how sure that column is to be the key.
struct KeyedLines {
    std::vector<const Chunk*> keyed{};  ///< the keys; null in lines without one
    std::size_t filled{};
    std::size_t keys{};
    std::size_t wide{};  ///< keyed lines that fill most columns
};

KeyedLines keyed_lines_of(const Page& page, std::span<const Line> lines,
                          const std::vector<TextColumn>& columns,
                          const std::vector<LineCells>& cells, std::size_t column) {
    KeyedLines found{.keyed = std::vector<const Chunk*>(lines.size())};
    bool begun = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (const Chunk& chunk : lines[i].chunks) {
            const ColumnRange range = columns_under(columns, chunk.box);
            if (range.first != column || range.last != column) continue;
            const std::string text = text_of_chunk(page, chunk);
            if (std::exchange(begun, is_begun_key(text))) continue;
            ++found.filled;
            if (!begun && !is_key(text)) continue;
            found.keyed[i] = &chunk;
            ++found.keys;
            found.wide += cells[i].count * 10 >= columns.size() * 6 ? 1U : 0U;
        }
    }
    return found;
}

/// Every line without a key belongs to the row above, but for headings and what follows them, and
/// for the line below a header.
Starts starts_by_key(const KeyedLines& found, const std::vector<LineCells>& cells,
                     std::size_t header_lines) {
    const auto is_heading = [&cells](std::size_t i) {
        return cells[i].count == 1 && (cells[i].bold || cells[i].spans);
    };
    Starts starts{0};
    for (std::size_t i = 1; i < cells.size(); ++i) {
        const bool after_heading =
            starts.back() + 1 == i && is_heading(i - 1) && cells[i].count > 1;
        if (found.keyed[i] != nullptr || is_heading(i) || after_heading || i == header_lines) {
            starts.push_back(i);
        }
    }
    return starts;
}

/// The stretches of a table about its keys, and the line that each begins with.
struct Stretches {
    std::vector<BandStretch> bands{};
    std::vector<std::size_t> first{};
    std::vector<std::size_t> headings{};
};

double usual_line_height(std::span<const Line> lines) {
    constexpr double k_height_of_size = 1.15;  // most fonts and programs
    std::vector<double> sizes;
    for (const Line& line : lines) sizes.push_back(line.size);
    const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
    std::ranges::nth_element(sizes, middle);
    return k_height_of_size * std::max(*middle, 1.0);
}

/// Headings part stretches. Above the first there is a header, or the rest of a row.
Stretches stretches_of(const Page& page, std::span<const Line> lines,
                       const std::vector<TextColumn>& columns, const std::vector<LineCells>& cells,
                       const KeyedLines& found) {
    const double unit = usual_line_height(lines);
    const auto height = [&page, unit](const Chunk& chunk) {
        return page.words[chunk.words.front()].baseline / unit;
    };
    Stretches out;
    bool open = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool heading = cells[i].count == 1 && cells[i].spans && cells[i].filled[0] != 0;
        if (heading) out.headings.push_back(i);
        if (heading) open = false;
        if (heading) continue;
        if (!open) out.bands.push_back({.open_above = out.headings.empty()});
        if (!open) out.first.push_back(i);
        BandLine band{.key = found.keyed[i] != nullptr};
        band.apart = open && lines[i].box.top - lines[i - 1].box.bottom > 0.5 * lines[i].size;
        for (const Chunk& chunk : lines[i].chunks) {
            const auto column = static_cast<std::uint32_t>(columns_under(columns, chunk.box).first);
            band.cells.push_back(
                {column, height(chunk), begins_lower_case(text_of_chunk(page, chunk))});
        }
        out.bands.back().lines.push_back(std::move(band));
        open = true;
    }
    return out;
}

/// @param header_lines a row of its own above all others, if not 0
Starts starts_of_bands(const Stretches& stretches,
                       const std::vector<std::vector<std::size_t>>& begins,
                       std::size_t header_lines) {
    Starts starts{0};
    starts.insert(starts.end(), stretches.headings.begin(), stretches.headings.end());
    for (std::size_t s = 0; s < begins.size(); ++s) {
        // What stands below a heading is no part of it.
        starts.push_back(stretches.first[s]);
        for (const std::size_t begin : begins[s]) starts.push_back(stretches.first[s] + begin);
    }
    if (header_lines > 0) starts.push_back(header_lines);
    std::ranges::sort(starts);
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    return starts;
}

/// The lines of a header whose captions stand at its bottom: the last of them has most of them all.
std::size_t header_above_key(const std::vector<LineCells>& cells, const KeyedLines& found) {
    for (std::size_t i = 0; i < cells.size() && found.keyed[i] == nullptr; ++i) {
        if (cells[i].count * 5 >= cells[i].filled.size() * 4) return i + 1;
    }
    return 0;
}

/// Rows whose keys stand in one of the first two columns.
std::optional<RowStarts> rows_by_key(const Page& page, std::span<const Line> lines,
                                     const std::vector<TextColumn>& columns,
                                     const std::vector<LineCells>& cells) {
    for (std::size_t column = 0; column < std::min<std::size_t>(2, columns.size()); ++column) {
        const KeyedLines found = keyed_lines_of(page, lines, columns, cells, column);
        if (found.keys < 2 || share_of(found.keys, found.filled) < 0.6 ||
            share_of(found.keys, lines.size()) > 0.6) {
            continue;
        }
        const Stretches stretches = stretches_of(page, lines, columns, cells, found);
        const RowBands bands = find_row_bands(stretches.bands, static_cast<std::uint32_t>(column));
        if (bands.alignment == RowAlignment::middle || bands.alignment == RowAlignment::bottom) {
            const std::size_t header =
                bands.alignment == RowAlignment::bottom ? header_above_key(cells, found) : 0;
            return RowStarts{starts_of_bands(stretches, bands.starts, header),
                             {.key_column = column, .alignment = bands.alignment}};
        }
        if (share_of(found.wide, found.keys) < 0.6) continue;
        return RowStarts{starts_by_key(found, cells, 0), {.key_column = column}};
    }
    return std::nullopt;
}

/// Rows parted by wider gaps: the gaps between lines are of two kinds.
std::optional<Starts> rows_by_gaps(std::span<const Line> lines,
                                   const std::vector<LineCells>& cells) {
    std::vector<double> gaps;
    double size = 0;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        gaps.push_back(lines[i].baseline - lines[i - 1].baseline);
        size += lines[i].size / static_cast<double>(lines.size() - 1);
    }
    if (gaps.size() < 4) return std::nullopt;
    std::vector<double> sorted = gaps;
    std::ranges::sort(sorted);
    // The largest step between neighbours in order, with enough gaps on both sides of it.
    const auto margin =
        static_cast<std::size_t>(std::ceil(0.12 * static_cast<double>(sorted.size())));
    double step = 0;
    double limit = 0;
    for (std::size_t i = std::max<std::size_t>(margin, 1); i + margin <= sorted.size(); ++i) {
        if (sorted[i] - sorted[i - 1] > step) {
            step = sorted[i] - sorted[i - 1];
            limit = (sorted[i] + sorted[i - 1]) / 2;
        }
    }
    if (step < 0.22 * size) return std::nullopt;
    // Tight lines must look like the rest of a cell: fewer cells than the line above has.
    std::size_t tight = 0;
    std::size_t wrapped = 0;
    Starts starts{0};
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (gaps[i - 1] > limit) {
            starts.push_back(i);
            continue;
        }
        ++tight;
        wrapped += cells[i].count < cells[starts.back()].count || cells[i].filled[0] == 0 ? 1U : 0U;
    }
    if (share_of(wrapped, tight) < 0.7) return std::nullopt;
    return starts;
}

/// Each line a row, but for those that plainly go on with the cells above.
Starts rows_by_lines(std::span<const Line> lines, const std::vector<LineCells>& cells,
                     std::span<const Rule> rules) {
    Starts starts{0};
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const double gap = lines[i].box.top - lines[i - 1].box.bottom;
        const bool ruled = is_ruled_between(rules, lines[i - 1], lines[i]);
        const std::size_t width = cells[i].filled.size();
        bool below_text = true;  // each cell stands below one of the line above
        for (std::size_t c = 0; c < width; ++c) {
            below_text = below_text && (cells[i].filled[c] == 0 || cells[i - 1].filled[c] != 0);
        }
        const bool continues = !ruled && cells[i].filled[0] == 0 && cells[i].count * 2 <= width &&
                               !cells[i].spans && below_text && gap < 0.35 * lines[i].size &&
                               cells[i - 1].count > cells[i].count;
        if (!continues) starts.push_back(i);
    }
    return starts;
}

/// Captions that wrap make a header of several lines. Those above the first rule, or above the
/// first line with figures, are joined while the lower line only goes on with the upper.
void join_header_lines(std::span<const Line> lines, const std::vector<LineCells>& cells,
                       std::size_t header_end, Starts& starts) {
    for (std::size_t i = 1; i < header_end; ++i) {
        const auto at = std::ranges::find(starts, i);
        if (at == starts.end() || at == starts.begin()) continue;
        const double gap = lines[i].box.top - lines[i - 1].box.bottom;
        if (cells[i - 1].spans || cells[i].spans || gap > 0.5 * lines[i].size) continue;
        starts.erase(at);
    }
}

std::size_t header_end_of(std::span<const Line> lines, std::span<const Rule> rules) {
    constexpr std::size_t k_longest_header = 5;
    if (lines.empty()) return 0;
    const auto below = std::ranges::find_if(
        rules, [&lines](const Rule& rule) { return rule.at > lines.front().box.centre().y; });
    if (below == rules.end()) return 0;
    std::size_t end = 0;
    while (end < lines.size() && lines[end].box.centre().y < below->at) ++end;
    return end <= k_longest_header && end < lines.size() ? end : 0;
}

/// The rows on a page that a table goes on to, told as on the page before.
std::optional<RowStarts> rows_by_habit(const Page& page, std::span<const Line> lines,
                                       const std::vector<TextColumn>& columns,
                                       const std::vector<LineCells>& cells,
                                       std::span<const Rule> rules, const RowHabit& habit) {
    if (habit.rules) return RowStarts{starts_at_rules(lines, rules), habit};
    if (!habit.key_column || *habit.key_column >= columns.size()) return std::nullopt;
    const KeyedLines found = keyed_lines_of(page, lines, columns, cells, *habit.key_column);
    // A first line that has something else for a key is the header again.
    const bool header =
        !cells.empty() && found.keyed[0] == nullptr && cells[0].filled[*habit.key_column] != 0;
    const std::size_t header_lines = header ? habit.header_lines : 0;
    if (habit.alignment == RowAlignment::top) {
        return RowStarts{starts_by_key(found, cells, header_lines), habit};
    }
    const Stretches stretches = stretches_of(page, lines, columns, cells, found);
    return RowStarts{
        starts_of_bands(stretches,
                        row_bands_at(stretches.bands, static_cast<std::uint32_t>(*habit.key_column),
                                     habit.alignment),
                        header_lines),
        habit};
}

RowStarts rows_by_text(const Page& page, std::span<const Line> lines,
                       const std::vector<TextColumn>& columns, const std::vector<LineCells>& cells,
                       std::span<const Rule> rules) {
    if (auto starts = rows_between_rules(lines, cells, rules)) return {*starts, {.rules = true}};
    const std::size_t header_end = header_end_of(lines, rules);
    RowStarts rows;
    if (auto keyed = rows_by_key(page, lines, columns, cells)) {
        rows = *keyed;
    } else if (auto gapped = rows_by_gaps(lines, cells)) {
        rows.lines = *gapped;
    } else {
        rows.lines = rows_by_lines(lines, cells, rules);
    }
    Starts& starts = rows.lines;
    if (header_end > 0 && std::ranges::find(starts, header_end) == starts.end()) {
        starts.insert(std::ranges::lower_bound(starts, header_end), header_end);
    }
    join_header_lines(lines, cells, header_end, starts);
    return rows;
}

}  // namespace

RowStarts row_starts_of(const Page& page, std::span<const Line> lines,
                        const std::vector<TextColumn>& columns, std::span<const Rule> rules,
                        const std::optional<RowHabit>& before) {
    std::vector<LineCells> cells;
    for (const Line& line : lines) cells.push_back(cells_of(line, columns));
    if (before) {
        if (auto rows = rows_by_habit(page, lines, columns, cells, rules, *before)) return *rows;
    }
    RowStarts rows = rows_by_text(page, lines, columns, cells, rules);
    rows.habit.header_lines = rows.lines.size() > 1 ? rows.lines[1] : 0;
    return rows;
}

}  // namespace tidytracker::pdf
