// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>

#include "locate/grid.hpp"

// A document says where its tables begin and end, which a work sheet does not.
namespace tidytracker {

/// Does a table begin with this row that does not go on with the table above? One that goes on has
/// as many columns, and its first row is no more emphasised than any.
[[nodiscard]] bool begins_other_table(std::span<const GridRow> rows, std::size_t row);

/// The heading right above a table that begins with this row, or null. The first line of the
/// document is its title, which is no heading of a part.
[[nodiscard]] const GridRow* heading_above(std::span<const GridRow> rows, std::size_t row);

}  // namespace tidytracker
