// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <optional>
#include <string_view>
#include <vector>

#include "read/excel/references.hpp"
#include "read/xls/text.hpp"

namespace tidytracker::biff {

/// Reads a data validation ([MS-XLS] 2.4.94), if it is a list of choices.
void read_choices(std::string_view body, const excel::References& references,
                  std::vector<ChoiceList>& choices);

/// Reads a declared table: a shared feature of Excel 2003 and later ([MS-XLS] 2.4.114, 2.5.266).
[[nodiscard]] std::optional<DefinedTable> table_from(std::string_view body, const TextReader& text);

}  // namespace tidytracker::biff
