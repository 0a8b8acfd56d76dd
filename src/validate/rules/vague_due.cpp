// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

/// Words instead of a day. "Ongoing" and "each quarter" are answers; these only put one off.
bool is_vague(const When& due) {
    if (!due.date.empty()) return false;
    switch (due.qualifier) {
        case Qualifier::asap:
        case Qualifier::tbc:
        case Qualifier::next_meeting:
        case Qualifier::ongoing:
            return true;
        default:
            return false;
    }
}

void check_vague_due(const Subject& subject, Findings& findings) {
    for (const Record& record : subject.records()) {
        if (is_finished(record) || !record.due || !is_vague(*record.due)) continue;
        Finding finding = about(
            k_vague_due, record, "due",
            fmt::format("{} is due \"{}\", which is no date", name_of(record), record.due->text));
        finding.text = record.due->text;
        finding.note = "it can never become overdue";
        finding.help = "give a day, or a day on which it is looked at again";
        findings.push_back(std::move(finding));
    }
}

}  // namespace

constinit const Rule k_vague_due{
    .name = "vague-due",
    .family = Family::dates,
    .severity = Severity::info,
    .by_record = true,
    .what =
        "Finds open actions that are due \"ASAP\", \"TBC\", \"ongoing\" or at \"the next "
        "meeting\".",
    .why = "Such an action is never late, so it is never chased.",
    .example = "Due \"ASAP\"",
    .remedy = "Give a day, or a day on which the action is looked at again.",
    .related = "missing-due, unreadable-date",
    .check = check_vague_due,
};

}  // namespace tidytracker
