// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

// The words of dates: what each means, without grammar.
namespace tidytracker::dates {

/// What a token stands for. `value` says which one: month 1 to 12, weekday 1 (Monday) to 7,
/// season 21 (spring) to 24, and so on.
enum class Sense : std::uint8_t {
    unknown,
    // Marks
    number,
    slash,
    dot,
    dash,
    comma,
    colon,
    open_bracket,
    close_bracket,
    question,
    tilde,
    open_end,  ///< ".." in EDTF
    // Names of days and periods
    month,
    weekday,
    weekdays,  ///< "Fridays", which are counted
    season,
    decade,      ///< a number: "2030s"
    term,        ///< of a school year: 1 autumn, 2 spring, 3 summer
    holiday,     ///< value: Holiday
    quarter,     ///< wants a number: "Q", "quarter"
    half,        ///< wants a number: "H", "half"
    ordinal,     ///< "first"
    count,       ///< "two", "a"
    unit,        ///< value: Step
    split_year,  ///< value: YearKind of a year that spans two ("financial year")
    calendar,    ///< "calendar year"
    year_word,   ///< "year" before its number
    // Positions and relations
    part,      ///< value: Part
    week_of,   ///< value: WeekForm
    bound,     ///< value: Bound
    after_it,  ///< a bound that follows its date ("onwards", "at the latest"); value: Bound
    to,        ///< joins the ends of a range
    between,
    conjunction,  ///< "and", "&"
    which,        ///< value: -1 last, 0 this, 1 next
    nearest,
    within,
    in,
    ago,
    lasting,      ///< "for" a time
    end_of_this,  ///< "EOM"; value: Step
    hence,        ///< "from now", "later"
    today,        ///< value: days from today
    now,          ///< today as an end of a range, which value 1 joins on ("to date")
    // Remarks
    hedge,      ///< value: Qualifier approximate or likely
    wordless,   ///< says that there is no day; value: Qualifier
    timeframe,  ///< "short term": no day, but a day beside it counts
    role,       ///< value: DateRole; of the date that follows or, in brackets, the one before
    arrow,      ///< the date before it is replaced by the one behind it
    body,       ///< a meeting or what meets
    time,       ///< of day
    label,      ///< "due date", "update"
    filler      ///< "the", "of"
};

enum class Step : std::uint8_t { working_day, day, week, fortnight, month, quarter, term, year };
enum class YearKind : std::uint8_t { financial, academic, municipal };
enum class Part : std::uint8_t { whole, early, middle, late, end, so_far };
enum class WeekForm : std::uint8_t { none, commencing, ending, holding };
enum class Bound : std::uint8_t { none, by, before, after, from, since };
/// Days with a name. "New year" alone is the time after it.
enum class Holiday : std::uint8_t {
    new_year,
    new_years_day,
    burns_night,
    st_davids_day,
    st_patricks_day,
    lady_day,
    st_georges_day,
    may_day,
    halloween,
    bonfire_night,
    armistice_day,
    st_andrews_day,
    christmas_eve,
    christmas,
    boxing_day,
    new_years_eve,
    shrove_tuesday,
    ash_wednesday,
    mothering_sunday,
    palm_sunday,
    maundy_thursday,
    good_friday,
    easter,
    easter_monday,
    ascension_day,
    whit_sunday,
    early_may_bank_holiday,
    spring_bank_holiday,
    summer_bank_holiday,
    remembrance_sunday,
    twelfth_night,
    holocaust_memorial_day,
    candlemas,
    valentines_day,
    womens_day,
    vaisakhi,
    earth_day,
    ve_day,
    windrush_day,
    midsummer_day,
    fathers_day,
    lammas,
    michaelmas,
    mental_health_day,
    martinmas,
    lunar_new_year,
    diwali,
    ramadan,
    last_friday_of_ramadan,
    night_of_power,
    eid_al_fitr,
    eid_al_adha,
    islamic_new_year,
    ashura,
    mawlid,
    purim,
    passover,
    shavuot,
    rosh_hashanah,
    yom_kippur,
    sukkot,
    hanukkah,
    labour_day,
    // Those whose days differ from place to place
    autumn_half_term,
    spring_half_term,
    summer_half_term,
    christmas_break,
    summer_break
};

struct Phrase {
    std::string_view text{};  ///< lower case; ' ' stands for white space, '-' for any dash
    Sense sense{};
    int value{};
};

/// The longest phrase that opens `text`, case ignored, and ends at the end of a word. `length` is
/// the number of bytes it takes; an empty phrase if there is none.
struct PhraseMatch {
    Phrase phrase{};
    std::size_t length{};
};
[[nodiscard]] PhraseMatch match_phrase(std::string_view text);

/// The bytes of the white space or of the dash that opens `text`; 0 if there is none.
[[nodiscard]] std::size_t space_bytes(std::string_view text);
[[nodiscard]] std::size_t dash_bytes(std::string_view text);

}  // namespace tidytracker::dates
