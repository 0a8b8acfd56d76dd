// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/edit.hpp>

#include <span>

#include "write/edit/package.hpp"
#include "write/edit/package_styles.hpp"

namespace tidytracker {

/// Applies edits of one sheet, ascending by cell, to the tree of its part: values and formats.
void edit_cells(pugi::xml_node work_sheet, std::span<const CellEdit* const> edits,
                StyleBook& styles);

/// Puts an element into a work sheet at the place that the schema gives it (ECMA-376 part 1,
/// 18.3.1.99); returns the one that is there already, if there is one.
pugi::xml_node work_sheet_element(pugi::xml_node work_sheet, std::string_view name);

}  // namespace tidytracker
