// SPDX-License-Identifier: Apache-2.0
#include <unordered_map>

#include <fmt/format.h>

#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

void check_duplicate_ref(const Document& document, Findings& findings) {
    // Two trackers may both have an action 1; within one document a reference should be unique.
    std::unordered_map<std::string, const Record*> first_with;
    for (const Record& record : document.records) {
        if (record.ref.empty()) continue;
        const auto [at, is_new] =
            first_with.try_emplace(record.source + '\n' + record.ref, &record);
        if (is_new) continue;
        const Record& earlier = *at->second;
        Finding finding = about(k_duplicate_ref, record, "ref",
                                fmt::format("reference \"{}\" is used more than once", record.ref));
        finding.text = record.ref;
        finding.other_place = place_of(earlier, "ref");
        finding.note =
            "first used at " + (finding.other_place.empty() ? earlier.place : finding.other_place);
        finding.help = record.action == earlier.action ? "delete one of the two rows"
                                                       : "give this action a reference of its own";
        findings.push_back(std::move(finding));
    }
}

}  // namespace

constinit const Rule k_duplicate_ref{
    .name = "duplicate-ref",
    .severity = Severity::warning,
    .what = "Finds references that more than one record of a document has.",
    .why =
        "Minutes and emails quote the reference; a shared one points at two actions, and "
        "versions of the tracker cannot be matched by it.",
    .example = "A-007 | Order spill kits      and, further down,      A-007 | Book the room",
    .remedy = "Give the later action a reference of its own, or delete the copy.",
    .related = "fused-rows",
    .check = check_duplicate_ref,
};

}  // namespace tidytracker
