// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/calendar.hpp"
#include "base/number_format/render.hpp"

namespace tidytracker::number_format {
namespace {

constexpr int k_short_name = 3;  ///< letters: mmm Jan
constexpr std::int64_t k_seconds_in_day = 86400;
/// A date without time of day is taken as the next one if less than half of this part of a second
/// is missing: that is how far sums of times stray.
constexpr int k_places_of_days = 4;

struct Moment {
    int year{};
    unsigned month{};
    unsigned day{};
    unsigned weekday{};      ///< index into k_weekdays
    std::int64_t seconds{};  ///< since day 0
    int subsecond{};         ///< in units of the last place shown
    int places{};

    [[nodiscard]] std::int64_t of_day() const { return seconds % k_seconds_in_day; }
};

std::int64_t power_of_ten(int exponent) {
    std::int64_t power = 1;
    for (; exponent > 0; --exponent) power *= 10;
    return power;
}

bool set_day(double serial, DateSystem system, Moment& moment) {
    const auto whole = static_cast<std::uint64_t>(serial);
    if (system == DateSystem::from_1900 && (whole == 0 || whole == 60)) {
        // Excel shows the day before 1 January 1900 as the 0th, and 1900 as a leap year.
        moment.year = 1900;
        moment.month = whole == 0 ? 1 : 2;
        moment.day = whole == 0 ? 0 : 29;
    } else {
        const std::optional<Day> day = day_from_serial(serial, system);
        if (!day) return false;
        const std::chrono::year_month_day date{*day};
        moment.year = static_cast<int>(date.year());
        moment.month = static_cast<unsigned>(date.month());
        moment.day = static_cast<unsigned>(date.day());
        if (moment.year > 9999) return false;
    }
    // 1 January 1904 is a Friday.
    moment.weekday = static_cast<unsigned>((whole + (system == DateSystem::from_1904 ? 6 : 0)) % 7);
    return true;
}

std::optional<Moment> moment_of(double value, DateSystem system, const Section& section) {
    // Keeps the numbers below small; set_day draws the line.
    constexpr double k_beyond_all_days = 3e6;
    if (!(value >= 0) || value >= k_beyond_all_days) return std::nullopt;
    Moment moment;
    moment.places = section.shows_time ? section.second_places : k_places_of_days;
    double whole = std::floor(value);
    const std::int64_t unit = power_of_ten(moment.places);
    const auto of_day = static_cast<double>(k_seconds_in_day * unit);
    std::int64_t ticks = std::llround((value - whole) * of_day);
    if (ticks >= k_seconds_in_day * unit) {
        ticks = 0;
        whole += 1;
    }
    if (!set_day(whole, system, moment)) return std::nullopt;
    moment.seconds = static_cast<std::int64_t>(whole) * k_seconds_in_day + ticks / unit;
    moment.subsecond = static_cast<int>(ticks % unit);
    return moment;
}

void append_digits(std::int64_t value, int width, std::string& out) {
    if (width == 2 && value < 100) {
        const auto tens = static_cast<unsigned>(value) / 10;
        const char digits[2]{static_cast<char>('0' + tens),
                             static_cast<char>('0' + static_cast<unsigned>(value) - tens * 10)};
        out.append(digits, 2);
        return;
    }
    char buffer[20];
    char* const end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    for (auto length = end - buffer; length < width; ++length) out += '0';
    out.append(buffer, end);
}

/// `letters`: mmmm January, mmmmm J. No name in the table begins with more than a byte.
void append_name(std::string_view name, int letters, std::string& out) {
    constexpr int k_initial = 5;
    out += letters == k_initial ? name.substr(0, 1) : name;
}

void append_year(int year, int letters, std::string& out) {
    append_digits(letters <= 2 ? year % 100 : year, letters <= 2 ? 2 : 4, out);
}

void append_subsecond(const Moment& moment, int places, std::string& out) {
    out += '.';
    append_digits(moment.subsecond / power_of_ten(moment.places - places), places, out);
}

void append_half_day(const Moment& moment, std::string_view both, std::string& out) {
    const bool morning = moment.of_day() < k_seconds_in_day / 2;
    if (both.size() > 3) {
        out += morning ? "AM" : "PM";
    } else {
        out += morning ? both.front() : both.back();
    }
}

void append_hour(const Moment& moment, bool twelve_hours, int width, std::string& out) {
    std::int64_t hour = moment.of_day() / 3600;
    if (twelve_hours) hour = (hour + 11) % 12 + 1;
    append_digits(hour, width, out);
}

void append_part(const Section& section, const Op& op, const Moment& moment, std::string& out) {
    const int letters = op.count;
    const int width = letters > 2 ? 2 : letters;
    switch (op.kind) {
        case OpKind::year:
            return append_year(moment.year, letters, out);
        case OpKind::buddhist_year:
            return append_year(moment.year + 543, letters, out);
        case OpKind::month:
            if (letters > 2) {
                return append_name(
                    month_name(section.language, moment.month - 1, letters == k_short_name),
                    letters, out);
            }
            return append_digits(moment.month, width, out);
        case OpKind::day:
            if (letters > 2) {
                return append_name(
                    weekday_name(section.language, moment.weekday, letters == k_short_name),
                    letters, out);
            }
            return append_digits(moment.day, width, out);
        case OpKind::hour:
            return append_hour(moment, section.twelve_hours, width, out);
        case OpKind::minute:
            return append_digits(moment.of_day() / 60 % 60, width, out);
        case OpKind::second:
            return append_digits(moment.of_day() % 60, width, out);
        case OpKind::subsecond:
            return append_subsecond(moment, letters, out);
        case OpKind::half_day:
            return append_half_day(moment, op.text, out);
        case OpKind::elapsed_hours:
            return append_digits(moment.seconds / 3600, letters, out);
        case OpKind::elapsed_minutes:
            return append_digits(moment.seconds / 60, letters, out);
        case OpKind::elapsed_seconds:
            return append_digits(moment.seconds, letters, out);
        default:
            out += op.text;
    }
}

}  // namespace

bool append_date(const Section& section, double value, DateSystem system, std::string& out) {
    // The 1904 system has negative dates and times, which Excel shows with a minus sign; in the
    // 1900 system it fills the cell with ####, from which nobody can tell the value.
    const bool negative = value < 0 && system == DateSystem::from_1904;
    const std::optional<Moment> moment = moment_of(negative ? -value : value, system, section);
    if (!moment) return false;
    if (negative && !section.drops_sign) out += '-';
    for (const Op& op : section.ops) append_part(section, op, *moment, out);
    return true;
}

}  // namespace tidytracker::number_format
