// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <string>
#include <vector>

#include "base/xml_scanner.hpp"
#include "read/xlsx/package.hpp"

namespace tidytracker::xlsx {

/// The choices of the data validation element just opened, if it is one by list (ECMA-376
/// 18.3.1.32), for each range that it holds for. Moves behind the element.
void read_choices(XmlScanner& xml, std::vector<ChoiceList>& choices);

/// Reads a table part in XML (ECMA-376 part 1, 18.5.1.2).
void read_table(XmlScanner& xml, std::vector<DefinedTable>& tables);

/// Reads a table part, however it is encoded. False if there is no such part.
using ReadTable = Result<bool>(Package& package, const std::string& part, const std::string& place,
                               std::vector<DefinedTable>& tables);

/// Reads the tables that a sheet's relationships lead to.
[[nodiscard]] Result<void> read_tables(Package& package, const Relationships& relationships,
                                       ReadTable* read_part, Sheet& sheet);

}  // namespace tidytracker::xlsx
