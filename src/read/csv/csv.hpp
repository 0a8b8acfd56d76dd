// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/read.hpp>

namespace tidytracker {

/// Fields parted by a delimiter that is found out.
[[nodiscard]] const Reader& csv_reader();
/// The same with tabs, for those who say so; files are recognised by csv_reader.
[[nodiscard]] const Reader& tsv_reader();

}  // namespace tidytracker
