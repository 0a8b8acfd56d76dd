// SPDX-License-Identifier: Apache-2.0
#include "schema/flat.hpp"

#include <array>
#include <cstddef>

#include <fmt/format.h>

#include "base/text.hpp"
#include "schema/notation.hpp"

namespace tidytracker {
namespace {

/// Appends what a cell of one column holds.
using AppendCell = void (*)(const Record& record, std::string& out);

struct FlatColumn {
    Field field{};
    AppendCell append{};
};

template <Text Record::*member>
constexpr FlatColumn text_column(Field field) {
    return {field, [](const Record& record, std::string& out) { out += record.*member; }};
}

template <auto member>
constexpr FlatColumn word_column(Field field) {
    return {field,
            [](const Record& record, std::string& out) { out += to_string(record.*member); }};
}

/// A part of a date that the record may not have.
template <std::optional<When> Record::*member, Text When::*part>
constexpr FlatColumn date_column(Field field) {
    return {field, [](const Record& record, std::string& out) {
                if (const auto& when = record.*member) out += (*when).*part;
            }};
}

template <std::optional<When> Record::*member>
constexpr FlatColumn qualifier_column(Field field) {
    return {field, [](const Record& record, std::string& out) {
                if (const auto& when = record.*member) out += to_string(when->qualifier);
            }};
}

template <Text Meeting::*part>
constexpr FlatColumn meeting_column(Field field) {
    return {field, [](const Record& record, std::string& out) {
                if (record.meeting) out += (*record.meeting).*part;
            }};
}

template <auto member, auto append_list>
constexpr FlatColumn list_column(Field field) {
    return {field,
            [](const Record& record, std::string& out) { append_list(record.*member, out); }};
}

void append_overdue(const Record& record, std::string& out) {
    if (record.overdue) out += *record.overdue ? "true" : "false";
}

void append_percent(const Record& record, std::string& out) {
    if (record.percent) out += fmt::format_int(*record.percent).c_str();
}

constexpr auto k_flat_columns = std::to_array<FlatColumn>({
    text_column<&Record::id>(Field::id),
    text_column<&Record::ref>(Field::ref),
    text_column<&Record::ref_text>(Field::ref_text),
    text_column<&Record::parent>(Field::parent),
    word_column<&Record::kind>(Field::kind),
    meeting_column<&Meeting::name>(Field::meeting_name),
    meeting_column<&Meeting::date>(Field::meeting_date),
    text_column<&Record::section>(Field::section),
    text_column<&Record::item>(Field::item),
    text_column<&Record::action>(Field::action),
    list_column<&Record::leads, append_flat_parties>(Field::leads),
    list_column<&Record::support, append_flat_parties>(Field::support),
    list_column<&Record::raised_by, append_flat_parties>(Field::raised_by),
    date_column<&Record::raised, &When::date>(Field::raised),
    date_column<&Record::raised, &When::edtf>(Field::raised_edtf),
    date_column<&Record::raised, &When::text>(Field::raised_text),
    qualifier_column<&Record::raised>(Field::raised_qualifier),
    date_column<&Record::due, &When::date>(Field::due),
    date_column<&Record::due, &When::edtf>(Field::due_edtf),
    date_column<&Record::due, &When::text>(Field::due_text),
    qualifier_column<&Record::due>(Field::due_qualifier),
    list_column<&Record::due_history, append_flat_whens>(Field::due_history),
    date_column<&Record::completed, &When::date>(Field::completed),
    date_column<&Record::completed, &When::edtf>(Field::completed_edtf),
    date_column<&Record::completed, &When::text>(Field::completed_text),
    qualifier_column<&Record::completed>(Field::completed_qualifier),
    date_column<&Record::review, &When::date>(Field::review),
    date_column<&Record::review, &When::edtf>(Field::review_edtf),
    date_column<&Record::review, &When::text>(Field::review_text),
    qualifier_column<&Record::review>(Field::review_qualifier),
    word_column<&Record::status>(Field::status),
    text_column<&Record::status_text>(Field::status_text),
    FlatColumn{Field::overdue, append_overdue},
    word_column<&Record::rag>(Field::rag),
    text_column<&Record::rag_text>(Field::rag_text),
    FlatColumn{Field::percent, append_percent},
    word_column<&Record::priority>(Field::priority),
    text_column<&Record::priority_text>(Field::priority_text),
    word_column<&Record::response>(Field::response),
    text_column<&Record::response_text>(Field::response_text),
    list_column<&Record::progress, append_flat_entries>(Field::progress),
    text_column<&Record::outcome>(Field::outcome),
    text_column<&Record::evidence>(Field::evidence),
    list_column<&Record::links, append_flat_list>(Field::links),
    list_column<&Record::extra, append_flat_pairs>(Field::extra),
    text_column<&Record::source>(Field::source),
    text_column<&Record::place>(Field::place),
});

/// The column of a field is found by its number.
constexpr bool in_order_of_fields() {
    for (std::size_t at = 0; at < k_flat_columns.size(); ++at) {
        if (static_cast<std::size_t>(k_flat_columns[at].field) != at + 1) return false;
    }
    return k_flat_columns.size() + 1 == static_cast<std::size_t>(Field::count_);
}
static_assert(in_order_of_fields());

}  // namespace

void append_flat_text(const Record& record, Field field, std::string& out) {
    const auto number = static_cast<std::size_t>(field);
    if (number == 0 || number > k_flat_columns.size()) return;
    k_flat_columns[number - 1].append(record, out);
}

std::string flat_text(const Record& record, Field field) {
    std::string out;
    append_flat_text(record, field, out);
    return out;
}

std::string readable_word(std::string_view word) {
    std::string out = replace_all(word, "_", " ");
    if (!out.empty() && is_lower(out[0])) out[0] = static_cast<char>(out[0] - ('a' - 'A'));
    return out;
}

}  // namespace tidytracker
