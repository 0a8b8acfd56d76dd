// SPDX-License-Identifier: Apache-2.0
// Named periods on the calendar. In: a name and a year. Out: first day, last day, EDTF (ISO 8601-2,
// level 1; quarters, terms and split years as intervals of months, since level 1 has none for
// those). Never decides which year is meant.
#include "normalise/when_extents.hpp"

#include <algorithm>
#include <array>
#include <chrono>

#include <fmt/format.h>

namespace tidytracker::dates {
namespace {

using std::chrono::days;
using std::chrono::weeks;
using std::chrono::year_month_day;

/// A period of whole months: the months are counted from January of the year, so 13 is the
/// January after it.
struct Months {
    int number{};
    int first{};
    int last{};
    std::string_view first_mark{};  ///< "~" where the bound varies from place to place
    std::string_view last_mark{};
};
constexpr std::array k_seasons = std::to_array<Months>({
    {21, 3, 5, {}, {}},
    {22, 6, 8, {}, {}},
    {23, 9, 11, {}, {}},
    {24, 12, 14, {}, {}},
});
constexpr std::array k_terms = std::to_array<Months>({
    {1, 9, 12, {}, {}},
    {2, 1, 4, {}, "~"},
    {3, 4, 7, {}, {}},
});
constexpr std::array k_split_years = std::to_array<Months>({
    {static_cast<int>(YearKind::financial), 4, 15, {}, {}},
    {static_cast<int>(YearKind::academic), 9, 20, {}, {}},
    // It starts at the annual council meeting, normally in May.
    {static_cast<int>(YearKind::municipal), 5, 17, "~", "~"},
});

/// Which months of a period of so many are its early, middle and late part; the last is not
/// included.
struct Thirds {
    int months{};
    std::array<std::array<int, 2>, 3> parts{};
};
constexpr std::array k_thirds = std::to_array<Thirds>({
    {3, {{{0, 1}, {1, 2}, {2, 3}}}},
    {4, {{{0, 1}, {1, 3}, {3, 4}}}},
    {6, {{{0, 2}, {2, 4}, {4, 6}}}},
    {12, {{{0, 3}, {4, 8}, {9, 12}}}},
});

struct YearMonth {
    int year{};
    unsigned month{};
};
/// Month 13 is the January of the next year.
YearMonth month_at(int year, int month) {
    const int index = year * 12 + month - 1;
    return {index / 12, static_cast<unsigned>(index % 12) + 1};
}

YearMonth month_of(Day day) {
    const year_month_day date{day};
    return {static_cast<int>(date.year()), static_cast<unsigned>(date.month())};
}

Day first_of(YearMonth at) {
    return make_day(at.year, at.month, 1).value_or(Day{});
}

std::string edtf_of(YearMonth at) {
    return fmt::format("{:04}-{:02}", at.year, at.month);
}

Extent months_between(int year, int first, int last, std::string_view first_mark = {},
                      std::string_view last_mark = {}) {
    const YearMonth from = month_at(year, first);
    const YearMonth to = month_at(year, last);
    std::string edtf = edtf_of(from).append(first_mark);
    if (last != first) edtf.append("/").append(edtf_of(to)).append(last_mark);
    return {first_of(from), last_of_month(to.year, to.month), std::move(edtf)};
}

template <std::size_t count>
std::optional<Extent> tabled(const std::array<Months, count>& table, int number, int year) {
    const auto* found = std::ranges::find(table, number, &Months::number);
    if (found == table.end()) return std::nullopt;
    return months_between(year, found->first, found->last, found->first_mark, found->last_mark);
}

std::optional<Extent> season_in(const Named& named, int year) {
    std::optional<Extent> found = tabled(k_seasons, named.number, year);
    if (found) found->edtf = fmt::format("{:04}-{:02}", year, named.number);
    return found;
}

/// Terms of a year "2023/24" lie in two calendar years.
std::optional<Extent> term_in(const Named& named, int year) {
    constexpr int k_autumn = 1;
    return tabled(k_terms, named.number, named.split && named.number != k_autumn ? year + 1 : year);
}

std::optional<Extent> part_year_in(const Named& named, int year, int months) {
    if (named.number < 1 || named.number * months > 12) return std::nullopt;
    const int start = named.calendar ? 1 : 4;
    const int first = start + (named.number - 1) * months;
    return months_between(year, first, first + months - 1);
}

std::optional<Extent> week_in(const Named& named, int year) {
    const std::optional<Day> day = make_day(year, named.month, named.day);
    if (!day) return std::nullopt;
    if (named.week == WeekForm::ending) return stretch(*day, *day);
    // "w/c" with a Tuesday, after a bank holiday, means the week from Monday; with a Saturday or
    // Sunday it means the days that follow.
    const bool at_weekend = std::chrono::weekday{*day}.iso_encoding() >= 6;
    if (named.week == WeekForm::commencing && at_weekend) return stretch(*day, *day + days{6});
    return week_holding(*day);
}

/// The nth week of a stretch; as in ISO 8601 a week belongs where its Thursday lies.
std::optional<Extent> nth_week(Day first, Day last, int nth) {
    const auto monday = [](Day day) { return week_holding(day).first; };
    Day week = nth > 0 ? monday(first + days{3}) + weeks{nth - 1}
                       : monday(last - days{3}) + weeks{nth + 1};
    const Day thursday = week + days{3};
    if (nth == 0 || thursday < first || thursday > last) return std::nullopt;
    return stretch(week, week + days{6});
}

std::optional<Extent> any_day(Day first, Day last, int nth) {
    const Day day = nth > 0 ? first + days{nth - 1} : last + days{nth + 1};
    if (nth == 0 || day < first || day > last) return std::nullopt;
    return stretch(day, day);
}

/// The nth such weekday of a stretch, from its end if `nth` is negative; 0 stands for every day.
std::optional<Extent> nth_weekday(Day first, Day last, int weekday, int nth) {
    const int of_first = static_cast<int>(std::chrono::weekday{first}.iso_encoding());
    const int of_last = static_cast<int>(std::chrono::weekday{last}.iso_encoding());
    if (weekday == 0) return any_day(first, last, nth);
    const Day day = nth > 0 ? first + days{(weekday - of_first + 7) % 7} + weeks{nth - 1}
                            : last - days{(of_last - weekday + 7) % 7} + weeks{nth + 1};
    if (nth == 0 || day < first || day > last) return std::nullopt;
    return stretch(day, day);
}

/// How the day of a holiday is found in its year: a day of a month, a weekday of a month, or so
/// many days after Easter.
struct HolidayRule {
    Holiday holiday{};
    unsigned month{};  ///< 0: counted from Easter
    int day{};         ///< of the month, or from Easter
    int weekday{};     ///< 1 (Monday) to 7; 0 if it is a fixed day
    int nth{};         ///< of its weekday in the month; negative from the end
};
// The bank holidays are those of England and Wales.
constexpr std::array k_holidays = std::to_array<HolidayRule>({
    {Holiday::new_years_day, 1, 1, 0, 0},
    {Holiday::burns_night, 1, 25, 0, 0},
    {Holiday::st_davids_day, 3, 1, 0, 0},
    {Holiday::st_patricks_day, 3, 17, 0, 0},
    {Holiday::lady_day, 3, 25, 0, 0},
    {Holiday::st_georges_day, 4, 23, 0, 0},
    {Holiday::may_day, 5, 1, 0, 0},
    {Holiday::halloween, 10, 31, 0, 0},
    {Holiday::bonfire_night, 11, 5, 0, 0},
    {Holiday::armistice_day, 11, 11, 0, 0},
    {Holiday::st_andrews_day, 11, 30, 0, 0},
    {Holiday::christmas_eve, 12, 24, 0, 0},
    {Holiday::christmas, 12, 25, 0, 0},
    {Holiday::boxing_day, 12, 26, 0, 0},
    {Holiday::new_years_eve, 12, 31, 0, 0},
    {Holiday::shrove_tuesday, 0, -47, 0, 0},
    {Holiday::ash_wednesday, 0, -46, 0, 0},
    {Holiday::mothering_sunday, 0, -21, 0, 0},
    {Holiday::palm_sunday, 0, -7, 0, 0},
    {Holiday::maundy_thursday, 0, -3, 0, 0},
    {Holiday::good_friday, 0, -2, 0, 0},
    {Holiday::easter, 0, 0, 0, 0},
    {Holiday::easter_monday, 0, 1, 0, 0},
    {Holiday::ascension_day, 0, 39, 0, 0},
    {Holiday::whit_sunday, 0, 49, 0, 0},
    {Holiday::early_may_bank_holiday, 5, 0, 1, 1},
    {Holiday::spring_bank_holiday, 5, 0, 1, -1},
    {Holiday::summer_bank_holiday, 8, 0, 1, -1},
    {Holiday::remembrance_sunday, 11, 0, 7, 2},
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

std::optional<Extent> holiday_in(const Named& named, int year) {
    const auto holiday = static_cast<Holiday>(named.number);
    if (holiday == Holiday::new_year) return months_between(year, 1, 1, "~");
    const auto* rule = std::ranges::find(k_holidays, holiday, &HolidayRule::holiday);
    if (rule == k_holidays.end()) return std::nullopt;
    if (rule->month == 0) {
        const Day day = easter_in(year) + days{rule->day};
        return stretch(day, day);
    }
    if (rule->weekday != 0) {
        const Extent month = whole_month(year, rule->month);
        return nth_weekday(month.first, month.last, rule->weekday, rule->nth);
    }
    const Day day = make_day(year, rule->month, static_cast<unsigned>(rule->day)).value_or(Day{});
    return stretch(day, day);
}

std::optional<Extent> days_in(const Named& named, int year) {
    const std::optional<Day> first = make_day(year, named.month, named.day);
    const bool one = named.unit == Unit::day;
    const std::optional<Day> last = one ? first : make_day(year, named.month, named.last_day);
    if (!first || !last || *last < *first) return std::nullopt;
    return stretch(*first, *last);
}

std::optional<Extent> months_in(const Named& named, int year) {
    // "Dec/Jan 2024" and "Dec/Jan 2024/25" end in the year that stands beside the second month.
    const int first = static_cast<int>(named.month);
    const int last = static_cast<int>(named.last_month);
    return first <= last ? months_between(year, first, last)
                         : months_between(year - 1, first, last + 12);
}

std::optional<Extent> whole_in(const Named& named, int year) {
    switch (named.unit) {
        case Unit::day:
        case Unit::days:
            return days_in(named, year);
        case Unit::week:
            return week_in(named, year);
        case Unit::week_of_month: {
            const Extent month = whole_month(year, named.month);
            return nth_week(month.first, month.last, named.nth);
        }
        case Unit::week_of_year: {
            const Extent all = whole_year(year);
            return nth_week(all.first, all.last, named.nth);
        }
        case Unit::weekday_of_month: {
            const Extent month = whole_month(year, named.month);
            return nth_weekday(month.first, month.last, named.number, named.nth);
        }
        case Unit::weekday:
            return std::nullopt;
        case Unit::month:
            return whole_month(year, named.month);
        case Unit::months:
            return months_in(named, year);
        case Unit::season:
            return season_in(named, year);
        case Unit::quarter:
            return part_year_in(named, year, 3);
        case Unit::half:
            return part_year_in(named, year, 6);
        case Unit::term:
            return term_in(named, year);
        case Unit::holiday:
            return holiday_in(named, year);
        case Unit::year:
            return whole_year(year);
        case Unit::years:
            return joined(whole_year(year), whole_year(named.number));
        case Unit::split_year:
            return split_year(named.kind, year);
    }
    return std::nullopt;
}

Extent part_of_month(const Extent& whole, Part part) {
    const std::string edtf = whole.edtf.ends_with('~') ? whole.edtf : whole.edtf + "~";
    if (part == Part::early) return {whole.first, whole.first + days{9}, edtf};
    if (part == Part::middle) return {whole.first + days{10}, whole.first + days{19}, edtf};
    return {whole.first + days{20}, whole.last, edtf};
}

Extent part_of_week(const Extent& whole, Part part) {
    constexpr std::array<std::array<int, 2>, 3> k_days = {{{0, 1}, {2, 3}, {3, 4}}};
    const std::array<int, 2>& range = k_days[static_cast<std::size_t>(part) - 1];
    return stretch(whole.first + days{range[0]}, whole.first + days{range[1]});
}

}  // namespace

Extent stretch(Day first, Day last) {
    std::string edtf = iso_day(first);
    if (last != first) edtf.append("/").append(iso_day(last));
    return {first, last, std::move(edtf)};
}

Extent whole_month(int year, unsigned month) {
    return months_between(year, static_cast<int>(month), static_cast<int>(month));
}

Extent whole_year(int year) {
    Extent found = months_between(year, 1, 12);
    found.edtf = fmt::format("{:04}", year);
    return found;
}

Extent week_holding(Day day) {
    const int after_monday = static_cast<int>(std::chrono::weekday{day}.iso_encoding()) - 1;
    const Day monday = day - days{after_monday};
    return stretch(monday, monday + days{6});
}

Extent quarter_holding(Day day) {
    const YearMonth at = month_of(day);
    const int first = static_cast<int>((at.month - 1) / 3) * 3 + 1;
    return months_between(at.year, first, first + 2);
}

Extent split_year(YearKind kind, int year) {
    return tabled(k_split_years, static_cast<int>(kind), year).value_or(whole_year(year));
}

Extent joined(const Extent& first, const Extent& last) {
    std::string edtf = first.edtf.substr(0, first.edtf.find('/'));
    const std::size_t slash = last.edtf.rfind('/');
    edtf.append("/").append(slash == std::string::npos ? last.edtf : last.edtf.substr(slash + 1));
    return {first.first, last.last, std::move(edtf)};
}

Extent part_of(const Extent& whole, Part part) {
    if (part == Part::whole || whole.first == whole.last) return whole;
    const bool week = (whole.last - whole.first) == days{6};
    // Offices close on Friday.
    if (part == Part::end && week) return stretch(whole.last - days{2}, whole.last - days{2});
    if (part == Part::end) return stretch(whole.last, whole.last);
    if (week) return part_of_week(whole, part);
    const bool whole_months = static_cast<unsigned>(year_month_day{whole.first}.day()) == 1;
    if (!whole_months) return whole;
    const YearMonth first = month_of(whole.first);
    const YearMonth last = month_of(whole.last);
    const int months = (last.year - first.year) * 12 + static_cast<int>(last.month) -
                       static_cast<int>(first.month) + 1;
    if (months == 1) return part_of_month(whole, part);
    const auto* found = std::ranges::find(k_thirds, months, &Thirds::months);
    if (found == k_thirds.end()) return whole;
    const std::array<int, 2>& range = found->parts[static_cast<std::size_t>(part) - 1];
    const int base = static_cast<int>(first.month);
    return months_between(first.year, base + range[0], base + range[1] - 1, "~", "~");
}

std::optional<Extent> extent_in(const Named& named, int year) {
    // Years of split periods reach into the next one.
    if (year < 1 || year > 9998) return std::nullopt;
    const std::optional<Extent> whole = whole_in(named, year);
    if (!whole) return std::nullopt;
    Extent part = part_of(*whole, named.part);
    if (named.marked) part.edtf += '~';
    return part;
}

Day add_months(Day day, int months) {
    const year_month_day date{day};
    const YearMonth at = month_at(static_cast<int>(date.year()),
                                  static_cast<int>(static_cast<unsigned>(date.month())) + months);
    if (at.year < 1 || at.year > 9999) return day;
    return make_day(at.year, at.month, static_cast<unsigned>(date.day()))
        .value_or(last_of_month(at.year, at.month));
}

int year_of(Day day) {
    return static_cast<int>(year_month_day{day}.year());
}

bool is_weekday(const Extent& extent, int weekday) {
    return static_cast<int>(std::chrono::weekday{extent.first}.iso_encoding()) == weekday;
}

}  // namespace tidytracker::dates
