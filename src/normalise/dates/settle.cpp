// SPDX-License-Identifier: Apache-2.0
// From the words of a clause to its days: what bounds, hedges and remarks make of a date.
#include <chrono>

#include "normalise/dates/clauses.hpp"

namespace tidytracker::dates {
namespace {

/// EDTF marks stand on days, months and years only.
bool takes_mark(const std::string& edtf) {
    constexpr std::string_view k_first_season = "21";
    const bool season = edtf.size() == 7 && edtf.substr(5) >= k_first_season;
    return !season && edtf.find_first_of("/~?") == std::string::npos;
}

/// A time of some days that has a name, such as a recess; each place sets its days.
bool is_break(const Operand& operand) {
    return !operand.fixed && operand.named.unit == Unit::holiday && operand.part == Part::whole &&
           static_cast<Holiday>(operand.named.number) != Holiday::new_year;
}

void apply_bound(const Clause& clause, const Extent& extent, Period& period) {
    const bool coarse = extent.first != extent.last;
    const bool end = clause.first->part == Part::end;
    const bool varies = coarse && is_break(*clause.first);
    switch (clause.bound) {
        case Bound::none:
            return;
        case Bound::by:
            // "within 3 months" has begun.
            if (!clause.first->deadline) period.first.reset();
            // "by the summer recess": before people are away.
            if (coarse && is_break(*clause.first)) {
                period.last = extent.first;
                period.edtf = iso_day(extent.first) + "~";
            }
            period.qualifier = Qualifier::by;
            return;
        case Bound::before:
            // "before the end of March" includes the last day.
            period.last = end ? extent.last : extent.first - std::chrono::days{1};
            period.first.reset();
            period.edtf = "../" + iso_day(*period.last) + (varies ? "~" : "");
            period.qualifier = Qualifier::before;
            return;
        case Bound::after:
            // "after the start of March": once March has begun.
            period.first = coarse && clause.first->part != Part::early
                               ? extent.last + std::chrono::days{1}
                               : extent.first;
            period.qualifier = Qualifier::after;
            break;
        case Bound::from:
        case Bound::since:
            period.first = extent.first;
            period.qualifier = Qualifier::after;
            break;
    }
    period.last.reset();
    period.edtf = iso_day(*period.first) + (varies ? "~/.." : "/..");
}

/// What words add to the days. False if they contradict them.
bool apply_words(const Clause& clause, const Extent& extent, Period& period) {
    if (clause.bound == Bound::none) {
        if (clause.hedge != Qualifier::none_given) period.qualifier = clause.hedge;
        if (clause.uncertain) period.qualifier = Qualifier::approximate;
    }
    const bool vague = clause.hedge == Qualifier::approximate;
    if ((vague || clause.uncertain) && takes_mark(period.edtf)) {
        period.edtf += clause.uncertain ? '?' : '~';
    }
    switch (clause.wordless) {
        case Qualifier::none_given:
        case Qualifier::next_meeting:
            return true;
        case Qualifier::none:
            return false;
        case Qualifier::ongoing:
            if (!clause.wordless_behind) break;
            period.first = extent.first;
            period.last.reset();
            period.edtf = iso_day(extent.first) + "/..";
            period.qualifier = Qualifier::ongoing;
            return true;
        default:
            break;
    }
    const bool recurs = clause.wordless == Qualifier::recurring && !period.last;
    if (clause.bound == Bound::none || recurs) period.qualifier = clause.wordless;
    return true;
}

/// The weekday printed beside a day is that of another.
bool contradicts_weekday(const Clause& clause, const Extent& extent) {
    const int weekday = clause.first->named.weekday;
    return weekday != 0 && !clause.last && !is_weekday(extent, weekday);
}

/// "Sept 17" was read as a month with its year.
bool reads_as_year(const Named& named, const Extent& extent) {
    return named.year_or_day && extent.first != extent.last;
}

/// Is it left to the context whether the quarter or half is of the financial year?
bool assumes_quarter(const Named& named) {
    const bool part_of_year = named.unit == Unit::quarter || named.unit == Unit::half;
    return part_of_year && !named.split && !named.calendar;
}

Qualifier plain_qualifier(const Clause& clause, const Extent& extent) {
    const Part part = clause.first->part;
    const bool day = extent.first == extent.last && clause.first->is_day() && !clause.last &&
                     part == Part::whole && !clause.first->named.marked;
    if (day) return Qualifier::exact;
    // A feast that hangs on the sight of the moon.
    const bool sighted = extent.first == extent.last && extent.edtf.ends_with('~');
    const bool vague = (part != Part::whole && part != Part::end) ||
                       ((clause.first->named.marked || sighted) && !clause.last);
    return vague ? Qualifier::approximate : Qualifier::none_given;
}

}  // namespace

std::optional<Period> settle(const Clause& clause, const Reading& reading) {
    if (!clause.first) return Period{.qualifier = clause.wordless};
    const bool looks_back = reading.context->looks_back || clause.bound == Bound::since;
    const std::optional<Extent> extent =
        clause.last ? resolve_range(*clause.first, *clause.last, reading, looks_back)
                    : resolve(*clause.first, reading, looks_back);
    if (!extent) return std::nullopt;
    const Named& named = clause.first->named;
    Period period{.first = extent->first,
                  .last = extent->last,
                  .edtf = extent->edtf,
                  .qualifier = plain_qualifier(clause, *extent)};
    period.year_given = (!clause.first->fixed && (named.year || reads_as_year(named, *extent))) ||
                        (clause.last && clause.last->named.year);
    period.order_ambiguous =
        named.order_ambiguous || (clause.last && clause.last->named.order_ambiguous);
    period.order_swapped = named.order_swapped || (clause.last && clause.last->named.order_swapped);
    period.year_or_day = named.year_or_day || (clause.last && clause.last->named.year_or_day);
    period.counted = clause.first->counted;
    period.weekday_contradicts = contradicts_weekday(clause, *extent);
    period.quarter_assumed =
        assumes_quarter(named) || (clause.last && assumes_quarter(clause.last->named));
    apply_bound(clause, *extent, period);
    if (clause.open_start) {
        period.first.reset();
        period.edtf = "../" + extent->edtf;
        period.qualifier = Qualifier::before;
    }
    if (!apply_words(clause, *extent, period)) return std::nullopt;
    return period;
}

}  // namespace tidytracker::dates
