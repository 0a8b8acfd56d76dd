// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/result.hpp>
#include <tidytracker/table.hpp>
#include <tidytracker/workbook.hpp>

#include <span>
#include <string>

// Tables and sheets as the command `tables` prints them.
namespace tidytracker::cli {

/// Each table with its captions first; an empty line parts two tables.
[[nodiscard]] std::string csv_of_tables(std::span<const Table> tables);

/// {"tables":[{"sheet","page","place","header_rows","rows","spans"}]}: the first row is the
/// captions; a span is a merged area, counted from 0 in these rows and columns.
[[nodiscard]] std::string json_of_tables(const Workbook& workbook, std::span<const Table> tables);

/// {"sheet","rows"}: a whole sheet from A1 on; each row is as wide as its last filled cell.
/// Errors: too_large.
[[nodiscard]] Result<std::string> json_of_sheet(const Workbook& workbook, const Sheet& sheet);

/// "Actions!A4:H61" or "page 3 table 1".
[[nodiscard]] std::string place_of(const Workbook& workbook, const Table& table);

}  // namespace tidytracker::cli
