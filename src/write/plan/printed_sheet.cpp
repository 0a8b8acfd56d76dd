// SPDX-License-Identifier: Apache-2.0
// What the sheet of actions says in tidier words than the source: the printed forms, in the
// notation that is read back (schema/notation.hpp). Without it a workbook would forget them.
#include <tidytracker/fields.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/calendar.hpp"
#include "schema/flat.hpp"
#include "schema/notation.hpp"
#include "schema/readable.hpp"
#include "schema/register_forms.hpp"
#include "write/plan/register_sheets.hpp"

namespace tidytracker {
namespace {

using PrintedForms = std::vector<std::pair<Field, std::string>>;

/// A value and the field that holds its printed form.
struct PrintedWord {
    Field field{};
    Field text{};
};
constexpr std::array k_printed_words{
    PrintedWord{Field::ref, Field::ref_text}, PrintedWord{Field::status, Field::status_text},
    PrintedWord{Field::rag, Field::rag_text}, PrintedWord{Field::priority, Field::priority_text},
    PrintedWord{Field::response, Field::response_text}};

/// Does the cell of a day say all of it? "05 Jun 2024"
bool is_shown_day(const When& when) {
    const std::string day = readable_day(when.date);
    if (when.qualifier != Qualifier::exact || when.edtf != when.date) return false;
    const std::size_t space = day.find(' ');
    return space != std::string::npos &&
           when.text == fmt::format("{:0>2} {} {}", day.substr(0, space), day.substr(space + 1, 3),
                                    when.date.substr(0, 4));
}

void add_when(Field field, const std::optional<When>& when, PrintedForms& forms) {
    if (when && !is_shown_day(*when)) forms.emplace_back(field, flat_whens({*when}));
}

void add_parties(Field field, const std::vector<Party>& parties, PrintedForms& forms) {
    const bool printed_so = std::ranges::all_of(
        parties, [](const Party& party) { return party.text == party_text(party); });
    if (!printed_so) forms.emplace_back(field, printed_parties(parties));
}

/// A word that neither the value nor a column of its own shows as it was printed.
void add_word(const PrintedWord& word, const Record& record, PrintedForms& forms) {
    const std::string value = flat_text(record, word.field);
    const std::string shown = word.field == Field::ref ? value : readable_word(value);
    std::string text = flat_text(record, word.text);
    if (text == shown || says_anything(record, info(word.text))) return;
    if (text.empty()) text = k_nothing_printed;
    forms.emplace_back(word.field, std::move(text));
}

/// In the order of the field table.
PrintedForms printed_forms(const Record& record) {
    PrintedForms forms;
    for (const PrintedWord& word : k_printed_words) add_word(word, record, forms);
    add_parties(Field::leads, record.leads, forms);
    add_parties(Field::support, record.support, forms);
    add_parties(Field::raised_by, record.raised_by, forms);
    add_when(Field::raised, record.raised, forms);
    add_when(Field::due, record.due, forms);
    if (!record.due_history.empty()) {
        forms.emplace_back(Field::due_history, flat_whens(record.due_history));
    }
    add_when(Field::completed, record.completed, forms);
    add_when(Field::review, record.review, forms);
    return forms;
}

}  // namespace

PlannedSheet printed_sheet(const Document& document) {
    constexpr int k_printed_width = 34;
    PlannedSheet sheet{.name = "As printed",
                       .about = "The words of the sources where Actions has tidier ones.",
                       .title = "As printed",
                       .notes = {"Behind a date stand in < > its period and day, and in [ ] what "
                                 "kind of date it is; in < > behind a name stands how it was "
                                 "printed."},
                       .fixed_columns = 1};
    std::vector<PrintedForms> all;
    std::array<std::size_t, static_cast<std::size_t>(Field::count_)> columns{};
    for (const Record& record : document.records) {
        all.push_back(printed_forms(record));
        for (const auto& [field, text] : all.back()) columns[static_cast<std::size_t>(field)] = 1;
    }
    sheet.columns.push_back({.caption = std::string(info(Field::id).caption), .width = 12});
    for (const FieldInfo& field : all_fields()) {
        std::size_t& column = columns[static_cast<std::size_t>(field.field)];
        if (column == 0) continue;
        column = sheet.columns.size();
        sheet.columns.push_back({.caption = std::string(field.caption), .width = k_printed_width});
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].empty()) continue;
        PlannedRow& row = sheet.rows.emplace_back(sheet.columns.size());
        row[0].text = document.records[i].id;
        for (auto& [field, text] : all[i]) {
            row[columns[static_cast<std::size_t>(field)]].text = std::move(text);
        }
    }
    return sheet;
}

}  // namespace tidytracker
