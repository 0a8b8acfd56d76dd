// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace tidytracker {

/// Keeps one list of choices for each range that it holds for. What goes beyond all reason is left
/// out: a sheet may have lists by the thousand, a hostile one by the million.
void add_choice_list(CellRange at, const std::string& source, std::vector<ChoiceList>& choices);

/// The source of a list from its formula as text: values stand in quotation marks as one text,
/// anything else says where they stand.
[[nodiscard]] std::string choices_source(std::string_view formula);

}  // namespace tidytracker
