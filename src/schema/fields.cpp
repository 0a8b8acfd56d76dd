// SPDX-License-Identifier: Apache-2.0
// The schema: what a register's columns are. The field table below is the one place where a field
// gets its name, caption, type, allowed values, width and description; CSV header, workbook, blank
// template, JSON Schema and documentation are made from it. Nothing here looks at data.
#include <tidytracker/fields.hpp>

#include <algorithm>
#include <array>

#include "model/words.hpp"

namespace tidytracker {
namespace {

using enum FieldType;
using Words = std::span<const std::string_view>;

/// The words that a cell can hold: an empty cell stands for "no value", not a word.
template <class Enum>
constexpr Words choices() {
    return k_words<Enum>[0].empty() ? k_words<Enum>.subspan(1) : k_words<Enum>;
}

constexpr Words k_any{};
constexpr bool k_shown = true;
constexpr bool k_detail = false;

constexpr std::array<FieldInfo, static_cast<std::size_t>(Field::count_) - 1> k_fields{{
    {Field::id, "id", "ID", text, k_any, k_detail, 12,
     "Stable and unique in the document: the printed reference where that is unique, else derived "
     "from the content."},
    {Field::ref, "ref", "Ref", text, k_any, k_shown, 12,
     "The reference that people use for the action, such as A-17."},
    {Field::ref_text, "ref_text", "Ref (as printed)", text, k_any, k_detail, 16,
     "The reference as printed ('Recommendations 19 and 20')."},
    {Field::parent, "parent", "Part of", text, k_any, k_detail, 12,
     "Reference of the record that this one is a part of."},
    {Field::kind, "kind", "Kind", word, choices<Kind>(), k_detail, 16,
     "Whether it is an action, a recommendation, a decision or something else that is followed "
     "up."},
    {Field::meeting_name, "meeting_name", "Meeting", text, k_any, k_detail, 24,
     "The meeting where it arose."},
    {Field::meeting_date, "meeting_date", "Meeting date", day, k_any, k_shown, 13,
     "The day of the meeting where it arose."},
    {Field::section, "section", "Section", text, k_any, k_detail, 22,
     "The heading under which it stands."},
    {Field::item, "item", "Item", text, k_any, k_shown, 24, "Agenda item or topic."},
    {Field::action, "action", "Action", text, k_any, k_shown, 46,
     "What is to be done or what was recommended, in full."},
    {Field::leads, "leads", "Lead", parties, k_any, k_shown, 24,
     "Who is answerable for it: people, posts or organisations, parted by semicolons."},
    {Field::support, "support", "Support", parties, k_any, k_detail, 24,
     "Who helps, written as the leads are."},
    {Field::raised_by, "raised_by", "Raised by", parties, k_any, k_detail, 24,
     "Who asked for it, written as the leads are."},
    {Field::raised, "raised", "Raised", day, k_any, k_shown, 13, "The day on which it was raised."},
    {Field::raised_edtf, "raised_edtf", "Raised (period)", edtf, k_any, k_detail, 15,
     "When it was raised, as exactly as the text says."},
    {Field::raised_text, "raised_text", "Raised (as printed)", text, k_any, k_detail, 18,
     "When it was raised, as printed."},
    {Field::raised_qualifier, "raised_qualifier", "Raised (qualifier)", word, choices<Qualifier>(),
     k_detail, 14, "What the text says about the day on which it was raised."},
    {Field::due, "due", "Due", day, k_any, k_shown, 13,
     "The last acceptable day; for a period, its last day."},
    {Field::due_edtf, "due_edtf", "Due (period)", edtf, k_any, k_detail, 15,
     "When it is due, as exactly as the text says."},
    {Field::due_text, "due_text", "Due (as printed)", text, k_any, k_detail, 18,
     "When it is due, as printed."},
    {Field::due_qualifier, "due_qualifier", "Due (qualifier)", word, choices<Qualifier>(), k_detail,
     14, "What the text says about the due date: by, before, next meeting, to be confirmed."},
    {Field::due_history, "due_history", "Earlier due dates", whens, k_any, k_detail, 24,
     "Earlier due dates that a later one replaced, oldest first."},
    {Field::completed, "completed", "Completed", day, k_any, k_shown, 13,
     "The day on which it was completed."},
    {Field::completed_edtf, "completed_edtf", "Completed (period)", edtf, k_any, k_detail, 15,
     "When it was completed, as exactly as the text says."},
    {Field::completed_text, "completed_text", "Completed (as printed)", text, k_any, k_detail, 18,
     "When it was completed, as printed."},
    {Field::completed_qualifier, "completed_qualifier", "Completed (qualifier)", word,
     choices<Qualifier>(), k_detail, 14, "What the text says about the day of completion."},
    {Field::review, "review", "Next review", day, k_any, k_detail, 13,
     "When the next update or review is expected."},
    {Field::review_edtf, "review_edtf", "Next review (period)", edtf, k_any, k_detail, 15,
     "When the next review is expected, as exactly as the text says."},
    {Field::review_text, "review_text", "Next review (as printed)", text, k_any, k_detail, 18,
     "When the next review is expected, as printed."},
    {Field::review_qualifier, "review_qualifier", "Next review (qualifier)", word,
     choices<Qualifier>(), k_detail, 14, "What the text says about the next review."},
    {Field::status, "status", "Status", word, choices<Status>(), k_shown, 15,
     "How far it has come."},
    {Field::status_text, "status_text", "Status (as printed)", text, k_any, k_detail, 20,
     "The status as printed."},
    {Field::overdue, "overdue", "Overdue", boolean, k_any, k_detail, 10,
     "Derived from due, status and the as-of date; empty where due has no day."},
    {Field::rag, "rag", "RAG", word, choices<Rag>(), k_shown, 9,
     "The traffic-light rating that the source gives."},
    {Field::rag_text, "rag_text", "RAG (as printed)", text, k_any, k_detail, 14,
     "The rating as printed."},
    {Field::percent, "percent", "% complete", integer, k_any, k_detail, 11,
     "How much is done, from 0 to 100."},
    {Field::priority, "priority", "Priority", word, choices<Priority>(), k_shown, 10,
     "How pressing it is."},
    {Field::priority_text, "priority_text", "Priority (as printed)", text, k_any, k_detail, 14,
     "The priority as printed."},
    {Field::response, "response", "Response", word, choices<Response>(), k_shown, 18,
     "The answer of the body that a recommendation was made to."},
    {Field::response_text, "response_text", "Response (as printed)", text, k_any, k_detail, 24,
     "The answer as printed."},
    {Field::progress, "progress", "Progress", entries, k_any, k_shown, 46,
     "What has been done since: one entry a line, each after its day."},
    {Field::outcome, "outcome", "Outcome", text, k_any, k_detail, 36, "What came of it."},
    {Field::evidence, "evidence", "Evidence", text, k_any, k_detail, 30,
     "What shows that it was done."},
    {Field::links, "links", "Links", list, k_any, k_detail, 30,
     "Web addresses that belong to it, parted by semicolons."},
    {Field::extra, "extra", "Other columns", pairs, k_any, k_detail, 36,
     "Columns with no field of their own, caption -> text. Nothing is dropped."},
    {Field::source, "source", "Source", text, k_any, k_detail, 18,
     "The source document, by its id."},
    {Field::place, "place", "Place in source", text, k_any, k_detail, 18,
     "Where in the source: 'Actions!A17:H17' (sheet and A1 range), 'lines 14-16', 'page 3 table 1 "
     "rows 4-5'. Several places are joined by '; '."},
}};

constexpr bool in_order_of_enumeration() {
    for (std::size_t i = 0; i < k_fields.size(); ++i) {
        if (static_cast<std::size_t>(k_fields[i].field) != i + 1) return false;
    }
    return true;
}
static_assert(in_order_of_enumeration());

}  // namespace

std::span<const FieldInfo> all_fields() {
    return k_fields;
}

const FieldInfo& info(Field field) {
    static constexpr FieldInfo k_none{};
    const auto position = static_cast<std::size_t>(field);
    return position == 0 || position > k_fields.size() ? k_none : k_fields[position - 1];
}

std::optional<Field> field_from_name(std::string_view name) {
    const auto found = std::ranges::find(k_fields, name, &FieldInfo::name);
    return found == k_fields.end() ? std::nullopt : std::optional(found->field);
}

}  // namespace tidytracker
