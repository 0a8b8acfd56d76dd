// SPDX-License-Identifier: Apache-2.0
#include "base/json_text.hpp"

#include <array>

#include "base/unicode.hpp"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace tidytracker {
namespace {

/// Control characters, the quotation mark and the backslash (RFC 8259, section 7).
constexpr auto k_escaped = [] {
    std::array<bool, 256> escaped{};
    for (std::size_t control = 0; control < 0x20; ++control) escaped[control] = true;
    escaped['"'] = escaped['\\'] = true;
    return escaped;
}();

/// The first character from `at` on that is escaped; the text's size if there is none.
std::size_t find_escaped(std::string_view text, std::size_t at) {
#ifdef __SSE2__
    constexpr std::size_t k_block = sizeof(__m128i);
    for (; at + k_block <= text.size(); at += k_block) {
        const auto* const from = reinterpret_cast<const __m128i*>(text.data() + at);
        const __m128i block = _mm_loadu_si128(from);
        const __m128i controls = _mm_cmpeq_epi8(_mm_min_epu8(block, _mm_set1_epi8(0x1F)), block);
        const __m128i quotes = _mm_cmpeq_epi8(block, _mm_set1_epi8('"'));
        const __m128i slashes = _mm_cmpeq_epi8(block, _mm_set1_epi8('\\'));
        if (_mm_movemask_epi8(_mm_or_si128(controls, _mm_or_si128(quotes, slashes))) != 0) break;
    }
#endif
    while (at < text.size() && !k_escaped[static_cast<unsigned char>(text[at])]) ++at;
    return at;
}

void append_escape(char c, std::string& out) {
    constexpr std::string_view k_short = "\"\"\\\\\nn\rr\tt";
    constexpr std::string_view k_digits = "0123456789abcdef";
    for (std::size_t at = 0; at < k_short.size(); at += 2) {
        if (k_short[at] != c) continue;
        out += '\\';
        out += k_short[at + 1];
        return;
    }
    out += "\\u00";
    out += k_digits[static_cast<unsigned char>(c) >> 4U];
    out += k_digits[static_cast<unsigned char>(c) & 0xFU];
}

}  // namespace

void append_valid_json(std::string_view text, std::string& out) {
    out += '"';
    for (std::size_t begin = 0;; ++begin) {
        const std::size_t end = find_escaped(text, begin);
        out.append(text, begin, end - begin);
        if (end == text.size()) break;
        append_escape(text[end], out);
        begin = end;
    }
    out += '"';
}

void append_json(std::string_view text, std::string& out) {
    if (is_valid_utf8(text)) {
        append_valid_json(text, out);
    } else {
        append_valid_json(repair_utf8(text), out);
    }
}

void append_json_or_null(std::string_view text, std::string& out) {
    if (text.empty()) {
        out += "null";
    } else {
        append_json(text, out);
    }
}

}  // namespace tidytracker
