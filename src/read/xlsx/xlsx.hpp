// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/read.hpp>

namespace tidytracker {

/// Office Open XML workbooks: .xlsx, .xlsm, .xltx, .xltm (ECMA-376, transitional and strict).
[[nodiscard]] const Reader& xlsx_reader();

}  // namespace tidytracker
