// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/finding.hpp>
#include <tidytracker/workbook.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/budget.hpp"
#include "model/sheet_builder.hpp"
#include "read/tally.hpp"

namespace tidytracker {

/// Takes the cells of a work sheet from its reader, in any order: leaves out what says nothing,
/// counts what is wrong, and gives the rest to the sheet.
class SheetCells {
  public:
    SheetCells(const Workbook& workbook, Budget& budget) : workbook_(workbook), budget_(budget) {}

    /// Puts a cell at its place. Empty cells are kept where their fill may mean something, or a
    /// formula has lost its value. `lost_string`: its text is not in the file.
    void place(CellAddress at, Cell cell, bool lost_string = false);
    /// `outline`: groups that the row belongs to, no more than 7.
    void describe_row(std::uint32_t row, bool hidden, std::uint32_t outline);
    /// Books the cells that came since the last call. Errors: too_large.
    [[nodiscard]] Result<void> book();
    /// As SheetBuilder::expect.
    void expect(double share) { builder_.expect(share); }
    [[nodiscard]] bool can_expect() const { return builder_.can_expect(); }
    /// Gives rows and cells to the sheet, and reports.
    void move_into(Sheet& sheet, Findings& findings);

  private:
    const Workbook& workbook_;
    Budget& budget_;
    SheetBuilder builder_{};
    std::uint32_t row_{k_most_rows};  ///< that cells are added to at present
    std::size_t booked_{};
    std::vector<std::uint8_t> described_rows_{};  ///< the outline, and k_hidden_row
    Tally stale_{};
    Tally lost_strings_{};
    Tally outside_{};
};

}  // namespace tidytracker
