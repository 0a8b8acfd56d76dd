// SPDX-License-Identifier: Apache-2.0
// Rows of the flat register that this tool writes. Nothing is interpreted: every column holds
// exactly what its name says, in the notation it was written in.
#include <algorithm>
#include <utility>

#include "base/calendar.hpp"
#include "base/shape.hpp"
#include "base/text.hpp"
#include "normalise/fields.hpp"
#include "schema/notation.hpp"

namespace tidytracker {
namespace {

constexpr std::pair<Field, std::string Record::*> k_texts[] = {
    {Field::id, &Record::id},
    {Field::ref, &Record::ref},
    {Field::ref_text, &Record::ref_text},
    {Field::parent, &Record::parent},
    {Field::section, &Record::section},
    {Field::item, &Record::item},
    {Field::action, &Record::action},
    {Field::status_text, &Record::status_text},
    {Field::rag_text, &Record::rag_text},
    {Field::priority_text, &Record::priority_text},
    {Field::response_text, &Record::response_text},
    {Field::outcome, &Record::outcome},
    {Field::evidence, &Record::evidence},
    {Field::source, &Record::source},
    {Field::place, &Record::place},
};

constexpr std::pair<Field, std::vector<Party> Record::*> k_parties[] = {
    {Field::leads, &Record::leads},
    {Field::support, &Record::support},
    {Field::raised_by, &Record::raised_by},
};

struct WhenFields {
    Field date{};
    Field edtf{};
    Field text{};
    Field qualifier{};
    std::optional<When> Record::*target{};
};

constexpr WhenFields k_whens[] = {
    {Field::raised, Field::raised_edtf, Field::raised_text, Field::raised_qualifier,
     &Record::raised},
    {Field::due, Field::due_edtf, Field::due_text, Field::due_qualifier, &Record::due},
    {Field::completed, Field::completed_edtf, Field::completed_text, Field::completed_qualifier,
     &Record::completed},
    {Field::review, Field::review_edtf, Field::review_text, Field::review_qualifier,
     &Record::review},
};

/// The text of a column as it stands: line breaks and spaces belong to the notation.
std::string exact(const RowReader& row, Field field) {
    return std::string(trim(row.raw_text(field)));
}

/// A day column: ISO text, or a real date of a workbook.
IsoDay day_of(const RowReader& row, Field field) {
    const std::vector<DatedPart> parts = row.dates(field, {});
    return parts.empty() || !parts.front().period.last ? IsoDay()
                                                       : iso_day(*parts.front().period.last);
}

std::optional<When> flat_when_of(const RowReader& row, const WhenFields& fields) {
    When when{.date = day_of(row, fields.date),
              .edtf = exact(row, fields.edtf),
              .text = exact(row, fields.text)};
    if (const auto qualifier = qualifier_from(exact(row, fields.qualifier))) {
        when.qualifier = *qualifier;
    }
    // A day that somebody has written over with words is kept as words.
    const std::string printed = exact(row, fields.date);
    if (when.date.empty() && !printed.empty() && when.text != printed) {
        when.text += (when.text.empty() ? "" : " ") + printed;
    }
    if (when == When{}) return std::nullopt;
    return when;
}

/// A day column holds words that somebody has put there.
void report_written_over(const RowReader& row, const WhenFields& fields,
                         const std::optional<When>& when, Findings& findings) {
    const std::string printed = exact(row, fields.date);
    if (printed.empty() || !when || !when->date.empty()) return;
    findings.push_back(Finding{.rule = "unreadable-date",
                               .severity = Severity::warning,
                               .message = "\"" + printed + "\" is not read as a date",
                               .field = std::string(info(fields.date).name),
                               .source = row.table().source.id,
                               .text = printed,
                               .note = "kept as text",
                               .help = "write a day such as 2024-03-31"});
}

using Extra = std::vector<std::pair<std::string, std::string>>;

template <class Enum, class From>
void read_word(const RowReader& row, Field field, From from, Enum& value, Extra& extra) {
    const std::string printed = exact(row, field);
    if (const auto found = from(lower_ascii(replace_all(printed, " ", "_")))) {
        value = *found;
    } else if (!printed.empty()) {
        // Somebody has written over it.
        extra.emplace_back(row.caption(field), printed);
    }
}

}  // namespace

bool is_register(const Mapping& mapping) {
    const auto has = [&mapping](Field field) {
        return std::ranges::find(mapping.columns, field, &Binding::field) != mapping.columns.end();
    };
    // The workbook for people has neither the notation nor this column.
    return has(Field::id) && has(Field::due_edtf);
}

void read_register_row(const RowReader& row, Record& record, Findings& findings) {
    for (const auto& [field, text] : k_texts) record.*text = exact(row, field);
    for (const auto& [field, parties] : k_parties) {
        record.*parties = parse_flat_parties(exact(row, field));
    }
    for (const WhenFields& fields : k_whens) {
        record.*fields.target = flat_when_of(row, fields);
        report_written_over(row, fields, record.*fields.target, findings);
    }
    record.due_history = parse_flat_whens(exact(row, Field::due_history));
    Meeting meeting{exact(row, Field::meeting_name), day_of(row, Field::meeting_date)};
    if (meeting != Meeting{}) record.meeting = std::move(meeting);
    const std::string printed = exact(row, Field::percent);
    const std::int64_t percent = whole_number(printed);
    const bool in_range = percent >= 0 && percent <= 100;
    if (in_range) record.percent = static_cast<int>(percent);
    record.progress = parse_flat_entries(exact(row, Field::progress));
    record.links = parse_flat_list(exact(row, Field::links));
    record.extra = parse_flat_pairs(exact(row, Field::extra));
    if (!in_range && !printed.empty()) {
        record.extra.emplace_back(row.caption(Field::percent), printed);
    }
    read_word(row, Field::kind, kind_from, record.kind, record.extra);
    read_word(row, Field::status, status_from, record.status, record.extra);
    read_word(row, Field::rag, rag_from, record.rag, record.extra);
    read_word(row, Field::priority, priority_from, record.priority, record.extra);
    read_word(row, Field::response, response_from, record.response, record.extra);
    read_other_columns(row, record);
}

}  // namespace tidytracker
