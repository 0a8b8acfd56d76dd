// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/table.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "locate/grid.hpp"

// A header may be repeated on each page with other columns: each repetition opens a segment whose
// sheet columns are bound anew to the columns of the table.
namespace tidytracker {

/// No tracker is wider. Rows of a table are dense, so a hostile sheet of few cells far apart would
/// fill memory; what lies beyond is not converted, and listed as such.
inline constexpr std::size_t k_most_columns = 256;

/// A header row with the body rows below it, down to the next header.
struct Segment {
    const GridRow* header{};  ///< null for a table whose header was not repeated
    std::vector<const GridRow*> body{};
    /// Sheet column -> column of the table, ascending by sheet column.
    std::vector<std::pair<std::uint32_t, std::size_t>> columns{};

    /// The table's column that a sheet column of this segment belongs to.
    [[nodiscard]] std::optional<std::size_t> column_of(std::uint32_t sheet_column) const;
};

/// Do the captions of a header row belong to a table with these columns, so that it is the same
/// header again rather than that of another table?
[[nodiscard]] bool repeats_header(const std::vector<Column>& columns, const GridRow& header);

/// Binds the sheet columns of a segment to columns of the table; adds columns that are new. A
/// column without caption is taken for the one that its neighbours leave room for.
void bind_columns(Segment& segment, std::vector<Column>& columns);

}  // namespace tidytracker
