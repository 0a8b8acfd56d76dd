// SPDX-License-Identifier: Apache-2.0
// Reads dates. In: the text of a cell and what is known of its day. Out: days with EDTF and
// qualifier. A text is read as a whole or left alone, and no year is made up: without a reference
// day a date that lacks its year stays unread.
//
// The path of a phrase: tokens (tokens.cpp, words from phrase_groups.hpp), names and figures
// (names.cpp, figures.cpp), operands (operands.cpp, relative.cpp), clauses (clauses.cpp), days
// (settle.cpp, extents.cpp).
#include "normalise/dates/when.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.hpp"
#include "normalise/dates/clauses.hpp"
#include "normalise/dates/tokens.hpp"

namespace tidytracker {
namespace {

using namespace dates;

/// No phrase of dates is longer; what is longer is prose.
constexpr std::size_t k_longest_phrase = 400;
constexpr std::size_t k_most_tokens = 80;

/// Months and weekdays that are names or other words where they stand alone without a capital.
constexpr std::array<std::string_view, 6> k_other_words{"jan", "mar", "may", "sat", "march", "sun"};

Reading reading_of(const std::vector<Token>& tokens, const DateContext& context) {
    return {.tokens = tokens, .context = &context, .reference = day_from_iso(context.reference)};
}

Period full_day(Day day) {
    return {.first = day,
            .last = day,
            .edtf = iso_day(day),
            .qualifier = Qualifier::exact,
            .year_given = true};
}

/// A day number of a spreadsheet that was typed or pasted as text: 1954 to 2064. The number may
/// have a fraction, the time of day.
std::optional<Period> serial_day(std::string_view text) {
    constexpr double k_least = 20000;
    constexpr double k_most = 60000;
    const bool digits = text.size() >= 5 && text.find_first_not_of("0123456789.") == text.npos;
    if (!digits || (text.size() > 5 && text[5] != '.')) return std::nullopt;
    double serial = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), serial);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    if (serial < k_least || serial > k_most) return std::nullopt;
    const std::optional<Day> day = day_from_serial(serial, DateSystem::from_1900);
    if (!day) return std::nullopt;
    return full_day(*day);
}

/// "31032024": day, month and year without marks, which a year first cannot be.
std::optional<Period> compact_day(std::string_view text) {
    if (text.size() != 8 || text.find_first_not_of("0123456789") != text.npos) return std::nullopt;
    const auto number = [text](std::size_t at, std::size_t digits) {
        int value = 0;
        std::from_chars(text.data() + at, text.data() + at + digits, value);
        return value;
    };
    const int year = number(4, 4);
    const auto is_year = [](int value) { return value >= 1900 && value <= 2099; };
    if (!is_year(year) || is_year(number(0, 4))) return std::nullopt;
    const std::optional<Day> day =
        make_day(year, static_cast<unsigned>(number(2, 2)), static_cast<unsigned>(number(0, 2)));
    if (!day) return std::nullopt;
    return full_day(*day);
}

std::string text_of(const Clause& clause, Tokens tokens, std::string_view text) {
    if (clause.begin >= clause.end) return {};
    const std::size_t begin = tokens[clause.begin].begin;
    const std::size_t end = tokens[clause.end - 1].end;
    return squeeze(text.substr(begin, end - begin));
}

/// Does a date in brackets say the one before it again: "Q4 (January to March 2025)"?
bool restates(const DatedPart& part, const DatedPart& before) {
    const Period& a = before.period;
    const Period& b = part.period;
    const bool plain = part.role == DateRole::plain && before.role == DateRole::plain;
    // The months tell which quarter is meant.
    if (plain && a.quarter_assumed && b.first && b.last && !b.quarter_assumed) return true;
    return plain && a.first && a.last && b.first && b.last && *a.first <= *b.last &&
           *b.first <= *a.last;
}

/// The narrower of two overlapping periods says more, and then the one with its year.
bool says_more(const Period& period, const Period& than) {
    if (than.quarter_assumed) return true;
    const auto length = *period.last - *period.first;
    const auto other = *than.last - *than.first;
    return length < other || (length == other && period.year_given && !than.year_given);
}

