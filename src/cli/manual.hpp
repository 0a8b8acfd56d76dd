// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace tidytracker::cli {

/// The manual page tidytracker(1), in the macros of man(7), made from the tables.
[[nodiscard]] std::string manual_page();

}  // namespace tidytracker::cli
