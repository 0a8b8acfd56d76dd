// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/row_bands.hpp"
#include "read/pdf/columns.hpp"
#include "read/pdf/lines.hpp"
#include "read/pdf/page.hpp"

namespace tidytracker::pdf {

/// How the rows and columns of a table became known.
enum class TableRoute : std::uint8_t { tagged, ruled, open };

/// What began the rows of a table without ruled cells. On the next page that holds, too, however
/// few rows stand there.
struct RowHabit {
    bool rules{};                             ///< rules between the rows
    std::optional<std::size_t> key_column{};  ///< keys in this column
    RowAlignment alignment{};                 ///< how the other cells stand about the keys
    std::size_t header_lines{};               ///< lines of the first row
};

/// A cell of a table and the area that it covers, in rows and columns counted from 0.
struct PageCell {
    std::size_t row{};
    std::size_t column{};
    std::size_t rows{1};
    std::size_t columns{1};
    Box box{};  ///< the room that its text has
    std::vector<WordIndex> words{};
};

/// A table, or the part of one, that stands on one page.
struct PageTable {
    TableRoute route{};
    Box box{};
    std::size_t rows{};
    std::size_t columns{};
    std::vector<PageCell> cells{};           ///< those with words, by row and column
    std::vector<double> column_edges{};      ///< columns + 1 of them
    bool continues{};                        ///< it goes on with the last table of the page before
    bool closed_above{true};                 ///< a rule or white space ends its first row
    bool closed_below{true};                 ///< the same of its last row
    std::vector<TextColumn> text_columns{};  ///< TableRoute::open: how far their text reaches
    RowHabit habit{};                        ///< TableRoute::open: how its rows were told
    std::vector<double> grid_edges{};  ///< TableRoute::ruled: also those of columns without text
    std::vector<char> grid_columns{};  ///< TableRoute::ruled: which of them hold text
};

}  // namespace tidytracker::pdf
