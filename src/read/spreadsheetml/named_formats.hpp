// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace tidytracker {

/// The format code that SpreadsheetML 2003 and Excel's HTML mean by a name ("Short Date", "Fixed",
/// "Yes/No"); the text itself if it is no such name.
[[nodiscard]] std::string_view code_of_named_format(std::string_view name);

}  // namespace tidytracker
