// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/rule.hpp>

// The rules of this step, each in the file of its name. registry.cpp lists them.
namespace tidytracker {

extern const Rule k_ambiguous_column;
extern const Rule k_closed_but_open_elsewhere;
extern const Rule k_collective_lead;
extern const Rule k_complete_without_date;
extern const Rule k_completed_before_raised;
extern const Rule k_completed_in_future;
extern const Rule k_control_characters;
extern const Rule k_declared_count_differs;
extern const Rule k_due_before_raised;
extern const Rule k_due_moved_often;
extern const Rule k_duplicate_caption;
extern const Rule k_duplicate_ref;
extern const Rule k_error_cell;
extern const Rule k_formula_injection;
extern const Rule k_hidden_columns;
extern const Rule k_incomplete_name;
extern const Rule k_merged_cells;
extern const Rule k_missing_action;
extern const Rule k_missing_column;
extern const Rule k_missing_due;
extern const Rule k_missing_lead;
extern const Rule k_missing_ref;
extern const Rule k_missing_status;
extern const Rule k_mojibake;
extern const Rule k_name_spelled_twice;
extern const Rule k_no_meeting_date;
extern const Rule k_open_with_completion_date;
extern const Rule k_overdue;
extern const Rule k_percent_contradicts_status;
extern const Rule k_personal_contact_data;
extern const Rule k_placeholder_lead;
extern const Rule k_probable_duplicate;
extern const Rule k_rag_contradicts_status;
extern const Rule k_raised_in_future;
extern const Rule k_ref_gap;
extern const Rule k_repeated_header;
extern const Rule k_review_overdue;
extern const Rule k_several_actions_in_one;
extern const Rule k_several_tables;
extern const Rule k_stale;
extern const Rule k_status_contradicts_progress;
extern const Rule k_too_many_leads;
extern const Rule k_truncated_text;
extern const Rule k_unknown_initials;
extern const Rule k_unknown_status;
extern const Rule k_unused_allow;
extern const Rule k_unused_sheet;
extern const Rule k_vague_action;
extern const Rule k_vague_due;
extern const Rule k_weekend_due;
extern const Rule k_year_typo;

}  // namespace tidytracker
