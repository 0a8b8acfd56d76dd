// SPDX-License-Identifier: Apache-2.0
#include "cli/outcome.hpp"

#include <tidytracker/validate.hpp>

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.hpp"

namespace tidytracker::cli {
namespace {

bool is_about_reading(const Finding& finding) {
    const Rule* rule = find_rule(finding.rule);
    return rule != nullptr && rule->check == nullptr &&
           (rule->family == Family::file || rule->family == Family::document);
}

void tell_shown(Findings shown, const Conversion& conversion, const Settings& settings,
                const Call& call) {
    const Severity least = call.options.quiet     ? Severity::error
                           : call.options.verbose ? Severity::info
                                                  : Severity::warning;
    std::erase_if(shown, [least](const Finding& finding) { return finding.severity < least; });
    std::vector<ReportedSource> sources;
    for (const SourceReading& reading : conversion.sources) {
        sources.push_back(
            {.source = &reading.source, .workbook = &reading.workbook, .labels = reading.labels});
    }
    tell(report_text(shown, sources, settings.report));
}

}  // namespace

Conversion new_conversion(const Settings& settings) {
    Conversion conversion;
    conversion.document.generator = "tidytracker " TIDYTRACKER_VERSION;
    conversion.document.as_of = settings.instructions.as_of;
    return conversion;
}

void tell_findings(const Conversion& conversion, const Settings& settings, const Call& call) {
    tell_shown(conversion.document.findings, conversion, settings, call);
}

void tell_reading_findings(const Conversion& conversion, const Settings& settings,
                           const Call& call) {
    Findings shown = conversion.document.findings;
    std::erase_if(shown, [](const Finding& finding) { return !is_about_reading(finding); });
    tell_shown(std::move(shown), conversion, settings, call);
}

std::size_t count_at(const Findings& findings, Severity severity) {
    return static_cast<std::size_t>(std::ranges::count(findings, severity, &Finding::severity));
}

std::string counts_of(const Findings& findings) {
    return fmt::format("{}, {}", count_of(count_at(findings, Severity::error), "error"),
                       count_of(count_at(findings, Severity::warning), "warning"));
}

bool fails(const Findings& findings, const Settings& settings) {
    return settings.fail_on && std::ranges::any_of(findings, [&settings](const Finding& finding) {
               return finding.severity >= *settings.fail_on;
           });
}

}  // namespace tidytracker::cli
