// SPDX-License-Identifier: Apache-2.0
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

bool has_completed(const Record& record) {
    return record.completed.has_value();
}

void check_complete_without_date(const Subject& subject, Findings& findings) {
    const TablesWith tables(subject, "completed", has_completed);
    for (std::size_t i = 0; i < subject.records().size(); ++i) {
        const Record& record = subject.records()[i];
        if (record.status != Status::complete || has_completed(record)) continue;
        if (!tables.any(i)) continue;
        Finding finding =
            tables.missing_from(k_complete_without_date, i,
                                name_of(record) + " is complete but has no completion date");
        finding.help = "enter the day on which it was done";
        findings.push_back(std::move(finding));
    }
}

}  // namespace

constinit const Rule k_complete_without_date{
    .name = "complete-without-date",
    .family = Family::status,
    .severity = Severity::info,
    .needs_source = true,
    .what = "Finds complete actions without a completion date, in tables that have such dates.",
    .why = "Nobody can tell whether the action was done in time.",
    .example = "Status Closed, completed (empty)",
    .remedy = "Enter the day on which it was done.",
    .related = "open-with-completion-date",
    .check = check_complete_without_date,
};

}  // namespace tidytracker
