// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/table.hpp>

#include <cstddef>
#include <optional>
#include <vector>

#include "schema/captions.hpp"

// Several actions under one recommendation, as responses to reviews and evaluations have them.
namespace tidytracker {

/// The columns of a table with nested actions.
struct Nesting {
    NestedColumns columns{};
    /// Columns left of the actions that say one thing for all actions of a recommendation.
    std::vector<std::size_t> of_whole{};
};

/// Nothing if no recommendation of the table has more than one action.
[[nodiscard]] std::optional<Nesting> find_nesting(const Table& table);

}  // namespace tidytracker
