// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

void check_due_moved_often(const Subject& subject, Findings& findings) {
    const auto times = static_cast<std::size_t>(number_of(subject, k_due_moved_often));
    for (const Record& record : subject.records()) {
        if (is_finished(record) || record.due_history.size() < times) continue;
        Finding finding = about(k_due_moved_often, record, "due",
                                fmt::format("the due date of {} was moved {} times",
                                            name_of(record), record.due_history.size()));
        if (record.due) finding.text = record.due->text;
        finding.note = "first due " + record.due_history.front().text;
        finding.help = "ask what stands in the way, or close it";
        findings.push_back(std::move(finding));
    }
}

}  // namespace

constinit const Rule k_due_moved_often{
    .name = "due-moved-often",
    .family = Family::dates,
    .severity = Severity::info,
    .by_record = true,
    .number = {"times", 3},
    .what = "Finds open actions whose due date has been put off again and again.",
    .why = "The date is not a plan any more. Something stands in the way that nobody has named.",
    .example = "Due 31/03, revised 30/06, revised 30/09, revised 31/12",
    .remedy = "Name what stands in the way, give the action to somebody else, or close it.",
    .related = "overdue, stale",
    .check = check_due_moved_often,
};

}  // namespace tidytracker
