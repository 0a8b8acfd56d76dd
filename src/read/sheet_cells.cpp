// SPDX-License-Identifier: Apache-2.0
#include "read/sheet_cells.hpp"

#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"

namespace tidytracker {

void SheetCells::place(CellAddress at, Cell cell, bool lost_string) {
    if (at.row >= k_most_rows || at.column >= k_most_sheet_columns) {
        if (cell.kind != CellKind::empty) outside_.add(at);
        return;
    }
    if (lost_string) lost_strings_.add(at);
    if (cell.stale) stale_.add(at);
    if (cell.kind == CellKind::empty && !cell.formula && !workbook_.style_of(cell).fill) return;
    if (at.row != row_) {
        builder_.start_row(at.row, false);
        row_ = at.row;
    }
    cell.column = static_cast<std::uint16_t>(at.column);
    builder_.add(cell);
}

void SheetCells::hide_row(std::uint32_t row) {
    if (row >= k_most_rows) return;
    if (row >= hidden_rows_.size()) hidden_rows_.resize(row + 1);
    hidden_rows_[row] = true;
}

Result<void> SheetCells::book() {
    const std::size_t before = std::exchange(booked_, builder_.size());
    return budget_.take_cells(booked_ - before);
}

void SheetCells::move_into(Sheet& sheet, Findings& findings) {
    builder_.move_into(sheet);
    for (Row& row : sheet.rows) {
        row.hidden = row.index < hidden_rows_.size() && hidden_rows_[row.index];
    }
    report_stale_formulas(stale_, sheet, findings);
    lost_strings_.report(sheet,
                         {.rule = "bad-shared-string",
                          .severity = Severity::error,
                          .message = fmt::format("the text of {} is not in the file",
                                                 count_of(lost_strings_.count(), "cell")),
                          .help = "open the file in a spreadsheet program and save it anew"},
                         findings);
    report_cells_outside(outside_, sheet, findings);
}

}  // namespace tidytracker
