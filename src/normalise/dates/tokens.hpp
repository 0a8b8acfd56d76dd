// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "normalise/dates/phrases.hpp"

namespace tidytracker::dates {

struct Token {
    Sense sense{Sense::unknown};
    int value{};
    int digits{};     ///< of a number, leading zeros included
    bool ordinal{};   ///< "3rd"
    bool tick{};      ///< "'24"
    bool spaced{};    ///< white space before it
    bool new_line{};  ///< a line break before it
    bool capital{};   ///< an unknown word that begins with a capital letter
    bool acronym{};   ///< a short word in capital letters
    std::size_t begin{};
    std::size_t end{};
};

/// The tokens of `text`, at most `limit`; no phrase of dates needs more than a few dozen.
[[nodiscard]] std::vector<Token> tokens_of(std::string_view text, std::size_t limit);
/// The same up to the first that is no word of dates, which is the last one: a date that opens a
/// long text needs no more.
[[nodiscard]] std::vector<Token> opening_tokens_of(std::string_view text, std::size_t limit);

}  // namespace tidytracker::dates
