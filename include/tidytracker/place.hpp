// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <span>
#include <string>

namespace tidytracker {

/// The place of cells as people write it: "Actions!A17:H17", "lines 14-16; line 20".
[[nodiscard]] std::string place_text(const Sheet& sheet, std::span<const CellAddress> cells);

}  // namespace tidytracker
