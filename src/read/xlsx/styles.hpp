// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <cstdint>
#include <string>

#include "base/xml_scanner.hpp"
#include "read/xlsx/colours.hpp"

namespace tidytracker::xlsx {

/// Is the tag just opened a switched-on property (`<b/>`, `<strike val="1"/>`)?
/// (CT_BooleanProperty)
[[nodiscard]] bool is_on(const XmlScanner& xml);

/// Reads a style sheet part (ECMA-376 part 1, 18.8.39) into the workbook's styles and number
/// formats, so that a cell's `s` is an index into Workbook::styles.
void read_styles(XmlScanner& xml, Colours& colours, Workbook& workbook);

}  // namespace tidytracker::xlsx
