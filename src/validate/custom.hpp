// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/rule.hpp>

namespace tidytracker {

/// Checks all records against a team's own rule.
void check_custom(const CustomRule& rule, const Subject& subject, Findings& findings);

}  // namespace tidytracker
