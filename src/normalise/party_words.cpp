// SPDX-License-Identifier: Apache-2.0
#include "normalise/party_words.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace tidytracker {
namespace {

struct Title {
    std::string_view printed{};
    std::string_view title{};
    bool plural{};
};

constexpr auto k_titles = std::to_array<Title>({
    {"cllrs", "Cllr", true},
    {"cllr", "Cllr", false},
    {"councillors", "Councillor", true},
    {"councillor", "Councillor", false},
    {"mr", "Mr", false},
    {"mrs", "Mrs", false},
    {"ms", "Ms", false},
    {"miss", "Miss", false},
    {"mx", "Mx", false},
    {"drs", "Dr", true},
    {"dr", "Dr", false},
    {"professor", "Professor", false},
    {"prof", "Prof", false},
    {"rev", "Rev", false},
    {"reverend", "Reverend", false},
    {"sir", "Sir", false},
    {"dame", "Dame", false},
    {"lord", "Lord", false},
    {"lady", "Lady", false},
    {"baroness", "Baroness", false},
    {"ald", "Ald", false},
    {"alderman", "Alderman", false},
    {"insp", "Insp", false},
    {"inspector", "Inspector", false},
    {"ch supt", "Ch Supt", false},
    {"supt", "Supt", false},
    {"superintendent", "Superintendent", false},
    {"chief superintendent", "Chief Superintendent", false},
    {"chief inspector", "Chief Inspector", false},
    {"dci", "DCI", false},
    {"sgt", "Sgt", false},
});

constexpr auto k_post_words = std::to_array<std::string_view>({"director",
                                                               "officer",
                                                               "officers",
                                                               "manager",
                                                               "managers",
                                                               "head",
                                                               "clerk",
                                                               "chair",
                                                               "chairman",
                                                               "chairwoman",
                                                               "chairperson",
                                                               "chief",
                                                               "secretary",
                                                               "leader",
                                                               "coordinator",
                                                               "co-ordinator",
                                                               "comptroller",
                                                               "treasurer",
                                                               "lead",
                                                               "member",
                                                               "members",
                                                               "holder",
                                                               "executive",
                                                               "commissioner",
                                                               "president",
                                                               "dean",
                                                               "principal",
                                                               "adviser",
                                                               "advisor",
                                                               "analyst",
                                                               "engineer",
                                                               "solicitor",
                                                               "accountant",
                                                               "surveyor",
                                                               "planner",
                                                               "administrator",
                                                               "assistant",
                                                               "deputy",
                                                               "governor",
                                                               "registrar",
                                                               "consultant",
                                                               "nurse",
                                                               "doctor",
                                                               "matron",
                                                               "ceo",
                                                               "cfo",
                                                               "coo",
                                                               "sro",
                                                               "dof",
                                                               "don",
                                                               "cpo",
                                                               "cmo",
                                                               "cno",
                                                               "dph",
                                                               "dass",
                                                               "dcs",
                                                               "ned",
                                                               "owner",
                                                               "sponsor",
                                                               "practitioner",
                                                               "supervisor",
                                                               "warden",
                                                               "ranger",
                                                               "editor",
                                                               "auditor",
                                                               "constable",
                                                               "superintendent",
                                                               "inspector",
                                                               "sergeant"});

constexpr auto k_body_words = std::to_array<std::string_view>(
    {"council",      "nhs",        "health",      "police",      "constabulary",  "probation",
     "licensing",    "housing",    "finance",     "planning",    "legal",         "education",
     "safeguarding", "transport",  "highways",    "environment", "environmental", "communications",
     "procurement",  "estates",    "facilities",  "libraries",   "leisure",       "parks",
     "democratic",   "corporate",  "customer",    "digital",     "ict",           "it",
     "hr",           "human",      "public",      "social",      "adult",         "adults",
     "children",     "primary",    "citizens",    "advice",      "standards",     "trading",
     "fire",         "ambulance",  "county",      "district",    "borough",       "parish",
     "town",         "city",       "regional",    "national",    "all",           "partners",
     "agencies",     "contractor", "contractors", "members",     "various",       "others",
     "officers",     "staff",      "governance",  "performance", "operations",    "commissioning"});

constexpr auto k_body_heads = std::to_array<std::string_view>(
    {"council",     "team",       "teams",        "board",      "committee",   "subcommittee",
     "service",     "services",   "trust",        "group",      "partnership", "department",
     "directorate", "authority",  "police",       "office",     "unit",        "agency",
     "association", "network",    "forum",        "commission", "consortium",  "society",
     "university",  "college",    "school",       "hospital",   "ltd",         "limited",
     "plc",         "cic",        "constabulary", "resources",  "alliance",    "federation",
     "institute",   "foundation", "charity",      "panel",      "cabinet",     "practice",
     "surgery",     "company",    "division",     "ministry",   "bureau",      "dc",
     "cc",          "bc",         "mbc",          "icb",        "ccg",         "pcn"});

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

}  // namespace

std::optional<OpeningTitle> opening_title(std::string_view text) {
    if (text.empty()) return std::nullopt;
    const char first = to_lower(text[0]);
    for (const Title& title : k_titles) {
        if (title.printed[0] != first) continue;
        if (!starts_with_ignoring_case(text, title.printed)) continue;
        std::string_view rest = text.substr(title.printed.size());
        if (rest.starts_with('.')) rest.remove_prefix(1);
        if (rest.empty() || !is_space(rest[0])) continue;
        return OpeningTitle{title.title, text.size() - rest.size(), title.plural};
    }
    return std::nullopt;
}

bool is_post_word(std::string_view word) {
    return contains(k_post_words, word);
}
bool is_body_word(std::string_view word) {
    return contains(k_body_words, word);
}
bool is_body_head(std::string_view word) {
    return contains(k_body_heads, word);
}

}  // namespace tidytracker
