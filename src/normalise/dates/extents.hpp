// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "base/calendar.hpp"
#include "normalise/dates/phrases.hpp"

// What named days and periods cover on the calendar.
namespace tidytracker::dates {

/// A stretch of days with its EDTF form.
struct Extent {
    Day first{};
    Day last{};
    std::string edtf{};
};

enum class Unit : std::uint8_t {
    day,
    days,  ///< of one month: "1-5 March"
    week,  ///< the week that begins on, ends on or holds the day
    week_of_month,
    week_of_year,
    weekday_of_month,
    weekday,  ///< without any date
    month,
    months,  ///< "March/April"
    season,
    quarter,
    half,
    half_of_month,  ///< the first, or what comes behind its 15th day
    term,
    holiday,
    year,
    years,   ///< "2024-30"
    decade,  ///< "2030s"
    split_year
};

/// A day or period as named, before it is known which year is meant.
struct Named {
    Unit unit{Unit::day};
    std::optional<int> year{};  ///< of a split year, the one in which it begins
    bool split{};               ///< the year was given as "2024/25"
    YearKind kind{YearKind::financial};
    unsigned day{};
    unsigned last_day{};  ///< Unit::days
    unsigned month{};
    unsigned last_month{};  ///< Unit::months
    int number{};           ///< of the quarter, half, term, season, weekday, holiday, last year
    int nth{};              ///< of the week or weekday in its month; negative from the end
    bool calendar{};        ///< quarter or half of the calendar year, not of the financial one
    WeekForm week{WeekForm::none};
    Part part{Part::whole};
    bool year_or_day{};  ///< `day` may be a year of two digits instead ("Sept 17")
    bool marked{};       ///< "~" in EDTF
    int weekday{};       ///< printed beside the day: 1 (Monday) to 7; 0 if none
    bool order_ambiguous{};
    bool order_swapped{};
};

/// The days that `named` covers if its year is `year`; nothing if there are none (30 February).
[[nodiscard]] std::optional<Extent> extent_in(const Named& named, int year);
/// Has that year all days that `named` names? Names of other units always have some.
[[nodiscard]] bool days_exist(const Named& named, int year);

/// A stretch of days of its own, with its EDTF form: a day, or "first/last".
[[nodiscard]] Extent stretch(Day first, Day last);
[[nodiscard]] Extent whole_month(int year, unsigned month);
[[nodiscard]] Extent whole_year(int year);
/// From Monday to Sunday.
[[nodiscard]] Extent week_holding(Day day);
/// The calendar quarter that holds the day.
[[nodiscard]] Extent quarter_holding(Day day);
/// The school term that holds the day, or the next to come, and so many terms on from there.
[[nodiscard]] Extent term_holding(Day day, int steps);
/// The year of a kind that begins in `year`.
[[nodiscard]] Extent split_year(YearKind kind, int year);

/// The nth such weekday, 1 (Monday) to 7 or 0 for any day, of a stretch; from its end if `nth` is
/// negative.
[[nodiscard]] std::optional<Extent> nth_weekday(Day first, Day last, int weekday, int nth);

/// From the start of one to the end of the other.
[[nodiscard]] Extent joined(const Extent& first, const Extent& last);
/// The early, middle, late part or the last day of an extent.
[[nodiscard]] Extent part_of(const Extent& whole, Part part);

/// The same day `months` later; the last of the month where that has no such day.
[[nodiscard]] Day add_months(Day day, int months);
[[nodiscard]] int year_of(Day day);
/// Does the extent begin on that weekday, 1 (Monday) to 7?
[[nodiscard]] bool is_weekday(const Extent& extent, int weekday);

}  // namespace tidytracker::dates
