// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/read.hpp>

namespace tidytracker {

/// A zip archive of CSV files with a `datapackage.json` that names them.
[[nodiscard]] const Reader& data_package_reader();

}  // namespace tidytracker
