// SPDX-License-Identifier: Apache-2.0
// What the words of a party's text show it to be. In: text without separators. Out: person, post,
// body or none of them. Never takes the text apart.
#include "normalise/people/kinds.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "normalise/people/words.hpp"
#include "normalise/text_repair.hpp"

namespace tidytracker {
namespace {

/// "ADA BIRCH": a forename and a word that is no abbreviation, all in capitals; or words that are
/// all too long for one.
bool is_shouted_name(const std::vector<std::string_view>& words) {
    if (words.size() < 2 || words.size() > 3 || !is_acronym(words[0])) return false;
    if (!std::ranges::all_of(words, is_acronym)) return false;
    const std::string last = bare_word(words.back());
    if (is_body_word(last) || is_post_word(last)) return false;
    if (is_forename(bare_word(words[0]))) return is_shouted_word(words.back());
    return std::ranges::all_of(words, [](std::string_view word) {
        const std::string bare = bare_word(word);
        return word.size() > k_longest_acronym && !is_body_word(bare) && !is_post_word(bare);
    });
}

/// The consonants that end words; other pairs end abbreviations ("LEPC", "DRAGM").
constexpr auto k_closing_consonants = std::to_array<std::string_view>(
    {"bb", "ck", "dd", "ff", "ft", "gg", "ld", "lf", "lk", "ll", "lt", "nd", "ng", "nn", "ns",
     "nt", "rd", "rk", "rn", "rr", "rs", "rt", "sh", "ss", "st", "th", "ts", "tt", "wn"});

/// Join what somebody is, or what a body is, to what it is for.
constexpr auto k_joining_words =
    std::to_array<std::string_view>({"at", "for", "in", "of", "on", "to", "with"});

/// "Chair of the Board", "Clerk to the Council": what stands before the first of them says what
/// the whole is, if there is a post or the head of a body's name. `unclear` if not.
PartyKind kind_of_head(const std::vector<std::string_view>& words) {
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
        if (std::ranges::find(k_joining_words, words[i]) == k_joining_words.end()) continue;
        const std::string head = bare_word(words[i - 1]);
        // "Lead" and "leads" are verbs, too, but not before these.
        if (is_post_word(head)) return PartyKind::post;
        return is_body_head(head) ? PartyKind::organisation : PartyKind::unclear;
    }
    return PartyKind::unclear;
}

/// Capitals and particles; without any capital, a forename in front or two words that nothing
/// shows to be something else.
bool reads_as_name(const std::vector<std::string_view>& words) {
    constexpr std::size_t k_longest = 5;
    if (words.size() > k_longest) return false;
    const bool letters = std::ranges::all_of(words, [](std::string_view word) {
        return word.find_first_of("0123456789@:?!") == std::string_view::npos;
    });
    if (!letters) return false;
    if (std::ranges::none_of(words, is_capitalised)) {
        return is_forename(bare_word(words[0])) && words.size() <= 3;
    }
    return is_capitalised(words[0]) && std::ranges::all_of(words, [](std::string_view word) {
               // "O' Brien", "Ja ne": short tails of words that a wrap parted are mended later.
               constexpr std::size_t k_longest_tail = 3;
               if (is_capitalised(word) || is_name_particle(word)) return true;
               if (!is_word_byte(word[0])) return std::ranges::any_of(word, is_word_byte);
               return word.size() <= k_longest_tail && !is_word_of_prose(word);
           });
}

}  // namespace

std::string bare_word(std::string_view word) {
    while (!word.empty() && !is_word_byte(word.back())) word.remove_suffix(1);
    while (!word.empty() && !is_word_byte(word.front())) word.remove_prefix(1);
    std::string folded = fold(word);
    if (folded.ends_with("'s")) folded.resize(folded.size() - 2);
    return folded;
}

bool is_acronym(std::string_view word) {
    const auto upper = std::ranges::count_if(word, is_upper);
    return upper >= 2 && std::ranges::none_of(word, is_lower) &&
           std::ranges::all_of(word, [](char c) { return is_word_byte(c) || c == '&'; });
}

