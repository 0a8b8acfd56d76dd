// SPDX-License-Identifier: Apache-2.0
// Days told by their weekday or by their number in a month that is told from the reference day.
#include <array>
#include <chrono>

#include "normalise/dates/relative.hpp"

namespace tidytracker::dates {
namespace {

using std::chrono::days;
using std::chrono::weeks;

/// The unit of a step that `which` tells, "next month".
std::optional<UnitMatch> match_told_unit(Tokens tokens, std::size_t at, Step step) {
    if (sense_at(tokens, at) != Sense::which) return std::nullopt;
    const std::optional<UnitMatch> unit = match_unit(tokens, at + 1);
    return unit && unit->step == step ? unit : std::nullopt;
}

/// "the 20th of the month": the first one that is not over or, looking back, the last.
std::optional<OperandMatch> match_day_of_this_month(const Reading& reading, std::size_t at) {
    const Tokens tokens = reading.tokens;
    const bool ordinal = sense_at(tokens, at) == Sense::ordinal ||
                         (sense_at(tokens, at) == Sense::number && tokens[at].ordinal);
    const std::size_t next = skip_fillers(tokens, at + 1);
    const std::optional<UnitMatch> unit = match_unit(tokens, next);
    if (!ordinal || next == at + 1 || !unit || unit->step != Step::month) return std::nullopt;
    const bool back = reading.context->looks_back;
    for (int steps = 0; steps < 3; ++steps) {
        const Extent month = unit_at(*reading.reference, Step::month, back ? -steps : steps);
        const Day day = month.first + days{tokens[at].value - 1};
        const bool over = back ? day > *reading.reference : day < *reading.reference;
        if (day <= month.last && !over) return fixed_day(day, unit->end);
    }
    return std::nullopt;
}

/// "20th of next month", "4 to 8 of next month".
std::optional<OperandMatch> match_day_of_month(const Reading& reading, std::size_t at) {
    const Tokens tokens = reading.tokens;
    if (auto found = match_day_of_this_month(reading, at)) return found;
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

/// "Tuesday the 11th": the first such day from the reference on or, looking back, the last. A small
/// figure may as well be an hour.
std::optional<OperandMatch> match_weekday_with_day(const Reading& reading, std::size_t at) {
    const Tokens tokens = reading.tokens;
    if (sense_at(tokens, at) != Sense::weekday) return std::nullopt;
    const std::size_t figure = skip_fillers(tokens, at + 1);
    const Sense sense = sense_at(tokens, figure);
    const bool plain = sense == Sense::number && !tokens[figure].ordinal;
    const bool hour =
        plain && (tokens[figure].value <= 12 || sense_at(tokens, figure + 1) == Sense::time);
    if ((sense != Sense::number && sense != Sense::ordinal) || hour) return std::nullopt;
    const int day_of_month = tokens[figure].value;
    if (day_of_month > 31 || tokens[figure].digits > 2) return std::nullopt;
    const bool back = reading.context->looks_back;
    // Every pair of weekday and day comes up at least once in so many months.
    constexpr int k_months = 14;
    for (int steps = 0; steps < k_months; ++steps) {
        const Extent month = unit_at(*reading.reference, Step::month, back ? -steps : steps);
        const Day day = month.first + days{day_of_month - 1};
        const bool over = back ? day > *reading.reference : day < *reading.reference;
        const Extent found = stretch(day, day);
        if (day > month.last || over || !is_weekday(found, tokens[at].value)) continue;
        return fixed(found, figure + 1);
    }
    return std::nullopt;
}

/// "three Fridays from now", "2 Thursdays ago".
std::optional<OperandMatch> match_counted_weekdays(const Reading& reading, std::size_t at) {
    const Tokens tokens = reading.tokens;
    const Sense sense = sense_at(tokens, at);
    const bool number = sense == Sense::number && !tokens[at].ordinal;
    if ((!number && sense != Sense::count) || sense_at(tokens, at + 1) != Sense::weekdays) {
        return std::nullopt;
    }
    constexpr int k_most = 52;
    const int count = tokens[at].value;
    const Sense way = sense_at(tokens, at + 2);
    const bool back = way == Sense::ago;
    if ((!back && way != Sense::hence) || count < 1 || count > k_most) return std::nullopt;
    const Day day = *reading.reference;
    const Day there = weekday_of_week(day, tokens[at + 1].value);
    // The first one is another day than the reference.
    if (back) return fixed_day(there - weeks{there < day ? count - 1 : count}, at + 3);
    return fixed_day(there + weeks{there > day ? count - 1 : count}, at + 3);
}

/// "the nearest Monday to 5 October": at most half a week or half a year away.
std::optional<OperandMatch> match_nearest(const Reading& reading, std::size_t at) {
    const Tokens tokens = reading.tokens;
    if (sense_at(tokens, at) != Sense::nearest) return std::nullopt;
    const bool weekday = sense_at(tokens, at + 1) == Sense::weekday;
    const std::optional<NamedMatch> name =
        weekday ? std::nullopt : match_name(tokens, at + 1, reading.context->order);
    if (!weekday && (!name || name->named.unit != Unit::holiday || name->named.year)) {
        return std::nullopt;
    }
    const std::size_t joint = weekday ? at + 2 : name->end;
    if (sense_at(tokens, joint) != Sense::to) return std::nullopt;
    const std::optional<OperandMatch> origin = match_operand(reading, joint + 1);
    if (!origin || !origin->operand.is_day()) return std::nullopt;
    const std::optional<Extent> day =
        resolve(origin->operand, reading, reading.context->looks_back);
    if (!day || day->first != day->last) return std::nullopt;
    const Day from = day->first;
    if (weekday) {
        const Day there = weekday_of_week(from, tokens[at + 1].value);
        const int away = static_cast<int>((there - from).count());
        return fixed_day(there + weeks{away > 3 ? -1 : away < -3 ? 1 : 0}, origin->end);
    }
    std::optional<Extent> best;
    for (const int step : {-1, 0, 1}) {
        const std::optional<Extent> found = extent_in(name->named, year_of(from) + step);
        const auto away = [from](const Extent& extent) {
            return extent.first < from ? from - extent.first : extent.first - from;
        };
        if (found && (!best || away(*found) < away(*best))) best = found;
    }
    if (!best) return std::nullopt;
    return fixed(*best, origin->end);
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

std::optional<OperandMatch> match_day_of_calendar(const Reading& reading, std::size_t at) {
    constexpr std::array k_ways = {match_day_of_month, match_weekday_with_day,
                                   match_counted_weekdays, match_weekday, match_nearest};
    for (const auto way : k_ways) {
        if (std::optional<OperandMatch> found = way(reading, at)) return found;
    }
    return std::nullopt;
}

}  // namespace tidytracker::dates
