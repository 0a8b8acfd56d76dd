// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

void check_completed_before_raised(const Subject& subject, Findings& findings) {
    for (const Record& record : subject.records()) {
        if (!record.completed || !record.raised || !is_before(*record.completed, *record.raised)) {
            continue;
        }
        Finding finding = about(k_completed_before_raised, record, "completed",
                                "completion date is before the date the action was raised");
        finding.text = record.completed->text;
        finding.other_place = place_of(record, "raised");
        finding.note = fmt::format("read as completed {} and raised {}", record.completed->date,
                                   record.raised->date);
        finding.help = "correct the date that is wrong";
        findings.push_back(std::move(finding));
    }
}

}  // namespace

constinit const Rule k_completed_before_raised{
    .name = "completed-before-raised",
    .family = Family::dates,
    .severity = Severity::warning,
    .by_record = true,
    .what = "Finds actions that were completed before the day they were raised.",
    .why = "One of the two dates is wrong, and with it every figure about how long actions take.",
    .example = "Raised 04/06/2024, completed 20/05/2024",
    .remedy = "Correct the cell that is wrong.",
    .related = "due-before-raised, completed-in-future",
    .check = check_completed_before_raised,
};

}  // namespace tidytracker
