// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "read/xlsx/sheet.hpp"

namespace tidytracker::biff12 {

/// Reads a work sheet part ([MS-XLSB] 2.1.7.61) into `sheet`, whose name is set already.
/// `relationships` are the part's own; hyperlinks need them. Errors: too_large.
[[nodiscard]] Result<void> read_sheet(std::string_view part,
                                      const xlsx::Relationships& relationships,
                                      xlsx::SharedParts& shared, Sheet& sheet);

}  // namespace tidytracker::biff12
