// SPDX-License-Identifier: Apache-2.0
// The register as a data package: a zip archive of CSV files, one a table, and a description of
// their columns, words and keys. Source: the Frictionless specifications Tabular Data Package,
// Table Schema and CSV Dialect, version 1. Rows that belong to a record name it by its id.
#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/csv_cell.hpp"
#include "base/digest.hpp"
#include "base/json_text.hpp"
#include "base/text.hpp"
#include "base/xml_markup.hpp"
#include "base/zip_writer.hpp"
#include "schema/formula_guard.hpp"
#include "write/formats.hpp"
#include "write/package/tables.hpp"

namespace tidytracker {
namespace {

using std::string_view;

/// Rows as CSV.
class CsvRows final : public PackageRows {
  public:
    CsvRows(const PackageTable& table, bool raw, std::string& out)
        : columns_(table.columns.size()), raw_(raw), out_(out) {
        for (const PackageColumn& column : table.columns) put(column.name);
    }

  private:
    void take(string_view text) override {
        if (column_ > 0) out_ += ',';
        append_csv_cell(raw_ ? text : string_view(guard_formula(text)), out_);
        if (++column_ < columns_) return;
        out_ += "\r\n";
        column_ = 0;
    }

    std::size_t columns_;
    bool raw_;
    std::string& out_;
    std::size_t column_{};
};

void append_member(string_view name, string_view text, std::string& out) {
    append(out, "\"{}\": ", name);
    append_json(text, out);
}

void append_words(std::span<const string_view> words, std::string& out) {
    bool first = true;
    for (const string_view word : words) {
        if (word.empty()) continue;
        if (!first) out += ", ";
        append_json(word, out);
        first = false;
    }
}

void append_column(const PackageColumn& column, std::string& out) {
    out += "{";
    append_member("name", column.name, out);
    out += ", ";
    append_member("type", column.type, out);
    if (!column.about.empty()) {
        out += ", ";
        append_member("description", column.about, out);
    }
    std::vector<std::string> constraints;
    if (column.required) constraints.emplace_back("\"required\": true");
    if (column.name == "percent") constraints.emplace_back("\"minimum\": 0, \"maximum\": 100");
    if (!column.words.empty()) {
        std::string words = "\"enum\": [";
        append_words(column.words, words);
        constraints.push_back(words + "]");
    }
    if (!constraints.empty()) append(out, ", \"constraints\": {{{}}}", join(constraints, ", "));
    out += "}";
}

void append_references(const PackageTable& table, std::string& out) {
    if (table.references.empty()) return;
    out += ",\n    \"foreignKeys\": [";
    for (const PackageReference& reference : table.references) {
        if (&reference != &table.references.front()) out += ", ";
        append(
            out,
            "{{\"fields\": \"{}\", \"reference\": {{\"resource\": \"{}\", \"fields\": \"id\"}}}}",
            reference.column, reference.table);
    }
    out += "]";
}

void append_resource(const PackageTable& table, string_view bytes, std::string& out) {
    append(out,
           "  {{\n   \"name\": \"{0}\", \"path\": \"{0}.csv\",\n   \"description\": \"{1}\",\n"
           "   \"profile\": \"tabular-data-resource\", \"format\": \"csv\", \"mediatype\": "
           "\"text/csv\", \"encoding\": \"utf-8\",\n   \"dialect\": {{\"delimiter\": \",\", "
           "\"lineTerminator\": \"\\r\\n\", \"quoteChar\": \"\\\"\", \"doubleQuote\": true, "
           "\"header\": true}},\n   \"bytes\": {2}, \"hash\": \"sha256:{3}\",\n   \"schema\": {{\n"
           "    \"fields\": [\n",
           table.name, table.about, bytes.size(), sha256_hex(bytes));
    for (const PackageColumn& column : table.columns) {
        out += "     ";
        append_column(column, out);
        out += &column == &table.columns.back() ? "\n" : ",\n";
    }
    out += "    ],\n    \"missingValues\": [\"\"],\n    \"primaryKey\": [";
    append_words(table.key, out);
    out += "]";
    append_references(table, out);
    out += "\n   }\n  }";
}

std::string descriptor_of(const Document& document, const std::string& resources, bool raw) {
    std::string out =
        "{\n \"profile\": \"tabular-data-package\",\n \"name\": \"action-register\",\n"
        " \"title\": \"Action register\",\n ";
    append_member("description",
                  fmt::format("Actions as of {}, made by {}.{}", document.as_of, document.generator,
                              raw ? ""
                                  : " A text that a spreadsheet would run as a formula has an "
                                    "apostrophe before it."),
                  out);
    append(out, ",\n \"resources\": [\n{}\n ]\n}}\n", resources);
    return out;
}

Result<std::string> render_package(const Document& document, const WriteOptions& options) {
    ZipWriter zip;
    std::string resources;
    for (const PackageTable& table : package_tables()) {
        std::string bytes;
        CsvRows rows(table, options.raw_cells, bytes);
        table.fill(document, rows);
        if (!resources.empty()) resources += ",\n";
        append_resource(table, bytes, resources);
        zip.add(fmt::format("{}.csv", table.name), bytes);
    }
    zip.add("datapackage.json", descriptor_of(document, resources, options.raw_cells));
    return zip.finish();
}

}  // namespace

extern constinit const Writer k_package_writer{
    .name = "datapackage",
    .suffix = ".zip",
    .description = "data package: CSV tables with their keys, zipped",
    .binary = true,
    .render = render_package};

}  // namespace tidytracker
