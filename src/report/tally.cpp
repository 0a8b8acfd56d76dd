// SPDX-License-Identifier: Apache-2.0
#include "report/tally.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "base/text.hpp"

namespace tidytracker {

std::array<std::size_t, 3> counts_by_severity(const Findings& findings) {
    std::array<std::size_t, 3> counts{};
    for (const Finding& finding : findings) ++counts[static_cast<std::size_t>(finding.severity)];
    return counts;
}

std::string severities_text(const Findings& findings) {
    const auto [notes, warnings, errors] = counts_by_severity(findings);
    std::string out =
        fmt::format("{}, {}", count_of(errors, "error"), count_of(warnings, "warning"));
    if (notes > 0) out += ", " + count_of(notes, "note");
    return out;
}

std::vector<RuleTally> tally_by_rule(const Findings& findings) {
    std::map<std::string_view, RuleTally> tallies;
    for (const Finding& finding : findings) {
        RuleTally& tally = tallies[finding.rule];
        tally.rule = finding.rule;
        tally.severity = std::max(tally.severity, finding.severity);
        ++tally.count;
    }
    std::vector<RuleTally> sorted;
    for (const auto& entry : tallies) sorted.push_back(entry.second);
    std::ranges::stable_sort(sorted, [](const RuleTally& a, const RuleTally& b) {
        return std::tie(b.severity, b.count) < std::tie(a.severity, a.count);
    });
    return sorted;
}

}  // namespace tidytracker