/// All parts of a cell, or nothing if any is not understood; with their texts if these are wanted.
std::vector<DatedPart> parts_of(std::string_view cell, const DateContext& context, bool texts) {
    const std::string_view text = trim(cell);
    if (text.empty() || text.size() > k_longest_phrase) return {};
    std::optional<Period> day = serial_day(text);
    if (!day) day = compact_day(text);
    if (day) return {{*day, DateRole::plain, std::string(text)}};
    const std::vector<Token> tokens = tokens_of(text, k_most_tokens);
    if (tokens.size() == k_most_tokens) return {};
    const bool dashes =
        std::ranges::all_of(tokens, [](const Token& token) { return token.sense == Sense::dash; });
    std::vector<DatedPart> parts;
    if (dashes) {
        parts.emplace_back().period.qualifier = Qualifier::none;
        parts.back().text = text;
        return parts;
    }
    const bool asks = std::ranges::all_of(
        tokens, [](const Token& token) { return token.sense == Sense::question; });
    if (asks) return {{Period{.qualifier = Qualifier::tbc}, DateRole::plain, std::string(text)}};
    if (std::ranges::find(k_other_words, text) != k_other_words.end()) return {};
    const Reading reading = reading_of(tokens, context);
    const std::optional<std::vector<Clause>> clauses = read_clauses(reading);
    if (!clauses) return {};
    parts.reserve(clauses->size());
    for (const Clause& clause : *clauses) {
        const std::optional<Period> period = settle(clause, reading);
        if (!period) return {};
        DatedPart part{*period, clause.role, texts ? text_of(clause, tokens, text) : Text{}};
        if (clause.bracketed && !parts.empty() && restates(part, parts.back())) {
            if (says_more(part.period, parts.back().period)) parts.back().period = part.period;
            continue;
        }
        parts.push_back(std::move(part));
    }
    return parts;
}

When when_of_period(const Period& period) {
    return {.date = period.last ? iso_day(*period.last) : IsoDay{},
            .edtf = period.edtf,
            .qualifier = period.qualifier};
}

/// The one date that a phrase means. "Completed 12 March" is no date to look forward to.
std::optional<Period> meant(std::string_view phrase, const DateContext& context) {
    const std::vector<DatedPart> parts = parts_of(phrase, context, false);
    // Of several dates one can hold only if none of them leans on the reference day: "Feb & Oct" is
    // said of every year.
    const bool all_sure = std::ranges::all_of(parts, [](const DatedPart& each) {
        return each.period.year_given || each.role == DateRole::original;
    });
    if (parts.empty() || (parts.size() > 1 && !all_sure)) return std::nullopt;
    const DatedPart& part = standing_part(parts);
    if (part.role == DateRole::completed && !context.looks_back) return std::nullopt;
    return part.period;
}

DateSpan span_of(const Extent& extent) {
    return {.start = iso_day(extent.first), .end = iso_day(extent.last), .edtf = extent.edtf};
}

/// Words that may stand before the date of an entry.
bool opens_entry(Sense sense) {
    return sense == Sense::label || sense == Sense::open_bracket || sense == Sense::colon ||
           sense == Sense::filler || sense == Sense::dash;
}

/// Where the text of an entry begins, behind its date; nothing if the date is not set off from it.
/// A full date may also be followed by a capital letter or a bracket.
std::optional<std::size_t> entry_begin(Tokens tokens, std::size_t at, bool labelled, bool full,
                                       std::size_t size) {
    while (sense_at(tokens, at) == Sense::time) ++at;
    std::size_t next = at;
    bool set_off = next >= tokens.size() || tokens[next].new_line;
    while (next < tokens.size()) {
        const Token& token = tokens[next];
        const bool closes = token.sense == Sense::close_bracket || token.sense == Sense::colon;
        const bool parts = token.sense == Sense::dash && (token.spaced || next > at);
        const bool stops = full && (token.sense == Sense::dot || token.sense == Sense::comma);
        const bool behind_space = next + 1 >= tokens.size() || tokens[next + 1].spaced || closes;
        if (!(closes || parts || stops) || !behind_space) break;
        set_off = true;
        ++next;
    }
    const bool at_end = next >= tokens.size();
    const bool new_part = !at_end && tokens[next].spaced &&
                          (tokens[next].capital || tokens[next].sense == Sense::open_bracket);
    const bool plain = full && labelled && !at_end && tokens[next].spaced;
    if (!set_off && !plain && !((full || labelled) && new_part)) return std::nullopt;
    return at_end ? size : tokens[next].begin;
}

}  // namespace

std::optional<Period> read_period(std::string_view phrase, const DateContext& context) {
    const std::vector<DatedPart> parts = parts_of(phrase, context, false);
    if (parts.size() != 1) return std::nullopt;
    return parts.front().period;
}

std::vector<DatedPart> read_periods(std::string_view cell, const DateContext& context) {
    return parts_of(cell, context, true);
}

const DatedPart& standing_part(std::span<const DatedPart> parts) {
    const auto last_with = [parts](auto wanted) {
        const auto found = std::find_if(parts.rbegin(), parts.rend(), wanted);
        return found == parts.rend() ? nullptr : &*found;
    };
    const DatedPart* part =
        last_with([](const DatedPart& each) { return each.role == DateRole::revised; });
    if (part == nullptr) {
        part = last_with([](const DatedPart& each) { return each.role != DateRole::original; });
    }
    return part == nullptr ? parts.back() : *part;
}

