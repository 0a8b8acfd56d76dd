// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

// Text as bytes: what needs no knowledge of Unicode beyond the no-break space. Input and output
// are UTF-8; nothing here depends on a locale.
namespace tidytracker {

[[nodiscard]] constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
[[nodiscard]] constexpr bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
[[nodiscard]] constexpr bool is_letter(char c) {
    return is_upper(c) || is_lower(c);
}
/// A letter or digit, or a byte of a non-ASCII character.
[[nodiscard]] constexpr bool is_word_byte(char c) {
    return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}
[[nodiscard]] constexpr bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}
[[nodiscard]] constexpr char to_lower(char c) {
    return is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// Is every byte a visible ASCII character or a space? Most texts of trackers are, and then most
/// questions about characters have short answers.
[[nodiscard]] bool is_plain_ascii(std::string_view text);
/// Is every byte an ASCII character?
[[nodiscard]] bool is_ascii(std::string_view text);
/// Without white space (no-break spaces too) at both ends.
[[nodiscard]] std::string_view trim(std::string_view text);
/// Trimmed, and each run of white space (no-break and zero-width ones too) is one space.
[[nodiscard]] std::string squeeze(std::string_view text);
/// Is it plain ASCII words with single spaces between them, which squeezing leaves as they are?
[[nodiscard]] bool is_squeezed_ascii(std::string_view text);
/// As squeeze, but line breaks stay, without spaces around them and without empty lines.
[[nodiscard]] std::string squeeze_lines(std::string_view text);
[[nodiscard]] std::string lower_ascii(std::string_view text);
[[nodiscard]] bool equals_ignoring_case(std::string_view a, std::string_view b);
[[nodiscard]] bool starts_with_ignoring_case(std::string_view text, std::string_view prefix);

/// The parts between separators; an empty text has one empty part.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);
/// The words between runs of ASCII white space.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view text);
[[nodiscard]] std::string join(const std::vector<std::string>& parts, std::string_view between);
[[nodiscard]] std::string replace_all(std::string_view text, std::string_view from,
                                      std::string_view to);
/// As above, without a copy of a text that has nothing to replace.
[[nodiscard]] std::string replace_all(std::string&& text, std::string_view from,
                                      std::string_view to);
/// "1 row", "2 rows".
[[nodiscard]] std::string count_of(std::size_t number, std::string_view noun);
/// The candidate with the smallest edit distance to `word`, if that is at most a third of its
/// length and at most 3; else empty. For "did you mean".
[[nodiscard]] std::string_view nearest(std::string_view word,
                                       const std::vector<std::string_view>& candidates);

}  // namespace tidytracker
