// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

namespace tidytracker {

/// Pairs each row with at most one column, and each column with at most one row, so that the sum
/// of the gains is greatest. A pair without gain is not made. Returns the column of each row, or
/// SIZE_MAX. Method: Kuhn's assignment in the form with potentials, O(rows^2 * columns).
[[nodiscard]] std::vector<std::size_t> best_assignment(
    const std::vector<std::vector<double>>& gains);

}  // namespace tidytracker
