// SPDX-License-Identifier: Apache-2.0
#include <array>

#include <fmt/format.h>

#include "base/json_text.hpp"
#include "report/formats.hpp"
#include "report/order.hpp"
#include "report/tally.hpp"

namespace tidytracker {
namespace {

void append_member(std::string_view name, std::string_view text, std::string& out) {
    out.append(",\"").append(name).append("\":");
    append_json_or_null(text, out);
}

/// A finding as in the JSON document, with its evidence, its file and its fingerprint.
void append_finding_json(const PlacedFinding& placed, const Report& report, std::string& out) {
    const Finding& finding = *placed.finding;
    out += "{\"rule\":";
    append_json(finding.rule, out);
    append_member("severity", to_string(finding.severity), out);
    append_member("message", finding.message, out);
    append_member("record", finding.record, out);
    append_member("field", finding.field, out);
    append_member("file", path_of(placed, report.sources), out);
    append_member("place", finding.place, out);
    append_member("other_place", finding.other_place, out);
    append_member("text", finding.text, out);
    append_member("note", finding.note, out);
    append_member("help", finding.help, out);
    append_member("fingerprint", fingerprint(finding, *report.document), out);
    out += '}';
}

void append_files(const Report& report, std::string& out) {
    for (std::size_t i = 0; i < report.sources.size(); ++i) {
        if (i > 0) out += ", ";
        append_json(path_of(report.sources[i]), out);
    }
}

void append_unread(const Report& report, std::string& out) {
    for (std::size_t i = 0; i < report.unread.size(); ++i) {
        if (i > 0) out += ", ";
        append_json(report.unread[i].message, out);
    }
}

std::string render_findings_json(const Report& report) {
    const Document& document = *report.document;
    const auto [notes, warnings, errors] = counts_by_severity(document.findings);
    std::string out = "{\n\"version\": 1,\n\"generator\": ";
    append_json(document.generator, out);
    out += ",\n\"as_of\": ";
    append_json_or_null(document.as_of, out);
    out += ",\n\"files\": [";
    append_files(report, out);
    out += "],\n\"unread\": [";
    append_unread(report, out);
    out += fmt::format(
        "],\n\"summary\": {{\"records\":{},\"errors\":{},\"warnings\":{},\"notes\":{},"
        "\"listed\":{}}},\n\"findings\": [",
        document.records.size(), errors, warnings, notes, report.findings.size());
    bool first = true;
    for (const PlacedFinding& placed : in_order(report.findings, report.sources)) {
        out += first ? "\n" : ",\n";
        append_finding_json(placed, report, out);
        first = false;
    }
    return out.append(first ? "]\n}\n" : "\n]\n}\n");
}

std::string render_findings_jsonl(const Report& report) {
    std::string out;
    for (const PlacedFinding& placed : in_order(report.findings, report.sources)) {
        append_finding_json(placed, report, out);
        out += '\n';
    }
    return out;
}

}  // namespace

extern constinit const Reporter k_json_reporter{.name = "json",
                                                .description = "for programs, and for --baseline",
                                                .render = render_findings_json};

extern constinit const Reporter k_jsonl_reporter{
    .name = "jsonl", .description = "one JSON object a line", .render = render_findings_jsonl};

}  // namespace tidytracker
