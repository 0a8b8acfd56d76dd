// SPDX-License-Identifier: Apache-2.0
#include "returns.hpp"

#include <algorithm>
#include <chrono>
#include <optional>

#include <fmt/format.h>

#include "base/calendar.hpp"
#include "base/text.hpp"

namespace tidytracker::bench {
namespace {

using Words = std::vector<std::string_view>;

/// Verbs of a group stand for one another; the form behind the bar is for "to be ...".
const std::vector<Words> k_verbs{
    {"Review|reviewed", "Look again at|looked at again", "Revisit|revisited"},
    {"Circulate|circulated", "Send round|sent round", "Share|shared"},
    {"Publish|published", "Put online|put online"},
    {"Arrange|arranged", "Organise|organised", "Set up|set up"},
    {"Replace|replaced", "Renew|renewed"},
    {"Draft|drafted", "Prepare|prepared", "Write|written"},
    {"Agree|agreed", "Sign off|signed off"},
    {"Repair|repaired", "Mend|mended", "Fix|fixed"},
    {"Check|checked", "Inspect|inspected", "Verify|verified"},
    {"Buy|bought", "Procure|procured", "Order|ordered"},
    {"Train|trained", "Brief|briefed"},
    {"Cost|costed", "Price|priced"},
    {"Audit|audited"},
    {"Map|mapped"},
    {"Recruit|recruited", "Appoint|appointed"},
    {"Consult on|consulted on"},
};
const Words k_kinds{"lone worker",     "flood",
                    "data sharing",    "safeguarding",
                    "winter grit",     "play area",
                    "street light",    "dementia",
                    "school travel",   "bathing water",
                    "library",         "kerbside",
                    "tree safety",     "tenancy",
                    "volunteer",       "carers",
                    "food hygiene",    "cycle route",
                    "bus shelter",     "footpath",
                    "allotment",       "licensing",
                    "noise",           "fuel poverty",
                    "housing repair",  "hospital discharge",
                    "youth club",      "cemetery",
                    "car park",        "recycling",
                    "market stall",    "leisure centre",
                    "coastal erosion", "hate crime",
                    "warm space",      "community bus",
                    "fire door",       "lift",
                    "boiler",          "asbestos",
                    "ward forum",      "festival",
                    "twinning",        "archive",
                    "museum"};
const Words k_things{"policy",
                     "leaflet",
                     "budget",
                     "contract",
                     "survey",
                     "protocol",
                     "register",
                     "timetable",
                     "map",
                     "grant bid",
                     "risk assessment",
                     "training",
                     "website page",
                     "action plan",
                     "business case",
                     "inspection report",
                     "rota",
                     "handbook",
                     "agreement",
                     "strategy",
                     "newsletter",
                     "helpline",
                     "form",
                     "poster",
                     "dashboard",
                     "forecast",
                     "equipment",
                     "signage",
                     "permit",
                     "questionnaire"};
const Words k_sorts{"annual",    "draft",   "joint",    "interim",   "local",    "county",
                    "urgent",    "revised", "new",      "shared",    "district", "rural",
                    "urban",     "pilot",   "weekly",   "monthly",   "printed",  "online",
                    "bilingual", "outdoor", "regional", "long",      "short",    "internal",
                    "external",  "central", "seasonal", "emergency", "parish",   "village",
                    "evening",   "weekend", "digital",  "medical",   "legal"};
const Words k_ends{"before the {0} {1} is signed",
                   "for the {0} {1}",
                   "with the {0} group",
                   "and report to the {0} board",
                   "so that the {0} {1} can begin",
                   "after the {0} {1}",
                   "in line with the {0} guidance",
                   "for all {0} staff",
                   "together with the {0} team",
                   "to pay for the {0} {1}"};
const Words k_syllables{"Ash", "Bram", "Cald", "Dun", "Els", "Fern", "Gar", "Hol",  "Ing", "Kel",
                        "Lyn", "Mar",  "Nor",  "Orm", "Pen", "Quar", "Ros", "Sten", "Tor", "Wex"};
const Words k_endings{"bury", "combe", "dale", "field", "ford",
                      "gate", "ham",   "ley",  "mere",  "wick"};
const Words k_sites{"Court", "Road", "House", "School", "Park", "Depot", "Hall", "Surgery"};
const Words k_first{"Dana",  "Petra",   "Owen",  "Ines", "Tomas", "Grace", "Yusuf", "Elin",
                    "Marek", "Sushila", "Colin", "Beth", "Ade",   "Rhian", "Jan",   "Leila"};
const Words k_bodies{"Housing", "Fire Service",  "Health Trust", "Town Council",
                     "Police",  "Water Company", "Parks",        "Schools"};
const Words k_entries{"Letter sent.",           "Waiting for the quote.",    "Nearly done.",
                      "A date is being found.", "The contractor has begun.", "No progress."};

std::string_view active(std::string_view verb) {
    return verb.substr(0, verb.find('|'));
}
std::string_view passive(std::string_view verb) {
    return verb.substr(verb.find('|') + 1);
}

std::string day_after(int days) {
    return iso_day(*make_day(2024, 1, 1) + std::chrono::days(days));
}

}  // namespace

std::string ReturnMaker::name() {
    const std::size_t number = below(names_);
    const std::size_t most = k_syllables.size() * k_endings.size();
    const std::string_view first = k_syllables[number % k_syllables.size()];
    const std::string_view end = k_endings[number / k_syllables.size() % k_endings.size()];
    // The first names have one syllable before their ending, the others two.
    if (number < most) return fmt::format("{}{}", first, end);
    std::string middle(k_syllables[number / most % k_syllables.size()]);
    middle[0] = to_lower(middle[0]);
    return fmt::format("{}{}{}", first, middle, end);
}

std::string ReturnMaker::place_name() {
    return fmt::format("{} {}", name(), pick(k_sites));
}

std::string ReturnMaker::person() {
    return fmt::format("{} {}", pick(k_first), name());
}

Task ReturnMaker::task(std::size_t number) {
    Task out{.verb = below(k_verbs.size()),
             .sort = std::string(pick(k_sorts)),
             .kind = std::string(pick(k_kinds)),
             .thing = std::string(pick(k_things)),
             .person = person(),
             .body = std::string(pick(k_bodies)),
             .ref = fmt::format("{}-{:05}", "ACT", number + 1),
             .due = static_cast<int>(below(720))};
    if (chance(70)) out.place = fmt::format("at {}", place_name());
    if (chance(25))
        out.place += fmt::format("{}in {} wards", out.place.empty() ? "" : " ", below(30) + 2);
    if (chance(60)) {
        out.purpose = fmt::format(fmt::runtime(pick(k_ends)), pick(k_kinds), pick(k_things));
    }
    return out;
}

/// Another action that reads nearly the same.
Task ReturnMaker::look_alike(const Task& task, std::size_t number) {
    Task out = task;
    out.ref = fmt::format("{}-{:05}", "ACT", number + 1);
    if (chance(50)) out.due = static_cast<int>(below(720));
    const std::size_t way = task.place.empty() ? 1 : below(3);
    if (way == 0) {
        while (out.place == task.place) out.place = fmt::format("at {}", place_name());
    } else if (way == 1) {
        std::string& part = chance(50) ? out.kind : out.thing;
        const Words& others = &part == &out.kind ? k_kinds : k_things;
        const std::string before = part;
        while (part == before) part = pick(others);
    } else {
        out.place = fmt::format("at {} in {} wards", place_name(), below(30) + 40);
    }
    return out;
}

std::string ReturnMaker::worded(const Task& task) {
    const Words& group = k_verbs[task.verb];
    const std::string_view verb = pick(group);
    const std::string object = fmt::format("{} {} {}", task.sort, task.kind, task.thing);
    const std::string place = task.place.empty() ? "" : " " + task.place;
    const std::string purpose = task.purpose.empty() || chance(25) ? "" : " " + task.purpose;
    switch (below(5)) {
        case 0:
            return fmt::format("{} the {}{}{}", active(verb), object, place, purpose);
        case 1:
            return fmt::format("The {}{} to be {}{}", object, place, passive(verb), purpose);
        case 2:
            return fmt::format("{} {}{}{}.", active(verb), object, place, purpose);
        case 3:
            return fmt::format("{}: {}{}{}", task.body, active(verb), " the " + object, place);
        default:
            return fmt::format("{} the {}{}, please{}", active(verb), object, purpose, place);
    }
}

std::string ReturnMaker::mistyped(std::string text) {
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        const bool within = text[i - 1] != ' ' && text[i] != ' ' && text[i + 1] != ' ';
        if (!within || below(140) != 0) continue;
        switch (below(3)) {
            case 0:
                std::swap(text[i], text[i + 1]);
                break;
            case 1:
                text.erase(i, 1);
                break;
            default:
                text.insert(i, 1, text[i]);
                break;
        }
        ++i;
    }
    return text;
}

