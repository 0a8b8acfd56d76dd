// SPDX-License-Identifier: Apache-2.0
// Names of days and periods, as a table of forms. In: tokens. Out: what the first fitting form
// names. Which year is meant, if none is printed, is decided elsewhere.
#include "normalise/dates/names.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace tidytracker::dates {
namespace {

/// What a form wants at a place. Fillers ("of", "the", a comma, a full stop) may stand between.
enum class Want : std::uint8_t {
    nothing,
    day,         ///< 1 to 31, with or without "th", or as a word
    plain_day,   ///< the same, but not as an ordinal
    padded_day,  ///< two digits: also a year ("Sept 17")
    to,          ///< "-", "to", "and" between days
    month,
    year,        ///< four digits, or two with an apostrophe
    short_year,  ///< two digits
    late_year,   ///< two digits that are no day of the month
    split,       ///< "2024/25", "FY24", "academic year 2017/18"
    split_name,  ///< "financial year" alone
    hyphen,      ///< a dash without spaces
    dash,
    slash,
    season,
    decade,
    term,
    quarter,
    half,
    holiday,
    nth,  ///< "third", "3rd", "last"
    one_to_four,
    one_or_two,
    from_end,  ///< "last" behind a number: "2nd last"
    last_day,  ///< "last day of" behind a number
    week,
    week_number,
    weekday,
    year_name,  ///< "year" before its number
    of
};

struct Form {
    std::array<Want, 6> wants{};
    Unit unit{};
};

using enum Want;
// The first form that fits is taken, so longer ones stand before their beginnings.
constexpr std::array k_forms = std::to_array<Form>({
    {{day, to, day, month, year}, Unit::days},
    {{day, to, day, month, short_year}, Unit::days},
    {{day, to, day, month}, Unit::days},
    {{month, day, to, day, year}, Unit::days},
    {{month, day, to, day}, Unit::days},
    {{day, hyphen, month, hyphen, year}, Unit::day},
    {{day, hyphen, year, hyphen, month}, Unit::day},
    {{month, hyphen, year, hyphen, day}, Unit::day},
    {{day, hyphen, month, hyphen, short_year}, Unit::day},
    {{day, slash, month, slash, year}, Unit::day},
    {{day, slash, month, slash, short_year}, Unit::day},
    {{day, dash, month, dash, year}, Unit::day},
    {{day, dash, month, dash, short_year}, Unit::day},
    {{day, hyphen, month}, Unit::day},
    {{day, month, year}, Unit::day},
    {{day, month, short_year}, Unit::day},
    {{day, month}, Unit::day},
    {{year, hyphen, month, hyphen, plain_day}, Unit::day},
    {{year, slash, month, slash, plain_day}, Unit::day},
    {{year, month, plain_day}, Unit::day},
    {{month, slash, month, slash, month, year}, Unit::months},
    {{month, slash, month, slash, month, short_year}, Unit::months},
    {{month, slash, month, slash, month}, Unit::months},
    {{month, month, to, month, year}, Unit::months},
    {{month, month, to, month, short_year}, Unit::months},
    {{month, month, month, year}, Unit::months},
    {{month, month, month, short_year}, Unit::months},
    {{month, slash, month, year}, Unit::months},
    {{month, slash, month, short_year}, Unit::months},
    {{month, dash, month, year}, Unit::months},
    {{month, dash, month, short_year}, Unit::months},
    {{month, slash, month}, Unit::months},
    {{month, day, year}, Unit::day},
    {{month, day, short_year}, Unit::day},
    {{month, hyphen, year}, Unit::month},
    {{month, hyphen, short_year}, Unit::month},
    {{month, slash, year}, Unit::month},
    {{month, slash, short_year}, Unit::month},
    {{month, year}, Unit::month},
    {{month, of, short_year}, Unit::month},
    {{month, padded_day}, Unit::day},
    {{month, day}, Unit::day},
    {{month, late_year}, Unit::month},
    {{year, hyphen, month}, Unit::month},
    {{year, month}, Unit::month},
    {{nth, from_end, week, month, year}, Unit::week_of_month},
    {{nth, from_end, week, month}, Unit::week_of_month},
    {{nth, from_end, weekday, month, year}, Unit::weekday_of_month},
    {{nth, from_end, weekday, month}, Unit::weekday_of_month},
    {{nth, last_day, month, year}, Unit::weekday_of_month},
    {{nth, last_day, month}, Unit::weekday_of_month},
    {{nth, week, month, year}, Unit::week_of_month},
    {{nth, week, month}, Unit::week_of_month},
    {{nth, week, year}, Unit::week_of_year},
    {{week, week_number, year}, Unit::week_of_year},
    {{nth, weekday, month, year}, Unit::weekday_of_month},
    {{nth, weekday, month}, Unit::weekday_of_month},
    {{month}, Unit::month},
    {{season, split}, Unit::season},
    {{season, year}, Unit::season},
    {{season, short_year}, Unit::season},
    {{season}, Unit::season},
    {{decade}, Unit::decade},
    {{term, split}, Unit::term},
    {{term, year}, Unit::term},
    {{term, short_year}, Unit::term},
    {{term}, Unit::term},
    {{holiday, year}, Unit::holiday},
    {{holiday, short_year}, Unit::holiday},
    {{holiday}, Unit::holiday},
    {{quarter, one_to_four, split}, Unit::quarter},
    {{quarter, one_to_four, dash, split}, Unit::quarter},
    {{quarter, one_to_four, dash, year}, Unit::quarter},
    {{quarter, one_to_four, year}, Unit::quarter},
    {{quarter, one_to_four, hyphen, short_year}, Unit::quarter},
    {{quarter, one_to_four, short_year}, Unit::quarter},
    {{quarter, one_to_four}, Unit::quarter},
    {{split, quarter, one_to_four}, Unit::quarter},
    {{split, dash, quarter, one_to_four}, Unit::quarter},
    {{year, quarter, one_to_four}, Unit::quarter},
    {{year, dash, quarter, one_to_four}, Unit::quarter},
    {{nth, quarter, split}, Unit::quarter},
    {{nth, quarter, year}, Unit::quarter},
    {{nth, quarter}, Unit::quarter},
    {{half, one_or_two, split}, Unit::half},
    {{half, one_or_two, year}, Unit::half},
    {{half, one_or_two, short_year}, Unit::half},
    {{half, one_or_two}, Unit::half},
    {{nth, half, split}, Unit::half},
    {{nth, half, year}, Unit::half},
    {{nth, half, month, year}, Unit::half_of_month},
    {{nth, half, month, short_year}, Unit::half_of_month},
    {{nth, half, month}, Unit::half_of_month},
    {{split}, Unit::split_year},
    {{split_name}, Unit::split_year},
    {{year_name, year}, Unit::year},
    {{year}, Unit::year},
});

enum class Ordinal : std::uint8_t { never, either, only };

/// A token that meets a want; where `least` exceeds `most` its value does not matter.
struct Wanted {
    Want want{};
    Sense sense{};
    int least{1};
    int most{0};
    int digits{1};  ///< of a number, at least
    Ordinal ordinal{Ordinal::never};
};

constexpr int k_end = static_cast<int>(Part::end);
constexpr int k_week = static_cast<int>(Step::week);
constexpr int k_week_of = static_cast<int>(WeekForm::holding);
constexpr std::array k_tokens = std::to_array<Wanted>({
    {day, Sense::number, 1, 31, 1, Ordinal::either},
    {day, Sense::ordinal, 1, 31},
    {plain_day, Sense::number, 1, 31},
    {padded_day, Sense::number, 1, 31, 2},
    {to, Sense::dash},
    {to, Sense::to},
    {to, Sense::conjunction},
    {month, Sense::month},
    {short_year, Sense::number, 0, 99, 2},
    {late_year, Sense::number, 32, 99, 2},
    {split_name, Sense::split_year},
    {hyphen, Sense::dash},
    {dash, Sense::dash},
    {slash, Sense::slash},
    {season, Sense::season},
    {decade, Sense::decade},
    {term, Sense::term},
    {quarter, Sense::quarter},
    {half, Sense::half},
    {holiday, Sense::holiday},
    {nth, Sense::ordinal},
    {nth, Sense::number, 1, 5, 1, Ordinal::only},
    {nth, Sense::which, -1, -1},
    {one_to_four, Sense::number, 1, 4},
    {one_or_two, Sense::number, 1, 2},
    {from_end, Sense::which, -1, -1},
    {last_day, Sense::part, k_end, k_end},
    {week, Sense::unit, k_week, k_week},
    {week, Sense::week_of, k_week_of, k_week_of},
    {week_number, Sense::number, 1, 53},
    {weekday, Sense::weekday},
    {year_name, Sense::year_word},
    {of, Sense::filler},
});

constexpr std::uint64_t bit_of(Sense sense) {
    static_assert(static_cast<unsigned>(Sense::filler) < 64, "a bit for each sense");
    return std::uint64_t{1} << static_cast<unsigned>(sense);
}

constexpr std::uint64_t senses_of(Want want) {
    if (want == year) return bit_of(Sense::number) | bit_of(Sense::calendar);
    if (want == split) return bit_of(Sense::number) | bit_of(Sense::split_year);
    std::uint64_t senses = 0;
    for (const Wanted& row : k_tokens) senses |= row.want == want ? bit_of(row.sense) : 0;
    return senses;
}

/// The forms that a sense can open, in their order: most are ruled out by the first token.
struct FormList {
    std::array<std::uint8_t, k_forms.size()> forms{};
    std::size_t count{};
};
constexpr auto k_forms_by_sense = [] {
    static_assert(k_forms.size() <= 256, "an octet for each form");
    constexpr std::size_t k_senses = static_cast<std::size_t>(Sense::filler) + 1;
    std::array<FormList, k_senses> lists{};
    for (std::size_t i = 0; i < k_forms.size(); ++i) {
        const std::uint64_t senses = senses_of(k_forms[i].wants[0]);
        for (std::size_t sense = 0; sense < k_senses; ++sense) {
            if ((senses >> sense & 1) == 0) continue;
            lists[sense].forms[lists[sense].count++] = static_cast<std::uint8_t>(i);
        }
    }
    return lists;
}();

/// The senses that can stand second in each form, or anything where its first part may be of
/// several tokens. Fillers may always stand between.
constexpr auto k_second_senses = [] {
    constexpr std::uint64_t k_between = bit_of(Sense::filler) | bit_of(Sense::in) |
                                        bit_of(Sense::comma) | bit_of(Sense::dot) |
                                        bit_of(Sense::year_word) | bit_of(Sense::calendar);
    std::array<std::uint64_t, k_forms.size()> senses{};
    for (std::size_t i = 0; i < senses.size(); ++i) {
        const auto& wants = k_forms[i].wants;
        const bool any = wants[1] == nothing || wants[0] == split || wants[0] == year;
        senses[i] = any ? ~std::uint64_t{0} : senses_of(wants[1]) | k_between;
    }
    return senses;
}();

bool is_filler(Sense sense) {
    return sense == Sense::filler || sense == Sense::in || sense == Sense::comma ||
           sense == Sense::dot;
}

bool plausible_year(const Token& token) {
    return token.sense == Sense::number && !token.ordinal &&
           ((token.digits == 4 && token.value >= 1900 && token.value <= 2099) || token.tick);
}

bool fits(Want want, const Token& token) {
    if (want == year) return plausible_year(token);
    return std::ranges::any_of(k_tokens, [&](const Wanted& row) {
        if (row.want != want || row.sense != token.sense) return false;
        if (token.sense != Sense::number) {
            return row.least > row.most || (token.value >= row.least && token.value <= row.most);
        }
        return token.digits <= 2 && token.digits >= row.digits && !token.tick &&
               token.value >= row.least && token.value <= row.most &&
               (row.ordinal == Ordinal::either || token.ordinal == (row.ordinal == Ordinal::only));
    });
}

/// Reads one form; gathers what it names on the way.
class FormReader {
  public:
    FormReader(Tokens tokens, std::size_t at) : tokens_(tokens), at_(at) {}

