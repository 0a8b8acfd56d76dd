// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/json_text.hpp"
#include "cli/difference.hpp"

namespace tidytracker::cli {
namespace {

/// Without the closing brace.
void append_identity(const Record& record, std::string& out) {
    out += "{\"ref\": ";
    append_json_or_null(record.ref, out);
    out += ", \"action\": ";
    append_json_or_null(record.action.empty() ? record.item : record.action, out);
}

void append_records(std::string_view name, const std::vector<std::size_t>& indexes,
                    const std::vector<Record>& records, std::string& out) {
    out += fmt::format("\"{}\": [", name);
    for (const std::size_t& index : indexes) {
        out += &index == indexes.data() ? "\n  " : ",\n  ";
        append_identity(records[index], out);
        out += ", \"status\": ";
        append_json(to_string(records[index].status), out);
        out += '}';
    }
    out += "]";
}

void append_list_of_fields(const ChangedRecord& changed, std::string& out) {
    out += ", \"fields\": [";
    for (const FieldChange& change : changed.changes) {
        if (&change != changed.changes.data()) out += ", ";
        append_json(change.field, out);
    }
    out += "], \"changes\": [";
    for (const FieldChange& change : changed.changes) {
        out += &change == changed.changes.data() ? "{\"field\": " : ", {\"field\": ";
        append_json(change.field, out);
        out += ", \"before\": ";
        append_json_or_null(change.before, out);
        out += ", \"after\": ";
        append_json_or_null(change.after, out);
        out += '}';
    }
    out += ']';
}

void append_news(const ChangedRecord& changed, std::string& out) {
    out += fmt::format(", \"closed\": {}, \"reopened\": {}", changed.closed, changed.reopened);
    out += ", \"slipped_days\": ";
    out += changed.slipped_days ? std::to_string(*changed.slipped_days) : "null";
    out += fmt::format(", \"slips\": {}, \"new_progress\": [", changed.slips);
    for (const tidytracker::Progress& entry : changed.new_progress) {
        out += &entry == changed.new_progress.data() ? "{\"date\": " : ", {\"date\": ";
        append_json_or_null(entry.date, out);
        out += ", \"text\": ";
        append_json(entry.text, out);
        out += '}';
    }
    out += "]}";
}

}  // namespace

std::string difference_json(const Comparison& comparison) {
    const Difference& difference = comparison.difference;
    std::string out = "{";
    append_records("added", difference.added, comparison.after.records, out);
    out += ",\n ";
    append_records("removed", difference.removed, comparison.before.records, out);
    out += ",\n \"changed\": [";
    for (const ChangedRecord& changed : difference.changed) {
        out += &changed == difference.changed.data() ? "\n  " : ",\n  ";
        append_identity(comparison.after.records[changed.after], out);
        append_list_of_fields(changed, out);
        append_news(changed, out);
    }
    return out + fmt::format("],\n \"unchanged\": {}}}\n", difference.unchanged);
}

}  // namespace tidytracker::cli
