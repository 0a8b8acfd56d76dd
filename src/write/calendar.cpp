// SPDX-License-Identifier: Apache-2.0
// Due dates for calendar programs (iCalendar, RFC 5545): a to-do for each action with a due day.
// Actions that are complete or cancelled are there too and say so, so that a calendar that was
// filled before learns of it; those without a day have no place in a calendar.
#include "base/calendar.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "schema/readable.hpp"
#include "write/formats.hpp"
#include "write/plan/register_sheets.hpp"

namespace tidytracker {
namespace {

using std::string_view;

/// RFC 5545, 3.1: a line has at most 75 bytes and goes on behind a space.
constexpr std::size_t k_longest_line = 75;

/// The end of the longest piece of `text` from `first` that fits and cuts no character.
std::size_t fold_end(string_view text, std::size_t first, std::size_t room) {
    std::size_t end = std::min(first + room, text.size());
    while (end < text.size() && end > first + 1 &&
           (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return end;
}

void append_line(string_view line, std::string& out) {
    std::size_t first = 0;
    while (first < line.size()) {
        const std::size_t end = fold_end(line, first, k_longest_line - (first > 0 ? 1 : 0));
        if (first > 0) out += ' ';
        out.append(line.substr(first, end - first)).append("\r\n");
        first = end;
    }
}

/// TEXT (RFC 5545, 3.3.11).
std::string calendar_text(string_view text) {
    std::string out;
    for (const char c : repair_utf8(text)) {
        if (c == '\n') {
            out += "\\n";
            continue;
        }
        if (static_cast<unsigned char>(c) < ' ' || c == '\x7f') continue;
        if (c == '\\' || c == ';' || c == ',') out += '\\';
        out += c;
    }
    return out;
}

/// "20240610" of an ISO day.
std::string basic_day(string_view iso) {
    return replace_all(iso, "-", "");
}

struct StatusName {
    Status status{};
    string_view name{};  ///< RFC 5545, 3.8.1.11
};
constexpr std::array<StatusName, 3> k_status_names{{{Status::complete, "COMPLETED"},
                                                    {Status::cancelled, "CANCELLED"},
                                                    {Status::in_progress, "IN-PROCESS"}}};

string_view status_name(Status status) {
    const auto found = std::ranges::find(k_status_names, status, &StatusName::status);
    return found == k_status_names.end() ? "NEEDS-ACTION" : found->name;
}

void append_property(string_view name, string_view value, std::string& out) {
    if (!value.empty()) append_line(fmt::format("{}:{}", name, calendar_text(value)), out);
}

std::string summary_line(const Record& record) {
    const std::string& text = record.action.empty() ? record.item : record.action;
    const std::string line = squeeze(text);
    return record.ref.empty() ? line : fmt::format("{}: {}", record.ref, line);
}

std::string description_of(const Record& record) {
    std::string out;
    const std::string leads = names_of(record.leads);
    if (!leads.empty()) out += fmt::format("Lead: {}\n", leads);
    if (!record.due->text.empty()) out += fmt::format("Due: {}\n", record.due->text);
    if (record.meeting && !record.meeting->name.empty()) {
        out += fmt::format("Meeting: {}\n", record.meeting->name);
    }
    return std::string(trim(out));
}

void append_to_do(const Record& record, string_view stamp, std::string& out) {
    out += "BEGIN:VTODO\r\n";
    append_line(fmt::format("UID:{}@tidytracker", calendar_text(record.id)), out);
    append_line(fmt::format("DTSTAMP:{}T000000Z", stamp), out);
    append_line(fmt::format("DUE;VALUE=DATE:{}", basic_day(record.due->date)), out);
    append_property("SUMMARY", summary_line(record), out);
    append_property("DESCRIPTION", description_of(record), out);
    append_property("CATEGORIES", record.section, out);
    append_line(fmt::format("STATUS:{}", status_name(record.status)), out);
    if (record.completed && day_from_iso(record.completed->date)) {
        append_line(fmt::format("COMPLETED:{}T000000Z", basic_day(record.completed->date)), out);
    }
    out += "END:VTODO\r\n";
}

Result<std::string> render_calendar(const Document& document, const WriteOptions& /*options*/) {
    std::string out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//tidytracker//EN\r\n";
    for (const Record& record : document.records) {
        if (!record.due || !day_from_iso(record.due->date)) continue;
        append_to_do(record, basic_day(document.as_of), out);
    }
    return out + "END:VCALENDAR\r\n";
}

}  // namespace

extern constinit const Writer k_calendar_writer{
    .name = "ics",
    .suffix = ".ics",
    .description = "iCalendar: a to-do for each action with a due day",
    .binary = false,
    .render = render_calendar};

}  // namespace tidytracker
