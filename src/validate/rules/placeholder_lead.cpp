// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "validate/cells.hpp"
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

/// What trackers write into the lead column while nobody has the job.
constexpr auto k_vacant = std::to_array<std::string_view>(
    {"vacant", "vacancy", "to be appointed", "to be recruited", "to be identified",
     "new postholder", "new post holder", "lead to be confirmed", "lead tbc", "owner tbc", "nobody",
     "no one"});

bool is_vacant(std::string_view text) {
    const std::string folded = fold(text);
    return std::ranges::find(k_vacant, folded) != k_vacant.end();
}

/// The text that stands in for a lead; empty if a lead is named or the cell is empty.
std::string stand_in(const Subject& subject, const Record& record) {
    if (record.leads.empty()) return squeeze(printed_text(subject, record, "leads"));
    if (record.leads.size() == 1 && is_vacant(record.leads[0].text)) return record.leads[0].text;
    return {};
}

void check_placeholder_lead(const Subject& subject, Findings& findings) {
    for (const Record& record : subject.records()) {
        if (is_settled(record)) continue;
        const std::string text = stand_in(subject, record);
        if (text.empty()) continue;
        Finding finding = about(k_placeholder_lead, record, "leads",
                                fmt::format("{} has no lead yet: \"{}\"", name_of(record), text));
        finding.text = text;
        finding.help = "name one person who answers for it";
        findings.push_back(std::move(finding));
    }
}

}  // namespace

constinit const Rule k_placeholder_lead{
    .name = "placeholder-lead",
    .family = Family::people,
    .severity = Severity::warning,
    .needs_source = true,
    .by_record = true,
    .what = "Finds open actions whose lead column says that there is no lead yet.",
    .why = "The cell looks filled in, so nobody misses the name.",
    .example = "Lead \"TBC\", \"?\", \"vacant\" or \"to be appointed\"",
    .remedy = "Name one person who answers for it until the post is filled.",
    .related = "missing-lead, collective-lead",
    .check = check_placeholder_lead,
};

}  // namespace tidytracker
