// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tidytracker::pdf {

/// UTF-16, big-endian, as UTF-8; unpaired surrogates become U+FFFD, zeros are left out.
[[nodiscard]] std::string utf8_of_utf16(std::u16string_view units);
/// The units of a byte string; a lone byte is one unit.
[[nodiscard]] std::u16string utf16_units(std::string_view bytes);
/// A text string (ISO 32000-1, 7.9.2.2): UTF-16 or UTF-8 with a mark, else taken for Windows-1252.
[[nodiscard]] std::string decode_text_string(std::string_view bytes);
/// The text of a glyph as words need it: ligatures in their letters, no control characters, the
/// ticks, crosses and bullets of Wingdings as what they look like.
[[nodiscard]] std::string tidy_glyph_text(std::string_view text, std::string_view font_name);

}  // namespace tidytracker::pdf
