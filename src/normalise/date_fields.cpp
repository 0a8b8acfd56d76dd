// SPDX-License-Identifier: Apache-2.0
// The dates of a row. In: its date cells and what is known of the day on which they were written.
// Out: the date that holds, those before it, and a finding for each that is doubtful.
#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include <fmt/format.h>

#include "base/calendar.hpp"
#include "base/text.hpp"
#include "normalise/dates/when.hpp"
#include "normalise/fields.hpp"
#include "schema/wording.hpp"

namespace tidytracker {
namespace {

/// A due date looks forward from the meeting, or from the day on which the action was raised. The
/// day of the document alone tells the year, not the direction: it is renewed while actions age.
DateContext looking_forward(const RowReader& row, const Record& record) {
    DateContext context{.quarters = row.table().instructions.quarters.value};
    const HeadingSense& section = row.table().sections[row.row().section];
    if (record.meeting) context.reference = record.meeting->date;
    if (context.reference.empty() && record.raised) context.reference = record.raised->date;
    if (context.reference.empty()) context.reference = section.begin;
    context.counts_from = record.meeting || record.raised;
    if (context.reference.empty()) {
        context.reference = row.table().due_about;
        context.looks_around = true;
    }
    return context;
}

/// The column that holds a date as it was printed, beside the date itself.
Field printed_form_of(Field field) {
    switch (field) {
        case Field::raised:
            return Field::raised_text;
        case Field::due:
            return Field::due_text;
        case Field::completed:
            return Field::completed_text;
        case Field::review:
            return Field::review_text;
        default:
            return Field::none;
    }
}

/// The printed form says more than the day beside it, as long as it means the same.
void use_printed_form(const RowReader& row, Field field, const DateContext& context,
                      std::optional<When>& when) {
    const std::string printed = row.text(printed_form_of(field));
    if (printed.empty() || printed_form_of(field) == Field::none) return;
    When read = parse_when(printed, context);
    if (!when || when->date == read.date) {
        when = std::move(read);
    } else {
        when->text = printed;
    }
}

bool says_nothing(const When& when) {
    return when.edtf.empty() && when.qualifier == Qualifier::none_given;
}

/// Several dates of a cell that has room for one: the printed form keeps them all.
std::string text_of_all(const std::vector<DatedPart>& parts) {
    std::string text;
    for (const DatedPart& part : parts) text += (text.empty() ? "" : "; ") + part.text;
    return text;
}

/// The findings of one row's dates.
class DateFindings {
  public:
    DateFindings(const RowReader& row, Findings& findings) : row_(row), findings_(findings) {}

    void report_unreadable(const std::optional<When>& when, Field field) {
        if (!when || !says_nothing(*when)) return;
        if (lacks_only_year(when->text)) {
            report(
                field, *when, "unreadable-date", Severity::warning,
                fmt::format("\"{}\" has no year, and nothing in the document tells it", when->text),
                "kept as text",
                "give --as-of DAY, a day about which the log was kept, or print the year");
            return;
        }
        report(field, *when, "unreadable-date", Severity::warning,
               fmt::format("\"{}\" is not read as a date", when->text), "kept as text",
               "write a day such as 31/03/2024, a month, or TBC");
    }

    /// What is read in one of several possible ways.
    void report_doubts(const DatedPart& part, Field field) {
        const When when = when_of(part);
        const Period& period = part.period;
        if (period.weekday_contradicts) {
            report(field, when, "weekday-mismatch", Severity::warning,
                   fmt::format("\"{}\" is a {}", when.text, weekday_of(*period.last)),
                   "read as " + when.date, "correct the weekday or the date");
        }
        const bool chosen = row_.table().instructions.quarters.origin == Origin::standard;
        if (period.quarter_assumed && chosen) {
            report(field, when, "ambiguous-date", Severity::info,
                   fmt::format("\"{}\" is read as a quarter of the financial year", when.text),
                   "read as " + period.edtf, "--quarters calendar if it counts from January");
        }
        if (period.counted) {
            report(field, when, "ambiguous-date", Severity::info,
                   fmt::format("\"{}\" is read as the time allowed from {}", when.text,
                               iso_day(*period.first)),
                   "read as " + when.date, "print the day");
        }
        if (period.year_or_day) {
            report(field, when, "ambiguous-date", Severity::info,
                   fmt::format("\"{}\" may be a day or a month with its year", when.text),
                   "read as " + period.edtf, "print the year with four digits");
        }
    }

