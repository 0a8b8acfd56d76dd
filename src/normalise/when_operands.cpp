// SPDX-License-Identifier: Apache-2.0
#include "normalise/when_operands.hpp"

#include <array>
#include <chrono>

namespace tidytracker::dates {
namespace {

using std::chrono::days;
using std::chrono::weeks;

OperandMatch fixed(Extent extent, std::size_t end, Part part = Part::whole) {
    return {.operand = {.fixed = std::move(extent), .part = part}, .end = end};
}

OperandMatch fixed_day(Day day, std::size_t end) {
    return fixed(stretch(day, day), end);
}

std::size_t skip_fillers(Tokens tokens, std::size_t at) {
    while (sense_at(tokens, at) == Sense::filler) ++at;
    return at;
}

/// The calendar unit `steps` away from the one that holds the day.
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

/// The day so many units away.
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

struct UnitMatch {
    Step step{};
    std::size_t end{};
};

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

/// "3 months", "two weeks", "a fortnight".
struct Amount {
    int count{};
    Step step{};
    std::size_t end{};
};

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

/// "today", "EOM", "fortnight", "in two weeks", "within 3 months", "6 months from now".
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
    const std::optional<Amount> amount = match_amount(tokens, first);
    if (!amount) return std::nullopt;
    const Sense behind = sense_at(tokens, amount->end);
    if (behind == Sense::ago) {
        return fixed_day(moved(day, amount->step, -amount->count), amount->end + 1);
    }
    const Day there = moved(day, amount->step, amount->count);
    if (behind == Sense::hence) return fixed_day(there, amount->end + 1);
    if (!ahead && amount->step != Step::fortnight) return std::nullopt;
    OperandMatch found = fixed_day(there, amount->end);
    found.operand.deadline = sense == Sense::within;
    return found;
}

Day weekday_of_week(Day in_week, int weekday) {
    return week_holding(in_week).first + days{weekday - 1};
}

/// "last 2 quarters", "next 3 months".
std::optional<OperandMatch> match_several(Day day, int which, const Amount& amount) {
    if (which == 0) return std::nullopt;
    if (which > 0 && amount.step != Step::quarter) {
        OperandMatch found = fixed_day(moved(day, amount.step, amount.count), amount.end);
        found.operand.fixed->first = day;
        found.operand.fixed->edtf = stretch(day, found.operand.fixed->last).edtf;
        return found;
    }
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
        return fixed(unit_at(day, unit->step, which), unit->end);
    }
    if (sense_at(tokens, next) == Sense::weekday) {
        return fixed_day(weekday_of_week(day + weeks{which}, tokens[next].value), next + 1);
    }
    if (const std::optional<Amount> amount = match_amount(tokens, next)) {
        return match_several(day, which, *amount);
    }
    const std::optional<NamedMatch> name = match_name(tokens, next, reading.context->order);
    if (!name || name->named.year || name->named.year_or_day) return std::nullopt;
    const std::optional<Extent> found = occurrence(name->named, day, which);
    if (!found) return std::nullopt;
    return fixed(*found, name->end);
}

/// "20th of next month".
std::optional<OperandMatch> match_day_of_month(const Reading& reading, std::size_t at) {
    const Tokens tokens = reading.tokens;
    if (sense_at(tokens, at) != Sense::number || tokens[at].value > 31) return std::nullopt;
    const std::size_t next = skip_fillers(tokens, at + 1);
    if (sense_at(tokens, next) != Sense::which) return std::nullopt;
    const std::optional<UnitMatch> unit = match_unit(tokens, next + 1);
    if (!unit || unit->step != Step::month) return std::nullopt;
    const Extent month = unit_at(*reading.reference, Step::month, tokens[next].value);
    const Day day = month.first + days{tokens[at].value - 1};
    if (day < month.first || day > month.last) return std::nullopt;
    return fixed_day(day, unit->end);
}

/// A weekday without a date: the next one, or looking back the last.
std::optional<OperandMatch> match_weekday(const Reading& reading, std::size_t at) {
    if (sense_at(reading.tokens, at) != Sense::weekday) return std::nullopt;
    const Day day = *reading.reference;
    const Day there = weekday_of_week(day, reading.tokens[at].value);
    if (reading.context->looks_back)
        return fixed_day(there > day ? there - weeks{1} : there, at + 1);
    return fixed_day(there < day ? there + weeks{1} : there, at + 1);
}

std::optional<OperandMatch> match_relative(const Reading& reading, std::size_t at) {
    if (!reading.reference) return std::nullopt;
    constexpr std::array k_forms = {match_distance, match_which, match_day_of_month, match_weekday};
    for (const auto form : k_forms) {
        if (std::optional<OperandMatch> found = form(reading, at)) return found;
    }
    return std::nullopt;
}

