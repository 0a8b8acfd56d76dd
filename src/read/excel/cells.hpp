// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/little_endian.hpp"

// What the cells of both binary formats, XLS and XLSB, have in common.
namespace tidytracker::excel {

/// A number in 30 bits: an integer or the upper half of a double, maybe of a hundredfold
/// ([MS-XLS] 2.5.217).
[[nodiscard]] double number_from_rk(std::uint32_t rk);

/// "#DIV/0!" for an error code ([MS-XLS] 2.5.10); "#ERROR!" for one that is unknown.
[[nodiscard]] std::string_view error_name(std::uint8_t code);

/// The groups that columns belong to, from the flags of their record ([MS-XLS] 2.4.53,
/// [MS-XLSB] 2.4.323).
[[nodiscard]] constexpr std::uint8_t outline_of_column(unsigned flags) {
    return static_cast<std::uint8_t>(flags >> 8U & 7U);
}

/// Strings in formulas are counted by two bytes and wide in BIFF12, counted by one byte and flagged
/// in BIFF8, and bytes before.
enum class TokenStrings : std::uint8_t { of_biff12, of_biff8, of_bytes };
/// The string of a token ([MS-XLS] 2.5.198.89) whose number has just been taken.
[[nodiscard]] std::string take_token_string(ByteReader& in, TokenStrings strings);

/// The first argument of HYPERLINK, if the formula is such a call and the argument a literal; else
/// empty. `tokens` are the formula's ([MS-XLS] 2.5.198).
[[nodiscard]] std::string hyperlink_of(std::string_view tokens, TokenStrings strings);

}  // namespace tidytracker::excel
