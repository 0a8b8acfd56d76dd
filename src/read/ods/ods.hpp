// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/read.hpp>

namespace tidytracker {

/// OpenDocument spreadsheets: .ods, .ots (ODF 1.0 to 1.3).
[[nodiscard]] const Reader& ods_reader();
/// The same as one XML file: .fods.
[[nodiscard]] const Reader& fods_reader();

}  // namespace tidytracker
