// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/read.hpp>

namespace tidytracker {

/// Binary Excel workbooks of 2007 and later ([MS-XLSB]).
[[nodiscard]] const Reader& xlsb_reader();

}  // namespace tidytracker
