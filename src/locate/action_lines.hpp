// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/table.hpp>

#include <span>
#include <vector>

#include "locate/grid.hpp"

// Actions in the lines of a text that has no table of them.
namespace tidytracker {

/// A list such as "AP109 – Write to the county (SL) – Closed": reference, action, lead in brackets,
/// status. One table without captions; none unless two lines read so.
[[nodiscard]] std::vector<Table> locate_action_list(std::span<const GridRow> rows,
                                                    std::vector<RowLabel>& labels);

/// Minutes with lines such as "Action: Chief Executive" or "Action: Clerk to write to the county".
/// Where the line names only who, the paragraph above it is the action. The numbered headings are
/// the sections. None unless two lines read so.
[[nodiscard]] std::vector<Table> locate_minuted_actions(std::span<const GridRow> rows,
                                                        std::vector<RowLabel>& labels);

}  // namespace tidytracker
