// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <vector>

#include "base/budget.hpp"
#include "base/xml_scanner.hpp"
#include "read/excel/references.hpp"
#include "read/excel/style_table.hpp"
#include "read/excel/styles.hpp"
#include "read/xlsx/package.hpp"
#include "read/xlsx/text.hpp"

namespace tidytracker::xlsx {

/// What the sheets of a workbook share while they are read.
struct SharedParts {
    Workbook& workbook;
    Budget& budget;
    Findings& findings;
    StyleTable& styles;
    const excel::References& references;
    SharedStrings strings{};
    std::vector<excel::FontStyle> fonts{};  ///< which the runs of binary parts refer to
};

/// Reads a work sheet part (ECMA-376 part 1, 18.3.1.99) into `sheet`, whose name is set already.
/// `relationships` are the part's own; hyperlinks need them.
void read_sheet(XmlScanner& xml, const Relationships& relationships, SharedParts& shared,
                Sheet& sheet);

}  // namespace tidytracker::xlsx
