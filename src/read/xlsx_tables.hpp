// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include "read/xlsx_package.hpp"

namespace tidytracker::xlsx {

/// The choices of the data validation element just opened, if it is one by list (ECMA-376
/// 18.3.1.32), for each range that it holds for. Moves behind the element.
void read_choices(XmlScanner& xml, std::vector<ChoiceList>& choices);

/// The tables that a sheet's relationships lead to (ECMA-376 18.5.1.2).
[[nodiscard]] Result<void> read_tables(Package& package, const Relationships& relationships,
                                       Sheet& sheet);

}  // namespace tidytracker::xlsx
