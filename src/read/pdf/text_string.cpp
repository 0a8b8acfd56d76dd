// SPDX-License-Identifier: Apache-2.0
#include "read/pdf/text_string.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/unicode.hpp"
#include "read/pdf/encodings.hpp"

namespace tidytracker::pdf {
namespace {

constexpr std::array<std::pair<char32_t, std::string_view>, 7> k_ligatures{{
    {0xFB00, "ff"},
    {0xFB01, "fi"},
    {0xFB02, "fl"},
    {0xFB03, "ffi"},
    {0xFB04, "ffl"},
    {0xFB05, "st"},
    {0xFB06, "st"},
}};

/// Word sets ticks and bullets in Wingdings, whose codes are kept at U+F000 and up.
constexpr std::array<std::pair<char32_t, char32_t>, 12> k_wingdings{{
    {0xFC, 0x2713},
    {0xFE, 0x2611},
    {0xFB, 0x2717},
    {0xFD, 0x2612},
    {0x6C, 0x25CF},
    {0x6E, 0x25A0},
    {0xA7, 0x25AA},
    {0x71, 0x2751},
    {0xA8, 0x2610},
    {0xD8, 0x27A2},
    {0xE0, 0x2192},
    {0x76, 0x2756},
}};

char32_t symbol_for(char32_t character, std::string_view font_name) {
    if (font_name.find("Wingdings") == std::string_view::npos &&
        font_name.find("Symbol") == std::string_view::npos) {
        return character;
    }
    // The bullet of Symbol is the one sign that Word uses of it.
    if (character == 0xF0B7) return 0x2022;
    const char32_t code =
        character >= 0xF000 && character < 0xF100 ? character - 0xF000 : character;
    const auto* const known =
        std::ranges::find(k_wingdings, code, &std::pair<char32_t, char32_t>::first);
    const bool wingdings = font_name.find("Wingdings") != std::string_view::npos;
    return wingdings && known != k_wingdings.end() ? known->second : character;
}

bool is_control(char32_t character) {
    return character < 0x20 || (character >= 0x7F && character < 0xA0) || character == 0xFEFF ||
           character == 0xFFFE || character == 0xFFFF;
}

}  // namespace

std::u16string utf16_units(std::string_view bytes) {
    const auto byte = [&bytes](std::size_t i) {
        return static_cast<unsigned>(static_cast<unsigned char>(bytes[i]));
    };
    std::u16string units;
    if (bytes.size() == 1) units += static_cast<char16_t>(byte(0));
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        units += static_cast<char16_t>((byte(i) << 8U) | byte(i + 1));
    }
    return units;
}

std::string utf8_of_utf16(std::u16string_view units) {
    std::string text;
    for (std::size_t i = 0; i < units.size(); ++i) {
        char32_t character = units[i];
        const bool high = character >= 0xD800 && character < 0xDC00;
        const char32_t next = i + 1 < units.size() ? units[i + 1] : 0;
        if (high && next >= 0xDC00 && next < 0xE000) {
            character = 0x10000 + ((character - 0xD800) << 10U) + (next - 0xDC00);
            ++i;
        } else if (character >= 0xD800 && character < 0xE000) {
            character = 0xFFFD;
        }
        if (character != 0) append_utf8(character, text);
    }
    return text;
}

std::string decode_text_string(std::string_view bytes) {
    if (bytes.starts_with("\xFE\xFF")) return utf8_of_utf16(utf16_units(bytes.substr(2)));
    if (bytes.starts_with("\xEF\xBB\xBF")) return repair_utf8(bytes.substr(3));
    std::string text;
    const Encoding& encoding = base_encoding(BaseEncoding::win_ansi);
    for (const char c : bytes) {
        const char16_t character = encoding[static_cast<unsigned char>(c)];
        append_utf8(character == 0 ? U' ' : character, text);
    }
    return text;
}

std::string tidy_glyph_text(std::string_view text, std::string_view font_name) {
    std::string tidy;
    while (!text.empty()) {
        const char32_t character = symbol_for(take_character(text), font_name);
        const auto* const ligature = std::ranges::find(
            k_ligatures, character, &std::pair<char32_t, std::string_view>::first);
        if (ligature != k_ligatures.end()) {
            tidy += ligature->second;
        } else if (!is_control(character)) {
            append_utf8(character, tidy);
        }
    }
    return tidy;
}

}  // namespace tidytracker::pdf
