// SPDX-License-Identifier: Apache-2.0
// JUnit XML, as continuous integration servers read it: a suite for each file, a case for each rule
// that ran. A rule that found errors or warnings has failed; notes are the output of a rule that
// passed. A file that could not be read is a suite with an error.
#include <algorithm>
#include <map>
#include <vector>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/xml_markup.hpp"
#include "report/formats.hpp"
#include "report/order.hpp"

namespace tidytracker {
namespace {

std::string xml_text(std::string_view text) {
    return xml_attribute(xml_characters(text));
}

using Found = std::map<std::pair<std::size_t, std::string_view>, std::vector<const Finding*>>;

std::string list_of(const std::vector<const Finding*>& findings) {
    std::string out;
    for (const Finding* finding : findings) {
        out += fmt::format("{}{}{}: {}\n", finding->place, finding->place.empty() ? "" : ": ",
                           to_string(finding->severity), finding->message);
    }
    return out;
}

bool is_failure(const std::vector<const Finding*>& findings) {
    return std::ranges::any_of(
        findings, [](const Finding* finding) { return finding->severity >= Severity::warning; });
}

void append_case(std::string_view suite, std::string_view rule,
                 const std::vector<const Finding*>* findings, std::string& out) {
    out +=
        fmt::format("    <testcase classname=\"{}\" name=\"{}\"", xml_text(suite), xml_text(rule));
    if (findings == nullptr) {
        out += "/>\n";
        return;
    }
    const std::string list = xml_text(list_of(*findings));
    if (is_failure(*findings)) {
        out += fmt::format(">\n      <failure message=\"{}\" type=\"{}\">{}</failure>\n",
                           count_of(findings->size(), "finding"), xml_text(rule), list);
    } else {
        out += fmt::format(">\n      <system-out>{}</system-out>\n", list);
    }
    out += "    </testcase>\n";
}

void append_suite(const Report& report, std::size_t source, const Found& found, std::string& out) {
    const bool file = source < report.sources.size();
    const std::string_view name =
        file ? path_of(report.sources[source]) : std::string_view("all files");
    std::string cases;
    std::size_t tests = 0;
    std::size_t failures = 0;
    for (const Rule& rule : report.rules) {
        const auto own = found.find({source, rule.name});
        const auto* findings = own == found.end() ? nullptr : &own->second;
        if (!file && findings == nullptr) continue;
        ++tests;
        if (findings != nullptr && is_failure(*findings)) ++failures;
        append_case(name, rule.name, findings, cases);
    }
    if (tests == 0) return;
    out += fmt::format(
        "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"0\">\n{}"
        "  </testsuite>\n",
        xml_text(name), tests, failures, cases);
}

std::string render_junit(const Report& report) {
    Found found;
    for (const PlacedFinding& placed : in_order(report.findings, report.sources)) {
        found[{placed.source, placed.finding->rule}].push_back(placed.finding);
    }
    std::string out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"tidytracker\">\n";
    for (std::size_t source = 0; source <= report.sources.size(); ++source) {
        append_suite(report, source, found, out);
    }
    for (const Error& error : report.unread) {
        out += fmt::format(
            "  <testsuite name=\"unread\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\">\n"
            "    <testcase classname=\"unread\" name=\"read\">\n      <error message=\"{}\"/>\n"
            "    </testcase>\n  </testsuite>\n",
            xml_text(error.message));
    }
    return out.append("</testsuites>\n");
}

}  // namespace

extern constinit const Reporter k_junit_reporter{
    .name = "junit",
    .description = "JUnit XML, for continuous integration servers",
    .render = render_junit};

}  // namespace tidytracker
