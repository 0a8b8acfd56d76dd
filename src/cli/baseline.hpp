// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/result.hpp>

#include <string>
#include <vector>

namespace tidytracker::cli {

/// The fingerprints of the findings in a report that `check --format json` wrote.
/// Errors: not_found and its like; usage if it is no such report.
[[nodiscard]] Result<std::vector<std::string>> read_baseline(const std::string& path);

}  // namespace tidytracker::cli
