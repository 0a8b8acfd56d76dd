// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "base/shape.hpp"
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

bool is_plain_number(const Record& record) {
    return whole_number(record.ref) >= 0;
}

/// The part of a document in which a plain number should be unique: a table, and within it the
/// actions of one meeting or section where each of them counts anew.
std::string scope_of(const Subject& subject, std::size_t index) {
    const Record& record = subject.records()[index];
    return fmt::format("{}\n{}\n{}", subject.table_of[index], record.section,
                       record.meeting ? record.meeting->date : IsoDay());
}

/// The scopes that begin again at 1, so that their numbers say nothing outside them. The first
/// scope of a document is none of them.
std::unordered_set<std::string> restarted_scopes(const Subject& subject) {
    std::unordered_set<std::string> restarted;
    std::unordered_set<std::string> started;
    for (std::size_t i = 0; i < subject.records().size(); ++i) {
        const Record& record = subject.records()[i];
        if (!is_plain_number(record)) continue;
        std::string scope = record.source + '\n' + scope_of(subject, i);
        if (record.ref == "1" && !started.insert(record.source).second) {
            restarted.insert(std::move(scope));
        }
    }
    return restarted;
}

/// Two trackers may both have an action 1; within one document a reference should be unique.
std::string key_of_ref(const Subject& subject, std::size_t index,
                       const std::unordered_set<std::string>& restarted) {
    const Record& record = subject.records()[index];
    std::string key = record.source + '\n';
    if (is_plain_number(record)) {
        const std::string scope = key + scope_of(subject, index);
        if (restarted.contains(scope)) key = scope + '\n';
    }
    return key + record.ref;
}

void check_duplicate_ref(const Subject& subject, Findings& findings) {
    const std::unordered_set<std::string> restarted = restarted_scopes(subject);
    std::unordered_map<std::string, const Record*> first_with;
    for (std::size_t i = 0; i < subject.records().size(); ++i) {
        const Record& record = subject.records()[i];
        if (record.ref.empty()) continue;
        const auto [at, is_new] =
            first_with.try_emplace(key_of_ref(subject, i, restarted), &record);
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
    .family = Family::identity,
    .severity = Severity::warning,
    .needs_source = true,
    .what =
        "Finds references that more than one record of a document has. Plain numbers may begin "
        "again with each table, meeting or section.",
    .why =
        "Minutes and emails quote the reference; a shared one points at two actions, and versions "
        "of the tracker cannot be matched by it.",
    .example = "A-007 | Order spill kits      and, further down,      A-007 | Book the room",
    .remedy = "Give the later action a reference of its own, or delete the copy.",
    .related = "fused-rows, missing-ref, probable-duplicate",
    .check = check_duplicate_ref,
};

}  // namespace tidytracker
