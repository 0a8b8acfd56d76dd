// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

void check_rag_contradicts_status(const Subject& subject, Findings& findings) {
    for (const Record& record : subject.records()) {
        // Colours have no common meaning, but red for what is done is nowhere meant.
        if (record.rag != Rag::red || record.status != Status::complete ||
            record.status_text.empty())
            continue;
        Finding finding = about(k_rag_contradicts_status, record, "rag",
                                fmt::format("{} is complete, but rated red", name_of(record)));
        finding.text = record.rag_text;
        finding.other_place = place_of(record, "status");
        finding.help = "change the rating, or open the action again";
        findings.push_back(std::move(finding));
    }
}

}  // namespace

constinit const Rule k_rag_contradicts_status{
    .name = "rag-contradicts-status",
    .family = Family::status,
    .severity = Severity::info,
    .by_record = true,
    .what = "Finds complete actions that are rated red.",
    .why = "Either the work is not done, or the rating was forgotten; a reader cannot know which.",
    .example = "Status Closed, RAG Red",
    .remedy = "Change the rating, or open the action again.",
    .related = "percent-contradicts-status, status-contradicts-progress",
    .check = check_rag_contradicts_status,
};

}  // namespace tidytracker
