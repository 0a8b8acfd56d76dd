// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/result.hpp>
#include <tidytracker/rule.hpp>

#include <span>
#include <string_view>

namespace tidytracker {

/// All rules that come with the tool, by name.
[[nodiscard]] std::span<const Rule> all_rules();
[[nodiscard]] const Rule* find_rule(std::string_view name);

/// Is the name that of a rule, of a family or of a rule of `rules` itself? The error suggests one.
[[nodiscard]] Result<void> check_rule_name(std::string_view name, const RuleSet& rules);
/// Does the rule run?
[[nodiscard]] bool is_on(const Rule& rule, const RuleSet& rules);

/// Runs all rules that are on; appends to `findings`. `subject.table_of` is found here.
void validate(const Subject& subject, Findings& findings);

/// The findings that rules, allowances and baseline let through, with the severities that the team
/// chose. An allowance that no finding needed is itself a finding.
[[nodiscard]] Findings judge(Findings findings, const Document& document, const RuleSet& rules);

}  // namespace tidytracker
