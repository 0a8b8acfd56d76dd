// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "write/plan/workbook_plan.hpp"

namespace tidytracker::ods {

/// content.xml: the sheets of a plan (ODF 1.3 part 3, 9).
[[nodiscard]] std::string content_part(const WorkbookPlan& plan);

}  // namespace tidytracker::ods
