// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "read/pdf/lines.hpp"

namespace tidytracker::pdf {

/// A column of text: how far its widest chunk reaches.
struct TextColumn {
    double left{};
    double right{};
};

/// First and last column that a chunk stands in.
struct ColumnRange {
    std::size_t first{};
    std::size_t last{};
};

/// The columns that white gaps part in some lines, from left to right. Chunks that reach over
/// several of them are spans and do not count.
[[nodiscard]] std::vector<TextColumn> text_columns_of(std::span<const Line> lines);

/// Parts the chunks of lines that run over from one column into the next with a gap that is narrow,
/// but wider than a space and just where the columns part.
[[nodiscard]] std::vector<Line> part_at_gutters(const Page& page, std::span<const Line> lines,
                                                const std::vector<TextColumn>& columns);

/// Where a box stands; the nearest column if it stands in none. There must be a column.
[[nodiscard]] ColumnRange columns_under(const std::vector<TextColumn>& columns, const Box& box);

}  // namespace tidytracker::pdf
