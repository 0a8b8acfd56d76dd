// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <vector>

#include "read/pdf/body.hpp"

namespace tidytracker::pdf {

/// Puts the blocks of all pages below one another into a sheet of the workbook: a row for each line
/// of text and for each row of a table.
void append_sheet(const std::vector<Page>& pages, const std::vector<std::vector<PageBlock>>& blocks,
                  Workbook& workbook);

}  // namespace tidytracker::pdf
