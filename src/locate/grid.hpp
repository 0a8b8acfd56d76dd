// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tidytracker {

/// A non-empty cell as displayed, trimmed.
struct GridCell {
    std::uint32_t column{};
    std::string text{};
    CellAddress at{};        ///< where the text stands; for a merged range its first cell
    std::uint32_t width{1};  ///< columns that the cell spans
    bool emphasised{};       ///< bold or filled
    std::optional<std::uint32_t> fill{};  ///< 0xRRGGBB; white is none
};

/// A row with at least one non-empty cell.
struct GridRow {
    std::uint32_t row{};
    std::vector<GridCell> cells{};
    bool hidden{};
    bool struck{};
    RowFlow flow{RowFlow::unknown};
    bool in_text{};         ///< beside the tables, as the document's or the text's layout says
    bool aside{};           ///< page furniture or a note, rather than of the text
    bool over_page{};       ///< but for page furniture, it stands next to the row above
    std::uint32_t table{};  ///< number of the table that the row is of; else 0
    bool captions{};        ///< its cells read as captions of a tracker; asked often, so kept
};

/// The rows of a sheet with the text of their cells. The text of a range merged over several rows
/// stands in each of those that have other cells.
[[nodiscard]] std::vector<GridRow> grid_of(const Workbook& workbook, const Sheet& sheet);

/// The rows without page furniture and notes, for what reads lines of text.
[[nodiscard]] std::vector<GridRow> rows_of_text(std::span<const GridRow> rows);

/// Does a line of text stand right below the one above it? Over a page break it does if it goes on
/// with what that says.
[[nodiscard]] bool is_right_below(std::span<const GridRow> rows, std::size_t row);

}  // namespace tidytracker
