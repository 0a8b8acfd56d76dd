// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

void check_raised_in_future(const Subject& subject, Findings& findings) {
    const When today{.date = subject.document->as_of};
    for (const Record& record : subject.records()) {
        if (!record.raised || !is_before(today, *record.raised)) continue;
        Finding finding =
            about(k_raised_in_future, record, "raised",
                  fmt::format("{} was raised after the day of this report", name_of(record)));
        finding.text = record.raised->text;
        finding.note = fmt::format("read as {}; the day is {}", record.raised->date, today.date);
        finding.help = "check the year, and the order of day and month";
        findings.push_back(std::move(finding));
    }
}

}  // namespace

constinit const Rule k_raised_in_future{
    .name = "raised-in-future",
    .family = Family::dates,
    .severity = Severity::warning,
    .by_record = true,
    .what = "Finds actions that were raised later than the day of the report.",
    .why = "A mistyped year, or day and month swapped; the age of the action comes out wrong.",
    .example = "Raised 11/03/2052",
    .remedy = "Correct the date. For an old tracker, say its day with --as-of.",
    .related = "completed-in-future, year-typo, due-before-raised",
    .check = check_raised_in_future,
};

}  // namespace tidytracker
