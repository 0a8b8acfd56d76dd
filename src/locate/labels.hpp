// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/table.hpp>

#include <span>
#include <vector>

#include "locate/grid.hpp"

// Trackers without rows and columns: blocks of "Label: value" lines, one block for each action.
namespace tidytracker {

/// Finds the blocks and makes one table of them, with a column for each label and, where a line
/// stands above each block, a first one without caption. None if the labels do not come again, or
/// if too few of them are captions that trackers use.
[[nodiscard]] std::vector<Table> locate_label_blocks(std::span<const GridRow> rows,
                                                     std::vector<RowLabel>& labels);

}  // namespace tidytracker
