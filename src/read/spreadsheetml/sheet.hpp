// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/finding.hpp>
#include <tidytracker/workbook.hpp>

#include "base/budget.hpp"
#include "base/xml_scanner.hpp"
#include "read/excel/style_table.hpp"
#include "read/recent_texts.hpp"
#include "read/spreadsheetml/styles.hpp"

namespace tidytracker::spreadsheetml {

/// What the sheets of a workbook share while they are read.
struct SharedParts {
    Workbook& workbook;
    Budget& budget;
    Findings& findings;
    StyleTable& table;
    Styles& styles;
    RecentTexts& texts;
};

/// Reads the `<Worksheet>` just opened into `sheet`, whose name is set already.
void read_sheet(XmlScanner& xml, SharedParts& shared, Sheet& sheet);

}  // namespace tidytracker::spreadsheetml
