// SPDX-License-Identifier: Apache-2.0
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

bool is_open(const Record& record) {
    return record.status == Status::not_started || record.status == Status::in_progress ||
           record.status == Status::on_hold;
}

void check_open_with_completion_date(const Subject& subject, Findings& findings) {
    for (const Record& record : subject.records()) {
        if (!record.completed || record.completed->date.empty() || !is_open(record)) continue;
        Finding finding = about(k_open_with_completion_date, record, "status",
                                name_of(record) + " is not complete but has a completion date");
        finding.text = record.status_text;
        finding.other_place = place_of(record, "completed");
        finding.note = "completed " + record.completed->date;
        finding.help = "close the action, or move the date to the due column if it is a plan";
        findings.push_back(std::move(finding));
    }
}

}  // namespace

constinit const Rule k_open_with_completion_date{
    .name = "open-with-completion-date",
    .family = Family::status,
    .severity = Severity::warning,
    .by_record = true,
    .what = "Finds actions whose status says open while a completion date is given.",
    .why = "Status and date contradict each other; reports count the action on both sides.",
    .example = "Status In progress, completed 14/02/2025",
    .remedy = "Close the action, or move the date to the due column if it is a plan.",
    .related = "complete-without-date, completed-in-future",
    .check = check_open_with_completion_date,
};

}  // namespace tidytracker
