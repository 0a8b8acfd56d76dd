// SPDX-License-Identifier: Apache-2.0
#include "base/superscript.hpp"

#include <array>
#include <cstddef>

#include "base/text.hpp"

namespace tidytracker {

std::string superscript_digits(std::string_view digits) {
    constexpr std::array<std::string_view, 10> k_raised{
        "\xE2\x81\xB0", "\xC2\xB9",     "\xC2\xB2",     "\xC2\xB3",     "\xE2\x81\xB4",
        "\xE2\x81\xB5", "\xE2\x81\xB6", "\xE2\x81\xB7", "\xE2\x81\xB8", "\xE2\x81\xB9"};
    std::string out;
    for (const char c : digits) {
        if (is_digit(c)) {
            out += k_raised[static_cast<std::size_t>(c - '0')];
        } else {
            out += c;
        }
    }
    return out;
}

}  // namespace tidytracker
