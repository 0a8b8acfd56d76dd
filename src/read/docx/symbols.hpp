// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

// Characters of symbol fonts, which stand at codes of their own.
namespace tidytracker::docx {

inline constexpr std::string_view k_empty_box = "\xE2\x98\x90";
inline constexpr std::string_view k_ticked_box = "\xE2\x98\x92";

/// Of the Private Use Area, U+E000 to U+F8FF, where symbol fonts keep their characters.
[[nodiscard]] bool is_private_use(char32_t character);

/// Is it one of the fonts whose letters are pictures (Wingdings, Symbol, ...)?
[[nodiscard]] bool is_symbol_font(std::string_view font);

/// What a character of a symbol font looks like, as far as it is used in trackers: ticks, crosses,
/// boxes, bullets, arrows. A bullet for pictures without a name here.
/// @param code with or without the offset 0xF000
[[nodiscard]] std::string_view symbol_of(std::string_view font, char32_t code);

}  // namespace tidytracker::docx
