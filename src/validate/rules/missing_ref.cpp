// SPDX-License-Identifier: Apache-2.0
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

bool has_ref(const Record& record) {
    return !record.ref.empty();
}

void check_missing_ref(const Subject& subject, Findings& findings) {
    const TablesWith tables(subject, "ref", has_ref);
    for (std::size_t i = 0; i < subject.records().size(); ++i) {
        const Record& record = subject.records()[i];
        // A part of an action has the reference of the whole.
        if (has_ref(record) || !record.parent.empty() || !tables.most(i)) continue;
        Finding finding =
            tables.missing_from(k_missing_ref, i, name_of(record) + " has no reference");
        finding.note = "nearly all others of the table have one";
        finding.help = "give it the next free reference";
        findings.push_back(std::move(finding));
    }
}

}  // namespace

constinit const Rule k_missing_ref{
    .name = "missing-ref",
    .family = Family::identity,
    .severity = Severity::warning,
    .needs_source = true,
    .what = "Finds records without a reference, in tables where nearly all have one.",
    .why =
        "Minutes and emails cannot quote it, and versions of the tracker cannot be matched by it.",
    .example = "A-013, A-014, (empty), A-016",
    .remedy = "Give it the next free reference.",
    .related = "duplicate-ref, ref-gap",
    .check = check_missing_ref,
};

}  // namespace tidytracker
