// SPDX-License-Identifier: Apache-2.0
#include "content.hpp"

#include <tidytracker/number_format.hpp>

#include <fmt/format.h>

namespace tidytracker::bench {
namespace {

using Words = std::vector<std::string_view>;

const Words k_forenames{"Amara",  "Bryn",   "Carys", "Dilip",  "Eilidh",  "Farida", "Gethin",
                        "Hamza",  "Imogen", "Jorah", "Katrin", "Lowri",   "Mateus", "Nerys",
                        "Oluchi", "Perran", "Quill", "Rhian",  "Saoirse", "Tamsin"};
const Words k_surnames{"Aldergate",  "Brookmire", "Castlebury", "Dunwether", "Elmsworth",
                       "Fallowdene", "Garrowby",  "Hexworth",   "Ivelmere",  "Jessopton",
                       "Kettlewick", "Lorimere",  "Marrowdale", "Northolme", "Oakhanger",
                       "Penderwyn",  "Quarmby",   "Ravensmoor", "Saltmarsh", "Thornbeck"};
const Words k_bodies{"Veldon Council",     "Marrow Valley Trust", "Harbour Partnership",
                     "Estates team",       "Digital services",    "Public health",
                     "Community services", "Finance directorate", "Commissioning",
                     "Quality team"};
const Words k_items{"Winter pressures",   "Estates strategy",   "Safeguarding review",
                    "Budget monitoring",  "Discharge pathways", "Digital roadmap",
                    "Workforce planning", "Road safety scheme", "Housing adaptations",
                    "Climate plan",       "Performance report", "Risk register"};
const Words k_verbs{"Review",   "Circulate", "Draft",    "Confirm",  "Agree",    "Publish",
                    "Evaluate", "Escalate",  "Arrange",  "Complete", "Prepare",  "Update",
                    "Consult",  "Map",       "Finalise", "Present",  "Document", "Monitor"};
const Words k_objects{"the revised service specification",
                      "a paper on bed capacity",
                      "the outstanding audit findings",
                      "terms of reference for the working group",
                      "the outcome of the consultation",
                      "a costed plan for step-free access",
                      "the data sharing agreement",
                      "training figures for new starters",
                      "the repairs backlog",
                      "options for the west corridor",
                      "a summary of complaints",
                      "the joint commissioning timetable",
                      "lessons from the flood exercise",
                      "the equality impact assessment",
                      "signage at the main entrance",
                      "the volunteer induction pack",
                      "contract variations",
                      "the waiting list validation"};
const Words k_links{"together with",   "taking account of", "before signing off", "and report on",
                    "in the light of", "subject to",        "without delaying",   "following"};
const Words k_places{"at Hollin Bridge",        "across the northern localities",
                     "for the Marsh Lane site", "in all three boroughs",
                     "at the Quayside clinic",  "for Ferry Road and Gull Street",
                     "with the tenants' panel", "for the Upper Tarn wards"};
const Words k_updates{"Meeting held with",      "Draft shared with", "Awaiting a reply from",
                      "Figures received from",  "Site visit with",   "Revised scope agreed with",
                      "Query outstanding with", "Paper noted by"};
const Words k_statuses{"Open", "In progress", "Complete", "Overdue", "Closed", "Not started"};
const Words k_rags{"Red", "Amber", "Green"};
const Words k_priorities{"High", "Medium", "Low"};

constexpr int k_first_day = 43831;  // 1 January 2020
constexpr std::size_t k_days = 1500;
/// Actions run from 60 to 300 characters.
constexpr std::size_t k_shortest_action = 60;
constexpr std::size_t k_longest_action = 300;

}  // namespace

std::string day_text(int day) {
    static const NumberFormat format("dd/mm/yyyy");
    std::string out;
    format.append(day, DateSystem::from_1900, out);
    return out;
}

// One draw a statement: the order in which arguments are evaluated is the compiler's choice.

std::string Content::person() {
    std::string name(pick(k_forenames));
    name += ' ';
    return name += pick(k_surnames);
}

std::string Content::clause() {
    std::string text(pick(k_objects));
    text.append(" ").append(pick(k_links));
    text.append(" ").append(pick(k_objects));
    // Numbers keep the texts apart, as references, sums and rooms do in real ones.
    text.append(" (item ").append(std::to_string(below(9000) + 100));
    text.append(", ").append(std::to_string(below(80) + 1));
    return text.append(" of ").append(std::to_string(below(900) + 100)).append(")");
}

std::string Content::action() {
    std::string text(pick(k_verbs));
    text.append(" ").append(clause());
    const std::size_t wanted = k_shortest_action + below(k_longest_action - k_shortest_action);
    while (text.size() < wanted) {
        text.append(" ").append(pick(k_places));
        text.append("; ").append(pick(k_objects));
    }
    if (text.size() > k_longest_action) text.resize(k_longest_action);
    return text;
}

std::string Content::progress(int from) {
    std::string text;
    const std::size_t entries = below(4);
    for (std::size_t entry = 0; entry < entries; ++entry) {
        from += 7 + static_cast<int>(below(40));
        if (!text.empty()) text += '\n';
        text.append(day_text(from)).append(": ").append(pick(k_updates));
        text.append(" ").append(person());
        text.append(" about ").append(clause()).append(".");
    }
    return text;
}

Row Content::next() {
    ++rows_;
    const int meeting = k_first_day + static_cast<int>(below(k_days));
    Row row;
    row.texts[0] = fmt::format("A{:06}", rows_);
    row.days[1] = meeting;
    row.texts[2] = pick(k_items);
    row.texts[3] = action();
    row.texts[4] = below(4) == 0 ? std::string(pick(k_bodies)) : person();
    row.texts[5] = below(3) == 0 ? std::string() : std::string(pick(k_bodies));
    row.days[6] = meeting - static_cast<int>(below(10));
    row.days[7] = meeting + 14 + static_cast<int>(below(180));
    row.texts[8] = pick(k_statuses);
    row.texts[9] = pick(k_rags);
    row.texts[10] = pick(k_priorities);
    row.texts[11] = progress(meeting);
    return row;
}

}  // namespace tidytracker::bench
