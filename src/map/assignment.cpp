// SPDX-License-Identifier: Apache-2.0
#include "map/assignment.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace tidytracker {
namespace {

constexpr double k_infinite = std::numeric_limits<double>::infinity();

/// The state of the shortest augmenting paths; index 0 of rows and columns is a sentinel.
struct Potentials {
    std::vector<double> rows{};
    std::vector<double> columns{};
    std::vector<std::size_t> row_of{};  ///< row paired with each column; 0 for none
};

/// Pairs one more row along the cheapest alternating path.
template <class Cost>
void augment(Potentials& p, std::size_t row, std::size_t columns, const Cost& cost) {
    p.row_of[0] = row;
    std::vector<double> slack(columns + 1, k_infinite);
    std::vector<std::size_t> way(columns + 1, 0);
    std::vector<bool> used(columns + 1, false);
    std::size_t at = 0;
    do {
        used[at] = true;
        double smallest = k_infinite;
        std::size_t next = 0;
        for (std::size_t j = 1; j <= columns; ++j) {
            if (used[j]) continue;
            const double reduced = cost(p.row_of[at], j) - p.rows[p.row_of[at]] - p.columns[j];
            if (reduced < slack[j]) {
                slack[j] = reduced;
                way[j] = at;
            }
            if (slack[j] < smallest) {
                smallest = slack[j];
                next = j;
            }
        }
        for (std::size_t j = 0; j <= columns; ++j) {
            if (used[j]) {
                p.rows[p.row_of[j]] += smallest;
                p.columns[j] -= smallest;
            } else {
                slack[j] -= smallest;
            }
        }
        at = next;
    } while (p.row_of[at] != 0);
    for (; at != 0; at = way[at]) p.row_of[at] = p.row_of[way[at]];
}

}  // namespace

std::vector<std::size_t> best_assignment(const std::vector<std::vector<double>>& gains) {
    const std::size_t rows = gains.size();
    const std::size_t real = rows == 0 ? 0 : gains[0].size();
    // One column more for each row, without gain, so that a row may stay alone.
    const std::size_t columns = real + rows;
    const auto cost = [&gains, real](std::size_t row, std::size_t column) {
        return column <= real ? -std::max(0.0, gains[row - 1][column - 1]) : 0.0;
    };
    Potentials p{std::vector<double>(rows + 1), std::vector<double>(columns + 1),
                 std::vector<std::size_t>(columns + 1)};
    for (std::size_t row = 1; row <= rows; ++row) augment(p, row, columns, cost);
    std::vector<std::size_t> column_of(rows, SIZE_MAX);
    for (std::size_t j = 1; j <= real; ++j) {
        const std::size_t row = p.row_of[j];
        if (row != 0 && gains[row - 1][j - 1] > 0) column_of[row - 1] = j - 1;
    }
    return column_of;
}

}  // namespace tidytracker
