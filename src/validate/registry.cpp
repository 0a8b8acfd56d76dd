// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <vector>

#include "validate/reported.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

std::vector<Rule> rules_by_name() {
    std::vector<Rule> rules{
        k_complete_without_date,
        k_completed_before_raised,
        k_completed_in_future,
        k_due_before_raised,
        k_duplicate_ref,
        k_missing_action,
        k_missing_due,
        k_missing_lead,
        k_open_with_completion_date,
        k_overdue,
        k_unknown_status,
    };
    const std::span<const Rule> reported = reported_rules();
    rules.insert(rules.end(), reported.begin(), reported.end());
    std::ranges::sort(rules, {}, &Rule::name);
    return rules;
}

}  // namespace

std::span<const Rule> all_rules() {
    static const std::vector<Rule> rules = rules_by_name();
    return rules;
}

const Rule* find_rule(std::string_view name) {
    const std::span<const Rule> rules = all_rules();
    const auto found = std::ranges::find(rules, name, &Rule::name);
    return found == rules.end() ? nullptr : &*found;
}

}  // namespace tidytracker
