// SPDX-License-Identifier: Apache-2.0
// Cells from rules. The grid is made of atoms between all positions at which there are rules; a
// border counts as there if rules cover most of it, and atoms without a border between them are one
// cell. Unlike tracing corners this bears broken, missing and overlong rules.
#include "read/pdf/rule_grid.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tidytracker::pdf {
namespace {

// In points; the values that measured best on the ICDAR 2013 table competition's documents.
constexpr double k_snap = 2.0;
constexpr double k_join_gap = 3.0;
constexpr double k_touch = 3.0;
constexpr double k_edge = 3.0;
constexpr double k_open_side = 8.0;
constexpr double k_covered = 0.6;
constexpr std::size_t k_most_rules = 6'000;  // a drawing, not a table, has more
constexpr std::size_t k_most_atoms = 100'000;

class UnionFind {
  public:
    explicit UnionFind(std::size_t size) : parent_(size) {
        std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    }
    std::size_t find(std::size_t i) {
        while (parent_[i] != i) {
            parent_[i] = parent_[parent_[i]];
            i = parent_[i];
        }
        return i;
    }
    void join(std::size_t a, std::size_t b) { parent_[find(a)] = find(b); }

  private:
    std::vector<std::size_t> parent_;
};

/// Means of the clusters of values whose neighbours are at most `reach` apart.
std::vector<double> clusters_of(std::vector<double> values, double reach) {
    std::ranges::sort(values);
    std::vector<double> means;
    std::size_t count = 0;
    for (const double value : values) {
        if (!means.empty() && value - means.back() <= reach) {
            ++count;
            means.back() += (value - means.back()) / static_cast<double>(count);
        } else {
            means.push_back(value);
            count = 1;
        }
    }
    return means;
}

std::vector<double> edges_of(const std::vector<Rule>& across, const std::vector<Rule>& along) {
    std::vector<double> positions;
    for (const Rule& rule : across) positions.push_back(rule.at);
    // A table may have no outer rules: then the rules of the other direction stick out.
    double first = 1e9;
    double last = -1e9;
    for (const Rule& rule : along) {
        first = std::min(first, rule.from);
        last = std::max(last, rule.to);
    }
    if (positions.empty()) return {first, last};
    const auto [low, high] = std::ranges::minmax(positions);
    if (first < low - k_open_side) positions.push_back(first);
    if (last > high + k_open_side) positions.push_back(last);
    return clusters_of(std::move(positions), k_edge);
}

/// Is most of the stretch of an edge covered by rules?
bool is_covered(const std::vector<Rule>& rules, double at, double from, double to) {
    double covered = 0;
    const auto first = std::ranges::lower_bound(rules, at - k_edge, {}, &Rule::at);
    for (auto rule = first; rule != rules.end() && rule->at <= at + k_edge; ++rule) {
        covered += std::max(0.0, std::min(to, rule->to + 1) - std::max(from, rule->from - 1));
    }
    return covered >= k_covered * (to - from);
}

/// The rectangles around the joined atoms; those that overlap become one.
std::vector<GridArea> areas_of(UnionFind& atoms, std::size_t rows, std::size_t columns) {
    std::vector<GridArea> areas;
    std::vector<std::size_t> index(rows * columns, SIZE_MAX);
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < columns; ++c) {
            std::size_t& area = index[atoms.find(r * columns + c)];
            if (area == SIZE_MAX) {
                area = areas.size();
                areas.push_back({r, c, r, c});
            }
            GridArea& grown = areas[area];
            grown.first_column = std::min(grown.first_column, c);
            grown.last_row = std::max(grown.last_row, r);
            grown.last_column = std::max(grown.last_column, c);
        }
    }
    return areas;
}

/// Atoms inside the rectangle of a joined set belong to it, too: joined sets are rectangles then.
bool square_up(UnionFind& atoms, std::size_t rows, std::size_t columns) {
    bool changed = false;
    for (const GridArea& area : areas_of(atoms, rows, columns)) {
        const std::size_t first = area.first_row * columns + area.first_column;
        for (std::size_t r = area.first_row; r <= area.last_row; ++r) {
            for (std::size_t c = area.first_column; c <= area.last_column; ++c) {
                if (atoms.find(r * columns + c) == atoms.find(first)) continue;
                atoms.join(r * columns + c, first);
                changed = true;
            }
        }
    }
    return changed;
}

}  // namespace

