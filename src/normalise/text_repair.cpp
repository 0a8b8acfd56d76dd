// SPDX-License-Identifier: Apache-2.0
#include "normalise/text_repair.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/unicode.hpp"

namespace tidytracker {
namespace {

constexpr std::array<std::string_view, 21> k_particles{
    "de", "del", "della", "den", "der", "des", "di", "do", "dos", "du", "da",
    "la", "le",  "van",   "von", "ten", "bin", "al", "ap", "y",   "and"};

/// Words behind a hanging hyphen that show that it belongs there: "short- and long-term".
constexpr std::array<std::string_view, 3> k_suspending{"and", "or", "to"};

/// "co- produced": a hyphen with a letter before and a space and a lower-case word behind.
bool is_wrapped_hyphen(std::string_view text, std::size_t at) {
    if (text[at] != '-' || at == 0 || at + 2 >= text.size()) return false;
    if (!is_letter(text[at - 1]) || text[at + 1] != ' ' || !is_lower(text[at + 2])) return false;
    const std::string_view next = text.substr(at + 2, text.find(' ', at + 2) - at - 2);
    return std::ranges::find(k_suspending, next) == k_suspending.end();
}

/// A part of an ordinal that a superscript left apart: "9 th", "1 st".
bool is_parted_ordinal(std::string_view text, std::size_t at) {
    if (text[at] != ' ' || at == 0 || !is_digit(text[at - 1]) || at + 2 >= text.size())
        return false;
    const std::string_view ending = text.substr(at + 1, 2);
    const bool ordinal = ending == "th" || ending == "st" || ending == "nd" || ending == "rd";
    return ordinal && (at + 3 >= text.size() || !is_word_byte(text[at + 3]));
}

}  // namespace

bool is_name_particle(std::string_view word) {
    return std::ranges::any_of(k_particles, [word](std::string_view particle) {
        return equals_ignoring_case(word, particle);
    });
}

std::string join_wraps(std::string_view text) {
    const std::string line = squeeze(text);
    std::string out;
    out.reserve(line.size());
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (is_parted_ordinal(line, i)) continue;
        out += line[i];
        if (is_wrapped_hyphen(line, i)) ++i;
    }
    return out;
}

std::string repair_name(std::string_view name) {
    std::string out;
    for (const std::string_view word : words_of(name)) {
        const bool tail_of_word = !out.empty() && is_lower(word[0]) && !is_name_particle(word) &&
                                  is_letter(out.back()) && word.size() <= 3;
        const bool parted = out.ends_with('\'') || out.ends_with("\xE2\x80\x99") ||
                            (out.ends_with('-') && is_upper(word[0]));
        if (!out.empty() && !tail_of_word && !parted) out += ' ';
        out += word;
    }
    return out;
}

}  // namespace tidytracker
