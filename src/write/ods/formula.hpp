// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <string>
#include <string_view>

#include "write/plan/workbook_plan.hpp"

namespace tidytracker::ods {

/// A planned formula in the notation of OpenDocument ("OpenFormula", ODF 1.3 part 4, 5): cells and
/// the columns of tables become references in brackets, and semicolons part the arguments.
[[nodiscard]] std::string open_formula(std::string_view formula, const WorkbookPlan& plan);

/// "'Long texts'.A4"
[[nodiscard]] std::string address_of(const PlannedSheet& sheet, CellAddress at);

}  // namespace tidytracker::ods
