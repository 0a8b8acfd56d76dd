// SPDX-License-Identifier: Apache-2.0
// SARIF 2.1.0 (OASIS), as code scanning services read it: every rule that ran, and a result for
// each finding. A cell of a workbook is a logical location, since a workbook has no lines.
#include <algorithm>
#include <array>
#include <unordered_map>

#include <fmt/format.h>

#include "base/json_text.hpp"
#include "base/text.hpp"
#include "report/formats.hpp"
#include "report/lines.hpp"
#include "report/order.hpp"

namespace tidytracker {
namespace {

constexpr std::array<std::string_view, 3> k_levels{"note", "warning", "error"};

std::string_view level_of(Severity severity) {
    return k_levels[static_cast<std::size_t>(severity)];
}

void append_text_object(std::string_view name, std::string_view text, std::string& out) {
    out.append("\"").append(name).append("\":{\"text\":");
    append_json(text, out);
    out += '}';
}

/// A relative reference (RFC 3986): everything that is not unreserved is escaped, but not "/".
std::string uri_of(std::string_view path) {
    std::string out;
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = byte < 0x80 && (is_word_byte(c) || c == '-' || c == '.' || c == '_' ||
                                           c == '~' || c == '/');
        out += plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
    }
    return out;
}

void append_rule_object(const Rule& rule, std::string& out) {
    out += "{\"id\":";
    append_json(rule.name, out);
    out += ',';
    append_text_object("shortDescription", rule.what.empty() ? rule.name : rule.what, out);
    if (!rule.why.empty()) {
        out += ',';
        append_text_object("fullDescription", rule.why, out);
    }
    if (!rule.remedy.empty()) {
        out += ',';
        append_text_object("help", rule.remedy, out);
    }
    out += fmt::format(",\"defaultConfiguration\":{{\"level\":\"{}\"}}", level_of(rule.severity));
    out += fmt::format(",\"properties\":{{\"tags\":[\"{}\"]}}}}", to_string(rule.family));
}

/// Code scanning takes no result without a file and a line: what is about no file stands at the
/// first one, and what is in no line in line 1.
void append_location(const PlacedFinding& placed, const Report& report, FindingLines& lines,
                     std::string& out) {
    std::string_view path = path_of(placed, report.sources);
    if (path.empty() && !report.sources.empty()) path = path_of(report.sources.front());
    if (path.empty()) return;
    out += ",\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":";
    append_json(uri_of(path), out);
    out += fmt::format("}},\"region\":{{\"startLine\":{}}}}}", lines.line_of(placed).value_or(1));
    if (!placed.finding->place.empty()) {
        out += ",\"logicalLocations\":[{\"fullyQualifiedName\":";
        append_json(placed.finding->place, out);
        out += '}';
        out += ']';
    }
    out += "}]";
}

void append_result(const PlacedFinding& placed, const Report& report,
                   const std::unordered_map<std::string_view, std::size_t>& indices,
                   FindingLines& lines, std::string& out) {
    const Finding& finding = *placed.finding;
    out += "{\"ruleId\":";
    append_json(finding.rule, out);
    const auto index = indices.find(finding.rule);
    if (index != indices.end()) out += fmt::format(",\"ruleIndex\":{}", index->second);
    out += fmt::format(",\"level\":\"{}\",", level_of(finding.severity));
    std::string message = finding.message;
    if (!finding.note.empty()) message += " (" + finding.note + ")";
    if (!finding.help.empty()) message += ". " + finding.help;
    append_text_object("message", message, out);
    append_location(placed, report, lines, out);
    out += fmt::format(",\"partialFingerprints\":{{\"tidytracker/v1\":\"{}\"}}}}",
                       fingerprint(finding, *report.document));
}

/// The version of "tidytracker 1.2.3".
std::string_view version_of(std::string_view generator) {
    const std::size_t space = generator.rfind(' ');
    return space == std::string_view::npos ? std::string_view{} : generator.substr(space + 1);
}

void append_driver(const Report& report, std::string& out) {
    out += "{\"name\":\"tidytracker\"";
    const std::string_view version = version_of(report.document->generator);
    if (!version.empty()) {
        out += ",\"version\":";
        append_json(version, out);
    }
    out += ",\"rules\":[";
    bool first = true;
    for (const Rule& rule : report.rules) {
        out += first ? "\n" : ",\n";
        append_rule_object(rule, out);
        first = false;
    }
    out += "]}";
}

void append_invocation(const Report& report, std::string& out) {
    out += fmt::format("{{\"executionSuccessful\":{}", report.unread.empty());
    if (!report.unread.empty()) {
        out += ",\"toolExecutionNotifications\":[";
        for (std::size_t i = 0; i < report.unread.size(); ++i) {
            if (i > 0) out += ',';
            out += "{\"level\":\"error\",";
            append_text_object("message", report.unread[i].message, out);
            out += '}';
        }
        out += ']';
    }
    out += '}';
}

std::string render_sarif(const Report& report) {
    std::unordered_map<std::string_view, std::size_t> indices;
    for (const Rule& rule : report.rules) indices.emplace(rule.name, indices.size());
    std::string out =
        "{\n\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n"
        "\"version\": \"2.1.0\",\n\"runs\": [{\n\"tool\": {\"driver\": ";
    append_driver(report, out);
    out += "},\n\"invocations\": [";
    append_invocation(report, out);
    out += "],\n\"results\": [";
    FindingLines lines(report.sources);
    bool first = true;
    for (const PlacedFinding& placed : in_order(report.findings, report.sources)) {
        out += first ? "\n" : ",\n";
        append_result(placed, report, indices, lines, out);
        first = false;
    }
    return out.append("]\n}]\n}\n");
}

}  // namespace

extern constinit const Reporter k_sarif_reporter{
    .name = "sarif", .description = "SARIF 2.1.0, for code scanning", .render = render_sarif};

}  // namespace tidytracker
