// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "read/excel/package_workbook.hpp"

namespace tidytracker::biff12 {

/// Reads a workbook part ([MS-XLSB] 2.1.7.62).
void read_workbook(std::string_view part, const xlsx::Relationships& relationships,
                   xlsx::WorkbookParts& parts);
/// Reads a style sheet part (2.1.7.51).
void read_styles(std::string_view part, excel::Colours& colours, xlsx::SharedParts& shared);
/// Reads a shared string part (2.1.7.45).
[[nodiscard]] excel::SharedStrings read_shared_strings(std::string_view part,
                                                       xlsx::SharedParts& shared);
/// Reads a comments part (2.1.7.9).
void read_comments(std::string_view part, excel::LegacyNotes& notes);

void read_table(std::string_view part, std::vector<DefinedTable>& tables);

}  // namespace tidytracker::biff12
