// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "locate/grid.hpp"

// Tables beside each other: empty columns part the rows into bands, which are read one by one.
namespace tidytracker {

/// Rows that are read as if they were a sheet of their own. `rows` views the sheet's own rows, or
/// `parts`, where bands were cut out of them.
struct Band {
    std::vector<GridRow> parts{};
    std::span<const GridRow> rows{};
};

/// The bands of a sheet, the main one first. A sheet whose tables stand one below the other has
/// one band, which is the sheet.
[[nodiscard]] std::vector<Band> bands_of(std::span<const GridRow> rows);

}  // namespace tidytracker
