// SPDX-License-Identifier: Apache-2.0
#include <chrono>

#include <fmt/format.h>

#include "base/calendar.hpp"
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

void check_weekend_due(const Subject& subject, Findings& findings) {
    for (const Record& record : subject.records()) {
        // Only days that were given as days: the end of a month falls as it falls.
        if (is_finished(record) || !record.due || record.due->edtf != record.due->date) continue;
        const std::optional<Day> day = day_from_iso(record.due->date);
        if (!day) continue;
        const std::chrono::weekday weekday(*day);
        if (weekday != std::chrono::Saturday && weekday != std::chrono::Sunday) continue;
        Finding finding =
            about(k_weekend_due, record, "due",
                  fmt::format("{} is due on a {}", name_of(record),
                              weekday == std::chrono::Saturday ? "Saturday" : "Sunday"));
        finding.text = record.due->text;
        finding.help = "choose the Friday before, or the Monday after";
        findings.push_back(std::move(finding));
    }
}

}  // namespace

constinit const Rule k_weekend_due{
    .name = "weekend-due",
    .family = Family::dates,
    .severity = Severity::info,
    .off = true,
    .by_record = true,
    .what = "Finds open actions that are due on a Saturday or Sunday.",
    .why = "Offices are closed: the day is mostly a slip, or meant the Friday before.",
    .example = "Due 30/11/2024, a Saturday",
    .remedy =
        "Choose a working day. The rule is off unless a profile asks for it: [rules] weekend-due = "
        "\"info\".",
    .related = "vague-due",
    .check = check_weekend_due,
};

}  // namespace tidytracker
