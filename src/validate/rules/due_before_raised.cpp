// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

/// The year that makes the due date follow the day of raising, if a wrong year is the likely slip.
std::string likely_slip(const IsoDay& raised, const IsoDay& due) {
    const std::string same_year = raised.substr(0, 4) + due.substr(4);
    if (due.substr(0, 4) != raised.substr(0, 4) && same_year >= raised) {
        return "the year is probably " + raised.substr(0, 4);
    }
    return "check the order of day and month in both dates";
}

void check_due_before_raised(const Subject& subject, Findings& findings) {
    for (const Record& record : subject.records()) {
        if (!record.due || !record.raised || !is_before(*record.due, *record.raised)) continue;
        const IsoDay& due = record.due->date;
        const IsoDay& raised = record.raised->date;
        Finding finding = about(k_due_before_raised, record, "due",
                                "due date is before the date the action was raised");
        finding.text = record.due->text;
        finding.other_place = place_of(record, "raised");
        finding.note = fmt::format("read as due {} and raised {}", due, raised);
        finding.help = likely_slip(raised, due);
        findings.push_back(std::move(finding));
    }
}

}  // namespace

constinit const Rule k_due_before_raised{
    .name = "due-before-raised",
    .family = Family::dates,
    .severity = Severity::error,
    .by_record = true,
    .what = "Finds actions whose due date is earlier than the day they were raised.",
    .why =
        "Nearly always a mistyped year, or day and month swapped; the action then counts as "
        "overdue from its first day.",
    .example = "Raised 11/03/2024, due 18/03/23",
    .remedy = "Correct the cell that is wrong.",
    .related = "ambiguous-date, overdue, completed-before-raised",
    .check = check_due_before_raised,
};

}  // namespace tidytracker
