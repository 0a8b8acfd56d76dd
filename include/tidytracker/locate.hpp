// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/finding.hpp>
#include <tidytracker/table.hpp>
#include <tidytracker/workbook.hpp>

#include <cstdint>
#include <span>
#include <string>

namespace tidytracker {

/// Finds the tables of one sheet and gives every row a role. Rows that a page break parted are
/// joined, rows that it fused are parted, each with a finding that states the evidence.
[[nodiscard]] SheetLayout locate_tables(const Workbook& workbook, std::uint32_t sheet,
                                        Findings& findings);

/// The place of cells as people write it: "Actions!A17:H17", "lines 14-16; line 20".
[[nodiscard]] std::string place_text(const Sheet& sheet, std::span<const CellAddress> cells);

}  // namespace tidytracker
