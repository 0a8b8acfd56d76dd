// SPDX-License-Identifier: Apache-2.0
#include "base/mojibake.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/unicode.hpp"

namespace tidytracker {
namespace {

/// What Windows-1252 has for the bytes 0x80 to 0x9F; 0 for the five that it leaves open, which
/// programs read as the control characters of ISO 8859-1.
constexpr std::array<char16_t, 32> k_high_controls{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// The byte above 0x7F that stands for the character in Windows-1252, or 0.
unsigned char byte_of(char32_t character) {
    if (character >= 0x80 && character <= 0xFF) return static_cast<unsigned char>(character);
    if (character < 0x100 || character > 0xFFFF) return 0;
    const auto found = std::ranges::find(k_high_controls, static_cast<char16_t>(character));
    if (found == k_high_controls.end()) return 0;
    return static_cast<unsigned char>(0x80 + (found - k_high_controls.begin()));
}

/// Appends a run of characters above ASCII, as it was meant. Returns whether that differs.
bool append_run(std::string_view run, std::string_view bytes, std::string& out) {
    const bool meant = bytes.size() >= 2 && is_valid_utf8(bytes);
    out += meant ? bytes : run;
    return meant;
}

}  // namespace

std::optional<std::string> mended_mojibake(std::string_view text) {
    // All lead bytes of UTF-8 show as characters of two or more bytes that begin with 0xC3.
    if (text.find('\xC3') == std::string_view::npos &&
        text.find('\xC2') == std::string_view::npos) {
        return std::nullopt;
    }
    std::string out;
    std::string bytes;
    bool mended = false;
    std::size_t run = 0;
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::size_t at = text.size() - rest.size();
        const char32_t character = take_character(rest);
        const unsigned char byte = character < 0x80 ? 0 : byte_of(character);
        if (byte != 0) {
            if (bytes.empty()) run = at;
            bytes += static_cast<char>(byte);
            continue;
        }
        mended |= append_run(text.substr(bytes.empty() ? at : run, bytes.empty() ? 0 : at - run),
                             bytes, out);
        bytes.clear();
        out += text.substr(at, text.size() - rest.size() - at);
    }
    if (!bytes.empty()) mended |= append_run(text.substr(run), bytes, out);
    if (!mended) return std::nullopt;
    return out;
}

}  // namespace tidytracker
