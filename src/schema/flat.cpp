// SPDX-License-Identifier: Apache-2.0
#include "schema/flat.hpp"

#include "base/text.hpp"
#include "schema/notation.hpp"

namespace tidytracker {
namespace {

std::string text_of(const std::optional<When>& when, Text When::*part) {
    return when ? (*when).*part : std::string();
}

std::string qualifier_of(const std::optional<When>& when) {
    return when ? std::string(to_string(when->qualifier)) : std::string();
}

template <class Enum>
std::string word(Enum value) {
    return std::string(to_string(value));
}

}  // namespace

std::string flat_text(const Record& record, Field field) {
    using enum Field;
    switch (field) {
        case none:
        case count_:
            return {};
        case id:
            return record.id;
        case ref:
            return record.ref;
        case ref_text:
            return record.ref_text;
        case parent:
            return record.parent;
        case kind:
            return word(record.kind);
        case meeting_name:
            return record.meeting ? record.meeting->name : std::string();
        case meeting_date:
            return record.meeting ? record.meeting->date : std::string();
        case section:
            return record.section;
        case item:
            return record.item;
        case action:
            return record.action;
        case leads:
            return flat_parties(record.leads);
        case support:
            return flat_parties(record.support);
        case raised_by:
            return flat_parties(record.raised_by);
        case raised:
            return text_of(record.raised, &When::date);
        case raised_edtf:
            return text_of(record.raised, &When::edtf);
        case raised_text:
            return text_of(record.raised, &When::text);
        case raised_qualifier:
            return qualifier_of(record.raised);
        case due:
            return text_of(record.due, &When::date);
        case due_edtf:
            return text_of(record.due, &When::edtf);
        case due_text:
            return text_of(record.due, &When::text);
        case due_qualifier:
            return qualifier_of(record.due);
        case due_history:
            return flat_whens(record.due_history);
        case completed:
            return text_of(record.completed, &When::date);
        case completed_edtf:
            return text_of(record.completed, &When::edtf);
        case completed_text:
            return text_of(record.completed, &When::text);
        case completed_qualifier:
            return qualifier_of(record.completed);
        case review:
            return text_of(record.review, &When::date);
        case review_edtf:
            return text_of(record.review, &When::edtf);
        case review_text:
            return text_of(record.review, &When::text);
        case review_qualifier:
            return qualifier_of(record.review);
        case status:
            return word(record.status);
        case status_text:
            return record.status_text;
        case overdue:
            return !record.overdue ? "" : *record.overdue ? "true" : "false";
        case rag:
            return word(record.rag);
        case rag_text:
            return record.rag_text;
        case percent:
            return record.percent ? std::to_string(*record.percent) : std::string();
        case priority:
            return word(record.priority);
        case priority_text:
            return record.priority_text;
        case response:
            return word(record.response);
        case response_text:
            return record.response_text;
        case progress:
            return flat_entries(record.progress);
        case outcome:
            return record.outcome;
        case evidence:
            return record.evidence;
        case links:
            return flat_list(record.links);
        case extra:
            return flat_pairs(record.extra);
        case source:
            return record.source;
        case place:
            return record.place;
    }
    return {};
}

std::string readable_word(std::string_view word) {
    std::string out = replace_all(word, "_", " ");
    if (!out.empty() && is_lower(out[0])) out[0] = static_cast<char>(out[0] - ('a' - 'A'));
    return out;
}

}  // namespace tidytracker
