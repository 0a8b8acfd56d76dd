// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>

#include "base/number_format/render.hpp"

namespace tidytracker::number_format {
namespace {

/// What fits beside "0." and beside a decimal point, out of 11 characters.
constexpr int k_most_places = 9;
constexpr int k_most_digits = 10;
constexpr int k_most_integer_digits = 11;
constexpr int k_scientific_places = 5;

void append_integer(std::uint64_t value, std::string& out) {
    char buffer[20];
    out.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr);
}

void append_plain(const Decimal& number, std::string& out) {
    for (int place = number.point - 1; place >= 0; --place) out += number.at(place);
    if (number.point <= 0) out += '0';
    if (number.places() > 0) out += '.';
    for (int place = 1; place <= number.places(); ++place) out += number.at(-place);
}

void append_in_powers(Decimal number, std::string& out) {
    int exponent = number.point - 1;
    number.point = 1;
    round_to(number, k_scientific_places);
    if (number.point > 1) {
        number.point = 1;
        ++exponent;
    }
    append_plain(number, out);
    out += exponent < 0 ? "E-" : "E+";
    exponent = std::abs(exponent);
    if (exponent < 10) out += '0';
    append_integer(static_cast<std::uint64_t>(exponent), out);
}

}  // namespace

void append_general(const Decimal& number, std::string& out) {
    // Digits before the point and after it; fewer after it for large numbers.
    int places = k_most_places;
    if (number.point > 1) places = std::max(0, k_most_digits - number.point);
    // Below 0.0001, Excel rounds to no decimal form: what does not fit as it is goes to powers.
    const bool small = number.point < -3 && number.places() > k_most_places;
    Decimal rounded = number;
    round_to(rounded, places);
    if (small || rounded.point > k_most_integer_digits) {
        append_in_powers(number, out);
    } else {
        append_plain(rounded, out);
    }
}

void append_general(double value, std::string& out) {
    if (value < 0) out += '-';
    value = std::abs(value);
    if (value < 1e11 && value == std::trunc(value)) {
        append_integer(static_cast<std::uint64_t>(value), out);
    } else {
        append_general(decimal_of(value), out);
    }
}

}  // namespace tidytracker::number_format
