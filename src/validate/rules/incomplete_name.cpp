// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <unordered_map>

#include <fmt/format.h>

#include "base/text.hpp"
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

bool is_full(const Party& lead) {
    return lead.person.find(' ') != std::string::npos;
}

/// One word that is no initials: a first name, or a family name without title.
bool is_one_word(const Party& lead) {
    return !lead.person.empty() && !is_full(lead) && lead.title.empty() && lead.post.empty() &&
           lead.organisation.empty() && std::ranges::any_of(lead.person, is_lower);
}

/// Where four in five have both names, one name is a slip and not the custom of the house.
constexpr std::size_t k_fewest_full_names = 5;
constexpr std::size_t k_full_for_each_single = 4;

struct NameTally {
    std::size_t full{};
    std::size_t single{};
};

void check_incomplete_name(const Subject& subject, Findings& findings) {
    std::unordered_map<std::string_view, NameTally> tallies;
    for (const Record& record : subject.records()) {
        NameTally& tally = tallies[record.source];
        for (const Party& lead : record.leads) {
            if (is_full(lead)) ++tally.full;
            if (is_one_word(lead)) ++tally.single;
        }
    }
    for (const Record& record : subject.records()) {
        const NameTally& tally = tallies[record.source];
        if (tally.full < k_fewest_full_names || tally.full < k_full_for_each_single * tally.single)
            continue;
        for (const Party& lead : record.leads) {
            if (!is_one_word(lead)) continue;
            Finding finding = about(k_incomplete_name, record, "leads",
                                    fmt::format("\"{}\" is only one part of a name", lead.person));
            finding.text = lead.text;
            finding.note = "the other leads have first name and family name";
            finding.help = "write both names";
            findings.push_back(std::move(finding));
        }
    }
}

}  // namespace

constinit const Rule k_incomplete_name{
    .name = "incomplete-name",
    .family = Family::people,
    .severity = Severity::info,
    .needs_source = true,
    .what = "Finds leads with a single name, in documents whose other leads have both names.",
    .why =
        "Two people may have the same first name, and a search for the person misses the action.",
    .example = "Lead \"Dilys\" among \"Dilys Amend\" and \"Bram Tolliver\"",
    .remedy = "Write both names.",
    .related = "unknown-initials, name-spelled-twice",
    .check = check_incomplete_name,
};

}  // namespace tidytracker
