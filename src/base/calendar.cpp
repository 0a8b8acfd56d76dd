// SPDX-License-Identifier: Apache-2.0
#include "base/calendar.hpp"

#include <charconv>
#include <cmath>

#include "base/text.hpp"

namespace tidytracker {
namespace {

using namespace std::chrono;

constexpr Day k_day_0_of_1900 = sys_days{year{1899} / December / 31};
constexpr Day k_day_0_of_1904 = sys_days{year{1904} / January / 1};
/// Lotus 1-2-3 took 1900 for a leap year, and Excel keeps its day numbers: from 1 March 1900 on
/// they are one higher than the count of days.
constexpr double k_leap_day_that_never_was = 60;

}  // namespace

std::string iso_day(Day day) {
    const year_month_day date{day};
    const int in_year = static_cast<int>(date.year());
    if (in_year < 1 || in_year > 9999) return {};
    // By hand: a date is printed for nearly every cell of a tracker.
    const auto digit = [](unsigned value) { return static_cast<char>('0' + value % 10); };
    const auto y = static_cast<unsigned>(in_year);
    const auto m = static_cast<unsigned>(date.month());
    const auto d = static_cast<unsigned>(date.day());
    return {digit(y / 1000), digit(y / 100), digit(y / 10), digit(y),      '-',
            digit(m / 10),   digit(m),       '-',           digit(d / 10), digit(d)};
}

std::optional<Day> day_from_iso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    for (const std::size_t at : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U}) {
        if (!is_digit(text[at])) return std::nullopt;
    }
    const auto number = [text](std::size_t first, std::size_t length) {
        unsigned value = 0;
        std::from_chars(text.data() + first, text.data() + first + length, value);
        return value;
    };
    return make_day(static_cast<int>(number(0, 4)), number(5, 2), number(8, 2));
}

std::optional<Day> make_day(int in_year, unsigned in_month, unsigned in_day) {
    const year_month_day date{year{in_year}, month{in_month}, day{in_day}};
    if (!date.ok() || in_year < 1 || in_year > 9999) return std::nullopt;
    return sys_days{date};
}

Day last_of_month(int in_year, unsigned in_month) {
    return sys_days{year{in_year} / month{in_month} / last};
}

std::optional<Day> day_from_serial(double serial, DateSystem system) {
    constexpr double k_last = 2958466;  // 1 January 10000
    if (!(serial >= 0) || serial >= k_last) return std::nullopt;
    double whole = std::floor(serial);
    if (system == DateSystem::from_1904) return k_day_0_of_1904 + days{static_cast<int>(whole)};
    if (whole >= k_leap_day_that_never_was) whole -= 1;
    return k_day_0_of_1900 + days{static_cast<int>(whole)};
}

double serial_from_day(Day date, DateSystem system) {
    if (system == DateSystem::from_1904) {
        return static_cast<double>((date - k_day_0_of_1904).count());
    }
    const auto count = static_cast<double>((date - k_day_0_of_1900).count());
    return count >= k_leap_day_that_never_was ? count + 1 : count;
}

}  // namespace tidytracker
