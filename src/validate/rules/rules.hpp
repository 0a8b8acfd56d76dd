// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/validate.hpp>

// The rules with a check, each in the file of its name. registry.cpp lists them.
namespace tidytracker {

extern const Rule k_complete_without_date;
extern const Rule k_completed_before_raised;
extern const Rule k_completed_in_future;
extern const Rule k_due_before_raised;
extern const Rule k_duplicate_ref;
extern const Rule k_missing_action;
extern const Rule k_missing_due;
extern const Rule k_missing_lead;
extern const Rule k_open_with_completion_date;
extern const Rule k_overdue;
extern const Rule k_unknown_status;

}  // namespace tidytracker
