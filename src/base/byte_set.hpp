// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace tidytracker {

/// Up to four bytes to look for, sixteen places at a time where the processor can: cells are so
/// short that calling memchr for each byte takes longer than what it saves.
class ByteSet {
  public:
    constexpr ByteSet(char a, char b, char c, char d) : wanted_{a, b, c, d} {}

    /// The first place from `at` on that holds one of them; the text's size if none does.
    [[nodiscard]] std::size_t find(std::string_view text, std::size_t at = 0) const {
#ifdef __SSE2__
        if (text.size() >= k_block) {
            for (; at + k_block <= text.size(); at += k_block) {
                if (const unsigned found = marks(text, at); found != 0) return at + first(found);
            }
            if (at >= text.size()) return text.size();
            // The rest is the end of the last whole block.
            const std::size_t last = text.size() - k_block;
            const unsigned found = marks(text, last) >> (at - last);
            return found != 0 ? at + first(found) : text.size();
        }
#endif
        while (at < text.size() && !holds(text[at])) ++at;
        return at;
    }

  private:
    [[nodiscard]] bool holds(char c) const {
        return c == wanted_[0] || c == wanted_[1] || c == wanted_[2] || c == wanted_[3];
    }
#ifdef __SSE2__
    static constexpr std::size_t k_block = sizeof(__m128i);

    static std::size_t first(unsigned marks) {
        return static_cast<std::size_t>(std::countr_zero(marks));
    }
    /// A bit for each byte of a block that is one of the set, the lowest for the first.
    [[nodiscard]] unsigned marks(std::string_view text, std::size_t at) const {
        const auto* const from = reinterpret_cast<const __m128i*>(text.data() + at);
        const __m128i block = _mm_loadu_si128(from);
        const auto equal = [block](char c) { return _mm_cmpeq_epi8(block, _mm_set1_epi8(c)); };
        const __m128i any = _mm_or_si128(_mm_or_si128(equal(wanted_[0]), equal(wanted_[1])),
                                         _mm_or_si128(equal(wanted_[2]), equal(wanted_[3])));
        return static_cast<unsigned>(_mm_movemask_epi8(any));
    }
#endif

    std::array<char, 4> wanted_;
};

}  // namespace tidytracker
