// SPDX-License-Identifier: Apache-2.0
// One date, or two that are the ends of a stretch of time: "from April to June 2024", "Monday to
// Friday", "for 10 days from 18 December".
#include "normalise/dates/clauses.hpp"
#include "normalise/dates/relative.hpp"

namespace tidytracker::dates {
namespace {

/// Are these two neighbours, so that "and" or a slash joins them to one period? "Feb & Oct" are
/// two dates, and so are two days.
bool joins_periods(const Operand& first, const Operand& last) {
    if (first.fixed || last.fixed || first.named.unit != last.named.unit) return false;
    const auto follows = [](int before, int after, int least, int most) {
        return after == (before == most ? least : before + 1);
    };
    const Named& a = first.named;
    const Named& b = last.named;
    switch (a.unit) {
        case Unit::month:
            return follows(static_cast<int>(a.month), static_cast<int>(b.month), 1, 12);
        case Unit::season:
            return follows(a.number, b.number, 21, 24);
        case Unit::quarter:
            return follows(a.number, b.number, 1, 4);
        case Unit::term:
            return follows(a.number, b.number, 1, 3);
        case Unit::year:
        case Unit::split_year:
            return a.year && b.year && *b.year == *a.year + 1;
        default:
            return false;
    }
}

/// An end of a range may be "now".
std::optional<OperandMatch> match_end(const Reading& reading, std::size_t at) {
    if (sense_at(reading.tokens, at) != Sense::now) return match_operand(reading, at);
    if (!reading.reference) return std::nullopt;
    return OperandMatch{.operand = {.fixed = stretch(*reading.reference, *reading.reference)},
                        .end = at + 1};
}

/// The other end of a range. In "next Monday to Friday" the weekday counts from the first.
std::optional<OperandMatch> match_last(const Reading& reading, std::size_t at,
                                       const Operand& first) {
    const bool weekday = sense_at(reading.tokens, at) == Sense::weekday;
    if (!weekday || !first.fixed) return match_end(reading, at);
    DateContext context = *reading.context;
    context.looks_back = false;
    Reading there = reading;
    there.context = &context;
    there.reference = first.fixed->first;
    return match_end(there, at);
}

struct Lasting {
    Amount amount{};
    std::size_t end{};
};

/// "for 10 days".
std::optional<Lasting> match_length(Tokens tokens, std::size_t at) {
    if (sense_at(tokens, at) == Sense::comma) ++at;
    if (sense_at(tokens, at) != Sense::lasting) return std::nullopt;
    const std::optional<Amount> amount = match_amount(tokens, at + 1);
    if (!amount) return std::nullopt;
    return Lasting{*amount, amount->end};
}

/// "for 10 days from 18 December", "from 18 December for 10 days".
std::optional<RangeMatch> match_lasting(const Reading& reading, std::size_t at) {
    const Tokens tokens = reading.tokens;
    std::optional<Lasting> length = match_length(tokens, at);
    const bool length_first = length.has_value();
    std::size_t from = length ? length->end : at;
    if (length_first && sense_at(tokens, from) == Sense::comma) ++from;
    const bool starts = sense_at(tokens, from) == Sense::bound &&
                        static_cast<Bound>(tokens[from].value) == Bound::from;
    if (!starts) return std::nullopt;
    const std::optional<OperandMatch> begin = match_operand(reading, from + 1);
    if (!begin || !begin->operand.is_day()) return std::nullopt;
    if (!length) length = match_length(tokens, begin->end);
    const std::optional<Extent> day =
        length ? resolve(begin->operand, reading, reading.context->looks_back) : std::nullopt;
    if (!day) return std::nullopt;
    const Day end = moved(day->first, length->amount.step, length->amount.count);
    return RangeMatch{.first = {.fixed = stretch(day->first, end)},
                      .end = length_first ? begin->end : length->end};
}

}  // namespace

std::optional<RangeMatch> match_range(const Reading& reading, std::size_t at) {
    if (std::optional<RangeMatch> lasting = match_lasting(reading, at)) return lasting;
    const Tokens tokens = reading.tokens;
    const bool between = sense_at(tokens, at) == Sense::between;
    const bool from =
        sense_at(tokens, at) == Sense::bound && static_cast<Bound>(tokens[at].value) == Bound::from;
    const std::size_t start = between || from ? at + 1 : at;
    const std::optional<OperandMatch> first =
        between || from ? match_end(reading, start) : match_operand(reading, start);
    if (!first) return std::nullopt;
    const std::size_t joint = first->end;
    const Sense joins = sense_at(tokens, joint);
    if (joins == Sense::now && tokens[joint].value == 1) {
        const std::optional<OperandMatch> now = match_end(reading, joint);
        if (now) return RangeMatch{first->operand, now->operand, now->end};
    }
    const bool sure = joins == Sense::to || joins == Sense::dash || joins == Sense::tilde;
    const bool maybe = joins == Sense::conjunction || joins == Sense::slash;
    if (sure || maybe) {
        std::size_t behind = joint + 1;
        if (joins == Sense::dash && sense_at(tokens, behind) == Sense::to) ++behind;
        // "30/09/24 - now 31/10/24" is a date with the one that replaces it.
        const bool replaced =
            sense_at(tokens, behind) == Sense::now && match_operand(reading, behind + 1);
        if (replaced) return RangeMatch{first->operand, std::nullopt, first->end};
        const std::optional<OperandMatch> last = match_last(reading, behind, first->operand);
        // An EDTF interval: "2024-03-04/2024-03-10".
        const bool iso = joins == Sense::slash && !tokens[joint].spaced &&
                         tokens[start].sense == Sense::number && tokens[start].digits == 4;
        if (last && (sure || between || iso || joins_periods(first->operand, last->operand))) {
            return RangeMatch{first->operand, last->operand, last->end};
        }
    }
    // "from March" alone is a bound, "between March" nothing; "13 to 15 July" is one name.
    const Unit unit = first->operand.named.unit;
    const bool both_ends = first->operand.fixed ? first->operand.both_ends
                                                : unit == Unit::days || unit == Unit::months;
    if ((between || from) && !both_ends) return std::nullopt;
    return RangeMatch{first->operand, std::nullopt, first->end};
}

}  // namespace tidytracker::dates
