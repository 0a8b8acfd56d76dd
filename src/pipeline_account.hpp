// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/pipeline.hpp>

#include <vector>

namespace tidytracker {

/// Adds up where each non-empty cell of a source went. Cells that went nowhere are listed in
/// `unconverted` with the reason; `reading.account` says how many went where.
void settle_account(SourceReading& reading, const std::vector<Record>& records,
                    std::vector<Unconverted>& unconverted, Findings& findings);

}  // namespace tidytracker