    std::optional<NamedMatch> read(const Form& form) {
        named_.unit = form.unit;
        for (std::size_t i = 0; i < form.wants.size() && form.wants[i] != nothing; ++i) {
            if (i > 0 && !is_mark(form.wants[i])) skip_fillers(form.wants[i]);
            if (!take(form.wants[i])) return std::nullopt;
        }
        // "July 12 August": the figure belongs to what follows.
        if (days_end_ == at_ && names_a_day(at_)) return std::nullopt;
        if (!complete(form)) return std::nullopt;
        return NamedMatch{named_, at_};
    }

  private:
    static bool is_mark(Want want) {
        return want == hyphen || want == dash || want == slash || want == to || want == of;
    }

    [[nodiscard]] bool spaced_at(std::size_t at) const {
        return at < tokens_.size() && tokens_[at].spaced;
    }

    /// Does the figure before `at` stand before a month ("30 Sept 14 Oct")?
    [[nodiscard]] bool names_a_day(std::size_t at) const {
        while (sense_at(tokens_, at) == Sense::filler) ++at;
        return sense_at(tokens_, at) == Sense::month;
    }

    void skip_fillers(Want want) {
        while (is_filler(sense_at(tokens_, at_))) ++at_;
        if ((want == year || want == split) && sense_at(tokens_, at_) == Sense::year_word) ++at_;
        if (want == year && sense_at(tokens_, at_) == Sense::calendar) {
            named_.calendar = true;
            ++at_;
        }
    }

