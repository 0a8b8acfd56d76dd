// SPDX-License-Identifier: Apache-2.0
// Days with a name. In: the name and a year. Out: its day, or days, in that year.
#include "normalise/dates/holidays.hpp"

#include <algorithm>
#include <array>
#include <chrono>

#include <fmt/format.h>

#include "normalise/dates/moon.hpp"

namespace tidytracker::dates {
namespace {

using std::chrono::days;

/// From what the day of a holiday is found.
enum class Basis : std::uint8_t {
    date,           ///< a day of a month
    weekday,        ///< the nth weekday of a month
    easter,         ///< so many days after Easter
    rosh_hashanah,  ///< so many days after it; the Jewish months behind and before it never vary
    kislev,         ///< the same, but behind the month that has a day more in some years
    islamic,        ///< a day of a month of the Islamic calendar
    islamic_month,  ///< a whole one, or the nth weekday in it
    diwali,
    lunar_new_year,
    school_week,  ///< from the first Monday on or after a day of a month to Friday, by and large
    days_about    ///< from a day of a month on, so many days, by and large
};

struct HolidayRule {
    Holiday holiday{};
    Basis basis{};
    unsigned month{};
    int day{};      ///< of the month, or from the day that the basis names
    int weekday{};  ///< 1 (Monday) to 7
    int nth{};      ///< of its weekday in the month; negative from the end
    int length{};   ///< Basis::days_about
};
// The bank holidays are those of England and Wales. Feasts that begin at nightfall are given by the
// day that follows, those of several days by the first.
constexpr std::array k_holidays = std::to_array<HolidayRule>({
    {Holiday::new_years_day, Basis::date, 1, 1},
    {Holiday::twelfth_night, Basis::date, 1, 6},
    {Holiday::burns_night, Basis::date, 1, 25},
    {Holiday::holocaust_memorial_day, Basis::date, 1, 27},
    {Holiday::candlemas, Basis::date, 2, 2},
    {Holiday::valentines_day, Basis::date, 2, 14},
    {Holiday::st_davids_day, Basis::date, 3, 1},
    {Holiday::womens_day, Basis::date, 3, 8},
    {Holiday::st_patricks_day, Basis::date, 3, 17},
    {Holiday::lady_day, Basis::date, 3, 25},
    {Holiday::vaisakhi, Basis::date, 4, 14},
    {Holiday::earth_day, Basis::date, 4, 22},
    {Holiday::st_georges_day, Basis::date, 4, 23},
    {Holiday::may_day, Basis::date, 5, 1},
    {Holiday::ve_day, Basis::date, 5, 8},
    {Holiday::windrush_day, Basis::date, 6, 22},
    {Holiday::midsummer_day, Basis::date, 6, 24},
    {Holiday::lammas, Basis::date, 8, 1},
    {Holiday::michaelmas, Basis::date, 9, 29},
    {Holiday::mental_health_day, Basis::date, 10, 10},
    {Holiday::halloween, Basis::date, 10, 31},
    {Holiday::bonfire_night, Basis::date, 11, 5},
    {Holiday::armistice_day, Basis::date, 11, 11},
    {Holiday::martinmas, Basis::date, 11, 11},
    {Holiday::st_andrews_day, Basis::date, 11, 30},
    {Holiday::christmas_eve, Basis::date, 12, 24},
    {Holiday::christmas, Basis::date, 12, 25},
    {Holiday::boxing_day, Basis::date, 12, 26},
    {Holiday::new_years_eve, Basis::date, 12, 31},
    {Holiday::early_may_bank_holiday, Basis::weekday, 5, 0, 1, 1},
    {Holiday::spring_bank_holiday, Basis::weekday, 5, 0, 1, -1},
    {Holiday::fathers_day, Basis::weekday, 6, 0, 7, 3},
    {Holiday::summer_bank_holiday, Basis::weekday, 8, 0, 1, -1},
    {Holiday::remembrance_sunday, Basis::weekday, 11, 0, 7, 2},
    {Holiday::shrove_tuesday, Basis::easter, 0, -47},
    {Holiday::ash_wednesday, Basis::easter, 0, -46},
    {Holiday::mothering_sunday, Basis::easter, 0, -21},
    {Holiday::palm_sunday, Basis::easter, 0, -7},
    {Holiday::maundy_thursday, Basis::easter, 0, -3},
    {Holiday::good_friday, Basis::easter, 0, -2},
    {Holiday::easter, Basis::easter, 0, 0},
    {Holiday::easter_monday, Basis::easter, 0, 1},
    {Holiday::ascension_day, Basis::easter, 0, 39},
    {Holiday::whit_sunday, Basis::easter, 0, 49},
    {Holiday::purim, Basis::rosh_hashanah, 0, -193},
    {Holiday::passover, Basis::rosh_hashanah, 0, -163},
    {Holiday::shavuot, Basis::rosh_hashanah, 0, -113},
    {Holiday::rosh_hashanah, Basis::rosh_hashanah, 0, 0},
    {Holiday::yom_kippur, Basis::rosh_hashanah, 0, 9},
    {Holiday::sukkot, Basis::rosh_hashanah, 0, 14},
    {Holiday::hanukkah, Basis::kislev, 0, 83},
    {Holiday::islamic_new_year, Basis::islamic, 1, 1},
    {Holiday::ashura, Basis::islamic, 1, 10},
    {Holiday::mawlid, Basis::islamic, 3, 12},
    {Holiday::ramadan, Basis::islamic_month, 9},
    {Holiday::last_friday_of_ramadan, Basis::islamic_month, 9, 0, 5, -1},
    {Holiday::night_of_power, Basis::islamic, 9, 27},
    {Holiday::eid_al_fitr, Basis::islamic, 10, 1},
    {Holiday::eid_al_adha, Basis::islamic, 12, 10},
    {Holiday::diwali, Basis::diwali},
    {Holiday::lunar_new_year, Basis::lunar_new_year},
    {Holiday::labour_day, Basis::date, 5, 1},
    // Each council sets its own; these are the days of most schools in England from 2019 to 2026.
    {Holiday::autumn_half_term, Basis::school_week, 10, 22},
    {Holiday::spring_half_term, Basis::school_week, 2, 12},
    {Holiday::summer_half_term, Basis::school_week, 5, 25},
    {Holiday::christmas_break, Basis::days_about, 12, 21, 0, 0, 13},
    {Holiday::summer_break, Basis::days_about, 7, 24, 0, 0, 39},
});

/// Easter Sunday of the Gregorian calendar, after the algorithm of Nature, 20 April 1876.
Day easter_in(int year) {
    const int golden = year % 19;
    const int century = year / 100;
    const int in_century = year % 100;
    const int correction = (century - (century + 8) / 25 + 1) / 3;
    const int moon = (19 * golden + century - century / 4 - correction + 15) % 30;
    const int sunday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - moon - in_century % 4) % 7;
    const int late = (golden + 11 * moon + 22 * sunday) / 451;
    const int index = moon + sunday - 7 * late + 114;
    return make_day(year, static_cast<unsigned>(index / 31), static_cast<unsigned>(index % 31) + 1)
        .value_or(Day{});
}

/// Has the month before Kislev a day more in the Jewish year that begins in `year`?
bool has_long_autumn(int year) {
    constexpr days k_long{355};
    constexpr days k_long_leap{385};
    const days length = rosh_hashanah_in(year + 1) - rosh_hashanah_in(year);
    return length == k_long || length == k_long_leap;
}

Extent one_day(Day day) {
    return stretch(day, day);
}

/// What the sight of the moon or each place decides may be some days off.
std::optional<Extent> by_sight(std::optional<Extent> found) {
    if (!found) return found;
    found->edtf = iso_day(found->first) + "~";
    if (found->first != found->last) found->edtf += fmt::format("/{}~", iso_day(found->last));
    return found;
}

std::optional<Extent> islamic_month_in(const HolidayRule& rule, int year) {
    const auto month = static_cast<int>(rule.month);
    const Day first = islamic_day(whole_year(year).first, month, 1);
    const Day last = islamic_day(first, month % 12 + 1, 1) - days{1};
    return rule.nth == 0 ? stretch(first, last) : nth_weekday(first, last, rule.weekday, rule.nth);
}

std::optional<Extent> usual_days(const HolidayRule& rule, int year) {
    const std::optional<Day> first = make_day(year, rule.month, static_cast<unsigned>(rule.day));
    if (!first) return std::nullopt;
    if (rule.basis == Basis::days_about) return stretch(*first, *first + days{rule.length - 1});
    const Day monday = week_holding(*first + days{6}).first;
    return stretch(monday, monday + days{4});
}

}  // namespace

