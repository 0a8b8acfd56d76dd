// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <string>

#include <fmt/format.h>

#include "base/text.hpp"
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

/// "DH": all of a person's name, in capitals.
bool is_initials(const Party& lead) {
    return lead.person.size() >= 2 && lead.person.size() <= 4 && lead.post.empty() &&
           std::ranges::all_of(lead.person, is_upper);
}

std::string initials_of(std::string_view name) {
    std::string initials;
    for (const std::string_view word : words_of(name)) {
        if (is_upper(word.front())) initials += word.front();
    }
    return initials;
}

/// What is known of initials in one source.
struct InitialsUse {
    const Record* first{};
    std::size_t count{};
};

using KnownNames = std::map<std::pair<std::string, std::string>, std::string>;

KnownNames names_by_initials(const Subject& subject) {
    KnownNames names;
    for (const Record& record : subject.records()) {
        for (const Party& lead : record.leads) {
            if (lead.person.find(' ') == std::string::npos) continue;
            names.try_emplace({record.source, initials_of(lead.person)}, lead.person);
        }
    }
    return names;
}

void check_unknown_initials(const Subject& subject, Findings& findings) {
    std::map<std::pair<std::string, std::string>, InitialsUse> uses;
    for (const Record& record : subject.records()) {
        for (const Party& lead : record.leads) {
            if (!is_initials(lead)) continue;
            InitialsUse& use = uses[{record.source, lead.person}];
            if (use.first == nullptr) use.first = &record;
            ++use.count;
        }
    }
    const KnownNames names = names_by_initials(subject);
    for (const auto& [key, use] : uses) {
        Finding finding = about(k_unknown_initials, *use.first, "leads",
                                fmt::format("nothing says who {} is", key.second));
        finding.text = key.second;
        finding.note =
            "used " + (use.count == 1 ? std::string("once") : fmt::format("{} times", use.count));
        const auto known = names.find(key);
        finding.help =
            known == names.end()
                ? fmt::format("say it under [people] in tidytracker.toml: \"{}\" = \"...\"",
                              key.second)
                : fmt::format("perhaps {}", known->second);
        findings.push_back(std::move(finding));
    }
}

}  // namespace

constinit const Rule k_unknown_initials{
    .name = "unknown-initials",
    .family = Family::people,
    .severity = Severity::info,
    .what = "Finds initials in the lead column for which the document has no name.",
    .why = "In a year nobody knows any more whose initials they were.",
    .example = "Lead \"DH\", and no list of names in the document",
    .remedy =
        "Write the name, or say it once in tidytracker.toml: [people] and below it \"DH\" = "
        "\"Dilys Amend\".",
    .related = "incomplete-name, missing-lead",
    .check = check_unknown_initials,
};

}  // namespace tidytracker
