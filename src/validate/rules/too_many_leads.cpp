// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

void check_too_many_leads(const Subject& subject, Findings& findings) {
    const auto most = static_cast<std::size_t>(number_of(subject, k_too_many_leads));
    for (const Record& record : subject.records()) {
        if (is_finished(record) || record.leads.size() <= most) continue;
        Finding finding =
            about(k_too_many_leads, record, "leads",
                  fmt::format("{} has {} leads", name_of(record), record.leads.size()));
        finding.help = "keep one as lead and move the others to a column for support";
        findings.push_back(std::move(finding));
    }
}

}  // namespace

constinit const Rule k_too_many_leads{
    .name = "too-many-leads",
    .family = Family::people,
    .severity = Severity::info,
    .by_record = true,
    .number = {"most", 4},
    .what = "Finds open actions with more leads than can well share one.",
    .why = "With many leads, each expects another to report.",
    .example = "Lead \"JM, PO, DH, AK, LT\"",
    .remedy = "Name one lead. The others support.",
    .related = "collective-lead, missing-lead",
    .check = check_too_many_leads,
};

}  // namespace tidytracker
