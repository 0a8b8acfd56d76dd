// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/finding.hpp>
#include <tidytracker/table.hpp>
#include <tidytracker/workbook.hpp>

#include <cstdint>

namespace tidytracker {

/// Finds the tables of one sheet and gives every row a role. Rows that a page break parted are
/// joined, rows that it fused are parted, each with a finding that states the evidence.
[[nodiscard]] SheetLayout locate_tables(const Workbook& workbook, std::uint32_t sheet,
                                        Findings& findings);

}  // namespace tidytracker
