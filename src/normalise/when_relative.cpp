// SPDX-License-Identifier: Apache-2.0
#include "normalise/when_relative.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

namespace tidytracker::dates {
namespace {

using std::chrono::days;
using std::chrono::weeks;

OperandMatch fixed_day(Day day, std::size_t end) {
    return fixed(stretch(day, day), end);
}

/// Amounts that add up: "2 weeks and 2 days".
struct Distance {
    std::vector<Amount> amounts{};
    std::size_t end{};

    [[nodiscard]] Day from(Day day, int sign) const {
        for (const Amount& amount : amounts) day = moved(day, amount.step, sign * amount.count);
        return day;
    }
};

std::optional<Distance> match_amounts(Tokens tokens, std::size_t at) {
    Distance found;
    while (const std::optional<Amount> amount = match_amount(tokens, at)) {
        // Each is of a smaller unit than the one before it.
        if (!found.amounts.empty() && amount->step >= found.amounts.back().step) break;
        found.amounts.push_back(*amount);
        found.end = at = amount->end;
        const Sense joint = sense_at(tokens, at);
        if (joint == Sense::conjunction || joint == Sense::comma) ++at;
    }
    return found.amounts.empty() ? std::nullopt : std::optional(found);
}

/// The end of a time allowed, which begins at `begin`.
OperandMatch deadline_day(Day begin, Day end, std::size_t at) {
    OperandMatch found = fixed_day(end, at);
    found.operand.fixed->first = std::min(begin, end);
    found.operand.deadline = true;
    return found;
}

/// "from 1 March 2024", "before Easter 2025", behind an amount: the day so far away. What spans
/// several days has no day to count from.
std::optional<OperandMatch> match_distance_from(const Reading& reading, const Distance& distance,
                                                bool deadline) {
    const std::size_t at = distance.end;
    const Sense sense = sense_at(reading.tokens, at);
    const bool of = deadline && sense == Sense::filler;
    if (sense != Sense::bound && !of) return std::nullopt;
    const Bound bound = of ? Bound::after : static_cast<Bound>(reading.tokens[at].value);
    const bool back = bound == Bound::before;
    if (!back && bound != Bound::after && bound != Bound::from) return std::nullopt;
    const std::optional<OperandMatch> origin = match_operand(reading, at + 1);
    if (!origin || !origin->operand.is_day() || !origin->operand.has_year()) return std::nullopt;
    const std::optional<Extent> day = resolve(origin->operand, reading, false);
    if (!day || day->first != day->last) return std::nullopt;
    const Day there = distance.from(day->first, back ? -1 : 1);
    return deadline ? deadline_day(day->first, there, origin->end) : fixed_day(there, origin->end);
}

/// "today", "EOM", "fortnight", "in two weeks", "within 3 months", "6 months from now", "6 months
/// from 1 March 2024".
std::optional<OperandMatch> match_distance(const Reading& reading, std::size_t at) {
    const Tokens tokens = reading.tokens;
    const Day day = *reading.reference;
    const Sense sense = sense_at(tokens, at);
    if (sense == Sense::today) return fixed_day(day + days{tokens[at].value}, at + 1);
    if (sense == Sense::end_of_this) {
        const Extent unit = unit_at(day, static_cast<Step>(tokens[at].value), 0);
        return fixed(part_of(unit, Part::end), at + 1, Part::end);
    }
    const bool ahead = sense == Sense::in || sense == Sense::within;
    std::size_t first = ahead ? at + 1 : at;
    if (ahead && sense_at(tokens, first) == Sense::which && tokens[first].value == 1) ++first;
    const std::optional<Distance> distance = match_amounts(tokens, first);
    if (!distance) return std::nullopt;
    const bool deadline = sense == Sense::within;
    const Sense behind = sense_at(tokens, distance->end);
    if (behind == Sense::ago) return fixed_day(distance->from(day, -1), distance->end + 1);
    const Day there = distance->from(day, 1);
    if (behind == Sense::hence) return fixed_day(there, distance->end + 1);
    if (auto found = match_distance_from(reading, *distance, deadline)) return found;
    if (!ahead && distance->amounts.front().step != Step::fortnight) return std::nullopt;
    return deadline ? deadline_day(day, there, distance->end) : fixed_day(there, distance->end);
}

Day weekday_of_week(Day in_week, int weekday) {
    return week_holding(in_week).first + days{weekday - 1};
}

/// "last 2 quarters", "next 3 months": whole ones, as "next month" is a whole month.
std::optional<OperandMatch> match_several(Day day, int which, const Amount& amount) {
    // "coming 2 days" may be two days or the second of them.
    if (which == 0 || (which > 0 && amount.step == Step::day)) return std::nullopt;
    const Extent near = unit_at(day, amount.step, which);
    const Extent far = unit_at(day, amount.step, which * amount.count);
    return fixed(which > 0 ? joined(near, far) : joined(far, near), amount.end);
}

/// The occurrence of a name without year that `which` means.
std::optional<Extent> occurrence(const Named& named, Day day, int which) {
    const int year = year_of(day);
    if (which == 0) {
        // "this winter" in February began last year.
        const std::optional<Extent> before = extent_in(named, year - 1);
        return before && before->last >= day ? before : extent_in(named, year);
    }
    for (int step = -2; step <= 2; ++step) {
        const int candidate = which > 0 ? year + step : year - step;
        std::optional<Extent> found = extent_in(named, candidate);
        if (found && (which > 0 ? found->first > day : found->last < day)) return found;
    }
    return std::nullopt;
}

/// "next month", "this Friday", "last 2 quarters", "next April", "new municipal year".
std::optional<OperandMatch> match_which(const Reading& reading, std::size_t at) {
    const Tokens tokens = reading.tokens;
    if (sense_at(tokens, at) != Sense::which) return std::nullopt;
    const Day day = *reading.reference;
    const int which = tokens[at].value;
    const std::size_t next = at + 1;
    if (const std::optional<UnitMatch> unit = match_unit(tokens, next)) {
        const std::size_t behind = skip_fillers(tokens, unit->end);
        if (unit->step == Step::week && sense_at(tokens, behind) == Sense::weekday) {
            const int weekday = tokens[behind].value;
            return fixed_day(weekday_of_week(day + weeks{which}, weekday), behind + 1);
        }
        return fixed(unit_at(day, unit->step, which), unit->end);
    }
    if (sense_at(tokens, next) == Sense::weekday) {
        const int weekday = tokens[next].value;
        // "last Monday", said on a Thursday, may be this week's.
        if (which < 0 && weekday_of_week(day, weekday) < day) return std::nullopt;
        return fixed_day(weekday_of_week(day + weeks{which}, weekday), next + 1);
    }
    if (const std::optional<Distance> distance = match_amounts(tokens, next)) {
        // "last 3 months and 2 weeks" end today.
        if (distance->amounts.size() > 1) {
            if (which >= 0) return std::nullopt;
            return fixed(stretch(distance->from(day, -1), day), distance->end);
        }
        return match_several(day, which, distance->amounts.front());
    }
    const std::optional<NamedMatch> name = match_name(tokens, next, reading.context->order);
    if (!name || name->named.year || name->named.year_or_day) return std::nullopt;
    const std::optional<Extent> found = occurrence(name->named, day, which);
    if (!found) return std::nullopt;
    return fixed(*found, name->end);
}

/// The unit of a step that `which` tells, "next month".
std::optional<UnitMatch> match_told_unit(Tokens tokens, std::size_t at, Step step) {
    if (sense_at(tokens, at) != Sense::which) return std::nullopt;
    const std::optional<UnitMatch> unit = match_unit(tokens, at + 1);
    return unit && unit->step == step ? unit : std::nullopt;
}

/// "first Tuesday of next month".
std::optional<OperandMatch> match_weekday_of_month(const Reading& reading, std::size_t at) {
    const Tokens tokens = reading.tokens;
    const bool counted = sense_at(tokens, at) == Sense::ordinal ||
                         (sense_at(tokens, at) == Sense::which && tokens[at].value < 0);
    if (!counted || sense_at(tokens, at + 1) != Sense::weekday) return std::nullopt;
    std::size_t next = at + 2;
    while (sense_at(tokens, next) == Sense::filler || sense_at(tokens, next) == Sense::in) ++next;
    const std::optional<UnitMatch> unit = match_told_unit(tokens, next, Step::month);
    if (!unit) return std::nullopt;
    const Day month = unit_at(*reading.reference, Step::month, tokens[next].value).first;
    const std::chrono::year_month_day date{month};
    const Named named{.unit = Unit::weekday_of_month,
                      .month = static_cast<unsigned>(date.month()),
                      .number = tokens[at + 1].value,
                      .nth = tokens[at].value};
    const std::optional<Extent> found = extent_in(named, year_of(month));
    if (!found) return std::nullopt;
    return fixed(*found, unit->end);
}

/// "20th of next month", "4 to 8 of next month".
std::optional<OperandMatch> match_day_of_month(const Reading& reading, std::size_t at) {
    const Tokens tokens = reading.tokens;
    if (sense_at(tokens, at) != Sense::number || tokens[at].value > 31) return std::nullopt;
    std::size_t last = at;
    const Sense joint = sense_at(tokens, at + 1);
    if ((joint == Sense::dash || joint == Sense::to) && sense_at(tokens, at + 2) == Sense::number) {
        last = at + 2;
    }
    std::size_t next = skip_fillers(tokens, last + 1);
    if (sense_at(tokens, next) == Sense::in) ++next;
    // Without "of" it is an amount: "2 coming months".
    const std::optional<UnitMatch> unit = match_told_unit(tokens, next, Step::month);
    if (!unit || (next == last + 1 && !tokens[last].ordinal)) return std::nullopt;
    const Extent month = unit_at(*reading.reference, Step::month, tokens[next].value);
    const Day begin = month.first + days{tokens[at].value - 1};
    const Day end = month.first + days{tokens[last].value - 1};
    if (begin < month.first || end < begin || end > month.last) return std::nullopt;
    OperandMatch found = fixed(stretch(begin, end), unit->end);
    found.operand.both_ends = begin != end;
    return found;
}

/// A weekday without a date: that of "next week", else the next one or, looking back, the last.
std::optional<OperandMatch> match_weekday(const Reading& reading, std::size_t at) {
    if (sense_at(reading.tokens, at) != Sense::weekday) return std::nullopt;
    const Day day = *reading.reference;
    const int weekday = reading.tokens[at].value;
    const std::size_t next = skip_fillers(reading.tokens, at + 1);
    if (const std::optional<UnitMatch> week = match_told_unit(reading.tokens, next, Step::week)) {
        const weeks away{reading.tokens[next].value};
        return fixed_day(weekday_of_week(day + away, weekday), week->end);
    }
    // "Monday, two weeks from now".
    const std::size_t behind = sense_at(reading.tokens, next) == Sense::comma ? next + 1 : next;
    const std::optional<Distance> distance = match_amounts(reading.tokens, behind);
    if (distance && sense_at(reading.tokens, distance->end) == Sense::hence) {
        return fixed_day(weekday_of_week(distance->from(day, 1), weekday), distance->end + 1);
    }
    const Day there = weekday_of_week(day, weekday);
    if (reading.context->looks_back)
        return fixed_day(there > day ? there - weeks{1} : there, at + 1);
    return fixed_day(there < day ? there + weeks{1} : there, at + 1);
}

}  // namespace

std::optional<Amount> match_amount(Tokens tokens, std::size_t at) {
    // More than 366 of anything is no timescale of an action.
    constexpr int k_most = 366;
    int count = 1;
    const Sense sense = sense_at(tokens, at);
    const bool number = sense == Sense::number && !tokens[at].ordinal;
    if (number || sense == Sense::count) count = tokens[at++].value;
    const std::optional<UnitMatch> unit = match_unit(tokens, at);
    if (!unit || count < 1 || count > k_most) return std::nullopt;
    const bool counted = number || sense == Sense::count || unit->step == Step::fortnight;
    if (!counted) return std::nullopt;
    return Amount{count, unit->step, unit->end};
}

Day moved(Day day, Step step, int steps) {
    switch (step) {
        case Step::day:
            return day + days{steps};
        case Step::week:
            return day + weeks{steps};
        case Step::fortnight:
            return day + weeks{2 * steps};
        case Step::month:
            return add_months(day, steps);
        case Step::quarter:
            return add_months(day, 3 * steps);
        case Step::year:
            return add_months(day, 12 * steps);
    }
    return day;
}

OperandMatch fixed(Extent extent, std::size_t end, Part part) {
    return {.operand = {.fixed = std::move(extent), .part = part}, .end = end};
}

std::size_t skip_fillers(Tokens tokens, std::size_t at) {
    while (sense_at(tokens, at) == Sense::filler) ++at;
    return at;
}

Extent unit_at(Day day, Step step, int steps) {
    switch (step) {
        case Step::day:
            return stretch(day + days{steps}, day + days{steps});
        case Step::week:
            return week_holding(day + weeks{steps});
        case Step::fortnight: {
            const Day monday = week_holding(day + weeks{2 * steps}).first;
            return stretch(monday, monday + days{13});
        }
        case Step::month: {
            const Day there = add_months(day, steps);
            const std::chrono::year_month_day date{there};
            return whole_month(year_of(there), static_cast<unsigned>(date.month()));
        }
        case Step::quarter:
            return quarter_holding(add_months(day, 3 * steps));
        case Step::year:
            return whole_year(year_of(day) + steps);
    }
    return stretch(day, day);
}

std::optional<UnitMatch> match_unit(Tokens tokens, std::size_t at) {
    switch (sense_at(tokens, at)) {
        case Sense::unit:
            return UnitMatch{static_cast<Step>(tokens[at].value), at + 1};
        case Sense::quarter:
            return UnitMatch{Step::quarter, at + 1};
        case Sense::calendar:
        case Sense::year_word:
            return UnitMatch{Step::year, at + 1};
        default:
            return std::nullopt;
    }
}

std::optional<OperandMatch> match_relative(const Reading& reading, std::size_t at) {
    if (!reading.reference) return std::nullopt;
    constexpr std::array k_forms = {match_weekday_of_month, match_distance, match_which,
                                    match_day_of_month, match_weekday};
    for (const auto form : k_forms) {
        if (std::optional<OperandMatch> found = form(reading, at)) return found;
    }
    return std::nullopt;
}

}  // namespace tidytracker::dates
