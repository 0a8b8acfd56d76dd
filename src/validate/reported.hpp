// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/rule.hpp>

#include <span>

namespace tidytracker {

/// The rules that reading, locating, mapping and normalising report: pages without a check.
[[nodiscard]] std::span<const Rule> reported_rules();

}  // namespace tidytracker
