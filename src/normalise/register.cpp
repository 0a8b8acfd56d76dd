// SPDX-License-Identifier: Apache-2.0
// Rows of the flat register that this tool writes. Nothing is interpreted: every column holds
// exactly what its name says, in the notation it was written in.
#include <algorithm>
#include <utility>

#include "base/calendar.hpp"
#include "base/shape.hpp"
#include "base/text.hpp"
#include "normalise/register_fields.hpp"
#include "schema/formula_guard.hpp"
#include "schema/notation.hpp"

namespace tidytracker {
namespace {

/// A day column: ISO text, or a real date of a workbook.
IsoDay day_of(const RowReader& row, Field field) {
    const std::vector<DatedPart> parts = row.dates(field, {});
    return parts.empty() || !parts.front().period.last ? IsoDay()
                                                       : iso_day(*parts.front().period.last);
}

std::optional<When> flat_when_of(const RowReader& row, const WhenFields& fields) {
    When when{.date = day_of(row, fields.date),
              .edtf = exact_text(row, fields.edtf),
              .text = exact_text(row, fields.text)};
    if (const auto qualifier = qualifier_from(exact_text(row, fields.qualifier))) {
        when.qualifier = *qualifier;
    }
    // A day that somebody has written over with words is kept as words.
    const std::string printed = exact_text(row, fields.date);
    if (when.date.empty() && !printed.empty() && when.text != printed) {
        when.text += (when.text.empty() ? "" : " ") + printed;
    }
    if (when == When{}) return std::nullopt;
    return when;
}

/// A day column holds words that somebody has put there.
void report_written_over(const RowReader& row, const WhenFields& fields,
                         const std::optional<When>& when, Findings& findings) {
    const std::string printed = exact_text(row, fields.date);
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
    const std::string printed = exact_text(row, field);
    if (const auto found = from(word_as_written(printed))) {
        value = *found;
    } else if (!printed.empty()) {
        // Somebody has written over it.
        extra.emplace_back(row.caption(field), printed);
    }
}

}  // namespace

std::string exact_text(const RowReader& row, Field field) {
    const std::string text = row.raw_text(field);
    return std::string(unguard_formula(trim(text)));
}

std::string word_as_written(std::string_view readable) {
    return lower_ascii(replace_all(readable, " ", "_"));
}

bool is_register(const Mapping& mapping) {
    const auto has = [&mapping](Field field) {
        return std::ranges::find(mapping.columns, field, &Binding::field) != mapping.columns.end();
    };
    // The workbook for people has neither the notation nor this column.
    return has(Field::id) && has(Field::due_edtf);
}

void read_register_row(const RowReader& row, Record& record, Findings& findings) {
    for (const auto& [field, text] : k_register_texts) record.*text = exact_text(row, field);
    for (const auto& [field, parties] : k_register_parties) {
        record.*parties = parse_flat_parties(exact_text(row, field));
    }
    for (const WhenFields& fields : k_register_whens) {
        record.*fields.target = flat_when_of(row, fields);
        report_written_over(row, fields, record.*fields.target, findings);
    }
    record.due_history = parse_flat_whens(exact_text(row, Field::due_history));
    Meeting meeting{exact_text(row, Field::meeting_name), day_of(row, Field::meeting_date)};
    if (meeting != Meeting{}) record.meeting = std::move(meeting);
    const std::string printed = exact_text(row, Field::percent);
    const std::int64_t percent = whole_number(printed);
    const bool in_range = percent >= 0 && percent <= 100;
    if (in_range) record.percent = static_cast<int>(percent);
    record.progress = parse_flat_entries(exact_text(row, Field::progress));
    record.links = parse_flat_list(exact_text(row, Field::links));
    record.extra = parse_flat_pairs(exact_text(row, Field::extra));
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
