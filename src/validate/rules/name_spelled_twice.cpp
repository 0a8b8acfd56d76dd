// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/similar.hpp"
#include "base/text.hpp"
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

/// A name, how often it leads, and where first.
struct NameUse {
    std::string_view name{};
    std::size_t count{};
    const Record* first{};
};

using NameUses = std::map<std::pair<std::string_view, std::string_view>, NameUse>;

NameUses uses_of_names(const Subject& subject) {
    NameUses uses;
    for (const Record& record : subject.records()) {
        for (const Party& lead : record.leads) {
            // Short names differ by one letter for good reasons.
            constexpr std::size_t k_shortest_name = 8;
            if (lead.person.size() < k_shortest_name || lead.person.find(' ') == std::string::npos)
                continue;
            NameUse& use = uses[{record.source, lead.person}];
            use.name = lead.person;
            if (use.first == nullptr) use.first = &record;
            ++use.count;
        }
    }
    return uses;
}

/// Names that share their first or last word, by source and that word.
using NamesByWord =
    std::map<std::pair<std::string_view, std::string_view>, std::vector<const NameUse*>>;

NamesByWord names_by_word(const NameUses& uses) {
    NamesByWord by_word;
    // A word that hundreds share tells nothing; comparing them all would take its time.
    constexpr std::size_t k_most_names = 64;
    for (const auto& [key, use] : uses) {
        const std::vector<std::string_view> words = words_of(use.name);
        for (const std::string_view word : {words.front(), words.back()}) {
            std::vector<const NameUse*>& names = by_word[{key.first, word}];
            if (names.size() < k_most_names) names.push_back(&use);
        }
    }
    return by_word;
}

void report_spelling(const NameUse& rare, const NameUse& common, Findings& findings) {
    Finding finding = about(k_name_spelled_twice, *rare.first, "leads",
                            fmt::format("\"{}\" is \"{}\" elsewhere", rare.name, common.name));
    finding.text = rare.name;
    finding.note = fmt::format("\"{}\" leads {} actions", common.name, common.count);
    finding.help = "if they are one person, use one spelling";
    findings.push_back(std::move(finding));
}

void check_name_spelled_twice(const Subject& subject, Findings& findings) {
    const NameUses uses = uses_of_names(subject);
    std::set<const NameUse*> told;
    for (const auto& entry : names_by_word(uses)) {
        for (const NameUse* rare : entry.second) {
            // A spelling that comes once, beside one that comes often, is the slip.
            if (rare->count > 1 || told.contains(rare)) continue;
            for (const NameUse* common : entry.second) {
                if (common->count < 3 || !is_one_slip_away(rare->name, common->name)) continue;
                told.insert(rare);
                report_spelling(*rare, *common, findings);
                break;
            }
        }
    }
}

}  // namespace

constinit const Rule k_name_spelled_twice{
    .name = "name-spelled-twice",
    .family = Family::people,
    .severity = Severity::info,
    .what = "Finds a lead whose name differs by one letter from a name that leads several actions.",
    .why = "A list of one person's actions misses those under the other spelling.",
    .example = "\"Jon Fenwick\" once, \"John Fenwick\" nine times",
    .remedy = "If they are one person, use one spelling.",
    .related = "incomplete-name",
    .check = check_name_spelled_twice,
};

}  // namespace tidytracker
