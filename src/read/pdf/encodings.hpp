// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

// The encodings and widths that PDF presupposes (ISO 32000-1, annex D and 9.6.2.2).
namespace tidytracker::pdf {

/// The character of each code; 0 where the code has none.
using Encoding = std::array<char16_t, 256>;

enum class BaseEncoding : std::uint8_t { standard, win_ansi, mac_roman, symbol, zapf_dingbats };

[[nodiscard]] const Encoding& base_encoding(BaseEncoding encoding);
/// By its name in a font ("WinAnsiEncoding").
[[nodiscard]] std::optional<BaseEncoding> encoding_by_name(std::string_view name);

/// Width of a character in a standard font, in thousandths of the font size. Fonts that have no
/// widths of their own are measured like the standard font that their name resembles.
[[nodiscard]] double standard_width(std::string_view font_name, char32_t character);

}  // namespace tidytracker::pdf
