// SPDX-License-Identifier: Apache-2.0
#include "normalise/fields.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "normalise/progress.hpp"
#include "normalise/sections.hpp"
#include "normalise/text_repair.hpp"
#include "schema/captions.hpp"
#include "schema/notation.hpp"
#include "schema/wording.hpp"

namespace tidytracker {
namespace {

/// Columns of our own register that hold the printed form of another column's value.
constexpr std::pair<Field, Text Record::*> k_printed_forms[] = {
    {Field::ref_text, &Record::ref_text},           {Field::status_text, &Record::status_text},
    {Field::rag_text, &Record::rag_text},           {Field::priority_text, &Record::priority_text},
    {Field::response_text, &Record::response_text},
};

/// Meetings and raised dates look for the past; a due date looks forward from the meeting.
DateContext looking_back(const RowReader& row) {
    return DateContext{.reference = row.table().instructions.as_of,
                       .looks_back = true,
                       .quarters = row.table().instructions.quarters.value};
}

DateContext looking_forward(const RowReader& row, const Record& record) {
    DateContext context{.reference = record.raised ? record.raised->date : IsoDay(),
                        .quarters = row.table().instructions.quarters.value};
    if (record.meeting && !record.meeting->date.empty()) context.reference = record.meeting->date;
    if (context.reference.empty()) context.reference = row.table().source.date;
    return context;
}

When when_of(const DatedPart& part) {
    When when{.edtf = part.period.edtf, .text = part.text, .qualifier = part.period.qualifier};
    if (part.period.last) when.date = iso_day(*part.period.last);
    return when;
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

std::optional<When> single_when(const RowReader& row, Field field, const DateContext& context) {
    const std::vector<DatedPart> parts = row.dates(field, context);
    std::optional<When> when;
    if (!parts.empty()) when = when_of(standing_part(parts));
    use_printed_form(row, field, context, when);
    return when;
}

bool says_nothing(const When& when) {
    return when.edtf.empty() && when.qualifier == Qualifier::none_given;
}

void report_unreadable(const RowReader& row, const std::optional<When>& when,
                       std::string_view field, Findings& findings) {
    if (!when || !says_nothing(*when)) return;
    findings.push_back(Finding{.rule = "unreadable-date",
                               .severity = Severity::warning,
                               .message = fmt::format("\"{}\" is not read as a date", when->text),
                               .field = std::string(field),
                               .source = row.table().source.id,
                               .text = when->text,
                               .note = "kept as text",
                               .help = "write a day such as 31/03/2024, a month, or TBC"});
}

/// Due dates: the standing one, and those that it replaced, oldest first.
void read_due(const RowReader& row, Record& record) {
    const DateContext context = looking_forward(row, record);
    std::vector<DatedPart> earlier = row.dates(Field::due_history, context);
    const std::vector<DatedPart> parts = row.dates(Field::due, context);
    if (!parts.empty()) record.due = when_of(standing_part(parts));
    use_printed_form(row, Field::due, context, record.due);
    if (!record.due) {
        // A revised-date column may be empty: then the original date still stands.
        if (earlier.empty()) return;
        record.due = when_of(earlier.back());
        earlier.pop_back();
    } else {
        earlier.insert(earlier.end(), parts.begin(), parts.end());
    }
    for (const DatedPart& part : earlier) {
        When when = when_of(part);
        if (!says_nothing(when) && when.date != record.due->date) {
            record.due_history.push_back(std::move(when));
        }
    }
}

std::vector<Party> parties_of(const RowReader& row, Field field) {
    std::vector<Party> parties = parse_parties(row.text(field));
    for (Party& party : parties) {
        for (const auto& [initials, name] : row.table().instructions.people) {
            if (party.text == initials) {
                party.person = name;
                party.organisation.clear();
                party.post.clear();
            }
        }
    }
    return parties;
}

/// "Recommendation: ..." and "Action - ..." say their kind in front.
std::size_t kind_label_length(std::string_view text, std::optional<Kind>& kind) {
    const auto label = opening_kind(text);
    if (!label) return 0;
    const std::string_view rest = trim(text.substr(label->length));
    for (const std::string_view separator : {":", "- ", "\xE2\x80\x93 "}) {
        if (!rest.starts_with(separator)) continue;
        kind = label->value;
        const std::string_view behind = trim(rest.substr(separator.size()));
        return static_cast<std::size_t>(behind.data() - text.data());
    }
    return 0;
}

/// What the caption of the action column says of its rows.
Kind kind_of_caption(const Table& table, const std::string& caption) {
    const std::string key = caption_key(caption);
    const bool recommends = key.find("recommend") != std::string::npos;
    if (table.shape == TableShape::list && !recommends) return Kind::request;
    const bool acts = key.find("action") != std::string::npos;
    return recommends && !acts ? Kind::recommendation : Kind::action;
}

std::optional<int> percent_of(std::string_view text) {
    const std::string bare = replace_all(trim(text), "%", "");
    const std::int64_t number = whole_number(trim(bare));
    if (number < 0 || number > 100) return std::nullopt;
    return static_cast<int>(number);
}

Status status_of_percent(int percent) {
    if (percent == 0) return Status::not_started;
    return percent == 100 ? Status::complete : Status::in_progress;
}

/// A status cell says a word of the list, a word with a remark behind it, or something of the
/// user's own.
Status status_of_text(const RowReader& row, const std::string& text) {
    for (const auto& [printed, word] : row.table().instructions.statuses) {
        if (fold(printed) == fold(text)) return status_from(word).value_or(Status::unknown);
    }
    if (const auto status = status_from(text)) return *status;
    if (const auto status = status_of_wording(text)) return *status;
    const Status said = read_progress(text, looking_back(row)).status;
    if (said != Status::unknown) return said;
    // In a status column a participle in front says it, whatever follows: "Closed at the March
    // meeting", "Superseded by 5". "Complete by May" does not.
    const auto opening = opening_status(text);
    const bool participle = opening && lower_ascii(text.substr(0, opening->length)).ends_with("ed");
    return participle ? opening->value : Status::unknown;
}

void read_status(const RowReader& row, Record& record) {
    record.status_text = row.text(Field::status);
    if (!record.status_text.empty()) {
        record.status = status_of_text(row, record.status_text);
        // A sentence in the status column is progress, too; it is more than a word to count.
        if (is_prose(record.status_text)) {
            ProgressReading said = read_progress(row.raw_text(Field::status), looking_back(row));
            std::ranges::move(said.entries, std::back_inserter(record.progress));
        }
    }
    const std::string percent = row.text(Field::percent);
    if (!percent.empty()) record.percent = percent_of(percent);
    if (!percent.empty() && !record.percent) record.extra.emplace_back("percent", percent);
    if (record.percent && !row.has_column(Field::status)) {
        record.status = status_of_percent(*record.percent);
    }
}

void take_progress(const RowReader& row, const TableCell& cell, Record& record) {
    ProgressReading said = read_progress(cell.text, looking_back(row));
    for (Progress& entry : said.entries) {
        entry.text = clean_text(entry.text, row.table().wrapped);
        record.progress.push_back(std::move(entry));
    }
    if (record.status == Status::unknown && record.status_text.empty()) {
        record.status = said.status;
        record.status_text = said.status_text;
    } else if (said.entries.empty() && !cell.text.empty()) {
        // A status word alone, beside a status of its own: it is kept as it stands.
        record.progress.push_back(Progress{.text = clean_text(cell.text, row.table().wrapped)});
    }
    if (record.response == Response::none && record.response_text.empty()) {
        record.response = said.response;
        record.response_text = said.response_text;
    }
}

/// Notes and links that hang on the row's cells. A note becomes part of `extra`, with its author.
void read_attachments(const RowReader& row, Record& record) {
    const TableContext& table = row.table();
    for (std::size_t i = 0; i < row.row().cells.size(); ++i) {
        for (const CellAddress& at : row.row().cells[i].cells) {
            if (const Note* note = table.note_at(at)) {
                std::string caption = "Note on " + table.bound.table->columns[i].caption;
                if (!note->author.empty()) caption += " (" + note->author + ")";
                record.extra.emplace_back(std::move(caption), squeeze_lines(note->text));
            }
            const std::string target = table.link_at(at);
            if (!target.empty() && std::ranges::find(record.links, target) == record.links.end()) {
                record.links.push_back(target);
            }
        }
    }
}

}  // namespace

void read_identity(const RowReader& row, Record& record) {
    // A register remembers the names of its records, and where it had them from.
    record.id = row.text(Field::id);
    record.place = row.text(Field::place);
    if (std::string source = row.text(Field::source); !source.empty()) record.source = source;
    record.ref_text = row.text(Field::ref);
    std::string_view ref = record.ref_text;
    while (!ref.empty() && (ref.back() == ':' || ref.back() == '.')) ref.remove_suffix(1);
    record.ref = ref;
    record.parent = row.text(Field::parent);
}

void read_context(const RowReader& row, Record& record) {
    const DateContext back = looking_back(row);
    Meeting meeting{.name = row.text(Field::meeting_name)};
    if (const auto day = single_when(row, Field::meeting_date, back)) {
        // "Board 18 July 2024" names the meeting, too.
        const auto named = meeting_of_heading(day->text, back);
        meeting.date = named ? named->date : day->date;
        if (meeting.name.empty()) meeting.name = named ? named->name : Text();
        if (meeting.date.empty() && meeting.name.empty()) {
            meeting.name = day->text;
        } else if (meeting.date.empty()) {
            record.extra.emplace_back(row.caption(Field::meeting_date), day->text);
        }
    }
    if (meeting.date.empty() && !meeting.name.empty()) {
        if (const auto named = meeting_of_heading(meeting.name, back)) meeting = *named;
    }
    const Section& section = row.table().bound.table->sections[row.row().section];
    if (!section.text.empty()) {
        const auto named = meeting_of_heading(section.text, back);
        if (named && meeting.date.empty()) {
            meeting = *named;
        } else if (!named) {
            record.section = section.text;
        }
    }
    if (row.table().bound.table->shape == TableShape::list && meeting.date.empty()) {
        meeting = row.table().paper;
    }
    if (meeting != Meeting{}) record.meeting = meeting;
    const std::string own_section = row.text(Field::section);
    if (!own_section.empty()) record.section = own_section;
    record.item = clean_text(row.raw_text(Field::item), true);
}

void read_action(const RowReader& row, Record& record) {
    std::string text = row.text(Field::action);
    std::optional<Kind> kind;
    if (const auto word = row.text(Field::kind); !word.empty()) {
        kind = kind_from(word);
        if (!kind) kind = kind_of_wording(word);
        if (!kind) record.extra.emplace_back(row.caption(Field::kind), word);
    }
    std::optional<Kind> labelled;
    text.erase(0, kind_label_length(text, labelled));
    if (!kind) kind = labelled;
    record.kind =
        kind.value_or(kind_of_caption(*row.table().bound.table, row.caption(Field::action)));
    if (!kind && record.kind == Kind::action && reads_as_recommendation(text)) {
        record.kind = Kind::recommendation;
    }
    record.action = std::move(text);
}

void read_people(const RowReader& row, Record& record) {
    constexpr std::pair<Field, std::vector<Party> Record::*> k_people[] = {
        {Field::leads, &Record::leads},
        {Field::support, &Record::support},
        {Field::raised_by, &Record::raised_by},
    };
    for (const auto& [field, people] : k_people) {
        record.*people = parties_of(row, field);
        // "TBC" is nobody, but it was said.
        std::string said = row.text(field);
        if ((record.*people).empty() && !said.empty()) {
            record.extra.emplace_back(row.caption(field), std::move(said));
        }
    }
}

void read_dates(const RowReader& row, Record& record, Findings& findings) {
    const DateContext back = looking_back(row);
    record.raised = single_when(row, Field::raised, back);
    record.completed = single_when(row, Field::completed, back);
    read_due(row, record);
    record.review = single_when(row, Field::review, looking_forward(row, record));
    report_unreadable(row, record.raised, "raised", findings);
    report_unreadable(row, record.due, "due", findings);
    report_unreadable(row, record.completed, "completed", findings);
    report_unreadable(row, record.review, "review", findings);
}

void read_progress_and_status(const RowReader& row, Record& record) {
    read_status(row, record);
    for (const TableCell* cell : row.cells(Field::progress)) take_progress(row, *cell, record);
    if (row.row().struck) {
        record.status = Status::complete;
        if (record.status_text.empty()) record.status_text = "struck through";
    }
    const bool done = record.completed && !record.completed->date.empty();
    if (record.status == Status::unknown && record.status_text.empty() && done) {
        record.status = Status::complete;
    }
}

void read_verdicts(const RowReader& row, Record& record) {
    record.rag_text = row.text(Field::rag);
    record.rag = rag_of_wording(record.rag_text).value_or(Rag::none);
    record.priority_text = row.text(Field::priority);
    record.priority = priority_of_wording(record.priority_text).value_or(Priority::none);
    const std::string response = row.text(Field::response);
    if (response.empty()) return;
    record.response_text = response;
    record.response =
        response_from(response).value_or(response_of_wording(response).value_or(Response::none));
    if (record.response != Response::none) return;
    if (const auto opening = opening_response(response)) record.response = opening->value;
}

void read_remainder(const RowReader& row, Record& record) {
    for (const auto& [field, text] : k_printed_forms) {
        if (std::string printed = row.text(field); !printed.empty()) record.*text = printed;
    }
    record.outcome = row.text(Field::outcome);
    record.evidence = row.text(Field::evidence);
    const std::string links = row.raw_text(Field::links);
    for (const std::string_view link : words_of(links)) {
        record.links.emplace_back(link);
    }
    read_other_columns(row, record);
}

void read_other_columns(const RowReader& row, Record& record) {
    read_attachments(row, record);
    const auto& columns = row.table().bound.mapping->columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const TableCell& cell = row.row().cells[i];
        if (columns[i].field != Field::none || cell.text.empty()) continue;
        std::string caption = row.table().bound.table->columns[i].caption;
        if (caption.empty()) caption = "column " + column_letters(cell.cells.front().column);
        record.extra.emplace_back(std::move(caption), clean_text(cell.text, row.table().wrapped));
    }
}

}  // namespace tidytracker
