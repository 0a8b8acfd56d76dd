// SPDX-License-Identifier: Apache-2.0
#include "validate/check.hpp"

#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "validate/tables.hpp"

namespace tidytracker {
namespace {

/// The first cell of a place; none for places without cells.
std::optional<CellAddress> first_cell(std::string_view place) {
    const std::string_view first = place.substr(0, place.find("; "));
    const auto range = range_from_a1(first.substr(sheet_part(place).size()));
    if (!range) return std::nullopt;
    return range->first;
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

bool is_settled(const Record& record) {
    return is_finished(record) || record.kind == Kind::decision || record.kind == Kind::other ||
           record.response == Response::rejected || record.response == Response::superseded;
}

bool is_before(const When& date, const When& other) {
    if (date.date.empty() || other.date.empty()) return false;
    const bool is_day = other.edtf.empty() || other.edtf == other.date;
    if (is_day) return date.date < other.date;
    // A period is written with its first year in front, whatever it is: "2024-22", "2024/2026".
    constexpr std::size_t k_year = 4;
    return date.date.substr(0, k_year) < other.edtf.substr(0, k_year);
}

std::string name_of(const Record& record) {
    const std::string noun(record.kind == Kind::other ? "entry" : to_string(record.kind));
    return record.ref.empty() ? "this " + noun : noun + " " + record.ref;
}

std::string_view likely_status(std::string_view word) {
    return nearest(word,
                   {"open", "closed", "complete", "completed", "done", "in progress", "not started",
                    "outstanding", "cancelled", "on hold", "ongoing", "overdue"});
}

int number_of(const Subject& subject, const Rule& rule) {
    if (subject.rules != nullptr) {
        for (const RuleSetting& setting : subject.rules->settings) {
            if (setting.rule == rule.name && setting.number) return *setting.number;
        }
    }
    return rule.number.standard;
}

TablesWith::TablesWith(const Subject& subject, std::string_view field, bool (*has)(const Record&))
    : subject_(subject), field_(field) {
    for (std::size_t i = 0; i < subject.records().size(); ++i) {
        const Record& record = subject.records()[i];
        Tally& tally = tallies_[subject.table_of[i]];
        ++tally.records;
        if (!has(record)) continue;
        ++tally.with;
        if (tally.example.empty()) tally.example = place_of(record, field);
    }
}

const TablesWith::Tally* TablesWith::tally_of(std::size_t record) const {
    const auto found = tallies_.find(subject_.table_of[record]);
    return found == tallies_.end() ? nullptr : &found->second;
}

bool TablesWith::any(std::size_t record) const {
    const Tally* tally = tally_of(record);
    return tally != nullptr && tally->with > 0;
}

bool TablesWith::most(std::size_t record) const {
    const Tally* tally = tally_of(record);
    return tally != nullptr && tally->with >= 4 && 5 * tally->with >= 4 * tally->records;
}

Finding TablesWith::missing_from(const Rule& rule, std::size_t record, std::string message) const {
    const Record& lacking = subject_.records()[record];
    Finding finding = about(rule, lacking, field_, std::move(message));
    const Tally* tally = tally_of(record);
    if (finding.place != lacking.place || tally == nullptr) return finding;
    const std::optional<CellAddress> column = first_cell(tally->example);
    const std::optional<CellAddress> row = first_cell(lacking.place);
    if (column && row) {
        finding.place = std::string(sheet_part(lacking.place)) +
                        to_a1(CellAddress{.row = row->row, .column = column->column});
    }
    return finding;
}

}  // namespace tidytracker
