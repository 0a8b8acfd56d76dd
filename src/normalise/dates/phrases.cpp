// SPDX-License-Identifier: Apache-2.0
// The vocabulary of dates. In: text at the start of a word. Out: the longest phrase of the tables
// that stands there. The words themselves are in phrase_groups.hpp.
#include "normalise/dates/phrases.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>

#include "base/text.hpp"
#include "normalise/dates/phrase_groups.hpp"

namespace tidytracker::dates {
namespace {

constexpr bool parts_words(char c) {
    return c == '|' || c == '=';
}

constexpr std::size_t count_phrases() {
    std::size_t count = k_groups.size();
    for (const Group& each : k_groups) {
        count += static_cast<std::size_t>(std::ranges::count_if(each.words, parts_words));
    }
    return count;
}

/// Phrases are told apart by their two first characters. Marks and spaces, and the end of a phrase
/// of one letter, count as the character before 'a'.
constexpr std::size_t k_letters = 27;
constexpr std::size_t letter_at(std::string_view text, std::size_t at) {
    const char c = at < text.size() ? to_lower(text[at]) : '\0';
    return c >= 'a' && c <= 'z' ? static_cast<std::size_t>(c - 'a') + 1 : 0;
}
constexpr std::size_t cell_of(std::string_view text) {
    return letter_at(text, 0) * k_letters + letter_at(text, 1);
}

using PhraseList = std::array<Phrase, count_phrases()>;

constexpr PhraseList listed_phrases() {
    PhraseList out{};
    std::size_t filled = 0;
    for (const Group& each : k_groups) {
        int value = each.value;
        std::string_view rest = each.words;
        while (!rest.empty()) {
            std::size_t end = 0;
            while (end < rest.size() && !parts_words(rest[end])) ++end;
            out[filled++] = {rest.substr(0, end), each.sense, value};
            if (end < rest.size() && rest[end] == '|' && each.counted) ++value;
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return out;
}

/// Where the phrases of each cell begin.
constexpr auto k_begins = [] {
    std::array<std::uint16_t, k_letters * k_letters + 1> begins{};
    for (const Phrase& phrase : listed_phrases()) ++begins[cell_of(phrase.text) + 1];
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    return begins;
}();

/// By cell, the longest first. A sort of the whole list takes more steps than compilers allow.
constexpr PhraseList k_phrases = [] {
    PhraseList out{};
    auto ends = k_begins;
    for (const Phrase& phrase : listed_phrases()) {
        const std::size_t cell = cell_of(phrase.text);
        std::size_t at = ends[cell]++;
        for (; at > k_begins[cell] && out[at - 1].text.size() < phrase.text.size(); --at) {
            out[at] = out[at - 1];
        }
        out[at] = phrase;
    }
    return out;
}();

constexpr bool are_distinct() {
    for (std::size_t i = 0; i < k_phrases.size(); ++i) {
        const Phrase& phrase = k_phrases[i];
        for (std::size_t j = i + 1; j < k_begins[cell_of(phrase.text) + 1]; ++j) {
            if (k_phrases[j].text.size() != phrase.text.size()) break;
            if (k_phrases[j].text == phrase.text) return false;
        }
    }
    return true;
}
static_assert(are_distinct(), "a wording has one meaning");

/// Bytes of `text` that `phrase` takes; 0 if it does not stand there.
std::size_t matched_bytes(std::string_view text, std::string_view phrase) {
    std::size_t at = 0;
    for (const char wanted : phrase) {
        if (at >= text.size()) return 0;
        std::size_t taken = to_lower(text[at]) == wanted ? 1 : 0;
        if (wanted == ' ') {
            taken = 0;
            while (const std::size_t bytes = space_bytes(text.substr(at + taken))) taken += bytes;
        } else if (wanted == '-') {
            taken = dash_bytes(text.substr(at));
        } else if (wanted == '\'' && text.substr(at).starts_with("\xE2\x80\x99")) {
            taken = 3;
        }
        if (taken == 0) return 0;
        at += taken;
    }
    return at;
}

/// Is the end of `text`, or what follows here, no more of the same word? A digit may follow
/// ("Q3", "mar3"), the 's of "today's" may not.
bool word_ends(std::string_view text) {
    if (text.empty()) return true;
    if (text[0] == '\'' && text.size() > 1 && is_letter(text[1])) return false;
    if (text.starts_with("\xE2\x80\x99") && text.size() > 3 && is_letter(text[3])) return false;
    return !is_letter(text[0]) && (static_cast<unsigned char>(text[0]) < 0x80 ||
                                   space_bytes(text) > 0 || text.starts_with("\xE2\x80") ||
                                   text.starts_with("\xE2\x86") || text.starts_with("\xE2\x88"));
}

}  // namespace

std::size_t space_bytes(std::string_view text) {
    if (text.empty()) return 0;
    if (is_space(text[0])) return 1;
    const std::size_t character = static_cast<unsigned char>(text[0]) < 0xE0 ? 2 : 3;
    return static_cast<unsigned char>(text[0]) >= 0x80 && text.size() >= character &&
                   trim(text.substr(0, character)).empty()
               ? character
               : 0;
}

std::size_t dash_bytes(std::string_view text) {
    if (text.starts_with("-")) return 1;
    if (text.starts_with("\xE2\x88\x92")) return 3;  // U+2212
    // U+2010 to U+2015
    return text.size() >= 3 && text.starts_with("\xE2\x80") &&
                   static_cast<unsigned char>(text[2]) >= 0x90 &&
                   static_cast<unsigned char>(text[2]) <= 0x95
               ? 3
               : 0;
}

PhraseMatch match_phrase(std::string_view text) {
    PhraseMatch best;
    if (text.empty() || !is_letter(text[0])) return best;
    const auto try_cell = [&text, &best](std::size_t cell, bool plain) {
        const char third = plain && text.size() > 2 ? to_lower(text[2]) : '\0';
        for (std::size_t at = k_begins[cell]; at < k_begins[cell + 1]; ++at) {
            const Phrase& phrase = k_phrases[at];
            if (phrase.text.size() <= best.length) break;
            // Behind two letters a third one stands in its place or not.
            const char wanted = plain && phrase.text.size() > 2 ? phrase.text[2] : '\0';
            if (wanted >= 'a' && wanted <= 'z' && wanted != third) continue;
            const std::size_t length = matched_bytes(text, phrase.text);
            if (length > best.length && word_ends(text.substr(length))) best = {phrase, length};
        }
    };
    // A mark may be printed in several ways, so phrases with one in the second place are all tried;
    // of the others those with the same two letters.
    const std::size_t row = letter_at(text, 0) * k_letters;
    try_cell(row, false);
    if (const std::size_t second = letter_at(text, 1); second > 0) try_cell(row + second, true);
    return best;
}

}  // namespace tidytracker::dates