std::optional<LeadingDate> read_leading_date(std::string_view text, const DateContext& context) {
    // A marker with its label takes a dozen tokens at most.
    constexpr std::size_t k_tokens_of_marker = 24;
    const std::vector<Token> tokens =
        opening_tokens_of(text.substr(0, k_longest_phrase), k_tokens_of_marker);
    const Reading reading = reading_of(tokens, context);
    std::size_t at = 0;
    bool labelled = false;
    while (at < tokens.size() && opens_entry(tokens[at].sense)) {
        labelled =
            labelled || tokens[at].sense == Sense::label || tokens[at].sense == Sense::open_bracket;
        ++at;
    }
    const std::optional<RangeMatch> found = match_range(reading, at);
    if (!found || found->first.fixed || found->first.named.unit == Unit::year) return std::nullopt;
    const Clause clause{.first = found->first, .last = found->last};
    const std::optional<Period> period = settle(clause, reading);
    if (!period) return std::nullopt;
    const Named& named = found->first.named;
    const bool full =
        named.unit == Unit::day && (named.year || tokens[at].sense == Sense::weekday ||
                                    sense_at(tokens, at + 1) == Sense::month);
    const std::optional<std::size_t> begin =
        entry_begin(tokens, found->end, labelled, full, text.size());
    if (!begin) return std::nullopt;
    return LeadingDate{*period, *begin};
}

OrderEvidence tally_order(std::span<const std::string_view> cells) {
    OrderEvidence evidence;
    for (const std::string_view cell : cells) {
        const std::vector<Token> tokens =
            tokens_of(cell.substr(0, k_longest_phrase), k_most_tokens);
        std::size_t at = 0;
        while (at < tokens.size()) {
            const std::optional<NamedMatch> found = match_figures(tokens, at, DateOrder::dmy);
            const bool counts = found && found->named.unit == Unit::day && found->named.year &&
                                tokens[at].digits <= 2;
            if (counts) {
                const Named& named = found->named;
                if (named.order_swapped) {
                    ++evidence.only_mdy;
                } else if (named.day > 12) {
                    ++evidence.only_dmy;
                } else {
                    ++evidence.both;
                }
            }
            at = found ? found->end : at + 1;
        }
    }
    return evidence;
}

DateOrder proven_order(const OrderEvidence& evidence) {
    // One date that fits only month first, among others that fit both, may be a slip of the pen.
    const bool enough = evidence.only_mdy > 1 || (evidence.only_mdy == 1 && evidence.both == 0);
    return enough && evidence.only_dmy == 0 ? DateOrder::mdy : DateOrder::dmy;
}

When parse_when(std::string_view phrase, const DateContext& context) {
    const std::optional<Period> period = meant(phrase, context);
    When when = period ? when_of_period(*period) : When{};
    when.text = squeeze(phrase);
    return when;
}

DateSpan parse_span(std::string_view phrase, const DateContext& context) {
    const std::optional<Period> period = meant(phrase, context);
    if (!period) return {};
    return {.start = period->first ? iso_day(*period->first) : IsoDay{},
            .end = period->last ? iso_day(*period->last) : IsoDay{},
            .edtf = period->edtf,
            .qualifier = period->qualifier};
}

std::vector<FoundDate> find_dates(std::string_view text, const DateContext& context) {
    const std::vector<Token> tokens = tokens_of(text.substr(0, k_longest_phrase), k_most_tokens);
    std::vector<FoundDate> dates;
    for (std::size_t at = 0; at < tokens.size();) {
        const std::optional<NamedMatch> found = match_name(tokens, at, context.order);
        if (!found) {
            ++at;
            continue;
        }
        Named named = found->named;
        // "Log Oct23.xlsx": where no day is due, two figures behind a month are its year.
        if (named.year_or_day) {
            named.unit = Unit::month;
            named.year = full_year(static_cast<int>(named.day), 2);
        }
        const bool counts = named.year && (named.unit == Unit::day || named.unit == Unit::month);
        const std::optional<Extent> extent = counts ? extent_in(named, *named.year) : std::nullopt;
        if (extent)
            dates.push_back({span_of(*extent), tokens[at].begin, tokens[found->end - 1].end});
        at = found->end;
    }
    return dates;
}

DateSpan find_date(std::string_view text, const DateContext& context) {
    const std::vector<FoundDate> dates = find_dates(text, context);
    const auto day = std::ranges::find_if(
        dates, [](const FoundDate& each) { return each.span.start == each.span.end; });
    if (day != dates.end()) return day->span;
    return dates.empty() ? DateSpan{} : dates.front().span;
}

}  // namespace tidytracker
