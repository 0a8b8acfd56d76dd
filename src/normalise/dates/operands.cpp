// SPDX-License-Identifier: Apache-2.0
#include "normalise/dates/operands.hpp"

#include <chrono>

#include "normalise/dates/relative.hpp"

namespace tidytracker::dates {
namespace {

/// "earlier this year": its days up to now.
std::optional<OperandMatch> so_far(const Extent& whole, const Reading& reading, std::size_t end) {
    const bool running =
        reading.reference && whole.first <= *reading.reference && whole.last >= *reading.reference;
    if (!running) return std::nullopt;
    return fixed(stretch(whole.first, *reading.reference), end, Part::so_far);
}

/// "mid to late October", "early/mid Nov": the later part is what counts; `at` if there is none.
std::size_t match_later_part(Tokens tokens, std::size_t at) {
    std::size_t next = at + 1;
    const Sense joint = sense_at(tokens, next);
    const bool joins = joint == Sense::to || joint == Sense::dash || joint == Sense::slash ||
                       joint == Sense::conjunction;
    if (joins) ++next;
    const bool later =
        joins && sense_at(tokens, next) == Sense::part && tokens[next].value > tokens[at].value;
    return later ? next : at;
}

/// "End: 31/03/25", a day that a label leads in.
std::optional<OperandMatch> match_labelled_end(const Reading& reading, std::size_t part,
                                               std::size_t at) {
    const auto which = static_cast<Part>(reading.tokens[part].value);
    if (which != Part::early && which != Part::end) return std::nullopt;
    std::optional<OperandMatch> found = match_operand(reading, at);
    return found && found->operand.has_year() ? found : std::nullopt;
}

/// "end of March", "mid-May", "early in the new year", "end of the month".
std::optional<OperandMatch> match_part(const Reading& reading, std::size_t at) {
    const Tokens tokens = reading.tokens;
    const auto part = static_cast<Part>(tokens[at].value);
    std::size_t next = at + 1;
    while (sense_at(tokens, next) == Sense::filler || sense_at(tokens, next) == Sense::dash ||
           sense_at(tokens, next) == Sense::in || sense_at(tokens, next) == Sense::question ||
           sense_at(tokens, next) == Sense::hedge) {
        ++next;
    }
    if (const std::size_t later = match_later_part(tokens, at); later > at) {
        return match_part(reading, later);
    }
    if (sense_at(tokens, next) == Sense::part) return std::nullopt;
    // "Start: 01/10/24".
    if (sense_at(tokens, next) == Sense::colon) return match_labelled_end(reading, at, next + 1);
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
        if (part == Part::so_far) return so_far(*operand.fixed, reading, found->end);
        operand.fixed = part_of(*operand.fixed, part);
        // "later this month" does not mean its days gone by.
        const bool begun = reading.reference && operand.fixed->first < *reading.reference;
        if (part == Part::late && begun && operand.fixed->last >= *reading.reference) {
            operand.fixed->first = *reading.reference;
        }
        return found;
    }
    if (part == Part::so_far) return std::nullopt;
    operand.named.part = part;
    // "end Sept 17": a day has no parts, so the figure is a year.
    if (operand.named.unit != Unit::day) return found;
    if (!operand.named.year_or_day) return std::nullopt;
    operand.named.unit = Unit::month;
    operand.named.year = full_year(static_cast<int>(operand.named.day), 2);
    operand.named.year_or_day = false;
    return found;
}

/// The weeks of a month or a year from the nth one on.
std::optional<OperandMatch> run_of_weeks(Named named, int nth, int count, std::size_t end) {
    if (named.unit != Unit::month && named.unit != Unit::year) return std::nullopt;
    named.unit = named.unit == Unit::month ? Unit::week_of_month : Unit::week_of_year;
    named.nth = nth;
    const std::optional<Extent> begin = extent_in(named, *named.year);
    named.nth = nth + count - 1;
    const std::optional<Extent> last = extent_in(named, *named.year);
    if (!begin || !last) return std::nullopt;
    return fixed(joined(*begin, *last), end);
}

/// "first six months of 2024/25", "last 2 quarters of 2024", "first 2 weeks of May 2024".
std::optional<OperandMatch> match_run(const Reading& reading, std::size_t at) {
    const Tokens tokens = reading.tokens;
    const Sense sense = sense_at(tokens, at);
    const bool first = sense == Sense::ordinal && tokens[at].value == 1;
    const bool last = sense == Sense::which && tokens[at].value < 0;
    if (!first && !last) return std::nullopt;
    const std::optional<Amount> amount = match_amount(tokens, at + 1);
    const bool counted = amount && (amount->step == Step::week || amount->step == Step::month ||
                                    amount->step == Step::quarter);
    if (!counted || sense_at(tokens, amount->end) != Sense::filler) return std::nullopt;
    std::optional<OperandMatch> found = match_operand(reading, amount->end);
    if (!found || found->operand.fixed || !found->operand.has_year()) return std::nullopt;
    if (amount->step == Step::week) {
        return run_of_weeks(found->operand.named, first ? 1 : -amount->count, amount->count,
                            found->end);
    }
    const std::optional<Extent> whole = resolve(found->operand, reading, false);
    if (!whole) return std::nullopt;
    constexpr std::chrono::days k_day{1};
    const int months = amount->count * (amount->step == Step::quarter ? 3 : 1);
    const Day begin = first ? whole->first : add_months(whole->last + k_day, -months);
    const Day end = first ? add_months(whole->first, months) - k_day : whole->last;
    if (begin < whole->first || end > whole->last) return std::nullopt;
    return fixed(joined(unit_at(begin, Step::month, 0), unit_at(end, Step::month, 0)), found->end);
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

/// "11/10/2024 Friday", "11 Oct (Fri)".
void take_weekday_behind(Tokens tokens, OperandMatch& found) {
    std::size_t next = found.end;
    if (sense_at(tokens, next) == Sense::comma) ++next;
    const bool bracket = sense_at(tokens, next) == Sense::open_bracket;
    if (bracket) ++next;
    if (sense_at(tokens, next) != Sense::weekday) return;
    const bool closed = sense_at(tokens, next + 1) == Sense::close_bracket;
    // Behind it may stand the day that it belongs to: "30/9/24, Monday 7 October 2024".
    const bool alone = next + 1 == tokens.size();
    if (bracket ? !closed : !alone) return;
    found.operand.named.weekday = tokens[next].value;
    found.operand.named.year_or_day = false;
    found.end = next + (bracket ? 2 : 1);
}

/// "March end", "Jan 25 (early)".
void take_part_behind(const Reading& reading, OperandMatch& found) {
    const Tokens tokens = reading.tokens;
    const bool bracket = sense_at(tokens, found.end) == Sense::open_bracket;
    const std::size_t at = found.end + (bracket ? 1 : 0);
    if (sense_at(tokens, at) != Sense::part) return;
    const auto part = static_cast<Part>(tokens[at].value);
    const bool closed = sense_at(tokens, at + 1) == Sense::close_bracket;
    const bool fits = bracket ? closed : part == Part::end || at + 1 == tokens.size();
    if (!fits || part == Part::so_far || match_part(reading, at)) return;
    Named& named = found.operand.named;
    if (named.year_or_day) {
        named.unit = Unit::month;
        named.year = full_year(static_cast<int>(named.day), 2);
        named.year_or_day = false;
    }
    named.part = found.operand.part = part;
    found.end = at + (bracket ? 2 : 1);
}

/// A name, with a weekday before it or "end" behind it.
std::optional<OperandMatch> match_named(const Reading& reading, std::size_t at) {
    const Tokens tokens = reading.tokens;
    std::size_t next = at;
    // "this Friday, 14 June" is that day.
    const bool which = sense_at(tokens, at) == Sense::which && tokens[at].value >= 0;
    const bool told = which && sense_at(tokens, at + 1) == Sense::weekday;
    if (which) ++next;
    const bool weekday = sense_at(tokens, next) == Sense::weekday;
    const int day_of_week = weekday ? tokens[next].value : 0;
    if (weekday) {
        ++next;
        const bool hyphen = sense_at(tokens, next) == Sense::dash && !tokens[next].spaced;
        while (sense_at(tokens, next) == Sense::comma || sense_at(tokens, next) == Sense::dot ||
               sense_at(tokens, next) == Sense::filler ||
               (hyphen && sense_at(tokens, next) == Sense::dash)) {
            ++next;
        }
    }
    const std::optional<NamedMatch> name = match_name(tokens, next, reading.context->order);
    if (!name) return std::nullopt;
    // "next Mar 25" is that month; "next March" is told from the reference.
    if (which && !told && !name->named.year_or_day) return std::nullopt;
    OperandMatch found{.operand = {.named = name->named}, .end = name->end};
    Named& named = found.operand.named;
    // "2024-05~" is EDTF; "2014~2018" is a range.
    const bool tilde = sense_at(tokens, found.end) == Sense::tilde && !tokens[found.end].spaced;
    if (tilde && sense_at(tokens, found.end + 1) != Sense::number) {
        named.marked = true;
        ++found.end;
    }
    // "Friday Jun-15": beside a weekday the figure is a day.
    const Token& figure = tokens[name->end - 1];
    if (weekday && named.unit == Unit::month && figure.digits == 2 && figure.value <= 31) {
        named.unit = Unit::day;
        named.day = static_cast<unsigned>(figure.value);
        named.year.reset();
    }
    if (weekday && named.unit != Unit::day) return std::nullopt;
    if (weekday) {
        named.year_or_day = false;
        named.weekday = day_of_week;
    }
    if (named.unit != Unit::day || named.year_or_day) take_part_behind(reading, found);
    if (!weekday && named.unit == Unit::day) take_weekday_behind(tokens, found);
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
/// years is as far as actions look ahead or trail behind; a day to come is not of a year gone by.
std::optional<Named> settle_year_or_day(const Named& named, const Reading& reading) {
    if (!named.year_or_day) return named;
    if (!reading.reference) return std::nullopt;
    constexpr int k_near = 3;
    Named settled = named;
    const int year = full_year(static_cast<int>(named.day), 2);
    const int distance = year - year_of(*reading.reference);
    // With no more to go by than a day about then, a year gone by may be meant or not.
    if (reading.context->looks_around && distance < 0 && distance >= -k_near) return std::nullopt;
    const int least = reading.context->looks_back ? -k_near : 0;
    const int most = reading.context->looks_back ? 0 : k_near;
    if (distance >= least && distance <= most) {
        settled.unit = Unit::month;
        settled.year = year;
    }
    return settled;
}

/// "Oct 24 to Mar 25" in 2024: that two days of the month are the years of the time is unlikely
/// enough to take them for years.
bool are_months(const Named& first, const Named& last, const Reading& reading) {
    if (!reading.reference) return false;
    const int now = year_of(*reading.reference);
    const int from = full_year(static_cast<int>(first.day), 2);
    const int to = full_year(static_cast<int>(last.day), 2);
    const bool in_order = from < to || (from == to && first.month < last.month);
    return in_order && from >= now - 1 && from <= now + 1 && to <= from + 3;
}

/// May the figures of "Aug 23 - Nov 24" be years?
bool may_be_months(const Named& first, const Named& last, const Reading& reading) {
    if (!reading.reference) return true;
    constexpr int k_near = 1;
    const int year = full_year(static_cast<int>(first.day), 2);
    const bool in_order =
        first.day < last.day || (first.day == last.day && first.month < last.month);
    return in_order && year >= year_of(*reading.reference) - k_near;
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

/// "Sunday 10 February": the weekday tells the year, if a year beside the reference has it.
std::optional<Extent> extent_by_weekday(const Named& named, Day reference, bool looks_back) {
    std::optional<Extent> behind;
    std::optional<Extent> ahead;
    // What lies that far on the wrong side of the reference is rather a slip of the pen.
    constexpr std::chrono::days k_near{31};
    for (const int step : {-1, 0, 1}) {
        std::optional<Extent> found = extent_in(named, year_of(reference) + step);
        if (!found || !is_weekday(*found, named.weekday)) continue;
        const Day limit = looks_back ? reference + k_near : reference - k_near;
        if (looks_back ? found->first > limit : found->first < limit) continue;
        const bool is_behind = looks_back ? found->first <= reference : found->first < reference;
        if (is_behind) {
            behind = std::move(found);
        } else if (!ahead) {
            ahead = std::move(found);
        }
    }
    const bool takes_behind = behind && (looks_back || !ahead);
    return takes_behind ? behind : ahead;
}

/// The nearest one to a day about then. Trackers hold more dates to come than dates gone by, so
/// the middle of what is considered lies a little ahead.
std::optional<Extent> extent_around(const Named& named, Day reference) {
    constexpr std::chrono::days k_ahead{45};
    const Day middle = reference + k_ahead;
    std::optional<Extent> best;
    for (const int step : {-1, 0, 1}) {
        std::optional<Extent> found = extent_in(named, year_of(middle) + step);
        if (!found) continue;
        const auto distance = [middle](const Extent& extent) {
            return extent.last < middle ? middle - extent.last : extent.last - middle;
        };
        if (!best || distance(*found) < distance(*best)) best = std::move(found);
    }
    return best;
}

std::optional<Extent> nearest_extent(const Named& named, Day reference, bool looks_back) {
    if (named.weekday != 0) {
        if (auto found = extent_by_weekday(named, reference, looks_back)) return found;
    }
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
    if (std::optional<OperandMatch> found = match_run(reading, at)) return found;
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
    if (reading.context->looks_around) return extent_around(*named, *reading.reference);
    return nearest_extent(*named, *reading.reference, looks_back);
}

namespace {

/// The two ends of a range, which tell more of each other than each tells of itself.
struct RangeEnds {
    Operand from{};
    Operand to{};
};

/// "end Oct to early Nov" is plain.
bool adjoin(const RangeEnds& ends) {
    return ends.from.part == Part::end && ends.to.part == Part::early && !ends.to.fixed &&
           ends.from.named.unit == Unit::month && ends.to.named.unit == Unit::month &&
           ends.to.named.month == ends.from.named.month % 12 + 1;
}

/// Settles which figures of "Aug 23 - Nov 24" are days and which years; false if nothing does.
bool settle_years_or_days(const Reading& reading, RangeEnds& ends) {
    Operand& from = ends.from;
    Operand& to = ends.to;
    // "Aug 8 - Aug 12": what begins with a day ends with one.
    if (from.is_day() && !from.has_year() && !from.named.year_or_day) to.named.year_or_day = false;
    const bool both = from.named.year_or_day && to.named.year_or_day;
    if (both && are_months(from.named, to.named, reading)) {
        for (Operand* end : {&from, &to}) {
            end->named.unit = Unit::month;
            end->named.year = full_year(static_cast<int>(end->named.day), 2);
            end->named.year_or_day = false;
        }
    } else if (both) {
        // "Aug 23 - Nov 24" may be days or months; "Aug 10 - Nov 12" of 2012 are days.
        if (may_be_months(from.named, to.named, reading)) return false;
        from.named.year_or_day = to.named.year_or_day = false;
    }
    if (to.named.year_or_day) return false;
    if (from.named.year_or_day && (!to.has_year() || !to.is_day())) return false;
    from.named.year_or_day = false;
    return true;
}

/// "Q1 - Q2 2024/25" are of the same year.
void share_split_year(RangeEnds& ends) {
    Named& from = ends.from.named;
    const Named& to = ends.to.named;
    const bool of_same = to.split && !ends.from.has_year() && from.unit == to.unit;
    if (!of_same || from.number > to.number) return;
    from.split = true;
    from.year = to.year;
    from.kind = to.kind;
}

std::optional<Extent> end_of_range(const RangeEnds& ends, const Reading& reading, bool looks_back) {
    if (ends.to.has_year() || !ends.from.has_year()) return resolve(ends.to, reading, looks_back);
    const std::optional<Extent> start = resolve(ends.from, reading, looks_back);
    const std::optional<Named> named = settle(ends.to.named, reading);
    if (!start || !named) return std::nullopt;
    return nearest_extent(*named, start->first, false);
}

std::optional<Extent> start_of_range(const Operand& from, const Extent& end,
                                     const Reading& reading) {
    if (from.fixed) return from.fixed;
    const std::optional<Named> named = settle(from.named, reading);
    if (!named) return std::nullopt;
    return named->year ? extent_in(*named, *named->year) : nearest_extent(*named, end.last, true);
}

}  // namespace

std::optional<Extent> resolve_range(const Operand& first, const Operand& last,
                                    const Reading& reading, bool looks_back) {
    RangeEnds ends{.from = first, .to = last};
    // "the end of March to June" begins in March for some, in April for others; from one end to
    // another are the days behind the first.
    const bool behind_end = first.part == Part::end && !adjoin(ends);
    if (behind_end && last.part != Part::end) return std::nullopt;
    if (!settle_years_or_days(reading, ends)) return std::nullopt;
    share_split_year(ends);
    const std::optional<Extent> end = end_of_range(ends, reading, looks_back);
    if (!end) return std::nullopt;
    std::optional<Extent> start = start_of_range(ends.from, *end, reading);
    if (!start || start->first > end->last || start->last > end->last) return std::nullopt;
    if (behind_end) {
        const Day begin = start->last + std::chrono::days{1};
        if (begin > end->last) return std::nullopt;
        start = stretch(begin, begin);
    }
    return joined(*start, *end);
}

}  // namespace tidytracker::dates
