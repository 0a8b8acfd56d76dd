// SPDX-License-Identifier: Apache-2.0
#include "normalise/text_repair.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.hpp"
#include "base/unicode.hpp"

namespace tidytracker {
namespace {

constexpr std::array<std::string_view, 20> k_particles{
    "de", "del", "della", "den", "der", "des", "di",  "do", "dos", "du",
    "da", "la",  "le",    "van", "von", "ten", "bin", "al", "ap",  "y"};

/// Short words that are no part of anybody's name: "Ada Birch for Col Drew".
constexpr auto k_words_of_prose = std::to_array<std::string_view>(
    {"and", "as", "at", "but", "by",  "for", "if",  "in", "is", "it",  "not", "now", "of",
     "off", "on", "or", "out", "per", "so",  "the", "to", "up", "via", "was", "who"});

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

/// The characters of Windows-1252 from 0x80 to 0x9F; 0 where it has none.
constexpr std::array<char32_t, 32> k_windows{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// The byte that Windows-1252 has for a character. Bytes without one are often passed through.
std::optional<char> windows_byte(char32_t character) {
    if (character < 0x100) return static_cast<char>(character);
    const auto* found = std::ranges::find(k_windows, character);
    if (found == k_windows.end()) return std::nullopt;
    return static_cast<char>(0x80 + (found - k_windows.begin()));
}

/// A run of other than ASCII characters as the UTF-8 that it was before; empty if it was not.
std::string as_read_right(std::string_view run) {
    std::string bytes;
    while (!run.empty()) {
        const std::optional<char> byte = windows_byte(take_character(run));
        if (!byte) return {};
        bytes += *byte;
    }
    return is_valid_utf8(bytes) ? bytes : std::string();
}

std::string repair_mojibake(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && static_cast<unsigned char>(text[end]) >= 0x80) ++end;
        if (end == at) {
            out += text[at++];
            continue;
        }
        const std::string_view run = text.substr(at, end - at);
        const std::string right = as_read_right(run);
        out += right.empty() ? run : std::string_view(right);
        at = end;
    }
    return out;
}

struct Replacement {
    std::string_view character{};
    std::string_view text{};
};
constexpr std::array k_replacements = std::to_array<Replacement>({
    {"\xEF\xAC\x80", "ff"},   // U+FB00
    {"\xEF\xAC\x81", "fi"},   // U+FB01
    {"\xEF\xAC\x82", "fl"},   // U+FB02
    {"\xEF\xAC\x83", "ffi"},  // U+FB03
    {"\xEF\xAC\x84", "ffl"},  // U+FB04
    {"\xC2\xAD", ""},         // soft hyphen
    {"\xE2\x80\x8B", ""},     // zero-width space
    {"\xE2\x81\xA0", ""},     // word joiner
    {"\xEF\xBB\xBF", ""},     // byte order mark within a text
    {"\xC2\xA0", " "},        // no-break space
});

}  // namespace

bool needs_repair(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

std::string repair_characters(std::string_view text) {
    // A character that was misread has one of these in front.
    constexpr std::array<std::string_view, 3> k_signs{"\xC3\x83", "\xC3\x82", "\xC3\xA2"};
    std::string out(text);
    for (int pass = 0; pass < 2; ++pass) {
        const bool misread = std::ranges::any_of(
            k_signs, [&out](std::string_view sign) { return out.find(sign) != std::string::npos; });
        if (misread) out = repair_mojibake(out);
    }
    for (const Replacement& each : k_replacements) {
        if (out.find(each.character) == std::string::npos) continue;
        out = replace_all(out, each.character, each.text);
    }
    return out;
}

bool is_name_particle(std::string_view word) {
    return std::ranges::any_of(k_particles, [word](std::string_view particle) {
        return equals_ignoring_case(word, particle);
    });
}

bool is_word_of_prose(std::string_view word) {
    return std::ranges::find(k_words_of_prose, word) != k_words_of_prose.end();
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
                                  is_letter(out.back()) && word.size() <= 3 &&
                                  !is_word_of_prose(word);
        const bool parted = out.ends_with('\'') || out.ends_with("\xE2\x80\x99") ||
                            (out.ends_with('-') && is_upper(word[0]));
        if (!out.empty() && !tail_of_word && !parted) out += ' ';
        out += word;
    }
    return out;
}

}  // namespace tidytracker
