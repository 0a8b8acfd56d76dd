// SPDX-License-Identifier: Apache-2.0
#include "validate/cells.hpp"
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

bool has_lead(const Record& record) {
    return !record.leads.empty();
}

void check_missing_lead(const Subject& subject, Findings& findings) {
    const TablesWith tables(subject, "leads", has_lead);
    for (std::size_t i = 0; i < subject.records().size(); ++i) {
        const Record& record = subject.records()[i];
        if (has_lead(record) || is_settled(record) || !tables.any(i)) continue;
        // A cell that says "TBC" is reported as what it is.
        if (!printed_text(subject, record, "leads").empty()) continue;
        Finding finding = tables.missing_from(k_missing_lead, i, name_of(record) + " has no lead");
        finding.help = "name one person who answers for it";
        findings.push_back(std::move(finding));
    }
}

}  // namespace

constinit const Rule k_missing_lead{
    .name = "missing-lead",
    .family = Family::people,
    .severity = Severity::error,
    .needs_source = true,
    .what = "Finds actions that are not finished and name no lead, in tables that name leads.",
    .why = "An action without a lead is nobody's: it is the commonest reason why one lapses.",
    .example = "A-018 | Review the lone worker policy | (empty) | 30/04/2025",
    .remedy = "Name one person who answers for it. A team alone is hard to chase.",
    .related = "placeholder-lead, missing-due, missing-action",
    .check = check_missing_lead,
};

}  // namespace tidytracker
