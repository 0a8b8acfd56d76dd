// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/read.hpp>

namespace tidytracker {

/// XML spreadsheets of Excel 2002 and 2003, which reporting programs write to this day, often
/// named .xls.
[[nodiscard]] const Reader& spreadsheetml_reader();

}  // namespace tidytracker
