// SPDX-License-Identifier: Apache-2.0
#include "base/number_format/decimal.hpp"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>

namespace tidytracker::number_format {
namespace {

constexpr int k_significant_digits = 15;

void strip_zeros(Decimal& number) {
    while (number.count > 0 && number.digits[static_cast<std::size_t>(number.count - 1)] == '0') {
        --number.count;
    }
    if (number.count == 0) number.point = 0;
}

/// `value` divided by ten to the power of `places`.
Decimal from_integer(std::uint64_t value, int places) {
    Decimal number;
    char* const first = number.digits.data();
    number.count = static_cast<int>(std::to_chars(first, first + 20, value).ptr - first);
    number.point = number.count - places;
    strip_zeros(number);
    return number;
}

/// The powers of ten that have no rounding error in 64 bits: 5 to the power of 27 is the last.
constexpr int k_exact_powers = 28;
constexpr std::array<long double, k_exact_powers> k_powers = [] {
    std::array<long double, k_exact_powers> powers{};
    long double power = 1;
    for (long double& each : powers) {
        each = power;
        power *= 10;
    }
    return powers;
}();

/// Several times as fast as the library: the 15 digits are the number times a power of
/// ten, rounded. The product is off by less than 1/16384 of the last digit, so that only the
/// numbers next to a half are left to the library. None too if a long double has no 64 bits.
std::optional<Decimal> from_product(double value) {
    if (std::numeric_limits<long double>::digits < 64) return std::nullopt;
    constexpr double k_log10_of_2 = 0.30102999566398120;
    constexpr long double k_limit = 1e15L;
    int exponent = 0;
    std::frexp(value, &exponent);
    int places =
        k_significant_digits - 1 - static_cast<int>(std::floor((exponent - 1) * k_log10_of_2));
    if (places < 1 || places >= k_exact_powers) return std::nullopt;
    const auto exact = static_cast<long double>(value);
    long double product = exact * k_powers[static_cast<std::size_t>(places)];
    if (product >= k_limit) {
        --places;
        product = exact * k_powers[static_cast<std::size_t>(places)];
    }
    const auto whole = static_cast<std::uint64_t>(product);
    const long double rest = product - static_cast<long double>(whole);
    constexpr long double k_doubt = 1.0L / 4096;
    if (rest > 0.5L - k_doubt && rest < 0.5L + k_doubt) return std::nullopt;
    return from_integer(rest > 0.5L ? whole + 1 : whole, places);
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
    if (value < 1e15 && value == std::trunc(value)) {
        return from_integer(static_cast<std::uint64_t>(value), 0);
    }
    if (const std::optional<Decimal> number = from_product(value)) return *number;
    std::array<char, 32> buffer{};
    char* const first = buffer.data();
    const char* const end = std::to_chars(first, first + buffer.size(), value,
                                          std::chars_format::scientific, k_significant_digits - 1)
                                .ptr;
    Decimal number = from_scientific(first, end);
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
