// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <map>
#include <string>

#include "read/xlsx_package.hpp"

namespace tidytracker::xlsx {

/// Display names of the people who wrote threaded comments, by id.
using Persons = std::map<std::string, std::string>;

/// Reads a person part ([MS-XLSX] 2.6.203).
void read_persons(XmlScanner& xml, Persons& persons);

/// Reads the notes (ECMA-376 part 1, 18.7) and threaded comments ([MS-XLSX] 2.6.201) that belong to
/// a sheet. Each message of a thread is a note; the placeholder that Excel writes for programs
/// without threads is left out.
[[nodiscard]] Result<void> read_notes(Package& package, const Relationships& relationships,
                                      const Persons& persons, Sheet& sheet);

}  // namespace tidytracker::xlsx