    bool take(Want want) {
        if (want == split) return take_split();
        if (at_ >= tokens_.size()) return false;
        const Token& token = tokens_[at_];
        if (want == year && token.sense == Sense::calendar) {
            named_.calendar = true;
            ++at_;
            return take(year);
        }
        if (!fits(want, token)) return false;
        if (want == hyphen && (token.spaced || spaced_at(at_ + 1))) return false;
        if (want == short_year && names_a_day(at_ + 1)) return false;
        if (want == plain_day || want == padded_day || want == day) days_end_ = at_ + 1;
        gather(want, token);
        ++at_;
        return true;
    }

    void gather(Want want, const Token& token) {
        const auto number = static_cast<unsigned>(token.value);
        switch (want) {
            case day:
            case plain_day:
            case padded_day:
                (named_.day == 0 ? named_.day : named_.last_day) = number;
                named_.year_or_day = want == padded_day;
                break;
            case month:
                (named_.month == 0 ? named_.month : named_.last_month) = number;
                break;
            case year:
            case decade:
            case short_year:
            case late_year:
                named_.year = full_year(token.value, token.digits);
                break;
            case nth:
            case week_number:
                named_.nth = token.value;
                break;
            case from_end:
            case last_day:
                named_.nth = -named_.nth;
                break;
            case split_name:
                named_.kind = static_cast<YearKind>(token.value);
                break;
            case season:
            case term:
            case holiday:
            case weekday:
            case one_to_four:
            case one_or_two:
                named_.number = token.value;
                break;
            default:
                break;
        }
    }

