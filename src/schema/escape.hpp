// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// The backslash of the notation (notation.hpp).
namespace tidytracker {

/// The characters that have a meaning somewhere, besides the backslash and line breaks. ASCII.
class SpecialCharacters {
  public:
    constexpr explicit SpecialCharacters(std::string_view marks) {
        for (const char mark : marks) special_[static_cast<unsigned char>(mark)] = true;
        for (const char always : {'\\', '\n', '\r'}) {
            special_[static_cast<unsigned char>(always)] = true;
        }
    }
    [[nodiscard]] constexpr bool has(char c) const {
        return special_[static_cast<unsigned char>(c)];
    }

  private:
    std::array<bool, 256> special_{};
};

/// Appends `text` with a backslash before each backslash and each special character; line breaks as
/// \n and \r.
void append_escaped(std::string_view text, const SpecialCharacters& special, std::string& out);
/// The same for a text on one line.
void append_squeezed_and_escaped(std::string_view text, const SpecialCharacters& special,
                                 std::string& out);
[[nodiscard]] std::string squeezed_and_escaped(std::string_view text,
                                               const SpecialCharacters& special);
/// Undoes append_escaped for any `special`. A backslash before a letter or digit other than those
/// is kept, so that a path that a person typed stays as it is.
[[nodiscard]] std::string unescape(std::string_view text);
/// Position of the first character of `wanted` without a backslash, from `first`; npos if none.
[[nodiscard]] std::size_t find_unescaped(std::string_view text, std::string_view wanted,
                                         std::size_t first = 0);
/// The parts between separators without a backslash.
[[nodiscard]] std::vector<std::string_view> split_unescaped(std::string_view text, char separator);

}  // namespace tidytracker
