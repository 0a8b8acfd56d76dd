// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "read/pdf/page.hpp"

namespace tidytracker::pdf {

/// Rules of one direction, put straight: nearly equal positions made equal, pieces joined. By
/// position, then start.
[[nodiscard]] std::vector<Rule> tidy_rules(std::vector<Rule> rules, double shortest);

/// The rules of a page that hang together.
struct RuleGroup {
    std::vector<Rule> horizontal{};
    std::vector<Rule> vertical{};
    Box box{};
};

[[nodiscard]] std::vector<RuleGroup> connect_rules(const std::vector<Rule>& horizontal,
                                                   const std::vector<Rule>& vertical);

/// An area of a grid, in atoms counted from 0; `last` belongs to it.
struct GridArea {
    std::size_t first_row{};
    std::size_t first_column{};
    std::size_t last_row{};
    std::size_t last_column{};
};

/// The cells that the rules of a group enclose.
struct RuleGrid {
    std::vector<double> xs{};  ///< column edges, ascending
    std::vector<double> ys{};  ///< row edges, ascending
    std::vector<GridArea> areas{};
    bool closed_above{};
    bool closed_below{};
};

/// Empty (no areas) for what is no grid, or too large for one.
[[nodiscard]] RuleGrid grid_of_rules(const RuleGroup& group);

}  // namespace tidytracker::pdf
