// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/read.hpp>

namespace tidytracker {

/// Web pages with tables, which many systems export under the name .xls.
[[nodiscard]] const Reader& html_reader();
/// Web archives (.mht, .mhtml), which Excel also saves as .xls.
[[nodiscard]] const Reader& mhtml_reader();

}  // namespace tidytracker
