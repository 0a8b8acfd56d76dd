// SPDX-License-Identifier: Apache-2.0
#include "normalise/fields.hpp"

#include <algorithm>
#include <optional>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "normalise/numbering.hpp"
#include "normalise/people/kinds.hpp"
#include "normalise/sections.hpp"
#include "schema/captions.hpp"
#include "schema/wording.hpp"

namespace tidytracker {
namespace {

/// Columns of our own register that hold the printed form of another column's value.
constexpr std::pair<Field, Text Record::*> k_printed_forms[] = {
    {Field::ref_text, &Record::ref_text},           {Field::status_text, &Record::status_text},
    {Field::rag_text, &Record::rag_text},           {Field::priority_text, &Record::priority_text},
    {Field::response_text, &Record::response_text},
};

/// Initials become the names that the document has for them.
void name_by_key(const RowReader& row, Party& party) {
    constexpr std::size_t k_longest_initials = 3;
    const Party* person = find_person(row.table().lexicon, party.text);
    if (person == nullptr) {
        const bool initials = row.table().initialled && party.person.empty() &&
                              are_initials(party.organisation, k_longest_initials);
        if (initials) party.person.swap(party.organisation);
        return;
    }
    party.person = person->person;
    party.title = person->title;
    party.organisation.clear();
    party.post.clear();
}

PartyReading parties_of(const RowReader& row, const std::string& text) {
    const PartyBook& book = row.table().parties;
    const auto known = book.find(text);
    PartyReading reading =
        known == book.end() ? read_parties(text, row.table().names) : known->second;
    for (PartyInRole& each : reading.parties) name_by_key(row, each.party);
    return reading;
}

/// Adds a party unless another column has named the same one.
void add_party(Party party, std::vector<Party>& parties) {
    const bool named = std::ranges::any_of(parties, [&party](const Party& other) {
        return other.person == party.person && other.title == party.title &&
               other.post == party.post && other.organisation == party.organisation;
    });
    if (!named) parties.push_back(std::move(party));
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

/// The day of a meeting that is named with more: "18 July 2023 - Damp in homes".
IsoDay day_named_in(std::string_view text, const DateContext& context) {
    const DateSpan found = find_date(std::string(text), context);
    return found.start == found.end ? found.start : IsoDay();
}

/// "Recommendation 19" is number 19; "Action A" may be a name.
std::string_view without_kind(std::string_view ref) {
    const auto label = opening_kind(ref);
    if (!label) return ref;
    const std::string_view rest = trim(ref.substr(label->length));
    return whole_number(rest) >= 0 ? rest : ref;
}

bool is_of_recommendations(const RowReader& row, std::size_t column) {
    const std::string key = caption_key(row.table().bound.table->columns[column].caption);
    return key.find("recommend") != std::string::npos;
}

/// The recommendation that the row's action is a part of: its reference, and its wording as it
/// stands. Without an action of its own it is what is followed up.
void read_whole(const RowReader& row, Record& record) {
    const bool part = !row.raw_text(Field::action).empty();
    Text& ref = part ? record.parent : record.ref_text;
    const std::vector<std::size_t>& columns = row.columns(Field::parent);
    for (const std::size_t column : columns) {
        const std::string text = clean_text(row.row().cells[column].text, row.table().wrapped);
        if (text.empty()) continue;
        if (is_reference_shaped(text) || !is_of_recommendations(row, column)) {
            if (ref.empty()) ref = text;
            continue;
        }
        const std::optional<OpeningRef> opening = opening_ref(text);
        if (opening && ref.empty()) ref = opening->printed;
        const std::string& caption = row.table().bound.table->columns[column].caption;
        if (part) {
            record.extra.emplace_back(caption, text);
        } else {
            record.action = text.substr(opening ? opening->length : 0);
            record.kind = Kind::recommendation;
        }
    }
}

/// "3.", "R4:", "(b)".
std::string_view bare_ref(std::string_view ref) {
    while (!ref.empty() && (ref.back() == ':' || ref.back() == '.')) ref.remove_suffix(1);
    const bool bracket = ref.ends_with(')') && ref.find('(') == std::string_view::npos;
    if (bracket) ref.remove_suffix(1);
    if (ref.starts_with('(') && ref.ends_with(')')) ref = ref.substr(1, ref.size() - 2);
    return ref;
}

/// A note becomes part of `extra`, with its author.
void read_note(const TableContext& table, CellAddress at, std::string_view column, Record& record) {
    std::optional<Note> note = table.thread_at(at);
    if (!note) return;
    std::string caption("Note on ");
    caption += column;
    if (!note->author.empty()) caption.append(" (").append(note->author).append(")");
    record.extra.emplace_back(std::move(caption), std::move(note->text));
}

/// Notes on cells without text: "who takes this?" where the lead is still to be named.
void read_notes_on_gaps(const RowReader& row, Record& record) {
    const TableContext& table = row.table();
    if (table.notes.empty()) return;
    for (std::size_t i = 0; i < row.row().cells.size(); ++i) {
        const Column& column = table.bound.table->columns[i];
        if (!row.row().cells[i].cells.empty() || column.caption_cells.empty()) continue;
        for (const std::uint32_t sheet_row : row.row().sheet_rows) {
            const CellAddress at{sheet_row, column.caption_cells.back().column};
            read_note(table, at, column.caption, record);
        }
    }
}

/// Notes and links that hang on the row's cells.
void read_attachments(const RowReader& row, Record& record) {
    const TableContext& table = row.table();
    for (std::size_t i = 0; i < row.row().cells.size(); ++i) {
        for (const CellAddress& at : row.row().cells[i].cells) {
            read_note(table, at, table.bound.table->columns[i].caption, record);
            const std::string target = table.link_at(at);
            if (!target.empty() && std::ranges::find(record.links, target) == record.links.end()) {
                record.links.push_back(target);
            }
        }
    }
    read_notes_on_gaps(row, record);
}

bool is_body_alone(const Party& party) {
    return party.person.empty() && party.post.empty() && !party.organisation.empty();
}

/// "Lead agency" beside "Named lead": of two columns one may say of which body the person in the
/// other is.
bool join_body(std::vector<Party>& people, PartyReading& reading) {
    if (people.size() != 1 || reading.parties.size() != 1) return false;
    Party& known = people.front();
    Party& other = reading.parties.front().party;
    const bool body_first = is_body_alone(known);
    const Party& person = body_first ? other : known;
    const bool joined =
        body_first != is_body_alone(other) && !person.person.empty() && person.organisation.empty();
    if (!joined) return false;
    if (body_first) std::swap(known, other);
    known.organisation = std::move(other.organisation);
    known.text.append(", ").append(other.text);
    return true;
}

/// A column of people. Those whom a cell of leads calls supporters are such; and "TBC" is nobody,
/// but it was said.
void read_people_column(const RowReader& row, Field field, std::size_t column,
                        std::vector<Party>& people, Record& record) {
    const std::string said = row.text(field, column);
    if (said.empty()) return;
    PartyReading reading = parties_of(row, said);
    if (column != row.columns(field).front() && join_body(people, reading)) return;
    for (PartyInRole& each : reading.parties) {
        const bool supports = field == Field::leads && each.role == PartyRole::support;
        add_party(std::move(each.party), supports ? record.support : people);
    }
    if (reading.parties.empty() || reading.partly_open) {
        record.extra.emplace_back(row.table().bound.table->columns[column].caption, said);
    }
}

}  // namespace

void read_identity(const RowReader& row, Record& record) {
    // A register remembers the names of its records, and where it had them from.
    record.id = row.text(Field::id);
    record.place = row.text(Field::place);
    if (std::string source = row.text(Field::source); !source.empty()) record.source = source;
    record.ref_text = row.text(Field::ref);
    read_whole(row, record);
    const std::string text = row.table().numbered ? row.text(Field::action) : std::string();
    if (const auto opening = opening_ref(text)) record.ref_text = opening->printed;
    record.ref = without_kind(bare_ref(record.ref_text));
    record.parent = without_kind(bare_ref(record.parent));
}

void read_context(const RowReader& row, Record& record, Findings& findings) {
    const DateContext back = looking_back(row);
    Meeting meeting{.name = row.text(Field::meeting_name)};
    if (const Text printed = read_meeting_day(row, meeting.date, findings); !printed.empty()) {
        // "Board 18 July 2024" names the meeting, too.
        const bool names = std::ranges::any_of(printed, is_letter);
        const auto named = names ? meeting_of_heading(printed, back) : std::optional<Meeting>();
        if (named) meeting.date = named->date;
        if (meeting.name.empty()) meeting.name = named ? named->name : Text();
        if (meeting.date.empty()) meeting.date = day_named_in(printed, back);
        if (meeting.date.empty() && meeting.name.empty()) {
            meeting.name = printed;
        } else if (meeting.date.empty()) {
            record.extra.emplace_back(row.caption(Field::meeting_date), printed);
        }
    }
    if (meeting.date.empty() && !meeting.name.empty()) {
        if (const auto named = meeting_of_heading(meeting.name, back)) meeting = *named;
        if (meeting.date.empty()) meeting.date = day_named_in(meeting.name, back);
    }
    const Section& section = row.table().bound.table->sections[row.row().section];
    const HeadingSense& sense = row.table().sections[row.row().section];
    if (sense.meeting && meeting.date.empty()) {
        meeting = *sense.meeting;
    } else if (!sense.meeting) {
        record.section = section.text;
    }
    // What a paper lists, and a table in its text, is of its own meeting.
    const bool of_paper = row.table().bound.table->shape == TableShape::list ||
                          (row.table().wrapped && !row.has_column(Field::meeting_name) &&
                           !row.has_column(Field::meeting_date));
    if (of_paper && meeting.date.empty() && meeting.name.empty()) meeting = row.table().paper;
    if (meeting != Meeting{}) record.meeting = meeting;
    const std::string own_section = row.text(Field::section);
    if (!own_section.empty()) record.section = own_section;
    record.item = clean_text(row.raw_text(Field::item), true);
}

void read_action(const RowReader& row, Record& record) {
    std::string text = row.text(Field::action);
    // A recommendation without action has been read as what it is.
    if (text.empty() && !record.action.empty()) return;
    if (const auto opening = row.table().numbered ? opening_ref(text) : std::nullopt) {
        text.erase(0, opening->length);
    }
    std::optional<Kind> kind;
    if (const auto word = row.text(Field::kind); !word.empty()) {
        kind = kind_from(word);
        if (!kind) kind = kind_of_wording(word);
        if (!kind) record.extra.emplace_back(row.caption(Field::kind), word);
    }
    std::optional<Kind> labelled;
    text.erase(0, kind_label_length(text, labelled));
    if (!kind) kind = labelled;
    record.kind = kind.value_or(row.table().kind);
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
        for (const std::size_t column : row.columns(field)) {
            read_people_column(row, field, column, record.*people, record);
        }
    }
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
