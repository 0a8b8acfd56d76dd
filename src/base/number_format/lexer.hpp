// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/number_format/program.hpp"

namespace tidytracker::number_format {

enum class TokenKind : std::uint8_t {
    literal,
    digit,              ///< 0 # ?
    point,              ///< .
    comma,              ///< ,
    percent,            ///< %
    slash,              ///< /
    fixed_denominator,  ///< the digits after a slash, as in # ?/16
    exponent,           ///< E+ or E-
    text,               ///< @
    general,            ///< the word General
    letters,            ///< a run of y m d h s e b or g
    half_day,           ///< AM/PM or A/P
    elapsed,            ///< [h] [mm] [s]
    condition,          ///< [>=100]
    language,           ///< [$-40C]
    system_date,        ///< [$-F800]
    system_time,        ///< [$-F400]
};

struct Token {
    TokenKind kind{};
    char symbol{};          ///< the digit, the sign of the exponent, the letter in lower case
    std::uint16_t count{};  ///< letters in the run; of a language, its index
    std::string text{};     ///< as printed where the token means nothing special
    Condition condition{};
};

using Tokens = std::vector<Token>;

[[nodiscard]] inline bool has(const Tokens& tokens, TokenKind kind) {
    return std::ranges::find(tokens, kind, &Token::kind) != tokens.end();
}

/// The tokens of each section of a code; none if a bracket or a quotation is not closed.
/// Colours and numeral systems ([Red], [DBNum1]) leave no token.
/// Source: ECMA-376 part 1, 18.8.31.
[[nodiscard]] std::optional<std::vector<Tokens>> tokens_of(std::string_view code);

}  // namespace tidytracker::number_format
