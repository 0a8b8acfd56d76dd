// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

void check_review_overdue(const Subject& subject, Findings& findings) {
    const IsoDay& today = subject.document->as_of;
    for (const Record& record : subject.records()) {
        if (is_finished(record) || !record.review || record.review->date.empty() || today.empty() ||
            record.review->date >= today) {
            continue;
        }
        Finding finding = about(k_review_overdue, record, "review",
                                fmt::format("{} was to be looked at again by {}", name_of(record),
                                            record.review->date));
        finding.text = record.review->text;
        finding.note = "the day is " + today;
        finding.help = "look at it, and set the next review date";
        findings.push_back(std::move(finding));
    }
}

}  // namespace

constinit const Rule k_review_overdue{
    .name = "review-overdue",
    .family = Family::dates,
    .severity = Severity::info,
    .by_record = true,
    .what = "Finds open actions whose review date has passed.",
    .why = "Ongoing work without a look at it is work that nobody follows.",
    .example = "Next review March 2024, in May 2024",
    .remedy = "Look at the action and set the next date.",
    .related = "overdue, stale",
    .check = check_review_overdue,
};

}  // namespace tidytracker
