// SPDX-License-Identifier: Apache-2.0
// Statuses that are said in more words than a cell of their own: at the start of a sentence, in
// the line of a key, in a heading.
#include <algorithm>
#include <array>
#include <vector>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "schema/status_table.hpp"
#include "schema/wording.hpp"

namespace tidytracker {
namespace {

/// Words of a heading over actions that are finished, and those that say that they are not.
constexpr std::array<std::string_view, 5> k_closed_words{"closed", "completed", "complete",
                                                         "discharged", "implemented"};
constexpr std::array<std::string_view, 20> k_unclosed_words{
    "open",     "outstanding", "ongoing", "live",      "not",  "incomplete", "to",
    "be",       "for",         "pending", "and",       "or",   "by",         "session",
    "proposed", "recommended", "partly",  "partially", "when", "should"};
constexpr std::array<std::string_view, 10> k_action_words{
    "action",          "actions", "item",  "items", "recommendation",
    "recommendations", "task",    "tasks", "log",   "since"};

template <std::size_t N>
bool has_word(const std::vector<std::string_view>& words,
              const std::array<std::string_view, N>& wanted) {
    return std::ranges::any_of(words, [&wanted](std::string_view word) {
        while (!word.empty() && !is_word_byte(word.back())) word.remove_suffix(1);
        return std::ranges::find(wanted, word) != wanted.end();
    });
}

/// Is a phrase that opens a text one of these?
template <std::size_t N>
bool opens_with(const std::array<std::string_view, N>& words, std::string_view text,
                const Opening<Status>& opening) {
    const std::string key = wording_key(text.substr(0, opening.length));
    return std::ranges::find(words, key) != words.end();
}

}  // namespace

std::optional<Opening<Status>> stated_status(std::string_view text) {
    const std::optional<Opening<Status>> opening = opening_status(text);
    if (!opening || opens_with(k_common_openings, text, *opening)) return std::nullopt;
    return opening;
}

std::optional<Status> status_opening_cell(std::string_view text) {
    const std::optional<Opening<Status>> opening = opening_status(text);
    if (!opening) return std::nullopt;
    const bool stated = !opens_with(k_common_openings, text, *opening) ||
                        opens_with(k_cell_openings, text, *opening);
    return stated ? std::optional(opening->value) : std::nullopt;
}

std::optional<Status> status_said_in(std::string_view text) {
    constexpr std::size_t k_longest_line = 200;
    if (const auto whole = status_of_wording(text)) return whole;
    text = text.substr(0, k_longest_line);
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool begins = at == 0 || !is_word_byte(text[at - 1]);
        if (!begins || !is_word_byte(text[at])) continue;
        if (const auto opening = opening_status(text.substr(at))) return opening->value;
    }
    return std::nullopt;
}

std::optional<Status> status_of_heading(std::string_view heading) {
    constexpr std::size_t k_longest_heading = 80;
    if (heading.size() > k_longest_heading) return std::nullopt;
    const std::string folded = fold(heading);
    const std::vector<std::string_view> words = words_of(folded);
    if (!has_word(words, k_closed_words) || has_word(words, k_unclosed_words)) return std::nullopt;
    const bool of_actions = words.size() == 1 || has_word(words, k_action_words);
    return of_actions ? std::optional(Status::complete) : std::nullopt;
}

}  // namespace tidytracker
