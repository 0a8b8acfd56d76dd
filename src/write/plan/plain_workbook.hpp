// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <string>
#include <vector>

#include "write/edit/package.hpp"

namespace tidytracker {

/// A workbook of Office Open XML in which each cell of `workbook` stands as text, at its own
/// address.
[[nodiscard]] Package plain_package(const Workbook& workbook);

/// What its sheets are called there: at most 31 characters, none of []:*?/\ and each once. A sheet
/// without name is "Sheet1".
[[nodiscard]] std::vector<std::string> plain_sheet_names(const Workbook& workbook);

}  // namespace tidytracker
