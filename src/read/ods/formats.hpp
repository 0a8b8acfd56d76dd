// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/xml_scanner.hpp"

namespace tidytracker::odf {

/// Format codes of data styles, by style name.
using FormatCodes = std::map<std::string, std::string, std::less<>>;

/// Is this the name of an element that describes how values are shown (ODF 1.3 part 3, 16.29)?
[[nodiscard]] bool is_data_style(std::string_view element);

/// Reads the data style just opened and adds it to `codes`, as a format code of Excel's kind.
/// Styles that it refers to by conditions must be there already, as files have them.
void read_data_style(XmlScanner& xml, FormatCodes& codes);

}  // namespace tidytracker::odf
