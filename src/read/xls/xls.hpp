// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/read.hpp>

namespace tidytracker {

/// Binary Excel workbooks of before 2007, and the single work sheets of Excel 2 to 4.
[[nodiscard]] const Reader& xls_reader();

}  // namespace tidytracker
