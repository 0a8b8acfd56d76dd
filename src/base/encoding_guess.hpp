// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

// What bytes look like: the evidence that decode_text decides upon.
namespace tidytracker {

/// Length of the UTF-8 character at the start; 0 if there is none (Unicode, table 3-7).
[[nodiscard]] std::size_t utf8_length(std::string_view bytes);
/// Are these bytes, the last of a file, the begin of a UTF-8 character?
[[nodiscard]] bool is_cut_utf8(std::string_view bytes);

struct Utf8Census {
    std::size_t characters{};  ///< of two bytes and more
    std::size_t stray{};       ///< bytes that are no part of a character
};
[[nodiscard]] Utf8Census count_utf8(std::string_view bytes);

/// What the first bytes of a file consist of.
struct ByteSample {
    std::size_t size{};
    std::array<std::size_t, 4> nuls{};  ///< by offset modulo 4
    std::size_t controls{};             ///< that text does not hold, NUL among them
};
[[nodiscard]] ByteSample sample_bytes(std::string_view bytes);

/// UTF-16 or UTF-32 without a byte order mark; `unit` is 0 if it is neither.
struct WideEncoding {
    std::string_view name{};
    std::size_t unit{};
};
[[nodiscard]] WideEncoding wide_encoding_of(const ByteSample& sample);
[[nodiscard]] bool is_binary(const ByteSample& sample);

/// Do the bytes above 0x7F make better words as Mac OS Roman than as Windows-1252?
[[nodiscard]] bool looks_like_mac_roman(std::string_view bytes);

}  // namespace tidytracker
