// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include "locate/grid.hpp"

// Header rows, by the captions they hold and by how they differ from what stands below.
namespace tidytracker {

/// Do the row's cells read as captions: short texts, several of them known ones?
[[nodiscard]] bool is_caption_row(const GridRow& row);

/// Where no caption is known: the first row that is short text all through, with a body of rows
/// as wide below it; `rows.size()` if there is none.
[[nodiscard]] std::size_t find_plain_header(std::span<const GridRow> rows);

}  // namespace tidytracker
