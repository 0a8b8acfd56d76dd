// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "read/pdf/page_table.hpp"
#include "read/pdf/rule_grid.hpp"

namespace tidytracker::pdf {

/// The table that a group of rules encloses, of the words that stand in it. Rows and columns that
/// have no rules of their own are told by the text. No cells for a frame around text, a diagram, or
/// a grid without words. `carried` is the
/// table that reached the foot of the page before, or null.
[[nodiscard]] PageTable ruled_table_of(const Page& page, const std::vector<WordIndex>& words,
                                       RuleGroup group, const PageTable* carried);

}  // namespace tidytracker::pdf
