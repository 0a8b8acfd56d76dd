// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/xml_scanner.hpp"
#include "read/excel/colours.hpp"

namespace tidytracker::xlsx {

using excel::ColourReference;
using excel::Colours;

/// Reads the CT_Color tag just opened.
[[nodiscard]] ColourReference colour_reference(const XmlScanner& xml);
/// Reads a theme part (ECMA-376 part 1, 20.1.6.2).
void read_theme(XmlScanner& xml, Colours& colours);
/// Reads `<indexedColors>`, the tag just opened (18.8.21).
void read_palette(XmlScanner& xml, Colours& colours);

}  // namespace tidytracker::xlsx
