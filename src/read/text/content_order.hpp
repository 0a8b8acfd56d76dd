// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "read/text/text_layout.hpp"

// Text in the order in which a page prints it, as `pdftotext -raw`, Tika and mutool write it: row
// by row, and cell by cell within a row. Only the order of the captions tells which cell is which.
namespace tidytracker {

/// Finds the tables in lines in content order and parts them into cells by what each column can
/// hold. A row begins with its reference, so a table without references is not recognised. Empty if
/// there is none.
[[nodiscard]] std::vector<LayoutLine> parse_content_order(std::span<const std::string_view> lines);

}  // namespace tidytracker