  private:
    /// Would any day of reference make it a date?
    static bool lacks_only_year(std::string_view text) {
        const DateContext about{.reference = "2024-06-30", .looks_back = true};
        return !parse_when(text, about).date.empty();
    }

    static std::string_view weekday_of(Day day) {
        constexpr std::array<std::string_view, 7> k_names{
            "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
        return k_names[std::chrono::weekday{day}.iso_encoding() - 1];
    }

    void report(Field field, const When& when, std::string_view rule, Severity severity,
                std::string message, std::string note, std::string help) {
        findings_.push_back(Finding{.rule = std::string(rule),
                                    .severity = severity,
                                    .message = std::move(message),
                                    .field = std::string(info(field).name),
                                    .source = row_.table().source.id,
                                    .text = when.text,
                                    .note = std::move(note),
                                    .help = std::move(help)});
    }

    const RowReader& row_;
    Findings& findings_;
};

std::optional<When> read_single(const RowReader& row, Field field, const DateContext& context,
                                DateFindings& doubts) {
    const std::vector<DatedPart> parts = row.dates(field, context);
    std::optional<When> when;
    if (!parts.empty()) {
        const DatedPart& standing = standing_part(parts);
        when = when_of(standing);
        if (parts.size() > 1) when->text = text_of_all(parts);
        doubts.report_doubts(standing, field);
    }
    use_printed_form(row, field, context, when);
    doubts.report_unreadable(when, field);
    return when;
}

/// "Completed 12/03/2024" in a due column tells when it was done, not until when it is due.
void take_completion(const DatedPart& part, Record& record) {
    if (!record.completed) record.completed = when_of(part);
    record.due = When{.text = part.text, .qualifier = Qualifier::none};
}

/// Earlier due dates, oldest first; what cannot be read is kept beside them.
void add_history(const RowReader& row, const std::vector<DatedPart>& parts, Record& record) {
    for (const DatedPart& part : parts) {
        When when = when_of(part);
        if (says_nothing(when)) {
            if (when.text.empty() || when.text == record.due->text) continue;
            record.extra.emplace_back(row.caption(Field::due_history), when.text);
        } else if (when.date != record.due->date || when.date.empty()) {
            if (when.text != record.due->text) record.due_history.push_back(std::move(when));
        }
    }
}

/// "N/A", "-": in a column of revised dates it says that the original one still stands.
bool denies_date(const When& due) {
    return due.qualifier == Qualifier::none && due.date.empty() && is_placeholder(due.text);
}

/// Due dates: the standing one, and those that it replaced.
void read_due(const RowReader& row, Record& record, DateFindings& doubts) {
    const DateContext context = looking_forward(row, record);
    std::vector<DatedPart> earlier = row.dates(Field::due_history, context);
    const std::vector<DatedPart> parts = row.dates(Field::due, context);
    if (!parts.empty()) {
        const DatedPart& standing = standing_part(parts);
        record.due = when_of(standing);
        doubts.report_doubts(standing, Field::due);
        if (standing.role == DateRole::completed) take_completion(standing, record);
    }
    use_printed_form(row, Field::due, context, record.due);
    if (record.due && !earlier.empty() && denies_date(*record.due)) {
        record.extra.emplace_back(row.caption(Field::due), record.due->text);
        record.due.reset();
    }
    if (!record.due) {
        // A revised-date column may be empty: then the original date still stands.
        if (earlier.empty()) return;
        record.due = when_of(earlier.back());
        doubts.report_doubts(earlier.back(), Field::due);
        earlier.pop_back();
    } else {
        earlier.insert(earlier.end(), parts.begin(), parts.end());
    }
    add_history(row, earlier, record);
    doubts.report_unreadable(record.due, Field::due);
}

/// "... and report by 30 November 2024." in minutes, which have no column for it. Anything less
/// plain than "by" and a day at the very end may be part of what is to be done.
void read_due_of_sentence(const RowReader& row, Record& record) {
    const bool minuted = row.table().bound.table->shape == TableShape::list;
    if (!minuted || record.due || row.has_column(Field::due)) return;
    constexpr std::size_t k_most_words = 8;
    std::string_view text = trim(record.action);
    while (!text.empty() && (text.back() == '.' || text.back() == ')')) text.remove_suffix(1);
    const std::size_t at = std::max(text.rfind(" by ") + 1, text.rfind("(by ") + 1);
    if (at == 0) return;  // neither is there
    const std::string_view phrase = text.substr(at);
    if (words_of(phrase).size() > k_most_words) return;
    const std::optional<Period> period = read_period(phrase, looking_forward(row, record));
    if (!period || !period->last) return;
    record.due = When{.date = iso_day(*period->last),
                      .edtf = period->edtf,
                      .text = std::string(phrase),
                      .qualifier = period->qualifier};
}

}  // namespace

DateContext looking_back(const RowReader& row) {
    return DateContext{.reference = row.table().instructions.as_of,
                       .looks_back = true,
                       .quarters = row.table().instructions.quarters.value};
}

When when_of(const DatedPart& part) {
    When when{.edtf = part.period.edtf, .text = part.text, .qualifier = part.period.qualifier};
    if (part.period.last) when.date = iso_day(*part.period.last);
    return when;
}

Text read_meeting_day(const RowReader& row, IsoDay& day, Findings& findings) {
    DateFindings doubts(row, findings);
    const std::vector<DatedPart> parts = row.dates(Field::meeting_date, looking_back(row));
    if (parts.empty()) return {};
    const When when = when_of(standing_part(parts));
    day = when.date;
    return parts.size() > 1 ? text_of_all(parts) : when.text;
}

void report_assumed_years(const TableContext& table, std::span<const Record> records,
                          Findings& findings) {
    if (table.due_about.empty()) return;
    std::size_t count = 0;
    const Record* first = nullptr;
    for (const Record& record : records) {
        const bool told = !record.due || record.due->date.empty() || record.raised ||
                          (record.meeting && !record.meeting->date.empty());
        // A date that needs no day of reference has its year.
        if (told || !parse_when(record.due->text, {}).date.empty()) continue;
        if (count++ == 0) first = &record;
    }
    if (first == nullptr) return;
    findings.push_back(
        Finding{.rule = "ambiguous-date",
                .severity = Severity::info,
                .message = fmt::format("{} {} no year, such as \"{}\"", count_of(count, "due date"),
                                       count == 1 ? "has" : "have", first->due->text),
                .field = std::string(info(Field::due).name),
                .source = table.source.id,
                .place = first->place,
                .text = first->due->text,
                .note = fmt::format("read as the nearest to {}, from {}", table.due_about,
                                    table.due_about_basis),
                .help = "print the years"});
}

void read_dates(const RowReader& row, Record& record, Findings& findings) {
    DateFindings doubts(row, findings);
    const DateContext back = looking_back(row);
    record.raised = read_single(row, Field::raised, back, doubts);
    record.completed = read_single(row, Field::completed, back, doubts);
    read_due(row, record, doubts);
    read_due_of_sentence(row, record);
    record.review = read_single(row, Field::review, looking_forward(row, record), doubts);
}

}  // namespace tidytracker