    /// A year that spans two, with its name before or behind it.
    bool take_split() {
        std::size_t next = at_;
        std::optional<YearKind> kind;
        if (sense_at(tokens_, next) == Sense::split_year) {
            kind = static_cast<YearKind>(tokens_[next++].value);
        }
        if (next >= tokens_.size()) return false;
        const std::optional<int> begins = split_begin(next, kind.has_value());
        if (!begins) return false;
        if (!kind && sense_at(tokens_, next) == Sense::split_year) {
            kind = static_cast<YearKind>(tokens_[next++].value);
        }
        named_.year = begins;
        named_.split = true;
        named_.kind = kind.value_or(YearKind::financial);
        at_ = next;
        return true;
    }

    /// The first year of "2024/25", "2024-25", "24/25", after "FY" also of "25" (its last year).
    [[nodiscard]] std::optional<int> split_begin(std::size_t& at, bool named) const {
        const Token& first = tokens_[at];
        if (first.sense != Sense::number || first.ordinal) return std::nullopt;
        const Sense mark = sense_at(tokens_, at + 1);
        const bool pair = (mark == Sense::slash || mark == Sense::dash) &&
                          sense_at(tokens_, at + 2) == Sense::number;
        if (pair && consecutive(first, tokens_[at + 2], mark, named)) {
            at += 3;
            return full_year(first.value, first.digits);
        }
        const bool alone = named && (plausible_year(first) || first.digits == 2);
        if (pair || !alone) return std::nullopt;
        ++at;
        return full_year(first.value, first.digits) - 1;
    }

