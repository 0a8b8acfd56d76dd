// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// Text as characters. Input and output are UTF-8.
namespace tidytracker {

/// Bytes of ASCII at the start.
[[nodiscard]] std::size_t ascii_length(std::string_view bytes);
[[nodiscard]] bool is_valid_utf8(std::string_view text);
/// Each byte that is no part of a character becomes U+FFFD.
[[nodiscard]] std::string repair_utf8(std::string_view text);
/// The same in place, for what stands in `text` from byte `first` on.
void repair_utf8_from(std::size_t first, std::string& text);
void append_utf8(char32_t character, std::string& out);
/// Appends UTF-16 of low bytes first; half a pair of surrogates becomes U+FFFD, an odd byte at the
/// end is left out.
void append_utf16(std::string_view bytes, std::string& out);
/// Appends bytes that are the characters U+0000 to U+00FF.
void append_latin_1(std::string_view bytes, std::string& out);
/// Takes the first character off `text`; U+FFFD for a byte that is none.
[[nodiscard]] char32_t take_character(std::string_view& text);
[[nodiscard]] bool is_upper_case(char32_t character);
[[nodiscard]] bool is_lower_case(char32_t character);

/// Canonical composition (NFC).
[[nodiscard]] std::string compose(std::string_view text);
/// For comparing words: compatibility forms and case levelled (NFKC case folding), typographic
/// quotes and dashes as ASCII, white space squeezed.
[[nodiscard]] std::string fold(std::string_view text);
/// Columns that the text takes in a terminal; wide characters count two.
[[nodiscard]] int display_width(std::string_view text);

}  // namespace tidytracker