bool is_capitalised(std::string_view word) {
    return !word.empty() && is_upper_case(take_character(word));
}

bool is_shouted_word(std::string_view word) {
    if (!is_acronym(word)) return false;
    if (word.size() != k_longest_acronym) return word.size() > k_longest_acronym;
    constexpr std::string_view k_vowels = "AEIOUY";
    const auto is_vowel = [&](char c) { return k_vowels.find(c) != std::string_view::npos; };
    if (!is_vowel(word[1]) && !is_vowel(word[2])) return false;
    const std::string ending = lower_ascii(word.substr(2));
    return is_vowel(word[2]) || is_vowel(word[3]) ||
           std::ranges::find(k_closing_consonants, ending) != k_closing_consonants.end();
}

std::size_t words_of_name(const std::vector<std::string_view>& words) {
    std::size_t name = words.size();
    if (is_shouted_name(words)) return name;
    while (name > 2 && is_acronym(words[name - 1]) && !is_honour(bare_word(words[name - 1]))) {
        --name;
    }
    const bool needs_more = name + 1 == words.size() && is_body_head(bare_word(words.back()));
    return needs_more ? words.size() : name;
}

bool all_words(const std::vector<std::string_view>& words, bool (*is)(std::string_view)) {
    return std::ranges::all_of(words, is);
}

PartyKind classify(std::string_view text) {
    std::vector<std::string_view> words = words_of(text);
    words.resize(words_of_name(words));
    bool post = false;
    bool body = false;
    for (std::size_t i = words.size(); i-- > 0;) {
        const std::string word = bare_word(words[i]);
        if (i + 1 == words.size() && is_body_head(word)) {
            const PartyKind head = kind_of_head(words);
            return head == PartyKind::unclear ? PartyKind::organisation : head;
        }
        post = post || is_post_word(word);
        body = body || is_body_word(word);
    }
    // "Board of Trustees".
    if (post && kind_of_head(words) == PartyKind::organisation) return PartyKind::organisation;
    if (post) return PartyKind::post;
    if (is_shouted_name(words)) return PartyKind::person;
    if (body || all_words(words, is_acronym)) return PartyKind::organisation;
    return reads_as_name(words) ? PartyKind::person : PartyKind::unclear;
}

bool is_person(std::string_view text) {
    return opening_title(text) ||
           (classify(text) == PartyKind::person && words_of(text).size() >= 2);
}

bool is_named_person(std::string_view text) {
    if (!is_person(text)) return false;
    const std::string_view first = words_of(text)[0];
    const bool initial = is_upper(first[0]) && (first.size() == 1 || first[1] == '.');
    return initial || is_forename(bare_word(first)) || opening_title(text).has_value();
}

bool is_forename_alone(std::string_view text) {
    return words_of(text).size() == 1 && is_forename(bare_word(text));
}

bool are_initials(std::string_view text, std::size_t most) {
    // With a full stop and a space behind each of them.
    if (text.size() < 2 || text.size() > 3 * most) return false;
    std::string word;
    for (const char c : text) {
        if (c == '.' || c == ' ') continue;
        if (!is_upper(c)) return false;
        word += to_lower(c);
    }
    if (word.size() < 2 || word.size() > most) return false;
    // "WCC", "NBC", "WDC" are councils.
    if (word.size() > 2 && (word.ends_with("cc") || word.ends_with("bc") || word.ends_with("dc"))) {
        return false;
    }
    return !is_post_word(word) && !is_body_word(word) && !is_honour(word);
}

bool is_whole_body(std::string_view text) {
    const std::vector<std::string_view> words = words_of(text);
    if (words.empty() || is_post_word(bare_word(words.front()))) return false;
    return is_body_head(bare_word(words.back())) || all_words(words, is_acronym);
}

}  // namespace tidytracker
