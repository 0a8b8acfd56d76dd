// SPDX-License-Identifier: Apache-2.0
#include "base/encoding_guess.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

#include "base/iconv.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

namespace tidytracker {
namespace {

/// Enough to see what a file is, however long it may be.
constexpr std::size_t k_sample_bytes = 64U << 10U;
constexpr std::size_t k_judged_bytes = 4096;

unsigned char byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

/// The bytes of a character that a lead byte announces, and the range of the second one, which
/// shuts out overlong forms, surrogates and what lies beyond U+10FFFF.
struct Utf8Lead {
    std::size_t length{};
    unsigned char second_from{0x80};
    unsigned char second_to{0xBF};
};

Utf8Lead utf8_lead(unsigned char lead) {
    if (lead < 0x80) return {1};
    if (lead >= 0xC2 && lead <= 0xDF) return {2};
    if (lead == 0xE0) return {3, 0xA0, 0xBF};
    if (lead == 0xED) return {3, 0x80, 0x9F};
    if (lead >= 0xE1 && lead <= 0xEF) return {3};
    if (lead == 0xF0) return {4, 0x90, 0xBF};
    if (lead == 0xF4) return {4, 0x80, 0x8F};
    if (lead >= 0xF1 && lead <= 0xF3) return {4};
    return {0};
}

/// How many bytes at the start agree with the lead byte, itself included.
std::size_t agreeing_bytes(std::string_view bytes, const Utf8Lead& lead) {
    const std::size_t end = std::min(lead.length, bytes.size());
    for (std::size_t at = 1; at < end; ++at) {
        const unsigned char from = at == 1 ? lead.second_from : 0x80;
        const unsigned char to = at == 1 ? lead.second_to : 0xBF;
        if (byte_at(bytes, at) < from || byte_at(bytes, at) > to) return at;
    }
    return end;
}

bool is_control(unsigned char byte) {
    // Line ends, tab and form feed are text; so are the separators 0x1C to 0x1F, which some
    // exports put between fields, and Ctrl-Z, the end mark of DOS.
    if (byte >= 0x20) return byte == 0x7F;
    return !(byte >= '\t' && byte <= '\r') && byte != 0x1A && byte < 0x1C;
}

/// The letter case of a character, as far as spelling depends on it.
enum class Spelling : std::uint8_t { lower, upper, apostrophe, opening, closing, other };

Spelling spelling_of(char32_t c) {
    if (is_lower_case(c)) return Spelling::lower;
    if (is_upper_case(c)) return Spelling::upper;
    if (c == 0x2019) return Spelling::apostrophe;
    if (c == 0x201C || c == 0x2018) return Spelling::opening;
    if (c == 0x201D || c == 0x2026) return Spelling::closing;
    return Spelling::other;
}

/// Does the character make sense between these two? 1 yes, -1 no, 0 cannot say.
int fits(char before, char32_t character, char after) {
    const bool in_word = is_letter(before) && is_letter(after);
    switch (spelling_of(character)) {
        case Spelling::lower:
            return is_letter(before) || is_lower(after) ? 1 : -1;
        case Spelling::upper:
            return is_lower(before) ? -1 : is_letter(after) ? 1 : 0;
        case Spelling::apostrophe:
            return is_letter(before) ? 1 : -1;
        case Spelling::opening:
            return !is_letter(before) && is_word_byte(after) ? 1 : -1;
        case Spelling::closing:
            return in_word ? -1 : 1;
        case Spelling::other:
            return in_word || character == 0xFFFD ? -1 : !is_letter(before) ? 1 : 0;
    }
    return 0;
}

/// The characters of the bytes 0x80 to 0xFF in an encoding; U+FFFD where there is none.
std::array<char32_t, 128> upper_half_of(const std::string& encoding) {
    std::array<char32_t, 128> half{};
    for (std::size_t at = 0; at < half.size(); ++at) {
        const char byte = static_cast<char>(0x80 + at);
        const auto converted = convert_to_utf8({&byte, 1}, encoding, 1);
        std::string_view text = converted ? std::string_view(converted->text) : "";
        half[at] = take_character(text);
    }
    return half;
}

}  // namespace

std::size_t utf8_length(std::string_view bytes) {
    if (bytes.empty()) return 0;
    const Utf8Lead lead = utf8_lead(byte_at(bytes, 0));
    return agreeing_bytes(bytes, lead) == lead.length ? lead.length : 0;
}

bool is_cut_utf8(std::string_view bytes) {
    if (bytes.empty()) return false;
    const Utf8Lead lead = utf8_lead(byte_at(bytes, 0));
    return bytes.size() < lead.length && agreeing_bytes(bytes, lead) == bytes.size();
}

Utf8Census count_utf8(std::string_view bytes) {
    Utf8Census census;
    while (true) {
        bytes.remove_prefix(ascii_length(bytes));
        if (bytes.empty()) return census;
        const std::size_t length = utf8_length(bytes);
        ++(length > 0 ? census.characters : census.stray);
        bytes.remove_prefix(std::max<std::size_t>(1, length));
    }
}

ByteSample sample_bytes(std::string_view bytes) {
    bytes = bytes.substr(0, k_sample_bytes);
    ByteSample sample;
    sample.size = bytes.size();
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (bytes[at] == '\0') ++sample.nuls[at % 4];
        if (is_control(byte_at(bytes, at))) ++sample.controls;
    }
    return sample;
}

WideEncoding wide_encoding_of(const ByteSample& sample) {
    const auto& nuls = sample.nuls;
    const std::size_t quarter = sample.size / 4;
    if (quarter == 0) return {};
    // Western text has a NUL in every unit, Chinese text one at each line end and digit: a tenth of
    // the units is enough, if the other half of the units has next to none.
    if (nuls[2] + nuls[3] > quarter + quarter / 2 && nuls[0] * 8 < quarter) return {"UTF-32LE", 4};
    if (nuls[0] + nuls[1] > quarter + quarter / 2 && nuls[3] * 8 < quarter) return {"UTF-32BE", 4};
    const std::size_t even = nuls[0] + nuls[2];
    const std::size_t odd = nuls[1] + nuls[3];
    if (odd * 5 >= quarter && even * 8 < odd) return {"UTF-16LE", 2};
    if (even * 5 >= quarter && odd * 8 < even) return {"UTF-16BE", 2};
    return {};
}

bool is_binary(const ByteSample& sample) {
    // Random bytes hold about 10 % of these controls, damaged texts a handful.
    return sample.controls * 50 > sample.size;
}

bool looks_like_mac_roman(std::string_view bytes) {
    static const auto mac = upper_half_of("MACINTOSH");
    static const auto windows = upper_half_of("CP1252");
    // Mac OS before version 10 ended lines with CR alone. That decides where both make sense.
    const bool cr_only =
        bytes.find('\r') != std::string_view::npos && bytes.find('\n') == std::string_view::npos;
    int evidence = cr_only ? 1 : 0;
    std::size_t judged = 0;
    for (std::size_t at = 0; at < bytes.size() && judged < k_judged_bytes; ++at) {
        const unsigned char byte = byte_at(bytes, at);
        if (byte < 0x80) continue;
        ++judged;
        const char before = at > 0 ? bytes[at - 1] : ' ';
        const char after = at + 1 < bytes.size() ? bytes[at + 1] : ' ';
        evidence +=
            fits(before, mac[byte - 0x80U], after) - fits(before, windows[byte - 0x80U], after);
    }
    return evidence > 0;
}

}  // namespace tidytracker
