// SPDX-License-Identifier: Apache-2.0
// New moons, and the days that calendars make of them. In: a year. Out: days. New moons are true
// to some minutes between 1900 and 2100 (Meeus, Astronomical Algorithms, chapter 49, the greater
// terms); which day a calendar makes of one was compared with the printed Eids of 2015 to 2026,
// Diwalis of 2012 to 2026 and Chinese new years of 2012 to 2027.
#include "normalise/dates/moon.hpp"

#include <array>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace tidytracker::dates {
namespace {

using std::chrono::days;

double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}

/// Days since 1970 in universal time, with a fraction.
using Moment = double;

/// New moon number `count`; that of 6 January 2000 has number 0.
Moment new_moon(int count) {
    struct Term {
        double size{};
        int sun{};  ///< multiples of the sun's and the moon's anomaly and of the moon's latitude
        int moon{};
        int latitude{};
    };
    constexpr std::array<Term, 10> k_moon_terms{{{-0.40720, 0, 1, 0},
                                                 {0.17241, 1, 0, 0},
                                                 {0.01608, 0, 2, 0},
                                                 {0.01039, 0, 0, 2},
                                                 {0.00739, -1, 1, 0},
                                                 {-0.00514, 1, 1, 0},
                                                 {0.00208, 2, 0, 0},
                                                 {-0.00111, 0, 1, -2},
                                                 {-0.00057, 0, 1, 2},
                                                 {0.00056, 1, 2, 0}}};
    constexpr double k_first = 2451550.09766;  // Julian day of number 0
    constexpr double k_month = 29.530588861;
    constexpr double k_epoch = 2440587.5;       // Julian day of 1 January 1970
    constexpr double k_clock = 60.0 / 86400.0;  // terrestrial time is ahead by about a minute
    const double sun = radians(2.5534 + 29.10535670 * count);
    const double moon = radians(201.5643 + 385.81693528 * count);
    const double latitude = radians(160.7108 + 390.67050284 * count);
    double moment = k_first + k_month * count - k_epoch - k_clock;
    for (const Term& term : k_moon_terms) {
        moment +=
            term.size * std::sin(term.sun * sun + term.moon * moon + term.latitude * latitude);
    }
    return moment;
}

Day day_at(Moment moment) {
    return Day{days{std::lround(std::floor(moment))}};
}

/// The number of the last new moon before the year begins, or of one before that.
int moon_before(int year) {
    constexpr double k_moons_in_year = 12.3685;
    return static_cast<int>(std::floor((year - 2000) * k_moons_in_year)) - 2;
}

int gregorian_year(Day day) {
    return static_cast<int>(std::chrono::year_month_day{day}.year());
}

/// The day whose evening begins an Islamic month: a new moon before sunset in Mecca, at about
/// 15:36 universal time, is followed by the first day of the month, a later one by another day.
Day islamic_month_begins(int moon) {
    constexpr double k_sunset = 0.65;
    return day_at(new_moon(moon) + 1 - k_sunset) + days{1};
}

/// Number of the month since the epoch of new_moon(): Muharram 1421 began with new moon 3.
constexpr int k_muharram = 3;
constexpr int k_islamic_months = 12;

/// How far the sun is from the first point of the sidereal zodiac, in degrees (Meeus, chapter 25,
/// less the precession of Lahiri).
double sidereal_sun(Moment moment) {
    const double since_2000 = moment - 10957.5;
    const double centuries = since_2000 / 36525;
    const double anomaly = radians(357.52911 + 35999.05029 * centuries);
    const double longitude = 280.46646 + 36000.76983 * centuries + 1.914602 * std::sin(anomaly) +
                             0.019993 * std::sin(2 * anomaly);
    const double precession = 23.853 + 1.397 * centuries;
    const double turned = std::fmod(longitude - precession, 360);
    return turned < 0 ? turned + 360 : turned;
}

}  // namespace

Day islamic_day(Day earliest, int month, int day) {
    for (int moon = moon_before(gregorian_year(earliest));; ++moon) {
        const int of_year = (moon - k_muharram) % k_islamic_months;
        const int number = (of_year + k_islamic_months) % k_islamic_months + 1;
        if (number != month) continue;
        const Day found = islamic_month_begins(moon) + days{day - 1};
        if (found >= earliest) return found;
    }
}

Day diwali_in(int year) {
    // The night before the new moon while the sun stands in sidereal Libra, told at dusk in India.
    constexpr double k_libra = 180;
    constexpr double k_scorpio = 210;
    constexpr double k_dusk = 12.5 / 24;
    for (int moon = moon_before(year);; ++moon) {
        const Moment moment = new_moon(moon);
        const double sun = sidereal_sun(moment);
        const Day found = day_at(moment - k_dusk);
        if (gregorian_year(found) >= year && sun >= k_libra && sun < k_scorpio) return found;
    }
}

Day lunar_new_year_in(int year) {
    // The new moon, by the day in China, that falls from 21 January on.
    constexpr double k_hours_ahead = 8.0 / 24;
    const Day earliest = make_day(year, 1, 21).value_or(Day{});
    for (int moon = moon_before(year);; ++moon) {
        const Day found = day_at(new_moon(moon) + k_hours_ahead);
        if (found >= earliest) return found;
    }
}

Day rosh_hashanah_in(int year) {
    // Months since the epoch, their mean new moon in parts of an hour (1,080), and the rules that
    // put the day off. Source: Reingold and Dershowitz, Calendrical Calculations, chapter 8.
    const auto elapsed = [](std::int64_t jewish) {
        const std::int64_t months = (235 * jewish - 234) / 19;
        const std::int64_t parts = 12'084 + 13'753 * months;
        const std::int64_t day = 29 * months + parts / 25'920;
        return (3 * (day + 1)) % 7 < 3 ? day + 1 : day;
    };
    const std::int64_t jewish = year + 3761;
    const std::int64_t day = elapsed(jewish);
    const bool too_long = elapsed(jewish + 1) - day == 356;
    const bool too_short = day - elapsed(jewish - 1) == 382;
    const std::int64_t delay = too_long ? 2 : too_short ? 1 : 0;
    constexpr std::int64_t k_epoch = -2'092'590;  // in days from 1970
    return Day{days{k_epoch + day + delay}};
}

}  // namespace tidytracker::dates
