// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

// Which of two cells the blocks of a row belong to, where only their order and wording is left.
namespace tidytracker {

/// A run of lines without an empty line between them.
struct TextBlock {
    std::string text{};
    std::vector<std::size_t> lines{};
    bool indented{};       ///< opens with a bullet or a blank
    bool behind_gap{};     ///< a line of blanks alone stands above it
    bool spaced{};         ///< its last line is a block of its own in the text
    bool begins_second{};  ///< stands to the right of the block before, in the same line
};

/// What one page holds of a row: the blocks of the first cell, then those of the second.
struct RowPart {
    std::vector<TextBlock> blocks{};
    std::size_t split{};  ///< the blocks before it are of the first cell
};

/// A row by the pages it stands on.
using RowOfBlocks = std::vector<RowPart>;

/// Sets the split of each part. What a block's words are like is learnt from the rows themselves:
/// they open with the first cell, and most end with the second.
void split_cells(std::vector<RowOfBlocks>& rows);

}  // namespace tidytracker