std::vector<Rule> tidy_rules(std::vector<Rule> rules, double shortest) {
    std::vector<double> positions;
    for (const Rule& rule : rules) positions.push_back(rule.at);
    const std::vector<double> means = clusters_of(std::move(positions), k_snap);
    for (Rule& rule : rules) {
        const auto above = std::ranges::lower_bound(means, rule.at);
        const bool lower = above == means.end() ||
                           (above != means.begin() && rule.at - *(above - 1) < *above - rule.at);
        rule.at = lower ? *(above - 1) : *above;
    }
    std::ranges::sort(rules, [](const Rule& a, const Rule& b) {
        return a.at != b.at ? a.at < b.at : a.from < b.from;
    });
    std::vector<Rule> joined;
    for (const Rule& rule : rules) {
        if (!joined.empty() && joined.back().at == rule.at &&
            rule.from <= joined.back().to + k_join_gap) {
            joined.back().to = std::max(joined.back().to, rule.to);
        } else {
            joined.push_back(rule);
        }
    }
    std::erase_if(joined, [shortest](const Rule& rule) { return rule.to - rule.from < shortest; });
    return joined;
}

std::vector<RuleGroup> connect_rules(const std::vector<Rule>& horizontal,
                                     const std::vector<Rule>& vertical) {
    std::vector<RuleGroup> groups;
    if (horizontal.size() > k_most_rules || vertical.size() > k_most_rules) return groups;
    UnionFind sets(horizontal.size() + vertical.size());
    for (std::size_t v = 0; v < vertical.size(); ++v) {
        const Rule& up = vertical[v];
        auto across = std::ranges::lower_bound(horizontal, up.from - k_touch, {}, &Rule::at);
        for (; across != horizontal.end() && across->at <= up.to + k_touch; ++across) {
            if (across->from > up.at + k_touch || across->to < up.at - k_touch) continue;
            sets.join(horizontal.size() + v, static_cast<std::size_t>(across - horizontal.begin()));
        }
    }
    std::vector<std::size_t> group_of(horizontal.size() + vertical.size(), SIZE_MAX);
    for (std::size_t i = 0; i < group_of.size(); ++i) {
        std::size_t& group = group_of[sets.find(i)];
        const bool lying = i < horizontal.size();
        const Rule& rule = lying ? horizontal[i] : vertical[i - horizontal.size()];
        const Box box = lying ? Box{rule.from, rule.at, rule.to, rule.at}
                              : Box{rule.at, rule.from, rule.at, rule.to};
        if (group == SIZE_MAX) {
            group = groups.size();
            groups.push_back({.box = box});
        }
        groups[group].box.include(box);
        (lying ? groups[group].horizontal : groups[group].vertical).push_back(rule);
    }
    return groups;
}

RuleGrid grid_of_rules(const RuleGroup& group) {
    RuleGrid grid;
    if (group.horizontal.empty() || group.vertical.empty()) return grid;
    grid.xs = edges_of(group.vertical, group.horizontal);
    grid.ys = edges_of(group.horizontal, group.vertical);
    if (grid.xs.size() < 2 || grid.ys.size() < 2) return grid;
    const std::size_t columns = grid.xs.size() - 1;
    const std::size_t rows = grid.ys.size() - 1;
    if (rows > k_most_atoms / columns) return grid;
    UnionFind atoms(rows * columns);
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < columns; ++c) {
            const std::size_t atom = r * columns + c;
            if (c + 1 < columns &&
                !is_covered(group.vertical, grid.xs[c + 1], grid.ys[r], grid.ys[r + 1])) {
                atoms.join(atom, atom + 1);
            }
            if (r + 1 < rows &&
                !is_covered(group.horizontal, grid.ys[r + 1], grid.xs[c], grid.xs[c + 1])) {
                atoms.join(atom, atom + columns);
            }
        }
    }
    // Each round makes fewer sets; few rounds are the rule.
    constexpr int k_rounds = 8;
    for (int i = 0; i < k_rounds && square_up(atoms, rows, columns); ++i) {
    }
    grid.areas = areas_of(atoms, rows, columns);
    grid.closed_above =
        is_covered(group.horizontal, grid.ys.front(), grid.xs.front(), grid.xs.back());
    grid.closed_below =
        is_covered(group.horizontal, grid.ys.back(), grid.xs.front(), grid.xs.back());
    return grid;
}

}  // namespace tidytracker::pdf
