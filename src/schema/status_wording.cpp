// SPDX-License-Identifier: Apache-2.0
// Statuses that are said in more words than a cell of their own: at the start of a sentence, in
// the line of a key, in a heading.
#include <algorithm>
#include <array>
#include <vector>

#include "base/similar.hpp"
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

/// The longest of the words that opens the text, with the white space behind it; 0 if none does.
template <std::size_t N>
std::size_t opening_word_length(std::string_view text,
                                const std::array<std::string_view, N>& wanted) {
    std::size_t longest = 0;
    for (const std::string_view words : wanted) {
        const std::size_t length = match_opening(text, words);
        if (length == 0 || length <= longest) continue;
        const std::string_view rest = trim(text.substr(length));
        if (!rest.empty()) longest = static_cast<std::size_t>(rest.data() - text.data());
    }
    return longest;
}

/// Does one word of the phrase differ by a slip, and is it long enough to be no other word?
bool is_misspelt(const std::vector<std::string_view>& words, std::string_view phrase) {
    constexpr std::size_t k_long_word = 7;
    const std::vector<std::string_view> right = words_of(phrase);
    if (right.size() != words.size()) return false;
    std::size_t slips = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == right[i]) continue;
        // Hardly anybody mistypes the first letter: "referred" is not "deferred"; and another last
        // one makes another form of the word: "resolve" is not "resolved".
        const bool slip = right[i].size() >= k_long_word && words[i][0] == right[i][0] &&
                          words[i].back() == right[i].back() &&
                          is_one_slip_away(words[i], right[i]);
        if (!slip) return false;
        ++slips;
    }
    return slips == 1;
}

// A single letter or "no" opens far too many sentences to be a status.
constexpr std::size_t k_shortest_opening = 4;

}  // namespace

std::optional<Status> status_of_wording_key(std::string_view key) {
    if (const auto found = find_key<Status>(key, k_status_phrases)) return found;
    const auto completes = [key](std::size_t length) {
        return length > 0 && key.size() - length >= k_shortest_opening &&
               find_key<Status>(key.substr(length), k_status_phrases) == Status::complete;
    };
    if (completes(opening_word_length(key, k_short_of_complete))) return Status::in_progress;
    if (completes(opening_word_length(key, k_quite_complete))) return Status::complete;
    return std::nullopt;
}

std::optional<Opening<Status>> opening_status(std::string_view text) {
    const auto plain = find_opening<Status>(text, k_status_phrases, k_shortest_opening);
    const std::size_t taken_back = opening_word_length(text, k_short_of_complete);
    if (plain || taken_back == 0) return plain;
    const auto inner =
        find_opening<Status>(text.substr(taken_back), k_status_phrases, k_shortest_opening);
    if (!inner || inner->value != Status::complete) return std::nullopt;
    return Opening<Status>{Status::in_progress, taken_back + inner->length};
}

std::optional<Status> status_of_misspelt_wording(std::string_view text) {
    if (text.size() > k_longest_phrase) return std::nullopt;
    const std::string key = wording_key(text);
    const std::vector<std::string_view> words = words_of(key);
    const auto* found = std::ranges::find_if(k_status_phrases, [&words](const auto& phrase) {
        return is_misspelt(words, phrase.words);
    });
    return found == k_status_phrases.end() ? std::nullopt : std::optional(found->value);
}

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
