// SPDX-License-Identifier: Apache-2.0
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

bool has_due(const Record& record) {
    return record.due.has_value();
}

void check_missing_due(const Subject& subject, Findings& findings) {
    const TablesWith tables(subject, "due", has_due);
    for (std::size_t i = 0; i < subject.records().size(); ++i) {
        const Record& record = subject.records()[i];
        if (has_due(record) || is_settled(record) || !tables.any(i)) continue;
        Finding finding =
            tables.missing_from(k_missing_due, i, name_of(record) + " has no due date");
        finding.help = "give a day, or say \"ongoing\" and when it is next reviewed";
        findings.push_back(std::move(finding));
    }
}

}  // namespace

constinit const Rule k_missing_due{
    .name = "missing-due",
    .family = Family::dates,
    .severity = Severity::warning,
    .needs_source = true,
    .what =
        "Finds actions that are not finished and have no due date, in tables that have a due "
        "column.",
    .why = "Without a date an action can never be late, so it is never chased.",
    .example = "A-021 | Circulate the revised terms of reference | P. Okoro | (empty)",
    .remedy = "Give a day. For work without an end write \"ongoing\" and a review date.",
    .related = "missing-lead, overdue, unreadable-date",
    .check = check_missing_due,
};

}  // namespace tidytracker
