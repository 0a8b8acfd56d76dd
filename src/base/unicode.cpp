// SPDX-License-Identifier: Apache-2.0
#include "base/unicode.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>

#include <utf8proc.h>

#include "base/little_endian.hpp"
#include "base/text.hpp"

namespace tidytracker {
namespace {

const utf8proc_uint8_t* bytes_of(std::string_view text) {
    return reinterpret_cast<const utf8proc_uint8_t*>(text.data());
}

/// Length of the character at the start; 0 if the bytes are none.
std::size_t decode(std::string_view text, utf8proc_int32_t& character) {
    const utf8proc_ssize_t length =
        utf8proc_iterate(bytes_of(text), static_cast<utf8proc_ssize_t>(text.size()), &character);
    return length > 0 ? static_cast<std::size_t>(length) : 0;
}

std::string mapped(std::string_view text, int options) {
    utf8proc_uint8_t* out = nullptr;
    const utf8proc_ssize_t length =
        utf8proc_map(bytes_of(text), static_cast<utf8proc_ssize_t>(text.size()), &out,
                     static_cast<utf8proc_option_t>(options));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> guard(out, &std::free);
    if (length < 0) return std::string(text);
    return std::string(reinterpret_cast<const char*>(out), static_cast<std::size_t>(length));
}

/// The ASCII form of a typographic quote or dash; 0 for another character.
char plain_form(char32_t c) {
    if (c == 0x2018 || c == 0x2019 || c == 0x201A || c == 0x201B || c == 0x2032 || c == 0xB4 ||
        c == '`') {
        return '\'';
    }
    if (c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB || c == 0xBB) return '"';
    return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 ? '-' : '\0';
}

}  // namespace

std::size_t ascii_length(std::string_view bytes) {
    std::size_t at = 0;
    std::array<std::uint64_t, 4> words{};
    while (at + sizeof words <= bytes.size()) {
        std::memcpy(words.data(), bytes.data() + at, sizeof words);
        if (((words[0] | words[1] | words[2] | words[3]) & 0x8080808080808080U) != 0) break;
        at += sizeof words;
    }
    while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
    return at;
}

bool is_valid_utf8(std::string_view text) {
    utf8proc_int32_t character = 0;
    while (true) {
        text.remove_prefix(ascii_length(text));
        if (text.empty()) return true;
        const std::size_t length = decode(text, character);
        if (length == 0) return false;
        text.remove_prefix(length);
    }
}

void repair_utf8_from(std::size_t first, std::string& text) {
    const std::string_view tail = std::string_view(text).substr(first);
    if (is_valid_utf8(tail)) return;
    const std::string repaired = repair_utf8(tail);
    text.replace(first, std::string::npos, repaired);
}

std::string repair_utf8(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) append_utf8(take_character(text), out);
    return out;
}

void append_utf8(char32_t character, std::string& out) {
    utf8proc_uint8_t buffer[4];
    const auto code = static_cast<utf8proc_int32_t>(character);
    // The library encodes surrogates too, which are no characters.
    if (!utf8proc_codepoint_valid(code)) {
        out += "\xEF\xBF\xBD";
        return;
    }
    const utf8proc_ssize_t length = utf8proc_encode_char(code, buffer);
    out.append(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(length));
}

void append_utf16(std::string_view bytes, std::string& out) {
    out.reserve(out.size() + bytes.size() / 2);
    const auto unit_at = [bytes](std::size_t at) {
        return static_cast<char32_t>(number_at<std::uint16_t>(bytes, at));
    };
    for (std::size_t at = 0; at + 2 <= bytes.size(); at += 2) {
        const char32_t unit = unit_at(at);
        const char32_t low = unit >= 0xD800 && unit < 0xDC00 ? unit_at(at + 2) : 0;
        if (unit < 0x80) {
            out += static_cast<char>(unit);
        } else if (low >= 0xDC00 && low < 0xE000) {
            append_utf8(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00), out);
            at += 2;
        } else {
            append_utf8(unit, out);
        }
    }
}

void append_latin_1(std::string_view bytes, std::string& out) {
    if (is_ascii(bytes)) {
        out += bytes;
        return;
    }
    for (const char c : bytes) append_utf8(static_cast<unsigned char>(c), out);
}

char32_t take_character(std::string_view& text) {
    utf8proc_int32_t character = 0;
    const std::size_t length = decode(text, character);
    text.remove_prefix(length == 0 ? std::min<std::size_t>(1, text.size()) : length);
    return length == 0 ? U'\uFFFD' : static_cast<char32_t>(character);
}

bool is_upper_case(char32_t character) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(character)) == UTF8PROC_CATEGORY_LU;
}

bool is_lower_case(char32_t character) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(character)) == UTF8PROC_CATEGORY_LL;
}

std::string compose(std::string_view text) {
    if (is_ascii(text)) return std::string(text);
    return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::string fold(std::string_view text) {
    if (is_ascii(text)) {
        std::string plain = squeeze(text);
        for (char& c : plain) c = c == '`' ? '\'' : to_lower(c);
        return plain;
    }
    const std::string level = mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
                                               UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    std::string out;
    std::string_view rest = level;
    while (!rest.empty()) {
        const char32_t character = take_character(rest);
        if (const char plain = plain_form(character)) {
            out += plain;
        } else {
            append_utf8(character, out);
        }
    }
    return squeeze(out);
}

int display_width(std::string_view text) {
    if (is_plain_ascii(text)) return static_cast<int>(text.size());
    int width = 0;
    while (!text.empty()) {
        if (text[0] >= ' ' && text[0] < '\x7f') {
            ++width;
            text.remove_prefix(1);
            continue;
        }
        width += std::max(0, utf8proc_charwidth(static_cast<int>(take_character(text))));
    }
    return width;
}

}  // namespace tidytracker
