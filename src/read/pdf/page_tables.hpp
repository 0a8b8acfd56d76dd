// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "read/pdf/page_table.hpp"

namespace tidytracker::pdf {

/// The tables of a page, from top to bottom, found by its rules and its white space. `body` are the
/// words that may be in tables: no running heads. `carried` is the table that reached the foot of
/// the page before, or null.
[[nodiscard]] std::vector<PageTable> find_tables(const Page& page,
                                                 const std::vector<WordIndex>& body,
                                                 const PageTable* carried);

}  // namespace tidytracker::pdf
