// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/unicode.hpp"
#include "schema/wording.hpp"
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

/// Texts that point elsewhere or say nothing, as whole cells.
constexpr auto k_empty_phrases = std::to_array<std::string_view>(
    {"as above",        "see above",   "see below", "ditto",        "as discussed",
     "as per minutes",  "see minutes", "follow up", "follow-up",    "to follow up",
     "to be discussed", "discuss",     "update",    "updates",      "review",
     "action",          "to action",   "ongoing",   "to be agreed", "various",
     "as previously",   "\""});

void check_vague_action(const Subject& subject, Findings& findings) {
    for (const Record& record : subject.records()) {
        if (is_finished(record) || record.action.empty()) continue;
        const std::string folded = fold(record.action);
        const bool empty_phrase =
            std::ranges::find(k_empty_phrases, folded) != k_empty_phrases.end();
        if (!empty_phrase && !is_placeholder(record.action)) continue;
        Finding finding =
            about(k_vague_action, record, "action",
                  fmt::format("\"{}\" does not say what is to be done", record.action));
        finding.text = record.action;
        finding.help = "begin with a verb, and say what will be there when it is done";
        findings.push_back(std::move(finding));
    }
}

}  // namespace

constinit const Rule k_vague_action{
    .name = "vague-action",
    .family = Family::content,
    .severity = Severity::info,
    .by_record = true,
    .what =
        "Finds open actions whose whole text is \"as above\", \"follow up\", \"TBC\" or the like.",
    .why =
        "Nobody can do it, nor say when it is done; sorted by date, \"as above\" points at another "
        "action.",
    .example = "Action \"As above\"",
    .remedy = "Begin with a verb and say what will be there when it is done.",
    .related = "missing-action, several-actions-in-one",
    .check = check_vague_action,
};

}  // namespace tidytracker
