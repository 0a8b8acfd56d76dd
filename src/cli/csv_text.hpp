// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/result.hpp>
#include <tidytracker/workbook.hpp>

// Whole sheets as CSV (RFC 4180), with LF line ends.
namespace tidytracker::cli {

/// Can the sheet be written with its gaps? The few cells of a hostile file may lie so far apart
/// that the empty ones between them fill a disk. Errors: too_large.
[[nodiscard]] Result<void> check_extent(const Sheet& sheet);

/// Prints a whole sheet from A1 on as displayed. Gaps between rows are empty lines; a row is as
/// wide as its last filled cell, and rows after the last filled one are left out.
/// Errors: too_large, unwritable.
[[nodiscard]] Result<void> print_csv_of_sheet(const Workbook& workbook, const Sheet& sheet);

}  // namespace tidytracker::cli
