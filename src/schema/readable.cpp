// SPDX-License-Identifier: Apache-2.0
#include "schema/readable.hpp"

#include <array>
#include <chrono>

#include <fmt/format.h>

#include "base/calendar.hpp"
#include "base/text.hpp"
#include "schema/notation.hpp"

namespace tidytracker {
namespace {

/// "2 April 2024 Update (K. Bo): text".
std::string readable_entry(const Progress& entry) {
    std::vector<std::string> parts;
    if (!entry.date.empty()) parts.push_back(readable_day(entry.date));
    if (!entry.label.empty()) parts.push_back(entry.label);
    if (!entry.author.empty()) parts.push_back(fmt::format("({})", entry.author));
    const std::string head = join(parts, " ");
    return head.empty() ? entry.text : fmt::format("{}: {}", head, entry.text);
}

}  // namespace

std::string readable_day(std::string_view iso) {
    static constexpr std::array<std::string_view, 12> k_months{
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    const auto day = day_from_iso(iso);
    if (!day) return std::string(iso);
    const std::chrono::year_month_day date(*day);
    const auto month = static_cast<unsigned>(date.month());
    return fmt::format("{} {} {}", static_cast<unsigned>(date.day()), k_months[month - 1],
                       static_cast<int>(date.year()));
}

std::string names_of(const std::vector<Party>& parties) {
    std::vector<std::string> names;
    for (const Party& party : parties) names.push_back(party_text(party));
    return join(names, "; ");
}

std::string readable_entries(const std::vector<Progress>& entries) {
    std::vector<std::string> lines;
    for (const Progress& entry : entries) lines.push_back(readable_entry(entry));
    return join(lines, "\n");
}

std::string readable_whens(const std::vector<When>& whens) {
    std::vector<std::string> texts;
    for (const When& when : whens) {
        texts.push_back(when.text.empty() ? readable_day(when.date) : when.text);
    }
    return join(texts, "; ");
}

}  // namespace tidytracker
