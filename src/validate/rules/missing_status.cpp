// SPDX-License-Identifier: Apache-2.0
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

bool has_status(const Record& record) {
    return record.status != Status::unknown || !record.status_text.empty();
}

/// Has it a cell of its own? Where the status is read from the words of the progress, no column
/// lacks one.
bool has_status_cell(const Record& record) {
    const std::string place = place_of(record, "status");
    return has_status(record) && !place.empty() && place != place_of(record, "progress");
}

void check_missing_status(const Subject& subject, Findings& findings) {
    const TablesWith tables(subject, "status", has_status_cell);
    for (std::size_t i = 0; i < subject.records().size(); ++i) {
        const Record& record = subject.records()[i];
        if (has_status(record) || is_settled(record) || !tables.most(i)) continue;
        Finding finding =
            tables.missing_from(k_missing_status, i, name_of(record) + " has no status");
        finding.note = "nearly all others of the table have one";
        finding.help = "say how far it is";
        findings.push_back(std::move(finding));
    }
}

}  // namespace

constinit const Rule k_missing_status{
    .name = "missing-status",
    .family = Family::status,
    .severity = Severity::warning,
    .needs_source = true,
    .what = "Finds records without a status, in tables where nearly all have one.",
    .why = "The action is counted neither as open nor as closed.",
    .example = "A-015 | Book the hall | (empty)",
    .remedy = "Say how far the action is.",
    .related = "unknown-status, missing-column",
    .check = check_missing_status,
};

}  // namespace tidytracker
