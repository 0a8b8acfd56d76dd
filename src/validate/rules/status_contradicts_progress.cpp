// SPDX-License-Identifier: Apache-2.0
#include <array>

#include <fmt/format.h>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "schema/wording.hpp"
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

/// The entry that speaks last: the one with the latest day, or the only one.
const Progress* latest_entry(const Record& record) {
    if (record.progress.size() == 1) return &record.progress.front();
    const Progress* latest = nullptr;
    for (const Progress& entry : record.progress) {
        // Without its day, an entry may be the first or the last of several.
        if (entry.date.empty() && record.progress.size() > 1) return nullptr;
        if (latest == nullptr || entry.date >= latest->date) latest = &entry;
    }
    return latest;
}

/// Does what follows an opening status leave it as it is: a day, the end of the sentence?
bool leaves_status(std::string_view rest) {
    rest = trim(rest);
    constexpr auto k_before_day = std::to_array<std::string_view>({"on ", "in "});
    for (const std::string_view word : k_before_day) {
        if (rest.starts_with(word)) rest.remove_prefix(word.size());
    }
    return rest.empty() || rest.front() == '.' || rest.front() == ';' || is_date_shaped(rest);
}

/// The status that an entry states: as its label, as all of its text, or as its first sentence.
std::optional<Status> status_stated_by(const Progress& entry) {
    if (!entry.label.empty()) return status_of_wording(entry.label);
    if (const auto whole = status_of_wording(entry.text)) return whole;
    const auto opening = stated_status(entry.text);
    if (!opening || !leaves_status(std::string_view(entry.text).substr(opening->length)))
        return std::nullopt;
    return opening->value;
}

bool is_contradiction(Status status, Status stated) {
    const bool running = status == Status::not_started || status == Status::in_progress;
    if (stated == Status::complete) return running;
    return stated == Status::not_started && status == Status::complete;
}

void check_status_contradicts_progress(const Subject& subject, Findings& findings) {
    for (const Record& record : subject.records()) {
        // A status that was read from the progress cannot contradict it.
        const Progress* latest = record.status_text.empty() ? nullptr : latest_entry(record);
        if (latest == nullptr || place_of(record, "status") == place_of(record, "progress"))
            continue;
        const std::optional<Status> stated = status_stated_by(*latest);
        if (!stated || !is_contradiction(record.status, *stated)) continue;
        const std::string& words = latest->label.empty() ? latest->text : latest->label;
        Finding finding = about(k_status_contradicts_progress, record, "status",
                                fmt::format("status is \"{}\", but the latest progress says \"{}\"",
                                            record.status_text, words));
        finding.text = record.status_text;
        finding.other_place = place_of(record, "progress");
        finding.help = "bring the status up to date";
        findings.push_back(std::move(finding));
    }
}

}  // namespace

constinit const Rule k_status_contradicts_progress{
    .name = "status-contradicts-progress",
    .family = Family::status,
    .severity = Severity::warning,
    .by_record = true,
    .what =
        "Finds actions whose latest progress entry states another status than the status column.",
    .why = "One of the two is out of date, and reports count the status.",
    .example = "Status Open; progress \"12/03/2024: Completed\"",
    .remedy = "Bring the status up to date.",
    .related = "open-with-completion-date, percent-contradicts-status",
    .check = check_status_contradicts_progress,
};

}  // namespace tidytracker
