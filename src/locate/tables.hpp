// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/finding.hpp>
#include <tidytracker/table.hpp>

#include <span>
#include <vector>

#include "locate/grid.hpp"

namespace tidytracker {

/// Finds the tables that stand under header rows, below and beside one another, and the keys.
/// Every row gets a label.
[[nodiscard]] std::vector<Table> locate_grid_tables(const Sheet& sheet,
                                                    std::span<const GridRow> rows,
                                                    SheetLayout& layout, Findings& findings);

/// Finds what a paper asks of its meeting, in a text without tables: a recommendation behind its
/// label, or the list below "The board is asked to:".
[[nodiscard]] std::vector<Table> locate_asks(std::span<const GridRow> rows,
                                             std::vector<RowLabel>& labels);

/// "Label: value" lines outside the tables that say something of the whole document.
[[nodiscard]] std::vector<Detail> locate_details(std::span<const GridRow> rows,
                                                 std::span<const RowLabel> labels);

}  // namespace tidytracker
