// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/result.hpp>
#include <tidytracker/workbook.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

// Whole sheets as CSV (RFC 4180), with LF line ends.
namespace tidytracker::cli {

/// Can the sheet be written with its gaps? The few cells of a hostile file may lie so far apart
/// that the empty ones between them fill a disk. Errors: too_large.
[[nodiscard]] Result<void> check_extent(const Sheet& sheet);

/// Prints rows as they come, from A1 on. Gaps between them are empty lines; a row is as wide as its
/// last filled cell, and rows after the last filled one are left out.
class RowPrinter {
  public:
    RowPrinter();
    /// Errors: unwritable.
    [[nodiscard]] Result<void> add(const Workbook& workbook, const Sheet& sheet);
    [[nodiscard]] Result<void> add(std::uint32_t row, std::span<const std::string_view> texts);
    [[nodiscard]] Result<void> finish();

  private:
    [[nodiscard]] std::size_t begin(std::uint32_t row);
    [[nodiscard]] Result<void> end(std::uint32_t row, std::size_t first);

    std::string out_{};
    std::uint32_t line_{};
    bool any_{};
};

/// Prints a whole sheet as displayed.
/// Errors: too_large, unwritable.
[[nodiscard]] Result<void> print_csv_of_sheet(const Workbook& workbook, const Sheet& sheet);

}  // namespace tidytracker::cli
