// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/table.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "locate/grid.hpp"

// Header rows, by the captions they hold and by how they differ from what stands below.
namespace tidytracker {

/// A caption over a column: the text of one cell, or of several rows joined.
struct Caption {
    std::uint32_t column{};
    std::string text{};
    std::vector<CellAddress> cells{};
};

/// One to three rows of captions, joined. Captions ascend by column.
struct Header {
    std::vector<std::uint32_t> rows{};  ///< sheet rows; empty for a table without header
    std::vector<Caption> captions{};
};

/// A run of rows: `first` and those behind it, without `end`.
struct RowRun {
    std::size_t first{};
    std::size_t end{};
};

/// Do the row's cells read as captions: short texts, several of them known ones?
[[nodiscard]] bool is_caption_row(const GridRow& row);

/// The header that a row of captions belongs to: the rows next to it that hold the group captions
/// above, or the parts of a spanning caption below. `roles` are what the rows were taken for.
[[nodiscard]] RowRun header_around(std::span<const GridRow> rows, std::size_t anchor,
                                   std::span<const RowRole> roles);

/// Joins the rows of a header. A caption that spans several columns goes in front of each caption
/// below it ("Date – Original", "Date – Revised").
[[nodiscard]] Header make_header(std::span<const GridRow> rows);

}  // namespace tidytracker
