// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>

namespace tidytracker::number_format {

/// A positive number as its decimal digits: 0.d1d2d3... times ten to the power of `point`.
/// Excel shows numbers as if they had 15 significant digits, so that 0.1 + 0.2 is 0.3 and 1.005
/// rounds up; rounding the binary number instead would differ from it in the last place.
struct Decimal {
    std::array<char, 24> digits{};
    int count{};  ///< digits held; the last is not 0. None: the number is 0
    int point{};  ///< digits before the decimal point; negative: zeros after it

    [[nodiscard]] bool is_zero() const { return count == 0; }
    /// The digit at a place: 0 is units, 1 tens, -1 tenths.
    [[nodiscard]] char at(int place) const {
        const int index = point - 1 - place;
        return index >= 0 && index < count ? digits[static_cast<std::size_t>(index)] : '0';
    }
    /// Digits after the decimal point.
    [[nodiscard]] int places() const { return count > point ? count - point : 0; }
};

/// `value` is finite and not negative.
[[nodiscard]] Decimal decimal_of(double value);
/// Rounds half up to so many digits after the decimal point (before it, if negative).
void round_to(Decimal& number, int places);

}  // namespace tidytracker::number_format
