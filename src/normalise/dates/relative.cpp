// SPDX-License-Identifier: Apache-2.0
#include "normalise/dates/relative.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <utility>

namespace tidytracker::dates {
namespace {

using std::chrono::days;
using std::chrono::weeks;

/// Weekends are passed over; public holidays, which differ from place to place, are not known.
Day working_days_from(Day day, int steps) {
    const days step{steps < 0 ? -1 : 1};
    for (int left = std::abs(steps); left > 0;) {
        day += step;
        left -= std::chrono::weekday{day}.iso_encoding() < 6 ? 1 : 0;
    }
    return day;
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

/// "two months from today", with a weekday behind it the first such day from there on.
OperandMatch day_hence(Tokens tokens, Day day, std::size_t end) {
    const std::size_t next = skip_fillers(tokens, end);
    if (next == end || sense_at(tokens, next) != Sense::weekday) return fixed_day(day, end);
    const Day there = weekday_of_week(day, tokens[next].value);
    return fixed_day(there < day ? there + weeks{1} : there, next + 1);
}

/// As health services write it: "in 6/52" is in 6 weeks, "in 3/12" in 3 months.
std::optional<Distance> match_clinical(Tokens tokens, std::size_t at) {
    const bool pair =
        sense_at(tokens, at) == Sense::number && sense_at(tokens, at + 1) == Sense::slash &&
        sense_at(tokens, at + 2) == Sense::number && sense_at(tokens, at + 3) != Sense::slash;
    if (!pair || tokens[at].value < 1) return std::nullopt;
    constexpr std::array<std::pair<int, Step>, 3> k_parts{
        {{7, Step::day}, {12, Step::month}, {52, Step::week}}};
    for (const auto& [whole, step] : k_parts) {
        if (tokens[at + 2].value != whole) continue;
        return Distance{.amounts = {{tokens[at].value, step, at + 3}}, .end = at + 3};
    }
    return std::nullopt;
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
    std::optional<Distance> distance = ahead ? match_clinical(tokens, first) : std::nullopt;
    if (!distance) distance = match_amounts(tokens, first);
    if (!distance) return std::nullopt;
    const bool deadline = sense == Sense::within;
    const Sense behind = sense_at(tokens, distance->end);
    if (behind == Sense::ago) return fixed_day(distance->from(day, -1), distance->end + 1);
    const Day there = distance->from(day, 1);
    if (behind == Sense::hence) return day_hence(tokens, there, distance->end + 1);
    if (auto found = match_distance_from(reading, *distance, deadline)) return found;
    // "6 weeks" as all that a cell says is the time allowed, if there is a day to count from.
    const bool all = at == 0 && distance->end == tokens.size() && reading.context->counts_from;
    if (all && !ahead) {
        OperandMatch found = deadline_day(day, there, distance->end);
        found.operand.counted = true;
        return found;
    }
    if (!ahead && distance->amounts.front().step != Step::fortnight) return std::nullopt;
    return deadline ? deadline_day(day, there, distance->end) : fixed_day(there, distance->end);
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

/// What "next year" has behind it: "next year's first quarter", "next year, March".
std::optional<OperandMatch> match_of_year(const Reading& reading, std::size_t at, int year) {
    if (sense_at(reading.tokens, at) == Sense::comma) ++at;
    std::optional<NamedMatch> name = match_name(reading.tokens, at, reading.context->order);
    if (!name || name->named.year || name->named.year_or_day) return std::nullopt;
    // A quarter of "next year" is of the year that has the name, not of the financial one.
    name->named.calendar = true;
    const std::optional<Extent> found = extent_in(name->named, year);
    if (!found) return std::nullopt;
    return fixed(*found, name->end);
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
        const Extent there = unit_at(day, unit->step, which);
        if (unit->step == Step::year) {
            if (auto part = match_of_year(reading, unit->end, year_of(there.first))) return part;
        }
        return fixed(there, unit->end);
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

/// "Friday after next", "week after next", "March after next": the second to come.
std::optional<OperandMatch> match_after_next(const Reading& reading, std::size_t at) {
    const Tokens tokens = reading.tokens;
    const auto after_next = [tokens](std::size_t behind) {
        return sense_at(tokens, behind) == Sense::bound &&
               static_cast<Bound>(tokens[behind].value) == Bound::after &&
               sense_at(tokens, behind + 1) == Sense::which && tokens[behind + 1].value == 1;
    };
    const Day day = *reading.reference;
    if (sense_at(tokens, at) == Sense::weekday && after_next(at + 1)) {
        const Day there = weekday_of_week(day, tokens[at].value);
        return fixed_day(there + weeks{there > day ? 1 : 2}, at + 3);
    }
    if (const std::optional<UnitMatch> unit = match_unit(tokens, at)) {
        if (!after_next(unit->end)) return std::nullopt;
        return fixed(unit_at(day, unit->step, 2), unit->end + 2);
    }
    const std::optional<NamedMatch> name = match_name(tokens, at, reading.context->order);
    if (!name || !after_next(name->end) || name->named.year || name->named.year_or_day) {
        return std::nullopt;
    }
    const std::optional<Extent> next = occurrence(name->named, day, 1);
    const std::optional<Extent> found =
        next ? extent_in(name->named, year_of(next->first) + 1) : std::nullopt;
    if (!found) return std::nullopt;
    return fixed(*found, name->end + 2);
}

/// "two coming quarters", as "next two quarters"; days and years of that form may mean the second.
std::optional<OperandMatch> match_counted_which(const Reading& reading, std::size_t at) {
    const Tokens tokens = reading.tokens;
    const Sense sense = sense_at(tokens, at);
    const bool number = sense == Sense::number && !tokens[at].ordinal;
    if (!number && sense != Sense::count) return std::nullopt;
    if (sense_at(tokens, at + 1) != Sense::which || tokens[at + 1].value != 1) return std::nullopt;
    const std::optional<UnitMatch> unit = match_unit(tokens, at + 2);
    const int count = tokens[at].value;
    constexpr int k_most = 24;
    const bool sure = unit && unit->step != Step::day && unit->step != Step::year;
    if (!sure || count < 1 || count > k_most) return std::nullopt;
    return match_several(*reading.reference, 1, Amount{count, unit->step, unit->end});
}

}  // namespace

Day Distance::from(Day day, int sign) const {
    for (const Amount& amount : amounts) day = moved(day, amount.step, sign * amount.count);
    return day;
}

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

std::optional<Amount> match_amount(Tokens tokens, std::size_t at) {
    // More than 366 of anything is no timescale of an action.
    constexpr int k_most = 366;
    int count = 1;
    const Sense sense = sense_at(tokens, at);
    const bool number = sense == Sense::number && !tokens[at].ordinal;
    if (number || sense == Sense::count) count = tokens[at++].value;
    // "2-3 weeks": the longer of the two is the time allowed.
    const Sense joint = sense_at(tokens, at);
    const bool ranges = number && (joint == Sense::dash || joint == Sense::to) &&
                        sense_at(tokens, at + 1) == Sense::number && tokens[at + 1].value > count &&
                        match_unit(tokens, at + 2);
    if (ranges) {
        count = tokens[at + 1].value;
        at += 2;
    }
    const std::optional<UnitMatch> unit = match_unit(tokens, at);
    if (!unit || unit->step == Step::term || count < 1 || count > k_most) return std::nullopt;
    const bool counted = number || sense == Sense::count || unit->step == Step::fortnight;
    if (!counted) return std::nullopt;
    return Amount{count, unit->step, unit->end};
}

Day moved(Day day, Step step, int steps) {
    switch (step) {
        case Step::working_day:
            return working_days_from(day, steps);
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
        case Step::term:
            return add_months(day, 4 * steps);
        case Step::year:
            return add_months(day, 12 * steps);
    }
    return day;
}

Day weekday_of_week(Day in_week, int weekday) {
    return week_holding(in_week).first + days{weekday - 1};
}

OperandMatch fixed_day(Day day, std::size_t end) {
    return fixed(stretch(day, day), end);
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
        case Step::working_day:
        case Step::day:
            return stretch(moved(day, step, steps), moved(day, step, steps));
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
        case Step::term:
            return term_holding(day, steps);
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
    constexpr std::array k_relative_forms = {match_after_next, match_weekday_of_month,
                                             match_distance, match_which, match_counted_which};
    for (const auto form : k_relative_forms) {
        if (std::optional<OperandMatch> found = form(reading, at)) return found;
    }
    return match_day_of_calendar(reading, at);
}

}  // namespace tidytracker::dates
