// SPDX-License-Identifier: Apache-2.0
#include "normalise/sections.hpp"

#include <string>
#include <vector>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "normalise/dates/when.hpp"
#include "schema/wording.hpp"

namespace tidytracker {
namespace {

std::string joined(const std::vector<std::string_view>& words) {
    std::string out;
    for (const std::string_view word : words) {
        if (!out.empty()) out += ' ';
        out += word;
    }
    return out;
}

std::optional<IsoDay> single_day(const std::string& phrase, const DateContext& context) {
    const std::optional<Period> period = read_period(phrase, context);
    if (!period || !period->first || period->first != period->last) return std::nullopt;
    return iso_day(*period->first);
}

}  // namespace

std::optional<Meeting> meeting_of_heading(std::string_view heading, const DateContext& context) {
    std::vector<std::string_view> date;
    std::vector<std::string_view> name;
    bool says_meeting = false;
    for (std::string_view word : words_of(heading)) {
        // "Meeting: 8 October 2024".
        if (word.ends_with(':') && is_meeting_word(word.substr(0, word.size() - 1))) {
            word.remove_suffix(1);
        }
        if (is_meeting_word(word)) {
            says_meeting = says_meeting || starts_with_ignoring_case(word, "meeting");
        } else if (word.find_first_of("0123456789") != std::string_view::npos ||
                   names_month(word)) {
            date.push_back(word);
        } else {
            name.push_back(word);
        }
    }
    const std::optional<IsoDay> day = single_day(joined(date), context);
    // A name that is longer than a committee's is a sentence about something else.
    constexpr std::size_t k_longest_name = 8;
    if (!day || name.size() > k_longest_name) return std::nullopt;
    if (!name.empty() && !says_meeting && name.size() > 3) return std::nullopt;
    std::string text = joined(name);
    while (!text.empty() && !is_word_byte(text.back()) && text.back() != ')') text.pop_back();
    return Meeting{.name = std::string(trim(text)), .date = *day};
}

HeadingSense sense_of_heading(std::string_view heading, const DateContext& context) {
    HeadingSense sense;
    if (heading.empty()) return sense;
    sense.meeting = meeting_of_heading(heading, context);
    sense.status = status_of_heading(heading).value_or(Status::unknown);
    const std::optional<Period> period = read_period(std::string(heading), context);
    if (period && period->first) sense.begin = iso_day(*period->first);
    return sense;
}

}  // namespace tidytracker