Record ReturnMaker::row(const Task& task, bool returns_refs) {
    Record record{.action = chance(30) ? worded(task) : mistyped(worded(task))};
    if (returns_refs && chance(60)) record.ref = task.ref;
    if (!chance(10)) {
        std::string person = task.person;
        if (chance(15))
            person = fmt::format("{}. {}", person[0], person.substr(person.find(' ') + 1));
        record.leads = {{.person = person, .text = person}};
    }
    const int moved = chance(25) ? 7 + static_cast<int>(below(60)) : 0;
    if (!chance(8)) {
        const std::string day = day_after(task.due + moved);
        record.due = When{.date = day, .edtf = day, .text = day};
    }
    record.status = static_cast<Status>(below(3));
    record.progress = {{.text = std::string(pick(k_entries))}};
    return record;
}

ReturnSet ReturnMaker::make(std::size_t rows, std::size_t sources) {
    // Forty returns tell of a district, four hundred of a country: there are more places and
    // people.
    constexpr std::size_t k_fewest_names = 200;
    constexpr std::size_t k_most_names = 4000;
    names_ = std::clamp(rows / 50, k_fewest_names, k_most_names);
    ReturnSet out;
    std::vector<std::vector<std::pair<Record, std::uint32_t>>> returns(sources);
    std::vector<char> has_refs(sources);
    for (std::size_t i = 0; i < sources; ++i) has_refs[i] = chance(70) ? 1 : 0;
    std::optional<Task> last;
    std::size_t made = 0;
    for (std::uint32_t number = 0; made < rows; ++number) {
        const Task now = last && number % 10 == 9 ? look_alike(*last, number) : task(number);
        std::vector<std::size_t> in;
        const std::size_t copies = 1 + below(4);
        while (in.size() < std::min(copies, sources)) {
            const std::size_t source = below(sources);
            if (std::ranges::find(in, source) == in.end()) in.push_back(source);
        }
        for (const std::size_t source : in) {
            returns[source].emplace_back(row(now, has_refs[source] != 0), number);
        }
        made += in.size();
        last = now;
    }
    out.records.reserve(made);
    for (std::size_t i = 0; i < sources; ++i) {
        const std::string id = fmt::format("s{}", i + 1);
        out.sources.push_back({.id = id, .name = fmt::format("return-{}.csv", i + 1)});
        std::size_t line = 1;
        for (auto& [record, number] : returns[i]) {
            record.source = id;
            record.place = fmt::format("A{0}:F{0}", ++line);
            out.records.push_back(std::move(record));
            out.truth.push_back(number);
        }
        returns[i] = {};
    }
    return out;
}

}  // namespace tidytracker::bench
