// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "base/calendar.hpp"
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

/// The latest day of a record's progress; empty if no entry has one.
IsoDay latest_day(const Record& record) {
    IsoDay latest;
    for (const Progress& entry : record.progress) latest = std::max(latest, entry.date);
    return latest;
}

void check_stale(const Subject& subject, Findings& findings) {
    const std::optional<Day> today = day_from_iso(subject.document->as_of);
    if (!today) return;
    const std::chrono::days limit(number_of(subject, k_stale));
    for (const Record& record : subject.records()) {
        if (is_finished(record) || record.status == Status::on_hold) continue;
        const std::optional<Day> last = day_from_iso(latest_day(record));
        if (!last || *today - *last <= limit) continue;
        // What is due far ahead may rest.
        if (record.due && record.due->date > subject.document->as_of) continue;
        Finding finding = about(k_stale, record, "progress",
                                fmt::format("{} has had no update for {} days", name_of(record),
                                            (*today - *last).count()));
        finding.note = fmt::format("the last one is of {}", iso_day(*last));
        finding.help = "ask its lead how it stands";
        findings.push_back(std::move(finding));
    }
}

}  // namespace

constinit const Rule k_stale{
    .name = "stale",
    .family = Family::status,
    .severity = Severity::info,
    .by_record = true,
    .number = {"days", 90},
    .what =
        "Finds open actions whose last dated update is long ago and which are due, or have no due "
        "date.",
    .why = "Silence is the first sign that an action has been forgotten.",
    .example = "Last update 12/01/2024, in June 2024",
    .remedy = "Ask its lead how it stands.",
    .related = "overdue, review-overdue",
    .check = check_stale,
};

}  // namespace tidytracker
