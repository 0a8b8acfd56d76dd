// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tidytracker {

/// Text as a cell of SpreadsheetML can hold it: bytes that are no UTF-8, control characters and
/// U+FFFE and U+FFFF, which XML 1.0 has no way to write, become U+FFFD; line ends become "\n"; and
/// "_x0041_", which would be read as "A" (ECMA-376 part 1, 22.9.2.19, ST_Xstring), is guarded.
[[nodiscard]] std::string excel_text(std::string_view text);

}  // namespace tidytracker
