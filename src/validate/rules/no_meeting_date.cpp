// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <string_view>

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

/// What the records of one document say of its day.
struct Dating {
    bool dated{};
    const Record* without_year{};  ///< the first one
};

std::map<std::string_view, Dating> datings_of(const Subject& subject) {
    std::map<std::string_view, Dating> datings;
    for (const Record& record : subject.records()) {
        Dating& dating = datings[record.source];
        dating.dated = dating.dated || is_dated(record);
        if (dating.without_year == nullptr && lacks_year(record)) dating.without_year = &record;
    }
    return datings;
}

void check_no_meeting_date(const Subject& subject, Findings& findings) {
    const std::map<std::string_view, Dating> datings = datings_of(subject);
    for (const SourceReading& reading : subject.sources) {
        const auto dating = datings.find(reading.source.id);
        if (!reading.written.empty() || dating == datings.end() || dating->second.dated) continue;
        const Record* const first = dating->second.without_year;
        if (first == nullptr) continue;
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
