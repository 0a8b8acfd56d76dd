// SPDX-License-Identifier: Apache-2.0
#include "read/pdf/page_tables.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "read/pdf/open_tables.hpp"
#include "read/pdf/rule_grid.hpp"
#include "read/pdf/ruled_tables.hpp"

namespace tidytracker::pdf {
namespace {

constexpr double k_shortest_lying = 6;     // shorter ones are ticks, dashes and underlined letters
constexpr std::size_t k_most_grids = 300;  // of one page: boxes of forms, bars of diagrams
constexpr double k_shortest_standing = 4;  // a row can be this low

/// Diagrams have axes, grids and labels, but hardly a filled cell.
bool is_sparse(const PageTable& table) {
    constexpr double k_least_filled = 0.3;
    std::size_t filled = 0;
    for (const PageCell& cell : table.cells) filled += cell.rows * cell.columns;
    return static_cast<double>(filled) <
           k_least_filled * static_cast<double>(table.rows * table.columns);
}

/// Cells hold text; an area with several slanting or curved strokes is a diagram or a map.
bool is_drawing(const Page& page, const PageTable& table) {
    constexpr std::size_t k_most_drawn = 5;  // a logo or a few ticks
    std::size_t drawn = 0;
    for (const Point at : page.drawn) drawn += table.box.contains(at) ? 1U : 0U;
    return drawn > k_most_drawn && drawn * 4 > table.cells.size();
}

}  // namespace

std::vector<PageTable> find_tables(const Page& page, const std::vector<WordIndex>& body,
                                   const PageTable* carried) {
    const std::vector<Rule> horizontal = tidy_rules(page.horizontal, k_shortest_lying);
    const std::vector<Rule> vertical = tidy_rules(page.vertical, k_shortest_standing);
    std::vector<PageTable> tables;
    std::vector<Rule> free_rules;
    std::vector<WordIndex> left = body;
    std::size_t grids = 0;
    for (const RuleGroup& group : connect_rules(horizontal, vertical)) {
        const bool may_be_grid = !group.vertical.empty() && ++grids <= k_most_grids;
        PageTable table = may_be_grid ? ruled_table_of(page, left, group, carried) : PageTable{};
        if ((table.cells.size() < 4 || is_sparse(table) || is_drawing(page, table)) &&
            !(table.continues && !table.cells.empty())) {
            free_rules.insert(free_rules.end(), group.horizontal.begin(), group.horizontal.end());
            continue;
        }
        std::vector<char> taken(page.words.size());
        for (const PageCell& cell : table.cells) {
            for (const WordIndex index : cell.words) taken[index] = 1;
        }
        std::erase_if(left, [&taken](WordIndex index) { return taken[index] != 0; });
        tables.push_back(std::move(table));
    }
    std::ranges::sort(free_rules, {}, &Rule::at);
    std::ranges::move(open_tables_of(page, left, free_rules, carried), std::back_inserter(tables));
    std::erase_if(tables, [&page](const PageTable& table) {
        return table.route == TableRoute::open && !table.continues &&
               (is_sparse(table) || is_drawing(page, table));
    });
    std::ranges::stable_sort(tables, {}, [](const PageTable& table) { return table.box.top; });
    return tables;
}

}  // namespace tidytracker::pdf
