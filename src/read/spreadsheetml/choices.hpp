// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <optional>
#include <string_view>
#include <vector>

#include "base/xml_scanner.hpp"

namespace tidytracker::spreadsheetml {

/// Reads "R2C4", "R2C4:R90C4", "C4" or "R2": cells by numbers of row and column from 1, or whole
/// columns and rows.
[[nodiscard]] std::optional<CellRange> range_from_r1c1(std::string_view text);

/// The choices of the DataValidation element just opened, if it is one by list, for each range that
/// it holds for. Moves behind the element.
void read_choices(XmlScanner& xml, std::vector<ChoiceList>& choices);

}  // namespace tidytracker::spreadsheetml
