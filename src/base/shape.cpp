// SPDX-License-Identifier: Apache-2.0
#include "base/shape.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.hpp"
#include "base/unicode.hpp"

namespace tidytracker {
namespace {

constexpr std::array<std::string_view, 25> k_months{
    "january", "february", "march",    "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan",   "feb", "mar",  "apr",  "jun",    "jul",
    "aug",     "sep",      "sept",     "oct",   "nov", "dec",  "febr"};
constexpr std::array<std::string_view, 12> k_periods{"spring", "summer",  "autumn", "winter",
                                                     "q1",     "q2",      "q3",     "q4",
                                                     "term",   "quarter", "w/c",    "w/e"};
/// Small words that stand between the capitalised ones of a name or a list of names.
constexpr std::array<std::string_view, 16> k_name_particles{"and", "&",  "of", "de", "van", "von",
                                                            "der", "la", "le", "da", "di",  "du",
                                                            "bin", "al", "ap", "y"};

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
    return std::ranges::any_of(
        words, [word](std::string_view other) { return equals_ignoring_case(word, other); });
}

std::size_t digits_in(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, is_digit));
}

/// Splits at everything that is neither a letter nor part of a character beyond ASCII.
template <class Visit>
bool any_letter_run(std::string_view text, Visit&& visit) {
    std::size_t at = 0;
    while (at < text.size()) {
        while (at < text.size() && !is_letter(text[at])) ++at;
        const std::size_t first = at;
        while (at < text.size() && is_letter(text[at])) ++at;
        if (at > first && visit(text.substr(first, at - first))) return true;
    }
    return false;
}

/// Digits parted twice by one of / . - : "12/3/24", "2024-03-31"; or once, "12/3". No part of a
/// date has three: "24/101" numbers a minute.
bool is_numeric_date(std::string_view text) {
    std::size_t groups = 0;
    std::size_t digits = 0;
    constexpr std::size_t k_of_no_part = 3;
    char separator = '\0';
    for (const char c : text) {
        if (is_digit(c)) {
            groups += digits++ == 0 ? 1U : 0U;
            if (digits > 4) return false;
        } else if ((c == '/' || c == '.' || c == '-') && digits > 0 && digits != k_of_no_part &&
                   (separator == '\0' || separator == c)) {
            separator = c;
            digits = 0;
        } else {
            return false;
        }
    }
    return digits > 0 && digits != k_of_no_part &&
           (groups == 3 || (groups == 2 && separator == '/'));
}

bool is_capitalised(std::string_view word) {
    return !word.empty() && is_upper_case(take_character(word));
}

}  // namespace

bool is_number_shaped(std::string_view text) {
    text = trim(text);
    if (text.empty() || text.size() > 24) return false;
    const auto allowed = [](char c) {
        return is_digit(c) || c == '.' || c == ',' || c == '%' || c == '-' || c == '+' ||
               c == ' ' || c == '(' || c == ')' || c == '$' || c == '\xC2' || c == '\xA3';
    };
    return digits_in(text) > 0 && std::ranges::all_of(text, allowed);
}

bool is_reference_shaped(std::string_view text) {
    text = trim(text);
    if (text.empty() || text.size() > 20 || digits_in(text) == 0) return false;
    if (is_numeric_date(text) && digits_in(text) >= 5) return false;
    if (own_number(text) >= 0) return false;
    return std::ranges::count(text, ' ') <= 2 && !names_month(text) &&
           text.find_first_of("%£") == std::string_view::npos;
}

bool names_month(std::string_view text) {
    return any_letter_run(
        text, [](std::string_view word) { return word.size() >= 3 && is_one_of(word, k_months); });
}

bool is_date_shaped(std::string_view text) {
    text = trim(text);
    if (text.empty() || text.size() > 60) return false;
    const auto words = words_of(text);
    if (words.size() > 8) return false;
    if (is_numeric_date(words.front())) return true;
    const bool has_digit = digits_in(text) > 0;
    if (names_month(text)) return has_digit || words.size() <= 3;
    return has_digit && std::ranges::any_of(words, [](std::string_view word) {
               return is_one_of(word, k_periods) || is_numeric_date(word);
           });
}

bool is_name_shaped(std::string_view text) {
    text = trim(text);
    if (text.empty() || text.size() > 120 || digits_in(text) > 0) return false;
    std::size_t capitalised = 0;
    for (std::string_view word : words_of(text)) {
        word = word.substr(0, word.find_last_not_of(",;/") + 1);
        if (word.empty()) continue;
        if (is_capitalised(word)) {
            ++capitalised;
        } else if (!is_one_of(word, k_name_particles)) {
            return false;
        }
    }
    return capitalised >= 2 && capitalised <= 16 && text.find('.') == std::string_view::npos;
}

bool is_initials_shaped(std::string_view text) {
    text = trim(text);
    if (text.empty() || text.size() > 30) return false;
    std::size_t run = 0;
    for (const char c : text) {
        if (is_letter(c)) {
            if (++run > 4) return false;
        } else if (c == '/' || c == ',' || c == '&' || c == ' ' || c == ';' || c == '\n') {
            run = 0;
        } else {
            return false;
        }
    }
    return std::ranges::count_if(text, is_upper) >= 2 && std::ranges::count_if(text, is_lower) <= 1;
}

bool is_prose(std::string_view text) {
    text = trim(text);
    const std::size_t stop = text.find(". ");
    return words_of(text).size() >= 8 || (stop != std::string_view::npos && stop > 12);
}

bool is_error_shaped(std::string_view text) {
    constexpr auto k_errors = std::to_array<std::string_view>(
        {"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"});
    if (std::ranges::find(k_errors, text) != k_errors.end()) return true;
    return text.starts_with("Err:") && whole_number(text.substr(4)) >= 0;
}

bool ends_sentence(std::string_view text) {
    text = trim(text);
    while (!text.empty() && (text.back() == ')' || text.back() == '"' || text.back() == '\'')) {
        text.remove_suffix(1);
    }
    if (text.ends_with("\xE2\x80\x99") || text.ends_with("\xE2\x80\x9D")) text.remove_suffix(3);
    return !text.empty() && std::string_view(".!?:;").find(text.back()) != std::string_view::npos;
}

bool begins_lower_case(std::string_view text) {
    text = trim(text);
    return !text.empty() && is_lower_case(take_character(text));
}

std::int64_t whole_number(std::string_view text) {
    text = trim(text);
    if (text.empty() || !std::ranges::all_of(text, is_digit)) return -1;
    std::int64_t number = -1;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
    return result.ec == std::errc{} ? number : -1;
}

std::int64_t own_number(std::string_view text) {
    const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
    const bool counted = end + 2 < text.size() && (text[end] == '.' || text[end] == ')') &&
                         is_space(text[end + 1]) && is_letter(text[end + 2]);
    return counted ? whole_number(text.substr(0, end)) : -1;
}

}  // namespace tidytracker
