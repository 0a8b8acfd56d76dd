// SPDX-License-Identifier: Apache-2.0
// Rows of the workbook for people that this tool writes. They have been read like those of any
// tracker; here the values come back that the workbook shows in other words than the source, as
// long as nobody has changed what it shows.
#include <algorithm>
#include <iterator>

#include "base/text.hpp"
#include "normalise/register_fields.hpp"
#include "schema/notation.hpp"
#include "schema/readable.hpp"
#include "schema/register_forms.hpp"

namespace tidytracker {
namespace {

/// The text of a column as it stands.
std::string shown_text(const RowReader& row, Field field) {
    return std::string(trim(row.raw_text(field)));
}

/// What the sheet of printed forms says of a record's field; empty if nothing.
class OwnForms {
  public:
    OwnForms(const RegisterDetails* details, const Record& record) {
        if (details == nullptr) return;
        const std::string& key = record.id.empty() ? record.ref : record.id;
        const auto printed = details->printed.find(key);
        if (printed != details->printed.end()) printed_ = &printed->second;
        const auto progress = details->progress.find(key);
        if (progress != details->progress.end()) progress_ = &progress->second;
    }
    [[nodiscard]] std::string printed(Field field) const {
        if (printed_ == nullptr) return {};
        const auto found =
            std::ranges::find(*printed_, field, &std::pair<Field, std::string>::first);
        return found == printed_->end() ? std::string() : found->second;
    }
    [[nodiscard]] const std::vector<Progress>* progress() const { return progress_; }

  private:
    const std::vector<std::pair<Field, std::string>>* printed_{};
    const std::vector<Progress>* progress_{};
};

template <class Enum>
struct OwnWord {
    Field field{};
    Field text_field{};
    Enum Record::*value{};
    Text Record::*text{};
};

/// The printed form stands beside the word, or among the printed forms, or is the word itself.
Text printed_word(const RowReader& row, const OwnForms& forms, Field field, Field text_field,
                  const std::string& shown) {
    if (Text beside = shown_text(row, text_field); !beside.empty()) return beside;
    const std::string printed = forms.printed(field);
    if (printed == k_nothing_printed) return {};
    return printed.empty() ? shown : printed;
}

template <class Enum, class From>
void restore_word(const RowReader& row, const OwnForms& forms, const OwnWord<Enum>& word, From from,
                  Record& record) {
    const std::string shown = shown_text(row, word.field);
    const auto found = from(word_as_written(shown));
    if (!found) return;
    record.*word.value = *found;
    record.*word.text = printed_word(row, forms, word.field, word.text_field, shown);
}

void restore_words(const RowReader& row, const OwnForms& forms, Record& record) {
    const std::string kind = shown_text(row, Field::kind);
    if (kind.empty()) record.kind = Kind::action;
    if (const auto found = kind_from(word_as_written(kind))) record.kind = *found;
    restore_word<Status>(row, forms,
                         {Field::status, Field::status_text, &Record::status, &Record::status_text},
                         status_from, record);
    restore_word<Rag>(row, forms, {Field::rag, Field::rag_text, &Record::rag, &Record::rag_text},
                      rag_from, record);
    restore_word<Priority>(
        row, forms,
        {Field::priority, Field::priority_text, &Record::priority, &Record::priority_text},
        priority_from, record);
    restore_word<Response>(
        row, forms,
        {Field::response, Field::response_text, &Record::response, &Record::response_text},
        response_from, record);
}

/// Does the row still show the day, or the words where there is none?
bool shows(const std::optional<When>& read, const When& printed) {
    if (!read || read->date != printed.date) return false;
    const bool day_alone = !read->date.empty() && read->edtf == read->date;
    return day_alone || squeeze(read->text) == printed.text;
}

void restore_dates(const RowReader& row, const OwnForms& forms, Record& record) {
    for (const WhenFields& fields : k_register_whens) {
        const std::vector<When> printed = parse_flat_whens(forms.printed(fields.date));
        std::optional<When>& read = record.*fields.target;
        if (printed.size() == 1 && shows(read, printed.front())) read = printed.front();
    }
    std::vector<When> history = parse_flat_whens(forms.printed(Field::due_history));
    if (!history.empty() && shown_text(row, Field::due_history) == readable_whens(history)) {
        record.due_history = std::move(history);
    }
    const std::string name = shown_text(row, Field::meeting_name);
    const bool dated = record.meeting && !shown_text(row, Field::meeting_date).empty();
    Meeting meeting{.name = name, .date = dated ? record.meeting->date : IsoDay()};
    // A cell of the day that holds words has been read as a name.
    if (dated && meeting.date.empty()) return;
    record.meeting = meeting == Meeting{} ? std::nullopt : std::optional(std::move(meeting));
}

void restore_people(const RowReader& row, const OwnForms& forms, Record& record) {
    for (const auto& [field, people] : k_register_parties) {
        std::vector<Party> printed = parse_printed_parties(forms.printed(field));
        if (printed.empty() || shown_text(row, field) != names_of(printed)) continue;
        record.*people = std::move(printed);
    }
}

void restore_texts(const RowReader& row, Record& record) {
    for (const auto& [field, text] : k_register_texts) {
        // A source is told by its name here, and printed forms have been seen to.
        if (field == Field::source || info(field).caption.ends_with("(as printed)")) continue;
        record.*text = shown_text(row, field);
    }
}

}  // namespace

void restore_package_row(const RowReader& row, Record& record) {
    const OwnForms forms(row.table().bound.details, record);
    for (const auto& [field, people] : k_register_parties) {
        std::vector<Party> printed = parse_printed_parties(forms.printed(field));
        if (flat_parties(printed) == flat_parties(record.*people)) record.*people = printed;
    }
}

void restore_workbook_row(const RowReader& row, Record& record) {
    restore_texts(row, record);
    const OwnForms forms(row.table().bound.details, record);
    record.ref_text = printed_word(row, forms, Field::ref, Field::ref_text, record.ref);
    restore_words(row, forms, record);
    restore_dates(row, forms, record);
    restore_people(row, forms, record);
    if (forms.progress() != nullptr &&
        shown_text(row, Field::progress) == readable_entries(*forms.progress())) {
        record.progress = *forms.progress();
    }
}

}  // namespace tidytracker
