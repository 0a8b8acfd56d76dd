// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/unicode.hpp"
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

constexpr auto k_everybody = std::to_array<std::string_view>(
    {"all", "everyone", "everybody", "all members", "all partners", "all staff", "all attendees",
     "all officers", "all to note", "all agencies", "various", "various officers",
     "various agencies", "whole group", "any"});

void check_collective_lead(const Subject& subject, Findings& findings) {
    for (const Record& record : subject.records()) {
        if (is_finished(record) || record.leads.size() != 1) continue;
        const std::string& text = record.leads.front().text;
        if (std::ranges::find(k_everybody, fold(text)) == k_everybody.end()) continue;
        Finding finding = about(k_collective_lead, record, "leads",
                                fmt::format("{} is everybody's: \"{}\"", name_of(record), text));
        finding.text = text;
        finding.help = "name one person who gathers the answers";
        findings.push_back(std::move(finding));
    }
}

}  // namespace

constinit const Rule k_collective_lead{
    .name = "collective-lead",
    .family = Family::people,
    .severity = Severity::info,
    .by_record = true,
    .what = "Finds open actions that are given to everybody.",
    .why = "What all should do, each leaves to the others.",
    .example = "Lead \"All\"",
    .remedy = "Name one person who sees that it is done.",
    .related = "placeholder-lead, too-many-leads",
    .check = check_collective_lead,
};

}  // namespace tidytracker
