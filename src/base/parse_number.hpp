// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <charconv>
#include <optional>
#include <string_view>

namespace tidytracker {

/// The number that the whole of `text` is, in the C locale's form; none if it is anything else or
/// out of range. Doubles may come out as infinity or NaN if the text says so.
template <class T>
[[nodiscard]] std::optional<T> parse_number(std::string_view text) {
    T value{};
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || rest != end) return std::nullopt;
    return value;
}

/// The same for hexadecimal digits without a prefix.
template <class T>
[[nodiscard]] std::optional<T> parse_hexadecimal(std::string_view text) {
    T value{};
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, value, 16);
    if (error != std::errc{} || rest != end) return std::nullopt;
    return value;
}

}  // namespace tidytracker
