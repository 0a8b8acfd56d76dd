// SPDX-License-Identifier: Apache-2.0
#include "read/docx/symbols.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace tidytracker::docx {
namespace {

constexpr std::string_view k_unknown_picture = "\xE2\x80\xA2";

struct SymbolPicture {
    std::string_view font{};
    char32_t code{};
    std::string_view text{};
};

/// From the fonts' character tables.
constexpr auto k_pictures = std::to_array<SymbolPicture>({
    {"Wingdings", 0x6E, "\xE2\x96\xA0"},    // black square
    {"Wingdings", 0x6F, "\xE2\x98\x90"},    // box
    {"Wingdings", 0x71, "\xE2\x98\x90"},    // box with shadow
    {"Wingdings", 0x78, "\xE2\x98\x92"},    // crossed box
    {"Wingdings", 0xA8, "\xE2\x98\x90"},    // box
    {"Wingdings", 0xDF, "\xE2\x86\x90"},    // arrow to the left
    {"Wingdings", 0xE0, "\xE2\x86\x92"},    // arrow to the right
    {"Wingdings", 0xE1, "\xE2\x86\x91"},    // arrow up
    {"Wingdings", 0xE2, "\xE2\x86\x93"},    // arrow down
    {"Wingdings", 0xFB, "\xE2\x9C\x97"},    // cross
    {"Wingdings", 0xFC, "\xE2\x9C\x93"},    // tick
    {"Wingdings", 0xFD, "\xE2\x98\x92"},    // crossed box
    {"Wingdings", 0xFE, "\xE2\x98\x91"},    // ticked box
    {"Wingdings 2", 0x4F, "\xE2\x9C\x97"},  // cross
    {"Wingdings 2", 0x50, "\xE2\x9C\x93"},  // tick
    {"Wingdings 2", 0x51, "\xE2\x98\x92"},  // crossed box
    {"Wingdings 2", 0x52, "\xE2\x98\x91"},  // ticked box
    {"Wingdings 2", 0x53, "\xE2\x98\x92"},  // crossed box
    {"Wingdings 2", 0xA3, "\xE2\x98\x90"},  // box
    {"Webdings", 0x61, "\xE2\x9C\x93"},     // tick
    {"Webdings", 0x63, "\xE2\x98\x90"},     // box
    {"Webdings", 0x72, "\xE2\x9C\x97"},     // cross
    {"Symbol", 0x2D, "-"},                  //
    {"Symbol", 0xA3, "\xE2\x89\xA4"},       // less or equal
    {"Symbol", 0xAE, "\xE2\x86\x92"},       // arrow to the right
    {"Symbol", 0xB1, "\xC2\xB1"},           // plus or minus
    {"Symbol", 0xB3, "\xE2\x89\xA5"},       // greater or equal
});

constexpr std::array<std::string_view, 5> k_symbol_fonts{"Wingdings", "Wingdings 2", "Wingdings 3",
                                                         "Webdings", "Symbol"};

}  // namespace

bool is_private_use(char32_t character) {
    return character >= 0xE000 && character <= 0xF8FF;
}

bool is_symbol_font(std::string_view font) {
    return std::ranges::any_of(
        k_symbol_fonts, [font](std::string_view name) { return equals_ignoring_case(name, font); });
}

std::string_view symbol_of(std::string_view font, char32_t code) {
    constexpr char32_t k_offset = 0xF000;
    const char32_t plain = code >= k_offset && is_private_use(code) ? code - k_offset : code;
    if (plain == U' ') return " ";
    const auto* const at = std::ranges::find_if(k_pictures, [&](const SymbolPicture& picture) {
        return picture.code == plain && equals_ignoring_case(picture.font, font);
    });
    return at != k_pictures.end() ? at->text : k_unknown_picture;
}

}  // namespace tidytracker::docx
