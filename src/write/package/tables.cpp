// SPDX-License-Identifier: Apache-2.0
#include "write/package/tables.hpp"

#include <array>
#include <unordered_set>

#include "base/unicode.hpp"
#include "model/words.hpp"
#include "schema/flat.hpp"

namespace tidytracker {
namespace {

using std::string_view;

constexpr PackageColumn k_record{.name = "record", .about = "Id of the record.", .required = true};
constexpr PackageColumn k_number{
    .name = "number", .type = "integer", .about = "From 1, in order.", .required = true};
constexpr PackageColumn k_source{.name = "source", .about = "Id of the source."};
constexpr PackageColumn k_place{.name = "place", .about = "Where in the source it stands."};
constexpr std::array<string_view, 3> k_roles_of_parties{"leads", "support", "raised_by"};

string_view type_of_field(FieldType type) {
    if (type == FieldType::day) return "date";
    if (type == FieldType::integer) return "integer";
    return type == FieldType::boolean ? "boolean" : "string";
}

void fill_actions(const Document& document, PackageRows& rows) {
    for (const Record& record : document.records) {
        for (const FieldInfo& field : all_fields()) rows.put(flat_text(record, field.field));
    }
}

/// The flat register: what .csv writes, so that this table alone can be read back.
PackageTable actions_table() {
    PackageTable table{.name = "actions",
                       .about = "One row for each action, recommendation or request.",
                       .key = {"id"},
                       .references = {{"source", "sources"}},
                       .fill = fill_actions};
    for (const FieldInfo& field : all_fields()) {
        table.columns.push_back({.name = field.name,
                                 .type = type_of_field(field.type),
                                 .about = field.description,
                                 .words = field.allowed,
                                 .required = field.field == Field::id});
    }
    return table;
}

void fill_progress(const Document& document, PackageRows& rows) {
    for (const Record& record : document.records) {
        std::size_t number = 0;
        for (const Progress& entry : record.progress) {
            rows.put(record.id).put(++number).put(entry.date).put(entry.label);
            rows.put(entry.author).put(entry.text);
        }
    }
}

PackageTable progress_table() {
    return {.name = "progress",
            .about = "One row for each entry of progress.",
            .columns = {k_record,
                        k_number,
                        {.name = "date", .type = "date"},
                        {.name = "label"},
                        {.name = "author"},
                        {.name = "text"}},
            .key = {"record", "number"},
            .references = {{"record", "actions"}},
            .fill = fill_progress};
}

void fill_parties(const Document& document, PackageRows& rows) {
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
}

PackageTable parties_table() {
    return {.name = "parties",
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
            .references = {{"record", "actions"}},
            .fill = fill_parties};
}

void fill_findings(const Document& document, PackageRows& rows) {
    std::unordered_set<string_view> ids;
    for (const Record& record : document.records) ids.insert(record.id);
    std::size_t number = 0;
    for (const Finding& finding : document.findings) {
        // A finding can outlive its record, which was merged into another one.
        const bool known = ids.contains(finding.record);
        rows.put(++number).put(to_string(finding.severity)).put(finding.rule).put(finding.message);
        rows.put(known ? string_view(finding.record) : string_view()).put(finding.field);
        rows.put(finding.source).put(finding.place).put(finding.text).put(finding.note);
        rows.put(finding.help);
    }
}

PackageTable findings_table() {
    return {.name = "findings",
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
            .references = {{"record", "actions"}, {"source", "sources"}},
            .fill = fill_findings};
}

void fill_unconverted(const Document& document, PackageRows& rows) {
    std::size_t number = 0;
    for (const Unconverted& left : document.unconverted) {
        rows.put(++number).put(left.source).put(left.place).put(left.reason).put(left.text);
    }
}

PackageTable unconverted_table() {
    return {.name = "unconverted",
            .about = "Text of the sources that became no record.",
            .columns = {k_number, k_source, k_place, {.name = "reason"}, {.name = "text"}},
            .key = {"number"},
            .references = {{"source", "sources"}},
            .fill = fill_unconverted};
}

void fill_sources(const Document& document, PackageRows& rows) {
    for (const Source& source : document.sources) {
        rows.put(source.id).put(source.name).put(source.sha256).put(source.format);
        rows.put(source.title).put(source.date);
    }
}

PackageTable sources_table() {
    return {.name = "sources",
            .about = "The files that the records come from.",
            .columns = {{.name = "id", .required = true},
                        {.name = "name", .about = "File name without folders."},
                        {.name = "sha256", .about = "Digest of the file's bytes."},
                        {.name = "format"},
                        {.name = "title"},
                        {.name = "date", .type = "date", .about = "The day that it gives itself."}},
            .key = {"id"},
            .fill = fill_sources};
}

}  // namespace

PackageRows& PackageRows::put(std::string_view text) {
    is_valid_utf8(text) ? take(text) : take(repair_utf8(text));
    return *this;
}

std::vector<PackageTable> package_tables() {
    return {sources_table(), actions_table(),  progress_table(),
            parties_table(), findings_table(), unconverted_table()};
}

}  // namespace tidytracker
