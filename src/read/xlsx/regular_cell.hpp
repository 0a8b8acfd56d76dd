// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "read/xlsx/cell.hpp"

namespace tidytracker::xlsx {

/// A cell in the one form that nearly all programs write: <c r="B7" s="3" t="s"><v>12</v></c>, with
/// or without `s`, `t` and value.
struct RegularCell {
    CellAddress at{};
    std::uint32_t style{};
    CellType type{CellType::number};
    std::string_view value{};  ///< without references
    std::size_t size{};        ///< of the whole element, in bytes
};

/// The cell element that `ahead` begins with, if it is regular and whole. Taking it apart in one go
/// halves the time to read a sheet; any other cell is left to the XML scanner.
[[nodiscard]] std::optional<RegularCell> regular_cell(std::string_view ahead);

}  // namespace tidytracker::xlsx
