// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
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
                if (const unsigned found = marks(text.data() + at); found != 0)
                    return at + first(found);
            }
            if (at >= text.size()) return text.size();
            // The rest is the end of the last whole block.
            const std::size_t last = text.size() - k_block;
            const unsigned found = marks(text.data() + last) >> (at - last);
            return found != 0 ? at + first(found) : text.size();
        }
#endif
        while (at < text.size() && !holds(text[at])) ++at;
        return at;
    }

    static constexpr std::size_t k_marked_at_once = 64;

    /// A bit for each of the next 64 bytes that is one of them, the lowest for the first.
    [[nodiscard]] std::uint64_t marks_of_many(std::string_view text, std::size_t at) const {
#ifdef __SSE2__
        if (at + k_marked_at_once <= text.size()) {
            const auto quarter = [this, text, at](std::size_t number) {
                return std::uint64_t{marks(text.data() + at + number * k_block)}
                       << number * k_block;
            };
            return quarter(0) | quarter(1) | quarter(2) | quarter(3);
        }
#endif
        std::uint64_t found = 0;
        const std::size_t size = at < text.size() ? text.size() - at : 0;
        for (std::size_t bit = 0; bit < size && bit < k_marked_at_once; ++bit) {
            found |= std::uint64_t{holds(text[at + bit])} << bit;
        }
        return found;
    }

    static constexpr std::size_t k_padding = 16;

    /// Is one of them in the text? Behind it there must be `k_padding` bytes that may be read.
    [[nodiscard]] bool any_in_padded(const char* text, std::size_t size) const {
#ifdef __SSE2__
        for (; size >= k_block; size -= k_block, text += k_block) {
            if (marks(text) != 0) return true;
        }
        return size > 0 && (marks(text) & ((1U << size) - 1)) != 0;
#else
        return find({text, size}) < size;
#endif
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
    [[nodiscard]] unsigned marks(const char* text) const {
        const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text));
        const auto equal = [block](char c) { return _mm_cmpeq_epi8(block, _mm_set1_epi8(c)); };
        const __m128i any = _mm_or_si128(_mm_or_si128(equal(wanted_[0]), equal(wanted_[1])),
                                         _mm_or_si128(equal(wanted_[2]), equal(wanted_[3])));
        return static_cast<unsigned>(_mm_movemask_epi8(any));
    }
#endif

    std::array<char, 4> wanted_;
};

/// The bytes of a set in a text, one after another. Sixty-four bytes are looked at together, so
/// that a mark costs a few cycles wherever it stands.
class ByteMarks {
  public:
    ByteMarks(std::string_view text, const ByteSet& wanted) : text_(text), wanted_(wanted) {}

    /// Goes on from a place.
    void seek(std::size_t at) {
        block_ = at;
        marks_ = wanted_.marks_of_many(text_, at);
    }
    /// The place of the next one; the text's size if there is none.
    std::size_t next() {
        while (marks_ == 0) {
            if (text_.size() - block_ <= ByteSet::k_marked_at_once) return text_.size();
            seek(block_ + ByteSet::k_marked_at_once);
        }
        const auto bit = static_cast<std::size_t>(std::countr_zero(marks_));
        marks_ &= marks_ - 1;
        return block_ + bit;
    }

  private:
    std::string_view text_;
    ByteSet wanted_;
    std::size_t block_{};
    std::uint64_t marks_{};
};

}  // namespace tidytracker
