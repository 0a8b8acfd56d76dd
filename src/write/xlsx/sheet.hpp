// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "write/plan/workbook_plan.hpp"
#include "write/xlsx/shared_strings.hpp"

namespace tidytracker {

/// The three parts that belong to one sheet.
struct SheetParts {
    std::string sheet{};
    std::string table{};
    std::string relations{};
};

/// `number` is the sheet's in the workbook, from 1.
[[nodiscard]] SheetParts sheet_parts(const PlannedSheet& sheet, std::size_t number,
                                     SharedStrings& strings);

}  // namespace tidytracker
