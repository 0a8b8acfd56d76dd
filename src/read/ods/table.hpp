// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/finding.hpp>
#include <tidytracker/workbook.hpp>

#include <cstdint>

#include "base/budget.hpp"
#include "base/xml_scanner.hpp"
#include "read/excel/style_table.hpp"
#include "read/ods/declared.hpp"
#include "read/ods/styles.hpp"
#include "read/recent_texts.hpp"

namespace tidytracker::odf {

/// What the tables of a document share while they are read.
struct SharedParts {
    Workbook& workbook;
    Budget& budget;
    Findings& findings;
    StyleTable& table;
    Styles& styles;
    RecentTexts& texts;
    const ChoiceSources& choices;
    /// Cells that repetition may still add: a few bytes can ask for 16 thousand million.
    std::uint64_t repeatable_cells{};
};

/// Reads the table just opened (ODF 1.3 part 3, 9.1.2) into `sheet`, whose name is set already.
void read_table(XmlScanner& xml, SharedParts& shared, Sheet& sheet);

}  // namespace tidytracker::odf
