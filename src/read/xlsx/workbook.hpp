// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "base/xml_scanner.hpp"
#include "read/excel/references.hpp"
#include "read/xlsx/package.hpp"

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
    excel::References references{};  ///< of binary parts
};

/// Reads a workbook part in XML (ECMA-376 part 1, 18.2.27).
void read_workbook(XmlScanner& xml, const Relationships& relationships, WorkbookParts& parts);

/// Where programs put the parts of a workbook, in lower case.
struct UsualParts {
    std::string_view workbook{};
    std::string_view shared_strings{};
    std::string_view styles{};
    std::string_view suffix{};  ///< of sheets
};

/// Reads a workbook part, however it is encoded. False if there is no such part.
using ReadWorkbookPart = Result<bool>(Package& package, const std::string& part,
                                      const Relationships& relationships, WorkbookParts& parts);

/// Finds and reads the workbook part. If that is lost, as in a file that was cut short, parts are
/// taken from where programs put them. Errors: unreadable without either.
[[nodiscard]] Result<WorkbookParts> find_workbook_parts(Package& package, const UsualParts& usual,
                                                        ReadWorkbookPart* read_part);

}  // namespace tidytracker::xlsx
