// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/table.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "locate/grid.hpp"
#include "locate/header.hpp"

// A header may be repeated on each page with other columns: each repetition opens a segment whose
// sheet columns are bound anew to the columns of the table.
namespace tidytracker {

/// No tracker is wider. Rows of a table are dense, so a hostile sheet of few cells far apart would
/// fill memory; what lies beyond is not converted, listed as such, and reported.
inline constexpr std::size_t k_most_columns = 256;

/// The columns of a table as its headers are read, with the keys by which captions are compared.
class ColumnList {
  public:
    /// Do the captions of a header belong to these columns, so that it is the same header again
    /// rather than that of another table?
    [[nodiscard]] bool is_repeated_by(const Header& header) const;
    /// Remembers the captions of a header, so that the next one can be compared with all of them.
    void note(const Header& header);

    /// The column with that caption that is not taken yet.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view key,
                                                  const std::vector<bool>& taken) const;
    /// Appends a column. What is bound already stays; those of the first header come in the order
    /// of the sheet.
    std::size_t add(Column column);

    [[nodiscard]] std::vector<Column>& columns() { return columns_; }
    [[nodiscard]] const std::vector<Column>& columns() const { return columns_; }

  private:
    std::vector<Column> columns_{};
    std::vector<std::string> keys_{};
};

/// A header with the body rows below it, down to the next header.
struct Segment {
    Header header{};
    std::vector<const GridRow*> body{};
    /// Sheet column -> column of the table, ascending by sheet column.
    std::vector<std::pair<std::uint32_t, std::size_t>> columns{};

    /// The table's column that a sheet column of this segment belongs to.
    [[nodiscard]] std::optional<std::size_t> column_of(std::uint32_t sheet_column) const;
};

/// Binds the sheet columns of a segment to columns of the table; adds columns that are new. A
/// column without caption is taken for the one that its neighbours leave room for. Returns the
/// number of sheet columns that the table has no room for.
[[nodiscard]] std::size_t bind_columns(Segment& segment, ColumnList& list);

}  // namespace tidytracker
