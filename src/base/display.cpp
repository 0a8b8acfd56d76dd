// SPDX-License-Identifier: Apache-2.0
#include "base/display.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"

namespace tidytracker {
namespace {

/// Control characters: C0, delete and C1.
bool is_control(char32_t character) {
    return character < 0x20 || (character >= 0x7f && character < 0xa0);
}

/// The longest start of `text` that takes at most `width` columns.
std::string_view fitting(std::string_view text, int width) {
    std::string_view rest = text;
    int used = 0;
    while (!rest.empty()) {
        const std::string_view before = rest;
        static_cast<void>(take_character(rest));
        used += display_width(before.substr(0, before.size() - rest.size()));
        if (used > width) return text.substr(0, text.size() - before.size());
    }
    return text;
}

}  // namespace

std::string printable(std::string_view text) {
    const std::string line = squeeze(text);
    std::string out;
    std::string_view rest = line;
    while (!rest.empty()) {
        const char32_t character = take_character(rest);
        append_utf8(is_control(character) ? U'\uFFFD' : character, out);
    }
    return out;
}

std::string clip(std::string_view text, int width) {
    if (display_width(text) <= width) return std::string(text);
    return std::string(trim(fitting(text, width - 3))) + "...";
}

}  // namespace tidytracker
