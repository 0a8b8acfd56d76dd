// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "read/excel/colours.hpp"
#include "read/xlsx/notes.hpp"
#include "read/xlsx/package.hpp"
#include "read/xlsx/sheet.hpp"
#include "read/xlsx/tables.hpp"
#include "read/xlsx/workbook.hpp"

namespace tidytracker::xlsx {

/// What differs between XLSX and XLSB: both are packages of the same parts with the same meaning,
/// which the one writes in XML and the other in binary records. The functions return false if
/// there is no such part.
struct PartEncoding {
    std::string_view format{};  ///< "xlsx"
    std::string_view name{};    ///< "Office Open XML"
    UsualParts usual{};
    ReadWorkbookPart* read_workbook{};
    Result<bool> (*read_styles)(Package& package, const std::string& part, excel::Colours& colours,
                                SharedParts& shared){};
    Result<bool> (*read_shared_strings)(Package& package, const std::string& part,
                                        SharedParts& shared){};
    Result<bool> (*read_sheet)(Package& package, const SheetEntry& entry,
                               const Relationships& relationships, SharedParts& shared,
                               Sheet& sheet){};
    ReadComments* read_comments{};
    ReadTable* read_table{};
};

/// Reads all work sheets of a package, and what they share.
[[nodiscard]] Result<Workbook> read_package(Package& package, const PartEncoding& encoding);

}  // namespace tidytracker::xlsx