/// "end of March", "mid-May", "early in the new year", "end of the month".
std::optional<OperandMatch> match_part(const Reading& reading, std::size_t at) {
    const Tokens tokens = reading.tokens;
    const auto part = static_cast<Part>(tokens[at].value);
    std::size_t next = at + 1;
    while (sense_at(tokens, next) == Sense::filler || sense_at(tokens, next) == Sense::dash ||
           sense_at(tokens, next) == Sense::in || sense_at(tokens, next) == Sense::question) {
        ++next;
    }
    if (sense_at(tokens, next) == Sense::part) return std::nullopt;
    // "end of the month" is of this one.
    if (const std::optional<UnitMatch> unit = match_unit(tokens, next);
        unit && reading.reference && !match_name(tokens, next, reading.context->order)) {
        const Extent whole = unit_at(*reading.reference, unit->step, 0);
        return fixed(part_of(whole, part), unit->end, part);
    }
    std::optional<OperandMatch> found = match_operand(reading, next);
    if (!found || found->operand.deadline || found->operand.part != Part::whole) {
        return std::nullopt;
    }
    Operand& operand = found->operand;
    operand.part = part;
    if (operand.fixed) {
        if (operand.fixed->first == operand.fixed->last) return std::nullopt;
        operand.fixed = part_of(*operand.fixed, part);
        // "later this month" does not mean its days gone by.
        const bool begun = reading.reference && operand.fixed->first < *reading.reference;
        if (part == Part::late && begun && operand.fixed->last >= *reading.reference) {
            operand.fixed->first = *reading.reference;
        }
        return found;
    }
    operand.named.part = part;
    // "end Sept 17": a day has no parts, so the figure is a year.
    if (operand.named.unit != Unit::day) return found;
    if (!operand.named.year_or_day) return std::nullopt;
    operand.named.unit = Unit::month;
    operand.named.year = full_year(static_cast<int>(operand.named.day), 2);
    operand.named.year_or_day = false;
    return found;
}

/// "w/c Monday 4 March".
std::optional<OperandMatch> match_week(const Reading& reading, std::size_t at) {
    std::optional<OperandMatch> found = match_operand(reading, at + 1);
    if (!found || found->operand.fixed || found->operand.named.unit != Unit::day) {
        return std::nullopt;
    }
    Named& named = found->operand.named;
    named.unit = Unit::week;
    named.week = static_cast<WeekForm>(reading.tokens[at].value);
    named.year_or_day = false;
    return found;
}

/// A name, with a weekday before it or "end" behind it.
std::optional<OperandMatch> match_named(const Reading& reading, std::size_t at) {
    const Tokens tokens = reading.tokens;
    std::size_t next = at;
    const bool weekday = sense_at(tokens, at) == Sense::weekday;
    if (weekday) {
        ++next;
        while (sense_at(tokens, next) == Sense::comma || sense_at(tokens, next) == Sense::dot ||
               sense_at(tokens, next) == Sense::filler) {
            ++next;
        }
    }
    const std::optional<NamedMatch> name = match_name(tokens, next, reading.context->order);
    if (!name) return std::nullopt;
    OperandMatch found{.operand = {.named = name->named}, .end = name->end};
    Named& named = found.operand.named;
    // "2024-05~" is EDTF; "2014~2018" is a range.
    const bool tilde = sense_at(tokens, found.end) == Sense::tilde && !tokens[found.end].spaced;
    if (tilde && sense_at(tokens, found.end + 1) != Sense::number) {
        named.marked = true;
        ++found.end;
    }
    if (weekday && named.unit != Unit::day) return std::nullopt;
    if (weekday) named.year_or_day = false;
    const bool end_behind = sense_at(tokens, found.end) == Sense::part &&
                            static_cast<Part>(tokens[found.end].value) == Part::end;
    if (end_behind && named.unit != Unit::day && !match_part(reading, found.end)) {
        named.part = found.operand.part = Part::end;
        ++found.end;
    }
    return found;
}

/// "month end", "quarter end". A "year end" may be in March as well as in December.
std::optional<OperandMatch> match_unit_end(const Reading& reading, std::size_t at) {
    const std::optional<UnitMatch> unit = match_unit(reading.tokens, at);
    if (!unit || unit->step == Step::year || !reading.reference) return std::nullopt;
    const bool end = sense_at(reading.tokens, unit->end) == Sense::part &&
                     static_cast<Part>(reading.tokens[unit->end].value) == Part::end;
    if (!end) return std::nullopt;
    const Extent whole = unit_at(*reading.reference, unit->step, 0);
    return fixed(part_of(whole, Part::end), unit->end + 1, Part::end);
}

