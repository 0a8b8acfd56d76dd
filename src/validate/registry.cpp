// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/validate.hpp>

#include <algorithm>
#include <vector>

#include "validate/reported.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

std::vector<Rule> rules_by_name() {
    std::vector<Rule> rules{
        k_ambiguous_column,
        k_closed_but_open_elsewhere,
        k_collective_lead,
        k_complete_without_date,
        k_completed_before_raised,
        k_completed_in_future,
        k_control_characters,
        k_declared_count_differs,
        k_due_before_raised,
        k_due_moved_often,
        k_duplicate_caption,
        k_duplicate_ref,
        k_error_cell,
        k_formula_injection,
        k_hidden_columns,
        k_incomplete_name,
        k_merged_cells,
        k_missing_action,
        k_missing_column,
        k_missing_due,
        k_missing_lead,
        k_missing_ref,
        k_missing_status,
        k_mojibake,
        k_name_spelled_twice,
        k_no_meeting_date,
        k_open_with_completion_date,
        k_overdue,
        k_percent_contradicts_status,
        k_personal_contact_data,
        k_placeholder_lead,
        k_probable_duplicate,
        k_rag_contradicts_status,
        k_raised_in_future,
        k_ref_gap,
        k_repeated_header,
        k_review_overdue,
        k_several_actions_in_one,
        k_several_tables,
        k_stale,
        k_status_contradicts_progress,
        k_too_many_leads,
        k_truncated_text,
        k_unknown_initials,
        k_unknown_status,
        k_unused_allow,
        k_unused_sheet,
        k_vague_action,
        k_vague_due,
        k_weekend_due,
        k_year_typo,
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
