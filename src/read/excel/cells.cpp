// SPDX-License-Identifier: Apache-2.0
#include "read/excel/cells.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "base/unicode.hpp"

namespace tidytracker::excel {
namespace {

struct ErrorName {
    std::uint8_t code{};
    std::string_view name{};
};
constexpr std::array k_error_names{ErrorName{0x00, "#NULL!"},  ErrorName{0x07, "#DIV/0!"},
                                   ErrorName{0x0F, "#VALUE!"}, ErrorName{0x17, "#REF!"},
                                   ErrorName{0x1D, "#NAME?"},  ErrorName{0x24, "#NUM!"},
                                   ErrorName{0x2A, "#N/A"},    ErrorName{0x2B, "#GETTING_DATA"}};

constexpr std::uint8_t k_string_token = 0x17;         // PtgStr
constexpr std::uint8_t k_variable_call_token = 0x42;  // PtgFuncVar, giving a value
constexpr std::uint16_t k_hyperlink_function = 359;
constexpr std::size_t k_call_size = 4;

}  // namespace

double number_from_rk(std::uint32_t rk) {
    constexpr std::uint32_t k_hundredfold = 1;
    constexpr std::uint32_t k_integer = 2;
    double value = 0;
    if ((rk & k_integer) != 0) {
        value = static_cast<double>(static_cast<std::int32_t>(rk) >> 2);
    } else {
        value = std::bit_cast<double>(std::uint64_t{rk & ~3U} << 32);
    }
    return (rk & k_hundredfold) != 0 ? value / 100 : value;
}

std::string_view error_name(std::uint8_t code) {
    const auto* const found = std::ranges::find(k_error_names, code, &ErrorName::code);
    return found != k_error_names.end() ? found->name : "#ERROR!";
}

std::string take_token_string(ByteReader& in, TokenStrings strings) {
    std::size_t count = 0;
    bool wide = strings == TokenStrings::of_biff12;
    if (wide) {
        count = in.take<std::uint16_t>();
    } else {
        count = in.take<std::uint8_t>();
        if (strings == TokenStrings::of_biff8) wide = (in.take<std::uint8_t>() & 1U) != 0;
    }
    std::string text;
    const std::string_view characters = in.take_bytes(wide ? count * 2 : count);
    wide ? append_utf16(characters, text) : append_latin_1(characters, text);
    return text;
}

std::string hyperlink_of(std::string_view tokens, TokenStrings strings) {
    if (tokens.size() < k_call_size) return {};
    const std::string_view call = tokens.substr(tokens.size() - k_call_size);
    const bool is_call = number_at<std::uint8_t>(call, 0) == k_variable_call_token &&
                         number_at<std::uint16_t>(call, 2) == k_hyperlink_function;
    ByteReader in(tokens);
    if (!is_call || in.take<std::uint8_t>() != k_string_token) return {};
    return take_token_string(in, strings);
}

}  // namespace tidytracker::excel
