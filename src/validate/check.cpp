// SPDX-License-Identifier: Apache-2.0
#include "validate/check.hpp"

#include <algorithm>
#include <optional>

namespace tidytracker {
namespace {

/// How much of the first of the places in `place` names its sheet: "Actions!" of "Actions!A17:H17",
/// nothing of the "A17:H17" of a CSV file. Sheet names may hold a "!" too, A1 ranges cannot.
std::string_view sheet_part(std::string_view place) {
    const std::string_view first = place.substr(0, place.find("; "));
    const std::size_t mark = first.rfind('!');
    return mark == std::string_view::npos ? std::string_view{} : first.substr(0, mark + 1);
}

/// The first cell of a place; none for places without cells.
std::optional<CellAddress> first_cell(std::string_view place) {
    const std::string_view first = place.substr(0, place.find("; "));
    const auto range = range_from_a1(first.substr(sheet_part(place).size()));
    if (!range) return std::nullopt;
    return range->first;
}

/// The source and the sheet that a record stands in. A place without sheet (a line, a page, a CSV
/// file) stands for its whole source.
std::string table_key(const Record& record) {
    return record.source + '\n' + std::string(sheet_part(record.place));
}

}  // namespace

std::string place_of(const Record& record, std::string_view field) {
    const auto found = std::ranges::find_if(
        record.cells, [field](const auto& entry) { return entry.first == field; });
    return found == record.cells.end() || found->second.empty() ? std::string{}
                                                                : found->second.front();
}

Finding about(const Rule& rule, const Record& record, std::string_view field, std::string message) {
    std::string place = place_of(record, field);
    if (place.empty()) place = record.place;
    return Finding{.rule = std::string(rule.name),
                   .severity = rule.severity,
                   .message = std::move(message),
                   .record = record.id,
                   .field = std::string(field),
                   .source = record.source,
                   .place = std::move(place)};
}

bool is_finished(const Record& record) {
    return record.status == Status::complete || record.status == Status::cancelled;
}

std::string name_of(const Record& record) {
    const std::string noun(record.kind == Kind::other ? "entry" : to_string(record.kind));
    return record.ref.empty() ? "this " + noun : noun + " " + record.ref;
}

TablesWith::TablesWith(const Document& document, std::string_view field, bool (*has)(const Record&))
    : field_(field) {
    for (const Record& record : document.records) {
        if (!has(record)) continue;
        std::string& example = examples_[table_key(record)];
        if (example.empty()) example = place_of(record, field);
    }
}

bool TablesWith::contains(const Record& record) const {
    return examples_.contains(table_key(record));
}

Finding TablesWith::missing_from(const Rule& rule, const Record& record,
                                 std::string message) const {
    Finding finding = about(rule, record, field_, std::move(message));
    const auto example = examples_.find(table_key(record));
    if (finding.place != record.place || example == examples_.end()) return finding;
    const std::optional<CellAddress> column = first_cell(example->second);
    const std::optional<CellAddress> row = first_cell(record.place);
    if (column && row) {
        finding.place = std::string(sheet_part(record.place)) +
                        to_a1(CellAddress{.row = row->row, .column = column->column});
    }
    return finding;
}

}  // namespace tidytracker
