// SPDX-License-Identifier: Apache-2.0
#include "read/excel/sheet_cells.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"

namespace tidytracker {
namespace {

constexpr std::uint8_t k_hidden_row = 0x80;
/// Office Open XML and the binary formats have three bits for it.
constexpr std::uint32_t k_deepest_outline = 7;

}  // namespace

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

void SheetCells::describe_row(std::uint32_t row, bool hidden, std::uint32_t outline) {
    if (row >= k_most_rows || (!hidden && outline == 0)) return;
    if (row >= described_rows_.size()) described_rows_.resize(row + 1);
    const auto level = static_cast<std::uint8_t>(std::min(outline, k_deepest_outline));
    described_rows_[row] = hidden ? static_cast<std::uint8_t>(level | k_hidden_row) : level;
}

Result<void> SheetCells::book() {
    const std::size_t before = std::exchange(booked_, builder_.size());
    return budget_.take_cells(booked_ - before);
}

void SheetCells::move_into(Sheet& sheet, Findings& findings) {
    builder_.move_into(sheet);
    for (Row& row : sheet.rows) {
        if (row.index >= described_rows_.size()) break;
        row.hidden = (described_rows_[row.index] & k_hidden_row) != 0;
        row.outline = described_rows_[row.index] & k_deepest_outline;
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
