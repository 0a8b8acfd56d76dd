// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

void check_completed_in_future(const Subject& subject, Findings& findings) {
    const When today{.date = subject.document->as_of};
    for (const Record& record : subject.records()) {
        if (!record.completed || !is_before(today, *record.completed)) continue;
        Finding finding =
            about(k_completed_in_future, record, "completed", "completion date lies in the future");
        finding.text = record.completed->text;
        finding.note = fmt::format("read as {}; the day is {}", record.completed->date, today.date);
        finding.help = "correct the date, or give the day of the report with --as-of";
        findings.push_back(std::move(finding));
    }
}

}  // namespace

constinit const Rule k_completed_in_future{
    .name = "completed-in-future",
    .family = Family::dates,
    .severity = Severity::error,
    .by_record = true,
    .what = "Finds completion dates after today, or after the day given with --as-of.",
    .why =
        "An action counts as complete that cannot be; often it is a planned date in the wrong "
        "column or a mistyped year.",
    .example = "Status Complete, completed 12/09/2052",
    .remedy = "Correct the date, or move a planned date to the due column.",
    .related = "completed-before-raised, open-with-completion-date",
    .check = check_completed_in_future,
};

}  // namespace tidytracker
