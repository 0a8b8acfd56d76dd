// SPDX-License-Identifier: Apache-2.0
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

void check_missing_action(const Subject& subject, Findings& findings) {
    for (const Record& record : subject.records()) {
        if (!record.action.empty()) continue;
        Finding finding = about(k_missing_action, record, "action",
                                name_of(record) + " does not say what is to be done");
        finding.help = "write the action in a few words, or take the row out";
        findings.push_back(std::move(finding));
    }
}

}  // namespace

constinit const Rule k_missing_action{
    .name = "missing-action",
    .family = Family::content,
    .severity = Severity::error,
    .by_record = true,
    .what = "Finds records that have a reference, a lead or a date but no text of an action.",
    .why = "Nobody can carry out, chase or close an action that says nothing.",
    .example = "A-014 | (empty) | J. Marsh | 31/03/2025",
    .remedy = "Write the action in a few words, or take the row out.",
    .related = "missing-lead, missing-due",
    .check = check_missing_action,
};

}  // namespace tidytracker
