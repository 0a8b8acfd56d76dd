// SPDX-License-Identifier: Apache-2.0
// Named periods on the calendar. In: a name and a year. Out: first day, last day, EDTF (ISO 8601-2,
// level 1; quarters, terms and split years as intervals of months, since level 1 has none for
// those). Never decides which year is meant.
#include "normalise/dates/extents.hpp"

#include <algorithm>
#include <array>
#include <chrono>

#include <fmt/format.h>

#include "normalise/dates/holidays.hpp"

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
    constexpr std::size_t k_year_and_month = 7;
    std::string text = iso_day(first_of(at));
    text.resize(k_year_and_month);
    return text;
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

/// "2030s": in EDTF its years without their last figure.
Extent decade_of(int year) {
    Extent found = joined(whole_year(year), whole_year(year + 9));
    found.edtf = fmt::format("{:03}X", year / 10);
    return found;
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
        case Unit::half_of_month: {
            const Extent month = whole_month(year, named.month);
            const Day middle = month.first + days{14};
            return named.nth == 1 ? stretch(month.first, middle)
                                  : stretch(middle + days{1}, month.last);
        }
        case Unit::term:
            return term_in(named, year);
        case Unit::holiday:
            return holiday_in(static_cast<Holiday>(named.number), year);
        case Unit::year:
            return whole_year(year);
        case Unit::years:
            return joined(whole_year(year), whole_year(named.number));
        case Unit::decade:
            return decade_of(year);
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

std::optional<Extent> nth_weekday(Day first, Day last, int weekday, int nth) {
    const int of_first = static_cast<int>(std::chrono::weekday{first}.iso_encoding());
    const int of_last = static_cast<int>(std::chrono::weekday{last}.iso_encoding());
    Day day = nth > 0 ? first + days{nth - 1} : last + days{nth + 1};
    if (weekday != 0) {
        day = nth > 0 ? first + days{(weekday - of_first + 7) % 7} + weeks{nth - 1}
                      : last - days{(of_last - weekday + 7) % 7} + weeks{nth + 1};
    }
    if (nth == 0 || day < first || day > last) return std::nullopt;
    return stretch(day, day);
}

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

Extent term_holding(Day day, int steps) {
    constexpr int k_terms_of_year = 3;
    // Counted from the spring term of a calendar year.
    constexpr std::array<int, k_terms_of_year> k_numbers{2, 3, 1};
    const int year = year_of(day);
    const auto term_at = [&k_numbers](int base, int index) {
        const int shifted = index + k_terms_of_year * 1000;
        const auto which = static_cast<std::size_t>(shifted % k_terms_of_year);
        const int away = shifted / k_terms_of_year - 1000;
        return tabled(k_terms, k_numbers[which], base + away).value_or(whole_year(base));
    };
    int index = 0;
    while (term_at(year, index).last < day) ++index;
    return term_at(year, index + steps);
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
    // Nobody has said how long the early 2030s are.
    if (whole.edtf.ends_with('X')) return {whole.first, whole.last, whole.edtf + "~"};
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
    std::optional<Extent> found = whole_in(named, year);
    if (found && named.part != Part::whole) found = part_of(*found, named.part);
    if (found && named.marked) found->edtf += '~';
    return found;
}

bool days_exist(const Named& named, int year) {
    if (named.unit != Unit::day && named.unit != Unit::days) return true;
    const unsigned last = named.unit == Unit::day ? named.day : named.last_day;
    return named.day <= last && make_day(year, named.month, named.day) &&
           make_day(year, named.month, last);
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
