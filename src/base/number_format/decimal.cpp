// SPDX-License-Identifier: Apache-2.0
#include "base/number_format/decimal.hpp"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace tidytracker::number_format {
namespace {

constexpr int k_significant_digits = 15;

void strip_zeros(Decimal& number) {
    while (number.count > 0 && number.digits[static_cast<std::size_t>(number.count - 1)] == '0') {
        --number.count;
    }
    if (number.count == 0) number.point = 0;
}

Decimal from_integer(std::uint64_t value) {
    Decimal number;
    char* const first = number.digits.data();
    number.count = static_cast<int>(std::to_chars(first, first + 20, value).ptr - first);
    number.point = number.count;
    return number;
}

/// Reads "1.2345e-05".
Decimal from_scientific(const char* first, const char* end) {
    Decimal number;
    const char* mark = end;
    while (*--mark != 'e') {
    }
    for (const char* digit = first; digit < mark; ++digit) {
        if (*digit != '.') number.digits[static_cast<std::size_t>(number.count++)] = *digit;
    }
    // from_chars takes no plus sign.
    std::from_chars(mark[1] == '+' ? mark + 2 : mark + 1, end, number.point);
    ++number.point;
    return number;
}

}  // namespace

Decimal decimal_of(double value) {
    Decimal number;
    if (value < 1e15 && value == std::trunc(value)) {
        number = from_integer(static_cast<std::uint64_t>(value));
        strip_zeros(number);
        return number;
    }
    // The shortest form is three times as fast to find. If it has at most 15 digits, it is the
    // form with 15 digits too: no two of those are the same double.
    std::array<char, 32> buffer{};
    char* const first = buffer.data();
    char* const last = first + buffer.size();
    const char* end = std::to_chars(first, last, value, std::chars_format::scientific).ptr;
    number = from_scientific(first, end);
    if (number.count > k_significant_digits) {
        end = std::to_chars(first, last, value, std::chars_format::scientific,
                            k_significant_digits - 1)
                  .ptr;
        number = from_scientific(first, end);
    }
    strip_zeros(number);
    return number;
}

void round_to(Decimal& number, int places) {
    const int keep = number.point + places;
    if (keep >= number.count) return;
    if (keep < 0) {
        number.count = number.point = 0;
        return;
    }
    const bool up = number.digits[static_cast<std::size_t>(keep)] >= '5';
    number.count = keep;
    if (up) {
        int last = keep - 1;
        while (last >= 0 && number.digits[static_cast<std::size_t>(last)] == '9') --last;
        if (last < 0) {
            number.digits[0] = '1';
            number.count = 1;
            ++number.point;
            return;
        }
        ++number.digits[static_cast<std::size_t>(last)];
        number.count = last + 1;
    }
    strip_zeros(number);
}

}  // namespace tidytracker::number_format
