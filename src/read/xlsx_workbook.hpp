// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <string>
#include <vector>

#include "read/xlsx_package.hpp"

namespace tidytracker::xlsx {

/// A sheet as the workbook part lists it.
struct SheetEntry {
    std::string name{};
    Visibility visibility{Visibility::visible};
    std::string part{};  ///< empty if its relationship is lost
    std::string kind{};  ///< last segment of the relationship's type: "worksheet", "chartsheet"
};

/// Where the parts of a workbook are.
struct WorkbookParts {
    std::vector<SheetEntry> sheets{};  ///< in the order of the tabs
    std::string shared_strings{};
    std::string styles{};
    std::string theme{};
    std::string persons{};
    std::string properties{};
    bool strict{};
    DateSystem date_system{DateSystem::from_1900};
};

/// Finds and reads the workbook part (ECMA-376 part 1, 18.2.27). If that is lost, as in a file that
/// was cut short, parts are taken from where programs put them. Errors: unreadable without either.
[[nodiscard]] Result<WorkbookParts> find_workbook_parts(Package& package);

}  // namespace tidytracker::xlsx
