// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

namespace tidytracker {

/// Marks, by their highest bit, the bytes of `word` that equal `byte`. Bytes above a marked one may
/// be marked by mistake, the lowest is right.
constexpr std::uint64_t mark_equal(std::uint64_t word, char byte) {
    constexpr std::uint64_t k_ones = 0x0101010101010101;
    const std::uint64_t difference = word ^ (k_ones * static_cast<unsigned char>(byte));
    return (difference - k_ones) & ~difference & (k_ones << 7);
}

/// The first byte from `at` on that ends plain text: '<', '&' or a carriage return; `end` if there
/// is none. Eight bytes at a time, for the texts of cells are too short for memchr to pay.
inline const char* find_markup(const char* at, const char* end) {
    if constexpr (std::endian::native == std::endian::little) {
        for (; end - at >= 8; at += 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, at, 8);
            const std::uint64_t found =
                mark_equal(word, '<') | mark_equal(word, '&') | mark_equal(word, '\r');
            if (found != 0) return at + std::countr_zero(found) / 8;
        }
    }
    while (at != end && *at != '<' && *at != '&' && *at != '\r') ++at;
    return at;
}

}  // namespace tidytracker
