// SPDX-License-Identifier: Apache-2.0
// Writes the flat register as CSV (RFC 4180): UTF-8, CRLF, one header row, every field a column in
// the order of the field table, so that two registers always have the same columns.
#include "base/csv_cell.hpp"
#include "base/large_pages.hpp"
#include "base/unicode.hpp"
#include "schema/flat.hpp"
#include "schema/formula_guard.hpp"
#include "write/formats.hpp"

namespace tidytracker {
namespace {

/// Makes a cell of what stands in `out` from `first` on.
void finish_cell(std::size_t first, const WriteOptions& options, std::string& out) {
    if (first == out.size()) return;
    if (!options.raw_cells && formula::looks_like_one(std::string_view(out).substr(first))) {
        out.insert(first, 1, '\'');
    }
    // A lone space at the edge would be lost in programs that trim what is not quoted.
    const bool edged = out[first] == ' ' || out.back() == ' ';
    finish_csv_cell(first, out, edged ? Quotes::always : Quotes::needed);
}

void append_captions(const WriteOptions& options, std::string& out) {
    for (const FieldInfo& field : all_fields()) {
        append_csv_cell(options.readable_captions ? field.caption : field.name, out);
        out += ',';
    }
}

void append_record(const Record& record, const WriteOptions& options, std::string& out) {
    const std::size_t row = out.size();
    for (const FieldInfo& field : all_fields()) {
        const std::size_t first = out.size();
        append_flat_text(record, field.field, out);
        finish_cell(first, options, out);
        out += ',';
    }
    repair_utf8_from(row, out);
}

/// Ends a row in place of its last comma.
void end_row(std::string& out) {
    out.back() = '\r';
    out += '\n';
}

Result<std::string> render_csv(const Document& document, const WriteOptions& options) {
    std::string out = options.byte_order_mark ? "\xEF\xBB\xBF" : "";
    append_captions(options, out);
    end_row(out);
    std::size_t done = 0;
    for (const Record& record : document.records) {
        append_record(record, options, out);
        end_row(out);
        make_room_for_rest(++done, document.records.size(), out);
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