/// "Sept 17" is a month with a year if 17 is near the year of the reference, else a day. Three
/// years is as far as actions look ahead or trail behind.
std::optional<Named> settle_year_or_day(const Named& named, const Reading& reading) {
    if (!named.year_or_day) return named;
    if (!reading.reference) return std::nullopt;
    constexpr int k_near = 3;
    Named settled = named;
    const int year = full_year(static_cast<int>(named.day), 2);
    const int distance = year - year_of(*reading.reference);
    if (distance >= -k_near && distance <= k_near) {
        settled.unit = Unit::month;
        settled.year = year;
    }
    return settled;
}

std::optional<Named> settle(const Named& named, const Reading& reading) {
    std::optional<Named> settled = settle_year_or_day(named, reading);
    if (!settled) return std::nullopt;
    const bool part_of_year = settled->unit == Unit::quarter || settled->unit == Unit::half;
    if (part_of_year && !settled->split && !settled->calendar) {
        if (reading.context->quarters == QuarterYear::unstated) return std::nullopt;
        settled->calendar = reading.context->quarters == QuarterYear::calendar;
    }
    return settled;
}

/// 29 February of a year that has none would have been due: a slip of the pen, not a later year.
bool would_count(const Named& named, int year, Day reference, bool looks_back) {
    if (named.unit != Unit::day && named.unit != Unit::days) return false;
    const Extent month = whole_month(year, named.month);
    return looks_back ? month.first <= reference : month.last >= reference;
}

std::optional<Extent> nearest_extent(const Named& named, Day reference, bool looks_back) {
    const int year = year_of(reference);
    for (int step = -2; step <= 2; ++step) {
        const int candidate = looks_back ? year - step : year + step;
        std::optional<Extent> found = extent_in(named, candidate);
        if (!found && would_count(named, candidate, reference, looks_back)) return std::nullopt;
        if (!found) continue;
        if (looks_back ? found->first <= reference : found->last >= reference) return found;
    }
    return std::nullopt;
}

}  // namespace

std::optional<OperandMatch> match_operand(const Reading& reading, std::size_t at) {
    at = skip_fillers(reading.tokens, at);
    switch (sense_at(reading.tokens, at)) {
        case Sense::unknown:
            return std::nullopt;
        case Sense::part:
            return match_part(reading, at);
        case Sense::week_of:
            return match_week(reading, at);
        case Sense::in:
            if (std::optional<OperandMatch> found = match_relative(reading, at)) return found;
            return match_operand(reading, at + 1);
        default:
            break;
    }
    if (std::optional<OperandMatch> found = match_named(reading, at)) return found;
    if (std::optional<OperandMatch> found = match_unit_end(reading, at)) return found;
    return match_relative(reading, at);
}

std::optional<Extent> resolve(const Operand& operand, const Reading& reading, bool looks_back) {
    if (operand.fixed) return operand.fixed;
    const std::optional<Named> named = settle(operand.named, reading);
    if (!named) return std::nullopt;
    if (named->year) return extent_in(*named, *named->year);
    if (!reading.reference) return std::nullopt;
    return nearest_extent(*named, *reading.reference, looks_back);
}

std::optional<Extent> resolve_range(const Operand& first, const Operand& last,
                                    const Reading& reading, bool looks_back) {
    Operand from = first;
    // "the end of March to June" begins in March for some, in April for others.
    if (first.part == Part::end) return std::nullopt;
    // "Aug 8 - Aug 12": what begins with a day ends with one.
    const bool from_day = first.is_day() && !first.has_year() && !first.named.year_or_day;
    Operand to = last;
    if (from_day) to.named.year_or_day = false;
    if (to.named.year_or_day) return std::nullopt;
    if (first.named.year_or_day) {
        if (!to.has_year() || !to.is_day()) return std::nullopt;
        from.named.year_or_day = false;
    }
    std::optional<Extent> end;
    if (!to.has_year() && from.has_year()) {
        const std::optional<Extent> start = resolve(from, reading, looks_back);
        const std::optional<Named> named = settle(to.named, reading);
        if (!start || !named) return std::nullopt;
        end = nearest_extent(*named, start->first, false);
    } else {
        end = resolve(to, reading, looks_back);
    }
    if (!end) return std::nullopt;
    std::optional<Extent> start = from.fixed;
    if (!start) {
        const std::optional<Named> named = settle(from.named, reading);
        if (!named) return std::nullopt;
        start =
            named->year ? extent_in(*named, *named->year) : nearest_extent(*named, end->last, true);
    }
    if (!start || start->first > end->last || start->last > end->last) return std::nullopt;
    return joined(*start, *end);
}

}  // namespace tidytracker::dates
