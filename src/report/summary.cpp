// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "report/formats.hpp"
#include "report/paint.hpp"
#include "report/tally.hpp"

namespace tidytracker {
namespace {

void append_rules(const Report& report, std::string& out) {
    const std::vector<RuleTally> tallies = tally_by_rule(report.document->findings);
    std::size_t width = 0;
    for (const RuleTally& tally : tallies) width = std::max(width, tally.rule.size());
    for (const RuleTally& tally : tallies) {
        out += fmt::format("  {:<{}}  ", tally.rule, width);
        const std::string_view word =
            tally.severity == Severity::info ? "note" : to_string(tally.severity);
        append_painted(fmt::format("{:<7}", word), ink_of(tally.severity), report.options.colour,
                       out);
        out += fmt::format(" {:>5}\n", tally.count);
    }
}

/// Says how many findings are counted but not listed.
std::size_t unlisted(const Report& report) {
    return report.document->findings.size() - report.findings.size();
}

std::string render_report_text(const Report& report) {
    std::string out = report_text(report.findings, report.sources, report.options);
    const Document& document = *report.document;
    out += fmt::format("Checked {} in {}: {}", count_of(document.records.size(), "action"),
                       count_of(report.sources.size(), "file"), severities_text(document.findings));
    if (!report.unread.empty()) {
        out += fmt::format("; {} could not be read", count_of(report.unread.size(), "file"));
    }
    out += '\n';
    append_rules(report, out);
    if (unlisted(report) > 0) {
        out += fmt::format("{} of these not shown; --verbose shows notes, --max-findings 0 all\n",
                           count_of(unlisted(report), "finding"));
    }
    return out;
}

}  // namespace

extern constinit const Reporter k_text_reporter{
    .name = "text",
    .description = "for people: the faulty rows, the evidence and what to do",
    .render = render_report_text};

}  // namespace tidytracker
