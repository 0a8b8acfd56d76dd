// SPDX-License-Identifier: Apache-2.0
// Dates in figures alone. What looks like a date but is a version, a decimal or a reference is left
// alone: three figures need a year of two or four digits, two figures need a slash or a full year.
#include <algorithm>

#include "normalise/dates/names.hpp"

namespace tidytracker::dates {
namespace {

bool is_mark(Sense sense) {
    return sense == Sense::slash || sense == Sense::dot || sense == Sense::dash;
}

bool is_plain_number(const Token& token) {
    return token.sense == Sense::number && !token.ordinal && !token.tick;
}

/// Figures parted by one and the same mark, or by spaces.
struct Figures {
    std::size_t count{};
    Sense mark{Sense::unknown};  ///< unknown: spaces
    bool spaced{};
};

Figures figures_at(Tokens tokens, std::size_t at) {
    if (sense_at(tokens, at) != Sense::number || !is_plain_number(tokens[at])) return {};
    Figures found{.count = 1, .mark = sense_at(tokens, at + 1)};
    if (!is_mark(found.mark)) found.mark = Sense::unknown;
    const std::size_t step = found.mark == Sense::unknown ? 1 : 2;
    std::size_t next = at + step;
    // "30/09/24 / 31/10/24": a mark between spaces parts dates whose own marks have none.
    const bool tight = step == 2 && !tokens[at + 1].spaced;
    while (found.count < 4 && sense_at(tokens, next) == Sense::number &&
           is_plain_number(tokens[next]) && (step == 1 || tokens[next - 1].sense == found.mark)) {
        if (found.count == 3 && tight && tokens[next - 1].spaced) break;
        found.spaced = found.spaced || tokens[next].spaced || tokens[next - 1].spaced;
        ++found.count;
        next += step;
    }
    return found;
}

/// A year that a tracker may name; other figures of four digits are no years.
bool is_year(int value) {
    return value >= 1900 && value <= 2099;
}

bool fits(int month, int day) {
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/// Day and month in either order: the context's if possible, else the other.
std::optional<Named> ordered(int first, int second, DateOrder order) {
    const bool month_first = order == DateOrder::mdy;
    const bool as_ordered = month_first ? fits(first, second) : fits(second, first);
    const bool as_swapped = month_first ? fits(second, first) : fits(first, second);
    if (!as_ordered && !as_swapped) return std::nullopt;
    const bool first_is_month = as_ordered == month_first;
    Named named{.unit = Unit::day};
    named.month = static_cast<unsigned>(first_is_month ? first : second);
    named.day = static_cast<unsigned>(first_is_month ? second : first);
    named.order_swapped = !as_ordered;
    named.order_ambiguous = as_ordered && as_swapped && first != second;
    return named;
}

std::optional<Named> year_first(int year, int month, int day) {
    if (!fits(month, day)) return std::nullopt;
    return Named{.unit = Unit::day,
                 .year = year,
                 .day = static_cast<unsigned>(day),
                 .month = static_cast<unsigned>(month)};
}

std::optional<Named> three_figures(const Token& a, const Token& b, const Token& c, Sense mark,
                                   DateOrder order) {
    if (b.digits > 2) return std::nullopt;
    if (a.digits == 4 && c.digits <= 2) {
        // "2024/31/3": with slashes, and only if it can be nothing else.
        const bool swapped = mark == Sense::slash && b.value > 12;
        std::optional<Named> named =
            swapped ? year_first(a.value, c.value, b.value) : year_first(a.value, b.value, c.value);
        if (named) named->order_swapped = swapped;
        return named;
    }
    if (a.digits > 2 || (c.digits != 2 && c.digits != 4)) return std::nullopt;
    if (order == DateOrder::ymd && a.digits == 2 && c.digits == 2) {
        return year_first(full_year(a.value, 2), b.value, c.value);
    }
    std::optional<Named> named = ordered(a.value, b.value, order);
    if (named) named->year = full_year(c.value, c.digits);
    return named;
}

/// "2024-30" are years, "2024-22" is summer in EDTF; "2021-24" may be either.
std::optional<Named> year_and_figure(int year, const Token& figure) {
    constexpr int k_spring = 21;
    constexpr int k_winter = 24;
    if (figure.digits != 2) return std::nullopt;
    const bool season = figure.value >= k_spring && figure.value <= k_winter;
    const bool later = figure.value > year % 100;
    if (season == later) return std::nullopt;
    if (season) return Named{.unit = Unit::season, .year = year, .number = figure.value};
    return Named{.unit = Unit::years, .year = year, .number = year / 100 * 100 + figure.value};
}

std::optional<Named> two_figures(const Token& a, const Token& b, Sense mark, DateOrder order) {
    const auto month_of = [](const Token& token, int year) {
        return Named{
            .unit = Unit::month, .year = year, .month = static_cast<unsigned>(token.value)};
    };
    const auto is_month = [](const Token& token) {
        return token.digits <= 2 && token.value >= 1 && token.value <= 12;
    };
    if (b.digits == 4) {
        return is_month(a) && is_year(b.value) ? std::optional(month_of(a, b.value)) : std::nullopt;
    }
    if (a.digits == 4 && !is_year(a.value)) return std::nullopt;
    if (a.digits == 4 && b.digits == 2 && is_month(b)) return month_of(b, a.value);
    if (a.digits == 4 && mark == Sense::dash) return year_and_figure(a.value, b);
    // Without a year only the slash makes a date: "12.3" is a decimal, "3-4" a range; but no range
    // runs down ("15-2").
    const bool runs_down = mark == Sense::dash && a.value > 12 && order == DateOrder::dmy;
    if (runs_down && a.digits == 2 && b.digits <= 2) return ordered(a.value, b.value, order);
    if (mark != Sense::slash || a.digits > 2 || b.digits > 2) return std::nullopt;
    // "12/13" may be a financial year as well, and "24/7" is no day at all.
    if (b.value == a.value + 1 && b.value > 12) return std::nullopt;
    if (a.value == 24 && b.value == 7 && b.digits == 1) return std::nullopt;
    const bool as_printed =
        order == DateOrder::mdy ? fits(a.value, b.value) : fits(b.value, a.value);
    // "03/24": a second figure that can be no month beside a padded month.
    if (!as_printed && a.digits == 2 && b.digits == 2 && is_month(a) && b.value > 12) {
        Named named = month_of(a, full_year(b.value, 2));
        named.order_ambiguous = b.value <= 31;
        return named;
    }
    return as_printed ? ordered(a.value, b.value, order) : std::nullopt;
}

std::optional<Named> compact(const Token& token) {
    constexpr int k_digits_of_compact_day = 8;
    if (token.digits != k_digits_of_compact_day) return std::nullopt;
    const int year = token.value / 10000;
    if (!is_year(year)) return std::nullopt;
    return year_first(year, token.value / 100 % 100, token.value % 100);
}

/// "31 03 2024", "25 09 03": figures parted by spaces alone may be anything unless they are padded
/// and the year is a full one or the first can only be a day.
bool are_spaced_date(const Token& a, const Token& b, const Token& c, std::size_t count) {
    if (b.digits != 2) return false;
    if (c.digits == 4) return true;
    return count == 3 && a.digits == 2 && c.digits == 2 && a.value > 12 && b.value <= 12;
}

}  // namespace

std::optional<NamedMatch> match_figures(Tokens tokens, std::size_t at, DateOrder order) {
    const Figures figures = figures_at(tokens, at);
    const std::size_t step = figures.mark == Sense::unknown ? 1 : 2;
    const auto token = [&](std::size_t index) -> const Token& { return tokens[at + index * step]; };
    std::optional<Named> named;
    std::size_t used = 0;
    if (figures.count >= 3 && (figures.mark != Sense::unknown ||
                               are_spaced_date(token(0), token(1), token(2), figures.count))) {
        // Four figures with one mark are two ends of a range ("10-1-2018-10-7-2018") only if the
        // third is a full year; "80-32-89-89" is something else.
        if (figures.count == 4 && token(2).digits != 4) return std::nullopt;
        named = three_figures(token(0), token(1), token(2), figures.mark, order);
        used = 3;
    } else if (figures.count == 2 && figures.mark != Sense::unknown) {
        named = two_figures(token(0), token(1), figures.mark, order);
        used = 2;
    } else if (figures.count == 1) {
        named = compact(token(0));
        used = 1;
    }
    if (!named || !days_exist(*named, named->year.value_or(2000))) return std::nullopt;
    return NamedMatch{*named, at + (used - 1) * step + 1};
}

}  // namespace tidytracker::dates
