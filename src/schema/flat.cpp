// SPDX-License-Identifier: Apache-2.0
#include "schema/flat.hpp"

#include <array>

#include "base/text.hpp"
#include "schema/notation.hpp"

namespace tidytracker {
namespace {

template <class Member>
struct FieldMember {
    Field field{};
    Member Record::*member{};
};

constexpr std::array k_texts{
    FieldMember<Text>{Field::id, &Record::id},
    FieldMember<Text>{Field::ref, &Record::ref},
    FieldMember<Text>{Field::ref_text, &Record::ref_text},
    FieldMember<Text>{Field::parent, &Record::parent},
    FieldMember<Text>{Field::section, &Record::section},
    FieldMember<Text>{Field::item, &Record::item},
    FieldMember<Text>{Field::action, &Record::action},
    FieldMember<Text>{Field::status_text, &Record::status_text},
    FieldMember<Text>{Field::rag_text, &Record::rag_text},
    FieldMember<Text>{Field::priority_text, &Record::priority_text},
    FieldMember<Text>{Field::response_text, &Record::response_text},
    FieldMember<Text>{Field::outcome, &Record::outcome},
    FieldMember<Text>{Field::evidence, &Record::evidence},
    FieldMember<Text>{Field::source, &Record::source},
    FieldMember<Text>{Field::place, &Record::place},
};

/// The first of the four fields that a date has.
constexpr std::array k_dates{
    FieldMember<std::optional<When>>{Field::raised, &Record::raised},
    FieldMember<std::optional<When>>{Field::due, &Record::due},
    FieldMember<std::optional<When>>{Field::completed, &Record::completed},
    FieldMember<std::optional<When>>{Field::review, &Record::review},
};

/// Day, EDTF, text and qualifier follow one another in the field table.
std::optional<std::string> date_part(const Record& record, Field field) {
    for (const auto& [first, member] : k_dates) {
        const int part = static_cast<int>(field) - static_cast<int>(first);
        if (part < 0 || part > 3) continue;
        const When when = (record.*member).value_or(When{});
        if (part == 3) return std::string(to_string(when.qualifier));
        return part == 0 ? when.date : part == 1 ? when.edtf : when.text;
    }
    return std::nullopt;
}

template <class Enum>
std::string word(Enum value) {
    return std::string(to_string(value));
}

std::string yes_or_no(std::optional<bool> value) {
    if (!value) return {};
    return *value ? "true" : "false";
}

}  // namespace

std::string flat_text(const Record& record, Field field) {
    for (const auto& [text, member] : k_texts) {
        if (text == field) return record.*member;
    }
    if (auto part = date_part(record, field)) return *std::move(part);
    using enum Field;
    switch (field) {
        case kind:
            return word(record.kind);
        case meeting_name:
            return record.meeting.value_or(Meeting{}).name;
        case meeting_date:
            return record.meeting.value_or(Meeting{}).date;
        case leads:
            return flat_parties(record.leads);
        case support:
            return flat_parties(record.support);
        case raised_by:
            return flat_parties(record.raised_by);
        case due_history:
            return flat_whens(record.due_history);
        case status:
            return word(record.status);
        case overdue:
            return yes_or_no(record.overdue);
        case rag:
            return word(record.rag);
        case percent:
            return record.percent ? std::to_string(*record.percent) : std::string();
        case priority:
            return word(record.priority);
        case response:
            return word(record.response);
        case progress:
            return flat_entries(record.progress);
        case links:
            return flat_list(record.links);
        case extra:
            return flat_pairs(record.extra);
        default:
            return {};
    }
}

std::string readable_word(std::string_view word) {
    std::string out = replace_all(word, "_", " ");
    if (!out.empty() && is_lower(out[0])) out[0] = static_cast<char>(out[0] - ('a' - 'A'));
    return out;
}

}  // namespace tidytracker
