// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

/// A due date that names a month but no year, so that it could not be read: "14 June".
bool lacks_year(const Record& record) {
    if (!record.due || !record.due->date.empty() || !names_month(record.due->text)) return false;
    std::size_t digits = 0;
    for (const char c : record.due->text) {
        digits = is_digit(c) ? digits + 1 : 0;
        if (digits == 4) return false;
    }
    return true;
}

bool is_dated(const Record& record) {
    return (record.meeting && !record.meeting->date.empty()) || record.raised;
}

void check_no_meeting_date(const Subject& subject, Findings& findings) {
    for (const SourceReading& reading : subject.sources) {
        if (!reading.written.empty()) continue;
        const Record* first = nullptr;
        bool dated = false;
        for (const Record& record : subject.records()) {
            if (record.source != reading.source.id) continue;
            dated = dated || is_dated(record);
            if (first == nullptr && lacks_year(record)) first = &record;
        }
        if (dated || first == nullptr) continue;
        Finding finding = about(k_no_meeting_date, *first, "due",
                                "the document does not say of which meeting or day it is");
        finding.text = first->due->text;
        finding.note = fmt::format("so nobody can tell the year of \"{}\"", first->due->text);
        finding.help = "write the date of the meeting above the table";
        findings.push_back(std::move(finding));
    }
}

}  // namespace

constinit const Rule k_no_meeting_date{
    .name = "no-meeting-date",
    .family = Family::document,
    .severity = Severity::info,
    .needs_source = true,
    .what =
        "Finds documents without any date of their own whose due dates have no year, and so "
        "cannot be read.",
    .why = "\"14 June\" is this year's in one reader's eyes and last year's in another's.",
    .example = "A page of actions with \"by 14 June\", and no date in its title",
    .remedy = "Write the date of the meeting above the table, or years into the dates.",
    .related = "ambiguous-date, unreadable-date",
    .check = check_no_meeting_date,
};

}  // namespace tidytracker
