// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/finding.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tidytracker {

/// How many findings there are of each severity.
[[nodiscard]] std::array<std::size_t, 3> counts_by_severity(const Findings& findings);

/// "2 errors, 1 warning", and ", 3 notes" where there are notes.
[[nodiscard]] std::string severities_text(const Findings& findings);

/// How often a rule found something, at which severity at most.
struct RuleTally {
    std::string_view rule{};
    Severity severity{};
    std::size_t count{};
};

/// Gravest first, then the most frequent, then by name.
[[nodiscard]] std::vector<RuleTally> tally_by_rule(const Findings& findings);

}  // namespace tidytracker
