// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <cstdint>
#include <optional>
#include <vector>

#include "model/sheet_builder.hpp"

namespace tidytracker::html {

/// Puts the cells of a table where they belong: each next to the one before it, but not where one
/// from above reaches down to (HTML 5, 4.9.12.1).
class TableGrid {
  public:
    void start_row(bool hidden);
    /// The place of the next cell, which takes so many columns and rows; a cell without a row
    /// begins one. None if it lies beyond the last column or row.
    [[nodiscard]] std::optional<CellAddress> place(std::uint32_t columns, std::uint32_t rows);
    void add(CellAddress at, Cell cell);
    /// The next columns are so; what a <col> says.
    void declare_columns(std::uint32_t count, bool hidden);
    /// The row is full: a cell that follows without a row of its own begins one.
    void end_row() { in_row_ = false; }
    /// Leaves a row empty. Text and table are apart on a page, and so they are in the sheet.
    void skip_row() {
        ++next_row_;
        in_row_ = false;
    }
    /// No cell reaches further down; what is added from here on stands below.
    void end();
    /// The row behind the last one.
    [[nodiscard]] std::uint32_t next_row() const { return next_row_; }
    [[nodiscard]] std::uint32_t columns() const { return static_cast<std::uint32_t>(busy_.size()); }
    [[nodiscard]] bool empty() const { return builder_.size() == 0; }

    /// Gives all cells to the sheet, with what is merged and hidden.
    void move_into(Sheet& sheet);

  private:
    SheetBuilder builder_{};
    std::vector<std::uint32_t> busy_{};  ///< by column: the row up to which cells reach down
    std::vector<CellRange> merged_{};
    std::vector<ColumnSpan> hidden_{};
    std::uint32_t next_row_{};
    std::uint32_t row_{};
    std::uint32_t column_{};
    std::uint32_t next_declared_column_{};
    bool in_row_{};
    bool row_hidden_{};
    std::uint32_t builder_row_{UINT32_MAX};
};

}  // namespace tidytracker::html
