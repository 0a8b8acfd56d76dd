// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/calendar.hpp"
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

void check_overdue(const Subject& subject, Findings& findings) {
    const std::optional<Day> as_of = day_from_iso(subject.document->as_of);
    if (!as_of) return;
    for (const Record& record : subject.records()) {
        if (!record.overdue.value_or(false) || !record.due) continue;
        const std::optional<Day> due = day_from_iso(record.due->date);
        if (!due) continue;
        const auto days = (*as_of - *due).count();
        Finding finding = about(
            k_overdue, record, "due",
            fmt::format("{} is overdue by {} day{}", name_of(record), days, days == 1 ? "" : "s"));
        finding.text = record.due->text;
        finding.note =
            fmt::format("due {}; the day is {}", record.due->date, subject.document->as_of);
        finding.help = "close it, or agree a new date and record it as the revised due date";
        findings.push_back(std::move(finding));
    }
}

}  // namespace

constinit const Rule k_overdue{
    .name = "overdue",
    .family = Family::status,
    .severity = Severity::info,
    .by_record = true,
    .what =
        "Finds actions that are past their due date on the day of the report and neither "
        "complete nor cancelled.",
    .why = "These are the actions to ask about at the next meeting.",
    .example = "Due 31/03/2025, status In progress, on 2 May 2025",
    .remedy = "Close the action, or agree a new date and record it as the revised due date.",
    .related = "missing-due, due-before-raised",
    .check = check_overdue,
};

}  // namespace tidytracker
