// SPDX-License-Identifier: Apache-2.0
#include "normalise/dates/tokens.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/similar.hpp"
#include "base/text.hpp"

namespace tidytracker::dates {
namespace {

struct Mark {
    std::string_view text{};
    Sense sense{};
};
constexpr std::array k_marks = std::to_array<Mark>({
    {"..", Sense::open_end},
    {"->", Sense::arrow},
    {"=>", Sense::arrow},
    {">", Sense::arrow},
    {"\xE2\x86\x92", Sense::arrow},
    {"\xE2\x87\x92", Sense::arrow},
    {"//", Sense::slash},
    {"/", Sense::slash},
    {"\\", Sense::slash},
    {".", Sense::dot},
    {",", Sense::comma},
    {";", Sense::comma},
    {":", Sense::colon},
    {"(", Sense::open_bracket},
    {"[", Sense::open_bracket},
    {")", Sense::close_bracket},
    {"]", Sense::close_bracket},
    {"?", Sense::question},
    {"~", Sense::tilde},
    {"&", Sense::conjunction},
    {"*", Sense::filler},  // the mark of a footnote
    {"\"", Sense::filler},
    {"\xE2\x80\x9C", Sense::filler},
    {"\xE2\x80\x9D", Sense::filler},
    {"\xE2\x9C\x93", Sense::filler},  // ticks
    {"\xE2\x9C\x94", Sense::filler},
});

std::size_t digits_in(std::string_view text) {
    std::size_t count = 0;
    while (count < text.size() && is_digit(text[count])) ++count;
    return count;
}

/// Length of "st", "nd", "rd", "th" after a number, a space before it allowed ("9 th of").
std::size_t ordinal_suffix(std::string_view text) {
    const std::size_t space = space_bytes(text);
    const std::string_view rest = text.substr(space);
    if (rest.size() > 2 && is_word_byte(rest[2])) return 0;
    for (const std::string_view suffix : {"st", "nd", "rd", "th"}) {
        if (starts_with_ignoring_case(rest, suffix)) return space + 2;
    }
    return 0;
}

/// Length of an offset from UTC: "Z", "+01:00", "+0100".
std::size_t zone_length(std::string_view text) {
    if (text.starts_with("Z") && (text.size() == 1 || !is_word_byte(text[1]))) return 1;
    if (text.empty() || (text[0] != '+' && text[0] != '-')) return 0;
    if (digits_in(text.substr(1)) == 4) return 5;
    const bool parted = text.size() >= 6 && text[3] == ':' && digits_in(text.substr(1)) == 2 &&
                        digits_in(text.substr(4)) == 2;
    return parted ? 6 : 0;
}

/// Length of "am" or "pm" after a time, a space before it allowed.
std::size_t half_of_day(std::string_view text) {
    const std::size_t space = space_bytes(text);
    const std::string_view rest = text.substr(space);
    if (rest.size() > 2 && is_word_byte(rest[2])) return 0;
    return starts_with_ignoring_case(rest, "am") || starts_with_ignoring_case(rest, "pm")
               ? space + 2
               : 0;
}

/// Length of "noon" after its hour, "12 noon".
std::size_t noon_length(std::string_view text) {
    const std::size_t space = space_bytes(text);
    for (const std::string_view word : {"noon", "midday", "midnight"}) {
        const std::string_view rest = text.substr(space);
        const bool ends = rest.size() == word.size() ||
                          (rest.size() > word.size() && !is_word_byte(rest[word.size()]));
        if (ends && starts_with_ignoring_case(rest, word)) return space + word.size();
    }
    return 0;
}

/// Length of a time of day: "14:30", "09:30:00.000Z", "2pm", "2.30 pm".
std::size_t time_length(std::string_view text) {
    std::size_t at = digits_in(text);
    if (at == 0 || at > 2) return 0;
    bool sure = false;
    while (at + 2 < text.size() && (text[at] == ':' || (text[at] == '.' && !sure)) &&
           digits_in(text.substr(at + 1)) == 2) {
        if (text[at] == '.') {
            const std::size_t half = half_of_day(text.substr(at + 3));
            return half > 0 ? at + 3 + half : 0;
        }
        sure = true;
        at += 3;
    }
    const std::size_t half = half_of_day(text.substr(at));
    if (half > 0) return at + half;
    if (const std::size_t noon = noon_length(text.substr(at)); noon > 0) return at + noon;
    if (!sure) return 0;
    if (at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1])) {
        at += 1 + digits_in(text.substr(at + 1));
    }
    return at + zone_length(text.substr(at));
}

/// "2030s"; "1900s" may be a century.
bool names_decade(std::string_view text, std::size_t digits, int value) {
    const bool plural = digits == 4 && text.size() > digits && to_lower(text[digits]) == 's' &&
                        (text.size() == digits + 1 || !is_word_byte(text[digits + 1]));
    return plural && value % 10 == 0 && value % 100 != 0;
}

