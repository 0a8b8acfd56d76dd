// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <map>
#include <string>

#include "base/xml_scanner.hpp"
#include "read/excel/notes.hpp"
#include "read/xlsx/package.hpp"

namespace tidytracker::xlsx {

/// Display names of the people who wrote threaded comments, by id.
using Persons = std::map<std::string, std::string>;

/// Reads a person part ([MS-XLSX] 2.6.203).
void read_persons(XmlScanner& xml, Persons& persons);

/// Reads a comments part in XML (ECMA-376 part 1, 18.7).
void read_comments(XmlScanner& xml, excel::LegacyNotes& out);

/// Reads a comments part, however it is encoded. False if there is no such part.
using ReadComments = Result<bool>(Package& package, const std::string& part,
                                  const std::string& place, excel::LegacyNotes& out);

/// Reads the notes and the threaded comments ([MS-XLSX] 2.6.201) that belong to a sheet.
[[nodiscard]] Result<void> read_notes(Package& package, const Relationships& relationships,
                                      const Persons& persons, ReadComments* comments, Sheet& sheet);

}  // namespace tidytracker::xlsx