std::optional<Extent> holiday_in(Holiday holiday, int year) {
    if (holiday == Holiday::new_year) {
        Extent month = whole_month(year, 1);
        month.edtf += '~';
        return month;
    }
    const auto* rule = std::ranges::find(k_holidays, holiday, &HolidayRule::holiday);
    if (rule == k_holidays.end()) return std::nullopt;
    switch (rule->basis) {
        case Basis::date:
            return one_day(
                make_day(year, rule->month, static_cast<unsigned>(rule->day)).value_or(Day{}));
        case Basis::weekday: {
            const Extent month = whole_month(year, rule->month);
            return nth_weekday(month.first, month.last, rule->weekday, rule->nth);
        }
        case Basis::easter:
            return one_day(easter_in(year) + days{rule->day});
        case Basis::rosh_hashanah:
            return one_day(rosh_hashanah_in(year) + days{rule->day});
        case Basis::kislev:
            return one_day(rosh_hashanah_in(year) +
                           days{rule->day + (has_long_autumn(year) ? 1 : 0)});
        case Basis::islamic:
            return by_sight(one_day(
                islamic_day(whole_year(year).first, static_cast<int>(rule->month), rule->day)));
        case Basis::islamic_month:
            return by_sight(islamic_month_in(*rule, year));
        case Basis::diwali:
            return one_day(diwali_in(year));
        case Basis::lunar_new_year:
            return one_day(lunar_new_year_in(year));
        case Basis::school_week:
        case Basis::days_about:
            return by_sight(usual_days(*rule, year));
    }
    return std::nullopt;
}

}  // namespace tidytracker::dates
