// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <unordered_map>

#include <fmt/format.h>

#include "base/text.hpp"
#include "schema/flat.hpp"
#include "schema/readable.hpp"
#include "write/plan/register_sheets.hpp"

namespace tidytracker {
namespace {

using std::string_view;

/// More captions than this make a sheet that nobody can read; then they share one column.
constexpr std::size_t k_most_own_columns = 20;

constexpr std::array k_status_marks{Mark{"Complete", Tone::good}, Mark{"Cancelled", Tone::muted},
                                    Mark{"On hold", Tone::poor},
                                    Mark{"Proposed close", Tone::calm}};
constexpr std::array k_overdue_marks{Mark{"Yes", Tone::bad}};
constexpr std::array k_rag_marks{Mark{"Red", Tone::bad},    Mark{"Amber", Tone::poor},
                                 Mark{"Green", Tone::good}, Mark{"Blue", Tone::calm},
                                 Mark{"Grey", Tone::muted}, Mark{"Purple", Tone::special}};

struct FieldMarks {
    Field field{};
    std::span<const Mark> marks{};
};
constexpr std::array k_marks{FieldMarks{Field::status, k_status_marks},
                             FieldMarks{Field::overdue, k_overdue_marks},
                             FieldMarks{Field::rag, k_rag_marks}};

/// A field that repeats another one in the words of the source.
struct Repetition {
    Field field{};
    Field of{};
};
constexpr std::array k_repetitions{
    Repetition{Field::id, Field::ref},
    Repetition{Field::ref_text, Field::ref},
    Repetition{Field::status_text, Field::status},
    Repetition{Field::rag_text, Field::rag},
    Repetition{Field::priority_text, Field::priority},
    Repetition{Field::response_text, Field::response},
};

/// Does the printed form say more than the day does?
bool says_more(const std::optional<When>& when) {
    if (!when || when->text.empty()) return false;
    const bool plain =
        when->qualifier == Qualifier::none_given || when->qualifier == Qualifier::exact;
    return !plain || when->date.empty() || when->edtf != when->date;
}

/// The source's own columns, in the order in which they first turn up.
std::vector<string_view> own_captions(const Document& document) {
    std::vector<string_view> captions;
    std::unordered_map<string_view, bool> seen;
    for (const Record& record : document.records) {
        for (const auto& [caption, text] : record.extra) {
            if (seen.emplace(caption, true).second) captions.push_back(caption);
        }
    }
    return captions;
}

struct Shown {
    std::vector<FieldInfo> fields{};
    std::vector<string_view> own{};  ///< captions with a column for themselves, behind `extra`
};

Shown shown_columns(const Document& document) {
    Shown shown{.own = own_captions(document)};
    const bool share = shown.own.size() > k_most_own_columns;
    if (share) shown.own.clear();
    for (const FieldInfo& field : all_fields()) {
        const bool said = std::ranges::any_of(
            document.records, [&](const Record& record) { return says_anything(record, field); });
        // With one source its name would be the same in every row.
        const bool needless = field.field == Field::source && document.sources.size() < 2;
        const bool shared = field.field == Field::extra && share;
        if (field.in_template || (said && !needless) || shared) shown.fields.push_back(field);
    }
    return shown;
}

const std::vector<Party>& parties_of(const Record& record, Field field) {
    if (field == Field::leads) return record.leads;
    return field == Field::support ? record.support : record.raised_by;
}

std::string own_text(const Record& record, std::optional<string_view> wanted) {
    std::vector<std::string> texts;
    for (const auto& [caption, text] : record.extra) {
        if (!wanted) texts.push_back(fmt::format("{}: {}", caption, text));
        if (wanted == caption && !text.empty()) texts.push_back(text);
    }
    return join(texts, "\n");
}

}  // namespace

bool says_anything(const Record& record, const FieldInfo& field) {
    using enum Field;
    switch (field.field) {
        case raised_text:
            return says_more(record.raised);
        case due_text:
            return says_more(record.due);
        case completed_text:
            return says_more(record.completed);
        case review_text:
            return says_more(record.review);
        case raised_qualifier:
        case due_qualifier:
        case completed_qualifier:
        case review_qualifier:
        case extra:
            return false;
        case kind:
            return record.kind != Kind::action;
        default:
            break;
    }
    if (field.type == FieldType::edtf) return false;
    const std::string text = flat_text(record, field.field);
    const auto detail = std::ranges::find(k_repetitions, field.field, &Repetition::field);
    if (detail == k_repetitions.end()) return !text.empty();
    const std::string other = flat_text(record, detail->of);
    return !text.empty() && text != other && !equals_ignoring_case(text, readable_word(other));
}

PlannedCell planned_cell(const Record& record, const FieldInfo& field, const SourceNames& sources) {
    switch (field.type) {
        case FieldType::day:
            return {.text = flat_text(record, field.field), .kind = PlannedCell::Kind::day};
        case FieldType::integer:
            return {.text = flat_text(record, field.field), .kind = PlannedCell::Kind::number};
        case FieldType::boolean:
            return {.text = !record.overdue ? "" : *record.overdue ? "Yes" : "No"};
        case FieldType::word:
            return {.text = readable_word(flat_text(record, field.field))};
        case FieldType::parties:
            return {.text = names_of(parties_of(record, field.field))};
        case FieldType::entries:
            return {.text = readable_entries(record.progress)};
        case FieldType::whens:
            return {.text = readable_whens(record.due_history)};
        case FieldType::pairs:
            return {.text = own_text(record, std::nullopt)};
        case FieldType::list:
            // A cell can hold one link only.
            return {.text = join(record.links, "\n"),
                    .link = record.links.size() == 1 ? record.links[0] : std::string()};
        case FieldType::text:
        case FieldType::edtf:
            break;
    }
    std::string text = flat_text(record, field.field);
    if (field.field == Field::source) text = sources.of(text);
    return {.text = std::move(text)};
}

PlannedColumn planned_column(const FieldInfo& field) {
    PlannedColumn column{.caption = std::string(field.caption),
                         .width = field.width,
                         .days = field.type == FieldType::day};
    for (const string_view word : field.allowed) column.choices.push_back(readable_word(word));
    const auto found = std::ranges::find(k_marks, field.field, &FieldMarks::field);
    if (found != k_marks.end()) column.marks.assign(found->marks.begin(), found->marks.end());
    return column;
}

PlannedSheet actions_sheet(const Document& document) {
    constexpr int k_own_width = 24;
    const Shown shown = shown_columns(document);
    const SourceNames sources(document);

    PlannedSheet sheet{.name = "Actions",
                       .about = "One row for each action, recommendation or request.",
                       .title = "Actions",
                       .fixed_columns = 1};
    sheet.notes = {fmt::format("{}, as of {}.", count_of(document.records.size(), "record"),
                               readable_day(document.as_of))};
    for (const FieldInfo& field : shown.fields) sheet.columns.push_back(planned_column(field));
    for (const string_view caption : shown.own) {
        sheet.columns.push_back({.caption = std::string(caption), .width = k_own_width});
    }
    sheet.rows.reserve(document.records.size());
    for (const Record& record : document.records) {
        PlannedRow& row = sheet.rows.emplace_back();
        row.reserve(sheet.columns.size());
        for (const FieldInfo& field : shown.fields) {
            row.push_back(planned_cell(record, field, sources));
        }
        for (const string_view caption : shown.own) row.push_back({own_text(record, caption)});
    }
    return sheet;
}

}  // namespace tidytracker
