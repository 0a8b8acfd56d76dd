// SPDX-License-Identifier: Apache-2.0
#include "write/data_package_tables.hpp"

#include <array>
#include <unordered_set>

#include "base/csv_cell.hpp"
#include "base/unicode.hpp"
#include "model/words.hpp"
#include "schema/formula_guard.hpp"
#include "write/formats.hpp"

namespace tidytracker {
namespace {

using std::string_view;

constexpr PackageColumn k_record{.name = "record", .about = "Id of the record.", .required = true};
constexpr PackageColumn k_number{
    .name = "number", .type = "integer", .about = "From 1, in order.", .required = true};
constexpr PackageColumn k_source{.name = "source", .about = "Id of the source."};
constexpr PackageColumn k_place{.name = "place", .about = "Where in the source it stands."};
constexpr std::array<string_view, 3> k_roles_of_parties{"leads", "support", "raised_by"};

/// Rows of a table as CSV.
class PackageRows {
  public:
    PackageRows(PackageTable& table, bool raw) : table_(table), raw_(raw) {
        for (const PackageColumn& column : table.columns) put(column.name);
    }
    PackageRows& put(string_view text) {
        if (column_ > 0) table_.bytes += ',';
        std::string whole = is_valid_utf8(text) ? std::string(text) : repair_utf8(text);
        append_csv_cell(raw_ ? whole : guard_formula(whole), table_.bytes);
        if (++column_ < table_.columns.size()) return *this;
        table_.bytes += "\r\n";
        column_ = 0;
        return *this;
    }
    PackageRows& put(std::size_t number) { return put(std::to_string(number)); }

  private:
    PackageTable& table_;
    bool raw_;
    std::size_t column_{};
};

string_view type_of_field(FieldType type) {
    if (type == FieldType::day) return "date";
    if (type == FieldType::integer) return "integer";
    return type == FieldType::boolean ? "boolean" : "string";
}

/// The flat register: what .csv writes, so that this table alone can be read back.
Result<PackageTable> actions_table(const Document& document, const WriteOptions& options) {
    PackageTable table{.name = "actions",
                       .about = "One row for each action, recommendation or request.",
                       .key = {"id"},
                       .references = {{"source", "sources"}}};
    for (const FieldInfo& field : all_fields()) {
        table.columns.push_back({.name = field.name,
                                 .type = type_of_field(field.type),
                                 .about = field.description,
                                 .words = field.allowed,
                                 .required = field.field == Field::id});
    }
    Result<std::string> bytes = k_csv_writer.render(document, {.raw_cells = options.raw_cells});
    if (!bytes) return tl::unexpected<Error>(bytes.error());
    table.bytes = std::move(*bytes);
    return table;
}

PackageTable progress_table(const Document& document, bool raw) {
    PackageTable table{.name = "progress",
                       .about = "One row for each entry of progress.",
                       .columns = {k_record,
                                   k_number,
                                   {.name = "date", .type = "date"},
                                   {.name = "label"},
                                   {.name = "author"},
                                   {.name = "text"}},
                       .key = {"record", "number"},
                       .references = {{"record", "actions"}}};
    PackageRows rows(table, raw);
    for (const Record& record : document.records) {
        std::size_t number = 0;
        for (const Progress& entry : record.progress) {
            rows.put(record.id).put(++number).put(entry.date).put(entry.label);
            rows.put(entry.author).put(entry.text);
        }
    }
    return table;
}

PackageTable parties_table(const Document& document, bool raw) {
    PackageTable table{.name = "parties",
                       .about = "One row for each person, post or body of a record.",
                       .columns = {k_record,
                                   {.name = "role", .words = k_roles_of_parties, .required = true},
                                   k_number,
                                   {.name = "person"},
                                   {.name = "title"},
                                   {.name = "post"},
                                   {.name = "organisation"},
                                   {.name = "text", .about = "As printed."}},
                       .key = {"record", "role", "number"},
                       .references = {{"record", "actions"}}};
    PackageRows rows(table, raw);
    for (const Record& record : document.records) {
        const std::array roles{&record.leads, &record.support, &record.raised_by};
        for (std::size_t role = 0; role < roles.size(); ++role) {
            std::size_t number = 0;
            for (const Party& party : *roles[role]) {
                rows.put(record.id).put(k_roles_of_parties[role]).put(++number).put(party.person);
                rows.put(party.title).put(party.post).put(party.organisation).put(party.text);
            }
        }
    }
    return table;
}

PackageTable findings_table(const Document& document, bool raw) {
    PackageTable table{
        .name = "findings",
        .about = "What is odd in the sources.",
        .columns = {k_number,
                    {.name = "severity", .words = k_severities, .required = true},
                    {.name = "rule", .required = true},
                    {.name = "message"},
                    {.name = "record", .about = "Id of the record; empty if it concerns none."},
                    {.name = "field"},
                    k_source,
                    k_place,
                    {.name = "text", .about = "As printed."},
                    {.name = "note", .about = "Why we think so."},
                    {.name = "help", .about = "What to do."}},
        .key = {"number"},
        .references = {{"record", "actions"}, {"source", "sources"}}};
    std::unordered_set<string_view> ids;
    for (const Record& record : document.records) ids.insert(record.id);
    PackageRows rows(table, raw);
    std::size_t number = 0;
    for (const Finding& finding : document.findings) {
        // A finding can outlive its record, which was merged into another one.
        const bool known = ids.contains(finding.record);
        rows.put(++number).put(to_string(finding.severity)).put(finding.rule).put(finding.message);
        rows.put(known ? string_view(finding.record) : string_view()).put(finding.field);
        rows.put(finding.source).put(finding.place).put(finding.text).put(finding.note);
        rows.put(finding.help);
    }
    return table;
}

PackageTable unconverted_table(const Document& document, bool raw) {
    PackageTable table{
        .name = "unconverted",
        .about = "Text of the sources that became no record.",
        .columns = {k_number, k_source, k_place, {.name = "reason"}, {.name = "text"}},
        .key = {"number"},
        .references = {{"source", "sources"}}};
    PackageRows rows(table, raw);
    std::size_t number = 0;
    for (const Unconverted& left : document.unconverted) {
        rows.put(++number).put(left.source).put(left.place).put(left.reason).put(left.text);
    }
    return table;
}

PackageTable sources_table(const Document& document, bool raw) {
    PackageTable table{
        .name = "sources",
        .about = "The files that the records come from.",
        .columns = {{.name = "id", .required = true},
                    {.name = "name", .about = "File name without folders."},
                    {.name = "sha256", .about = "Digest of the file's bytes."},
                    {.name = "format"},
                    {.name = "title"},
                    {.name = "date", .type = "date", .about = "The day that it gives itself."}},
        .key = {"id"}};
    PackageRows rows(table, raw);
    for (const Source& source : document.sources) {
        rows.put(source.id).put(source.name).put(source.sha256).put(source.format);
        rows.put(source.title).put(source.date);
    }
    return table;
}

}  // namespace

Result<std::vector<PackageTable>> package_tables(const Document& document,
                                                 const WriteOptions& options) {
    Result<PackageTable> actions = actions_table(document, options);
    if (!actions) return tl::unexpected<Error>(actions.error());
    const bool raw = options.raw_cells;
    return std::vector{std::move(*actions),
                       progress_table(document, raw),
                       parties_table(document, raw),
                       findings_table(document, raw),
                       unconverted_table(document, raw),
                       sources_table(document, raw)};
}

}  // namespace tidytracker
