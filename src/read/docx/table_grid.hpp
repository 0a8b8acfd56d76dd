// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "read/docx/content.hpp"

namespace tidytracker::docx {

/// Where a cell of a table stands among the columns that a reader of the page sees.
struct GridPlace {
    std::size_t column{};  ///< counted from 0
    std::size_t columns{1};
};

/// The places of a table's cells, row by row. Word's grid has a line wherever any row has one, so
/// edges that were dragged by hand and differ by less than a letter count as one.
[[nodiscard]] std::vector<std::vector<GridPlace>> places_of_cells(const TableDraft& table);

}  // namespace tidytracker::docx
