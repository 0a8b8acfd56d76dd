// SPDX-License-Identifier: Apache-2.0
#include "read/pdf/tagged_tables.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "read/pdf/columns.hpp"

namespace tidytracker::pdf {
namespace {

constexpr std::size_t k_most_tagged_columns = 256;
constexpr std::size_t k_most_tagged_rows = 100'000;

/// A cell of the tree with its place in the grid.
struct PlacedTag {
    const TaggedCell* cell{};
    std::size_t row{};
    std::size_t column{};
    bool short_row{};  ///< its row has fewer columns than others, but more than one cell
};

void mark_short_rows(std::vector<PlacedTag>& placed, const std::vector<std::size_t>& ends,
                     std::size_t columns) {
    for (std::size_t i = 0; i < placed.size(); ++i) {
        const bool alone = (i == 0 || placed[i - 1].row != placed[i].row) &&
                           (i + 1 == placed.size() || placed[i + 1].row != placed[i].row);
        placed[i].short_row = !alone && ends[placed[i].row] < columns;
    }
}

/// Places cells as HTML does: a cell takes the next column that no cell from above reaches into.
/// Nothing if the rows are not equally wide.
std::vector<PlacedTag> place_cells(const TaggedTable& table, std::size_t& columns) {
    std::vector<PlacedTag> placed;
    std::vector<std::size_t> ends;  // of the rows
    std::vector<std::size_t> busy;  // for each column, the first row that is free again
    std::size_t uneven = 0;
    columns = 0;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        std::size_t column = 0;
        for (const TaggedCell& cell : table.rows[row]) {
            while (column < busy.size() && busy[column] > row) ++column;
            const std::size_t end = column + static_cast<std::size_t>(cell.columns);
            if (end > k_most_tagged_columns) return {};
            if (end > busy.size()) busy.resize(end);
            for (std::size_t c = column; c < end; ++c) {
                busy[c] = row + static_cast<std::size_t>(cell.rows);
            }
            placed.push_back({&cell, row, column});
            column = end;
        }
        while (column < busy.size() && busy[column] > row) ++column;
        ends.push_back(column);
        if (row > 0 && column != columns) ++uneven;
        columns = std::max(columns, column);
    }
    mark_short_rows(placed, ends, columns);
    // Section rows are often written as one cell without its span.
    return uneven * 5 > table.rows.size() ? std::vector<PlacedTag>{} : placed;
}

/// The words of each mark of a page.
using MarkedWords = std::map<int, std::vector<WordIndex>>;

MarkedWords words_by_mark(const Page& page) {
    MarkedWords marked;
    for (WordIndex i = 0; i < page.words.size(); ++i) {
        if (page.words[i].mark != k_unmarked) marked[page.words[i].mark].push_back(i);
    }
    return marked;
}

struct PageOfTags {
    PageTable part{};
    std::set<std::size_t> short_rows{};
};

/// The table's cells on each page, rows still counted through the whole table.
std::map<std::size_t, PageOfTags> spread_over_pages(const std::vector<PlacedTag>& placed,
                                                    const std::vector<Page>& pages) {
    std::map<std::size_t, PageOfTags> tables;
    std::map<std::size_t, MarkedWords> marked;
    for (const PlacedTag& tag : placed) {
        std::map<std::size_t, PageCell> cells;
        for (const MarkedPiece& piece : tag.cell->pieces) {
            if (piece.page >= pages.size()) continue;
            if (!marked.contains(piece.page)) {
                marked.emplace(piece.page, words_by_mark(pages[piece.page]));
            }
            const auto words = marked[piece.page].find(piece.mark);
            if (words == marked[piece.page].end()) continue;
            PageCell& cell = cells[piece.page];
            cell.words.insert(cell.words.end(), words->second.begin(), words->second.end());
        }
        for (auto& [page, cell] : cells) {
            cell.row = tag.row;
            cell.column = tag.column;
            if (tag.short_row) tables[page].short_rows.insert(tag.row);
            cell.rows = static_cast<std::size_t>(tag.cell->rows);
            cell.columns = static_cast<std::size_t>(tag.cell->columns);
            cell.box = pages[page].words[cell.words.front()].box;
            for (const WordIndex word : cell.words) cell.box.include(pages[page].words[word].box);
            tables[page].part.cells.push_back(std::move(cell));
        }
    }
    return tables;
}

/// Some programs leave empty cells out of the tree, so that all behind them would move up: cells of
/// short rows go where the page shows them, below those of whole rows.
void place_short_rows(PageOfTags& page, std::size_t columns) {
    if (page.short_rows.empty()) return;
    std::vector<TextColumn> room(columns, {1e9, -1e9});
    for (const PageCell& cell : page.part.cells) {
        if (cell.columns != 1 || page.short_rows.contains(cell.row)) continue;
        room[cell.column].left = std::min(room[cell.column].left, cell.box.left);
        room[cell.column].right = std::max(room[cell.column].right, cell.box.right);
    }
    const PageCell* before = nullptr;
    for (PageCell& cell : page.part.cells) {
        if (!page.short_rows.contains(cell.row)) continue;
        std::size_t column = cell.column;
        if (before != nullptr && before->row == cell.row) column = before->column + before->columns;
        double best = 0;
        for (std::size_t c = column; c + cell.columns <= columns; ++c) {
            const double part =
                std::min(room[c].right, cell.box.right) - std::max(room[c].left, cell.box.left);
            if (part <= best) continue;
            best = part;
            column = c;
        }
        cell.column = std::min(column, columns - 1);
        before = &cell;
    }
}

/// The room that each column's text takes on a page; spans do not count.
std::vector<double> edges_of_cells(const PageTable& table, std::size_t columns) {
    std::vector<double> left(columns, 1e9);
    std::vector<double> right(columns, -1e9);
    for (const PageCell& cell : table.cells) {
        if (cell.columns != 1 || cell.column >= columns) continue;
        left[cell.column] = std::min(left[cell.column], cell.box.left);
        right[cell.column] = std::max(right[cell.column], cell.box.right);
    }
    std::vector<double> edges{table.box.left};
    for (std::size_t c = 1; c < columns; ++c) {
        const double from = right[c - 1] > -1e8 ? right[c - 1] : edges.back();
        const double to = left[c] < 1e8 ? left[c] : from;
        edges.push_back(std::max(edges.back(), (from + to) / 2));
    }
    edges.push_back(table.box.right);
    return edges;
}

/// Does the page agree: do cells of a column stand below one another, to the right of those of the
/// column before, and is there hardly a word in the table's box that is in none of its cells?
bool agrees(const PageTable& table, const Page& page, std::size_t columns) {
    std::vector<char> taken(page.words.size());
    for (const PageCell& cell : table.cells) {
        for (const WordIndex word : cell.words) taken[word] = 1;
    }
    std::size_t inside = 0;
    std::size_t strangers = 0;
    for (std::size_t i = 0; i < page.words.size(); ++i) {
        if (page.words[i].artifact || !table.box.contains(page.words[i].box.centre())) continue;
        ++inside;
        strangers += taken[i] == 0 ? 1U : 0U;
    }
    if (strangers * 20 > inside) return false;
    std::size_t apart = 0;
    std::size_t pairs = 0;
    const PageCell* before = nullptr;
    for (const PageCell& cell : table.cells) {
        if (before != nullptr && before->row == cell.row && cell.column > before->column) {
            ++pairs;
            apart += cell.box.left >= before->box.right - 2 ? 1U : 0U;
        }
        before = &cell;
    }
    return columns >= 2 && apart * 20 >= pairs * 19;
}

/// Numbers the rows of the part from 0 on, and fits spans to what the page shows of them.
void settle_part(PageTable& table, std::size_t columns) {
    std::map<std::size_t, std::size_t> numbers;
    for (const PageCell& cell : table.cells) numbers.emplace(cell.row, 0);
    std::size_t next = 0;
    for (auto& [row, number] : numbers) number = next++;
    for (PageCell& cell : table.cells) {
        const auto first = numbers.find(cell.row);
        const auto end = numbers.lower_bound(cell.row + cell.rows);
        cell.rows = static_cast<std::size_t>(std::distance(first, end));
        cell.row = first->second;
        cell.columns = std::min(cell.columns, columns - cell.column);
        cell.box.right = std::max(cell.box.right, table.column_edges[cell.column + cell.columns]);
    }
    std::ranges::stable_sort(table.cells, [](const PageCell& a, const PageCell& b) {
        return a.row != b.row ? a.row < b.row : a.column < b.column;
    });
    table.route = TableRoute::tagged;
    table.rows = next;
    table.columns = columns;
}

}  // namespace

std::vector<TaggedPart> parts_of_tagged_table(const TaggedTable& table,
                                              const std::vector<Page>& pages) {
    std::vector<TaggedPart> parts;
    if (table.nests || table.rows.size() < 2 || table.rows.size() > k_most_tagged_rows)
        return parts;
    std::size_t columns = 0;
    const std::vector<PlacedTag> placed = place_cells(table, columns);
    if (columns < 2) return parts;
    std::size_t last_row = 0;
    for (auto& [page, tags] : spread_over_pages(placed, pages)) {
        place_short_rows(tags, columns);
        PageTable& part = tags.part;
        part.box = part.cells.front().box;
        for (const PageCell& cell : part.cells) part.box.include(cell.box);
        part.column_edges = edges_of_cells(part, columns);
        if (!agrees(part, pages[page], columns)) return {};
        const auto [first, last] = std::ranges::minmax(part.cells, {}, &PageCell::row);
        const bool parts_row = !parts.empty() && first.row == last_row;
        last_row = last.row;
        settle_part(part, columns);
        parts.push_back({page, std::move(part), !parts.empty(), parts_row});
    }
    return parts;
}

}  // namespace tidytracker::pdf
