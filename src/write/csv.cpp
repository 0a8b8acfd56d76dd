// SPDX-License-Identifier: Apache-2.0
// Writes the flat register as CSV (RFC 4180): UTF-8, CRLF, one header row, every field a column in
// the order of the field table, so that two registers always have the same columns.
#include <algorithm>

#include "base/unicode.hpp"
#include "schema/flat.hpp"
#include "schema/formula_guard.hpp"
#include "write/formats.hpp"

namespace tidytracker {
namespace {

void append_cell(std::string_view text, std::string& out) {
    // A lone space at the edge would be lost in programs that trim what is not quoted.
    const bool quoted = text.find_first_of(",\"\r\n") != std::string_view::npos ||
                        text.starts_with(' ') || text.ends_with(' ');
    if (!quoted) {
        out += text;
        return;
    }
    out += '"';
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

void append_value(std::string text, const WriteOptions& options, std::string& out) {
    if (!is_valid_utf8(text)) text = repair_utf8(text);
    append_cell(options.raw_cells ? text : guard_formula(text), out);
}

Result<std::string> render_csv(const Document& document, const WriteOptions& options) {
    std::string out = options.byte_order_mark ? "\xEF\xBB\xBF" : "";
    const auto end_cell = [&out](Field field) {
        out += field == all_fields().back().field ? "\r\n" : ",";
    };
    for (const FieldInfo& field : all_fields()) {
        append_cell(options.readable_captions ? field.caption : field.name, out);
        end_cell(field.field);
    }
    for (const Record& record : document.records) {
        for (const FieldInfo& field : all_fields()) {
            append_value(flat_text(record, field.field), options, out);
            end_cell(field.field);
        }
    }
    return out;
}

}  // namespace

extern constinit const Writer k_csv_writer{
    .name = "csv",
    .suffix = ".csv",
    .description = "comma-separated values, one row a record",
    .binary = false,
    .render = render_csv};

}  // namespace tidytracker
