// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// The backslash of the notation (notation.hpp).
namespace tidytracker {

/// Appends `text` with a backslash before each backslash and each character of `special`; line
/// breaks as \n and \r.
void append_escaped(std::string_view text, std::string_view special, std::string& out);
/// A text on one line, escaped.
[[nodiscard]] std::string squeezed_and_escaped(std::string_view text, std::string_view special);
/// Undoes append_escaped for any `special`. A backslash before a letter or digit other than those
/// is kept, so that a path that a person typed stays as it is.
[[nodiscard]] std::string unescape(std::string_view text);
/// Position of the first character of `wanted` without a backslash, from `first`; npos if none.
[[nodiscard]] std::size_t find_unescaped(std::string_view text, std::string_view wanted,
                                         std::size_t first = 0);
/// The parts between separators without a backslash.
[[nodiscard]] std::vector<std::string_view> split_unescaped(std::string_view text, char separator);

}  // namespace tidytracker
