// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "read/text/text_layout.hpp"

// Text in the order of the blocks of a page, as `pdftotext` without options and pdfminer write it:
// cell by cell, with an empty line behind each block.
namespace tidytracker {

/// Finds the tables of two columns whose rows open with numbers or with "Recommendation 3", and
/// tells which block is of which cell. The number becomes the first of three columns. Empty if
/// there is none: of tables with more columns blocks do not tell the cells.
[[nodiscard]] std::vector<LayoutLine> parse_block_order(std::span<const std::string_view> lines);

}  // namespace tidytracker
