// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

bool contradicts(const Record& record) {
    if (record.status == Status::complete) return *record.percent < 100;
    if (record.status == Status::not_started) return *record.percent > 0;
    return record.status == Status::in_progress && *record.percent == 100;
}

void check_percent_contradicts_status(const Subject& subject, Findings& findings) {
    for (const Record& record : subject.records()) {
        // Without words of its own the status was read from the figure.
        if (!record.percent || record.status_text.empty() || !contradicts(record)) continue;
        if (place_of(record, "status") == place_of(record, "percent")) continue;
        Finding finding = about(k_percent_contradicts_status, record, "percent",
                                fmt::format("{} is {} % done, but its status is \"{}\"",
                                            name_of(record), *record.percent, record.status_text));
        finding.text = fmt::format("{}", *record.percent);
        finding.other_place = place_of(record, "status");
        finding.help = "correct the one that is out of date";
        findings.push_back(std::move(finding));
    }
}

}  // namespace

constinit const Rule k_percent_contradicts_status{
    .name = "percent-contradicts-status",
    .family = Family::status,
    .severity = Severity::warning,
    .by_record = true,
    .what = "Finds actions whose percentage and status cannot both be right.",
    .why = "One of the two is out of date, and reports count the status.",
    .example = "100 % and In progress; 60 % and Closed",
    .remedy = "Correct the one that is out of date.",
    .related = "status-contradicts-progress, unknown-status",
    .check = check_percent_contradicts_status,
};

}  // namespace tidytracker