Token number_token(std::string_view text) {
    Token token{.sense = Sense::number};
    const std::size_t digits = digits_in(text);
    token.end = digits;
    token.digits = static_cast<int>(digits);
    constexpr std::size_t k_digits_of_compact_day = 8;
    if (digits > k_digits_of_compact_day) {
        token.sense = Sense::unknown;
        return token;
    }
    std::from_chars(text.data(), text.data() + digits, token.value);
    if (names_decade(text, digits, token.value)) {
        token.sense = Sense::decade;
        ++token.end;
    }
    if (digits <= 2) {
        const std::size_t suffix = ordinal_suffix(text.substr(digits));
        token.ordinal = suffix > 0;
        token.end += suffix;
    }
    return token;
}

/// The token of an abbreviated year: "'24".
Token tick_token(std::string_view text) {
    const std::size_t mark =
        text.starts_with("'")                                                    ? 1
        : (text.starts_with("\xE2\x80\x99") || text.starts_with("\xE2\x80\x98")) ? 3
                                                                                 : 0;
    if (mark == 0 || digits_in(text.substr(mark)) != 2) return {};
    Token token = number_token(text.substr(mark));
    token.tick = true;
    token.end += mark;
    return token;
}

bool is_short_capitals(std::string_view word) {
    constexpr std::size_t k_most_letters = 5;
    return word.size() >= 2 && word.size() <= k_most_letters && std::ranges::all_of(word, is_upper);
}

/// The month whose name was typed with one slip ("Ocotber"); 0 if there is none. Only long names:
/// of the short ones other words are a letter away.
int misspelt_month(std::string_view word) {
    constexpr auto k_long_names =
        std::to_array<std::pair<std::string_view, int>>({{"january", 1},
                                                         {"february", 2},
                                                         {"september", 9},
                                                         {"october", 10},
                                                         {"november", 11},
                                                         {"december", 12}});
    constexpr std::size_t k_shortest = 6;
    if (word.size() < k_shortest || word.size() > 10) return 0;
    for (const auto& [name, month] : k_long_names) {
        if (to_lower(word[0]) == name[0] && is_one_slip_away(lower_ascii(word), name)) return month;
    }
    return 0;
}

Token word_token(std::string_view text) {
    if ((text[0] == 'T' || text[0] == 't') && text.size() > 1 && is_digit(text[1])) {
        if (const std::size_t length = time_length(text.substr(1))) {
            return {.sense = Sense::time, .end = length + 1};
        }
    }
    const PhraseMatch match = match_phrase(text);
    if (match.length > 0) {
        return {.sense = match.phrase.sense,
                .value = match.phrase.value,
                .capital = is_upper(text[0]),
                .acronym = is_short_capitals(text.substr(0, match.length)),
                .end = match.length};
    }
    std::size_t end = 1;
    while (end < text.size() && is_word_byte(text[end]) && dash_bytes(text.substr(end)) == 0 &&
           space_bytes(text.substr(end)) == 0) {
        ++end;
    }
    const std::string_view word = text.substr(0, end);
    if (const int month = misspelt_month(word)) {
        return {.sense = Sense::month, .value = month, .capital = is_upper(text[0]), .end = end};
    }
    return {.capital = is_upper(text[0]), .acronym = is_short_capitals(word), .end = end};
}

/// The token that opens `text`, with places relative to it.
Token first_token(std::string_view text) {
    if (is_digit(text[0])) {
        if (const std::size_t length = time_length(text)) {
            return {.sense = Sense::time, .end = length};
        }
        return number_token(text);
    }
    if (is_letter(text[0])) return word_token(text);
    for (const Mark& mark : k_marks) {
        if (mark.text[0] != text[0]) continue;  // spares most of the calls
        if (text.starts_with(mark.text)) return {.sense = mark.sense, .end = mark.text.size()};
    }
    if (const std::size_t length = dash_bytes(text)) return {.sense = Sense::dash, .end = length};
    if (const Token token = tick_token(text); token.end > 0) return token;
    return is_word_byte(text[0]) ? word_token(text) : Token{.end = 1};
}

std::vector<Token> read_tokens(std::string_view text, std::size_t limit, bool whole) {
    std::vector<Token> tokens;
    // Few dates have more.
    constexpr std::size_t k_usual = 8;
    tokens.reserve(k_usual);
    std::size_t at = 0;
    bool spaced = false;
    bool new_line = false;
    while (at < text.size() && tokens.size() < limit) {
        if (const std::size_t length = space_bytes(text.substr(at))) {
            spaced = true;
            new_line = new_line || text[at] == '\n' || text[at] == '\r';
            at += length;
            continue;
        }
        Token token = first_token(text.substr(at));
        token.begin = at;
        token.end += at;
        token.spaced = spaced;
        token.new_line = new_line;
        spaced = new_line = false;
        at = token.end;
        tokens.push_back(token);
        if (!whole && token.sense == Sense::unknown) break;
    }
    return tokens;
}

}  // namespace

std::vector<Token> tokens_of(std::string_view text, std::size_t limit) {
    return read_tokens(text, limit, true);
}

std::vector<Token> opening_tokens_of(std::string_view text, std::size_t limit) {
    return read_tokens(text, limit, false);
}

}  // namespace tidytracker::dates