    [[nodiscard]] bool consecutive(const Token& first, const Token& second, Sense mark,
                                   bool named) const {
        if (second.ordinal || second.tick || first.tick) return false;
        const bool follows = second.value % 100 == (first.value + 1) % 100;
        if (first.digits == 4 && plausible_year(first)) {
            return (second.digits == 2 && follows) ||
                   (second.digits == 4 && second.value == first.value + 1);
        }
        // "11/12" is a day; "12/13" could be a month and a year; "23/24" can be nothing else.
        const bool sure = named || named_.number > 0 || named_.nth > 0 ||
                          (first.value > 12 && mark == Sense::slash);
        return first.digits == 2 && second.digits == 2 && follows && sure;
    }

    /// Do the parts make sense together?
    bool complete(const Form& form) {
        Named& named = named_;
        if (named.unit == Unit::quarter || named.unit == Unit::half) {
            const int most = named.unit == Unit::quarter ? 4 : 2;
            if (named.number == 0) named.number = named.nth;
            // "last quarter of 2024/25"; without the year it is the one before this.
            if (named.nth < 0 && named.year) named.number = most + 1 + named.nth;
            // "the first half of 2024" is said of the calendar year, "H1 2024" is not.
            if (named.unit == Unit::half && form.wants[0] == nth && !named.split) {
                named.calendar = true;
            }
            return named.number >= 1 && named.number <= most;
        }
        constexpr int k_winter = 24;
        if (named.unit == Unit::season) return !named.split || named.number == k_winter;
        // "March/October" are two months, "March - October" is all of them.
        const auto in_list = static_cast<unsigned>(std::ranges::count(form.wants, month));
        const bool listed = named.unit == Unit::months && (in_list == 3 || form.wants[1] == slash);
        if (listed && named.last_month != (named.month + in_list - 2) % 12 + 1) return false;
        // "2nd last half" names nothing.
        if (named.unit == Unit::half_of_month) return named.nth == 1 || named.nth == 2;
        return days_exist(named, named.year.value_or(2000));
    }

    Tokens tokens_;
    std::size_t at_;
    std::size_t days_end_{};  ///< behind the last figure taken for a day
    Named named_{};
};

}  // namespace

int full_year(int value, int digits) {
    if (digits > 2) return value;
    constexpr int k_first_of_last_century = 70;
    return value >= k_first_of_last_century ? 1900 + value : 2000 + value;
}

Sense sense_at(Tokens tokens, std::size_t at) {
    return at < tokens.size() ? tokens[at].sense : Sense::unknown;
}

std::optional<NamedMatch> match_name(Tokens tokens, std::size_t at, DateOrder order) {
    if (at >= tokens.size()) return std::nullopt;
    // "2010-11-12" does not begin with the financial year 2010-11.
    if (std::optional<NamedMatch> figures = match_figures(tokens, at, order)) {
        if (figures->named.unit == Unit::day && figures->named.year) return figures;
    }
    const FormList& list = k_forms_by_sense[static_cast<std::size_t>(tokens[at].sense)];
    const std::uint64_t second = bit_of(sense_at(tokens, at + 1));
    for (std::size_t i = 0; i < list.count; ++i) {
        const std::size_t form = list.forms[i];
        if ((k_second_senses[form] & second) == 0) continue;
        std::optional<NamedMatch> found = FormReader(tokens, at).read(k_forms[form]);
        if (!found) continue;
        // "2024-03" does not begin with the year 2024.
        if (found->named.unit != Unit::year) return found;
        std::optional<NamedMatch> figures = match_figures(tokens, at, order);
        return figures ? figures : found;
    }
    return match_figures(tokens, at, order);
}

}  // namespace tidytracker::dates
