// SPDX-License-Identifier: Apache-2.0
#include "write/review/records.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/xml_markup.hpp"
#include "schema/flat.hpp"
#include "schema/readable.hpp"
#include "write/plan/register_sheets.hpp"
#include "write/plan/sheet_layout.hpp"

namespace tidytracker::review {
namespace {

using std::string_view;

/// Shown in the heading or at the foot of a record, or beside the field that they belong to.
constexpr std::array<string_view, 5> k_not_rows{"id", "ref_text", "action", "source", "place"};

bool is_detail(string_view name) {
    return name.ends_with("_text") || name.ends_with("_edtf") || name.ends_with("_qualifier");
}

/// The text of the field with this name; empty if there is none.
std::string text_of(const Record& record, const std::string& name) {
    const auto field = field_from_name(name);
    return field ? flat_text(record, *field) : std::string();
}

void append_shown(const PlannedCell& cell, std::string& out) {
    if (is_web_address(cell.link)) {
        append(out, "<a rel=\"noopener noreferrer\" href=\"{}\">", html_attribute(cell.link));
    }
    append_html(cell.kind == PlannedCell::Kind::day ? readable_day(cell.text) : cell.text, out);
    if (is_web_address(cell.link)) out += "</a>";
}

/// "as printed", where that is more than the value says, and how exact a day is.
void append_details(const Record& record, string_view name, const std::string& value,
                    std::string& out) {
    const std::string printed = text_of(record, fmt::format("{}_text", name));
    const std::string qualifier = text_of(record, fmt::format("{}_qualifier", name));
    if (!printed.empty() && printed != value) {
        out += " <small>printed: ";
        append_html(printed, out);
        out += "</small>";
    }
    if (!qualifier.empty() && qualifier != "exact") {
        append(out, " <small>({})</small>", replace_all(qualifier, "_", " "));
    }
}

/// Buttons that show where a field comes from.
void append_places(const Record& record, string_view field, std::string& out) {
    for (const auto& [name, places] : record.cells) {
        if (name != field) continue;
        for (const std::string& place : places) {
            append(out, "<button type=\"button\" class=\"go\" data-f=\"{}\">",
                   html_attribute(name));
            append_html(place, out);
            out += "</button> ";
        }
    }
}

void append_field(const Record& record, const FieldInfo& field, const SourceNames& sources,
                  std::string& out) {
    if (is_detail(field.name) || std::ranges::count(k_not_rows, field.name) > 0) return;
    const PlannedCell cell = planned_cell(record, field, sources);
    const std::string printed = text_of(record, fmt::format("{}_text", field.name));
    if (cell.text.empty() && printed.empty()) return;
    append(out, "<tr data-f=\"{}\"><th scope=\"row\">{}</th><td>", field.name, field.caption);
    append_shown(cell, out);
    append_details(record, field.name, cell.text, out);
    out += "</td><td>";
    append_places(record, field.name, out);
    out += "</td></tr>\n";
}

using FindingsOfRecords = std::unordered_map<string_view, std::vector<const Finding*>>;

void append_findings_of(const std::vector<const Finding*>& findings, std::string& out) {
    out += "<ul class=\"odd\">";
    for (const Finding* finding : findings) {
        append(out, "<li class=\"{0}\"><strong>{1}:</strong> ", to_string(finding->severity),
               readable_word(to_string(finding->severity)));
        append_html(finding->message, out);
        out += "</li>";
    }
    out += "</ul>\n";
}

/// Reference and text, as officers call an action.
void append_name(const Record& record, std::string& out) {
    append_html(record.ref.empty() ? record.id : record.ref, out);
}

void append_record(const Record& record, std::size_t index, const SourceNames& sources,
                   const FindingsOfRecords& findings, std::string& out) {
    append(out,
           "<article id=\"r{0}\" tabindex=\"-1\" aria-labelledby=\"n{0}\"><h3 id=\"n{0}\">"
           "<button type=\"button\" class=\"go\">",
           index);
    append_name(record, out);
    append(out,
           "</button> <span class=\"tag\">{}</span></h3>\n<p class=\"what\" data-f=\"action\">",
           readable_word(to_string(record.status)));
    append_html(record.action.empty() ? record.item : record.action, out);
    out += "</p>\n<p>";
    append_places(record, "action", out);
    out += "</p>\n<table><tbody>\n";
    for (const FieldInfo& field : all_fields()) append_field(record, field, sources, out);
    out += "</tbody></table>\n";
    const auto odd = findings.find(record.id);
    if (odd != findings.end()) append_findings_of(odd->second, out);
    out += "<p class=\"about\">";
    append_html(fmt::format("{}, {}", sources.of(record.source), record.place), out);
    out += "</p></article>\n";
}

void append_finding(const Finding& finding, const Traces& traces,
                    const std::unordered_map<string_view, std::size_t>& records,
                    const SourceNames& sources, std::string& out) {
    append(out, "<tr data-s=\"{0}\"><td class=\"{0}\">{1}</td><td>", to_string(finding.severity),
           readable_word(to_string(finding.severity)));
    append_html(finding.message, out);
    if (!finding.help.empty()) {
        out += "<br><small>";
        append_html(finding.help, out);
        out += "</small>";
    }
    out += "</td><td>";
    const std::vector<CellPlace> cells = traces.cells_of(finding.source, finding.place);
    std::string ids;
    for (const CellPlace& cell : cells) ids.append(ids.empty() ? "" : " ").append(id_of(cell));
    if (!ids.empty()) append(out, "<button type=\"button\" class=\"go\" data-c=\"{}\">", ids);
    append_html(finding.place.empty() ? sources.of(finding.source) : finding.place, out);
    if (!ids.empty()) out += "</button>";
    out += "</td><td>";
    const auto record = records.find(finding.record);
    if (record != records.end()) {
        append(out, "<button type=\"button\" class=\"go\" data-t=\"r{}\">", record->second);
        append_html(finding.record, out);
        out += "</button>";
    }
    out += "</td><td>";
    append_html(finding.rule, out);
    out += "</td></tr>\n";
}

/// "87 %", and nothing where nothing else was thought of.
std::string percentage(double share) {
    return share <= 0 ? std::string() : fmt::format("{:.0f} %", share * 100);
}

void append_binding(const Column& column, const Binding& binding, std::string& out) {
    out += "<tr><th scope=\"row\">";
    append_html(column.caption.empty() ? "(no caption)" : column.caption, out);
    out += "</th><td>";
    out += binding.field == Field::none ? string_view("Own column, kept as it is")
                                        : info(binding.field).caption;
    append(out, "</td><td>{}</td><td>", percentage(binding.confidence));
    append_html(binding.reason, out);
    append(out, "</td><td>{}</td></tr>\n", percentage(binding.runner_up));
}

void append_mapping(const SourceReading& reading, const MappedTable& mapped, std::string& out) {
    const Table& table = mapped.table;
    out += "<div class=\"wide\"><table><caption>";
    append_html(fmt::format("{}, {} {}: {}", reading.source.name,
                            reading.workbook.sheets.size() > table.sheet
                                ? reading.workbook.sheets[table.sheet].name
                                : std::string(),
                            to_a1(table.range), count_of(table.rows.size(), "row")),
                out);
    if (!mapped.mapping.tracker) {
        out += ". No tracker: ";
        append_html(mapped.mapping.reason, out);
    }
    out +=
        "</caption>\n<thead><tr><th scope=\"col\">Column</th><th scope=\"col\">Read as</th>"
        "<th scope=\"col\">Confidence</th><th scope=\"col\">Evidence</th>"
        "<th scope=\"col\">Next best</th></tr></thead>\n<tbody>\n";
    const std::size_t columns = std::min(table.columns.size(), mapped.mapping.columns.size());
    for (std::size_t i = 0; i < columns; ++i) {
        append_binding(table.columns[i], mapped.mapping.columns[i], out);
    }
    out += "</tbody></table></div>\n";
}

}  // namespace

void append_records(const Document& document, std::string& out) {
    const SourceNames sources(document);
    FindingsOfRecords findings;
    for (const Finding& finding : document.findings) {
        if (!finding.record.empty()) findings[finding.record].push_back(&finding);
    }
    for (std::size_t i = 0; i < document.records.size(); ++i) {
        append_record(document.records[i], i, sources, findings, out);
    }
    if (document.records.empty()) out += "<p>No records were found.</p>\n";
}

void append_findings(const Document& document, const Traces& traces, std::string& out) {
    if (document.findings.empty()) {
        out += "<p>Nothing odd was found.</p>\n";
        return;
    }
    const SourceNames sources(document);
    std::unordered_map<string_view, std::size_t> records;
    for (std::size_t i = 0; i < document.records.size(); ++i) {
        records.emplace(document.records[i].id, i);
    }
    out +=
        "<div class=\"wide\"><table id=\"list\"><caption>Findings</caption><thead><tr>"
        "<th scope=\"col\">Severity</th><th scope=\"col\">Finding</th><th scope=\"col\">Place"
        "</th><th scope=\"col\">Record</th><th scope=\"col\">Rule</th></tr></thead>\n<tbody>\n";
    for (const Finding& finding : document.findings) {
        append_finding(finding, traces, records, sources, out);
    }
    out += "</tbody></table></div>\n";
}

void append_mappings(std::span<const SourceReading> sources, std::string& out) {
    const std::size_t before = out.size();
    for (const SourceReading& reading : sources) {
        for (const MappedTable& mapped : reading.tables) append_mapping(reading, mapped, out);
    }
    if (out.size() == before) out += "<p>No tables were found.</p>\n";
}

}  // namespace tidytracker::review
