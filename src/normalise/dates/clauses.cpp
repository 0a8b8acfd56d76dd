// SPDX-License-Identifier: Apache-2.0
// Clauses: from left to right, each word is taken or the text is left alone.
#include "normalise/dates/clauses.hpp"

#include <algorithm>
#include <utility>

namespace tidytracker::dates {
namespace {

bool is_passed_over(Sense sense) {
    switch (sense) {
        case Sense::filler:
        case Sense::label:
        case Sense::lasting:
        case Sense::time:
        case Sense::comma:
        case Sense::colon:
        case Sense::dash:
        case Sense::dot:
        case Sense::in:
        case Sense::conjunction:
        case Sense::close_bracket:
            return true;
        default:
            return false;
    }
}

/// Senses that no form of a date begins with; the forms need not be tried.
bool opens_no_date(Sense sense) {
    switch (sense) {
        case Sense::unknown:
        case Sense::slash:
        case Sense::dot:
        case Sense::dash:
        case Sense::comma:
        case Sense::colon:
        case Sense::open_bracket:
        case Sense::close_bracket:
        case Sense::question:
        case Sense::open_end:
        case Sense::conjunction:
        case Sense::after_it:
        case Sense::hedge:
        case Sense::wordless:
        case Sense::timeframe:
        case Sense::role:
        case Sense::arrow:
        case Sense::body:
        case Sense::time:
        case Sense::label:
            return true;
        default:
            return false;
    }
}

/// The end of a body's name ("Audit and Risk Committee"): unknown words with capital letters, then
/// a meeting word. `at` itself if there is none.
std::size_t skip_body(Tokens tokens, std::size_t at, bool may_be_acronym = false) {
    // Longer names are rare, and each further word makes it likelier to be a sentence.
    constexpr std::size_t k_words = 6;
    // "HWB 10 Oct 2024", "next SMT": those who know the body know its letters.
    const bool acronym = at < tokens.size() && tokens[at].acronym;
    if (acronym && may_be_acronym) return at + 1;
    for (std::size_t next = at; next < tokens.size() && next - at < k_words; ++next) {
        const Token& token = tokens[next];
        if (token.sense == Sense::body) {
            while (sense_at(tokens, next) == Sense::body) ++next;
            return next;
        }
        const bool part_of_name = (token.sense == Sense::unknown && token.capital) ||
                                  token.sense == Sense::conjunction || token.sense == Sense::filler;
        if (!part_of_name) return at;
    }
    return at;
}

/// Reads clauses from left to right. Each take_… either takes the token at hand or leaves it.
class ClauseReader {
  public:
    ClauseReader(const Reading& reading, int depth) : reading_(reading), depth_(depth) {}

    std::optional<std::vector<Clause>> read() {
        while (at_ < tokens().size()) {
            const std::size_t before = at_;
            if (!take() || at_ == before) return std::nullopt;
        }
        close();
        if (clauses_.empty() && timeframe_) clauses_.push_back({.wordless = Qualifier::none});
        return std::move(clauses_);
    }

  private:
    [[nodiscard]] Tokens tokens() const { return reading_.tokens; }
    [[nodiscard]] const Token& token() const { return tokens()[at_]; }

    bool take() {
        if (take_body() || take_date()) return true;
        const Token here = token();
        if (is_passed_over(here.sense)) return pass();
        switch (here.sense) {
            case Sense::bound:
            case Sense::to:
            case Sense::after_it:
                return take_bound(here);
            case Sense::hedge:
                return take_hedge(here);
            case Sense::tilde:
                return take_hedge({.value = static_cast<int>(Qualifier::approximate)});
            case Sense::question:
                current_.uncertain = true;
                return pass();
            case Sense::wordless:
                return take_wordless(here);
            case Sense::timeframe:
                return take_timeframe();
            case Sense::now:
                return take_role(DateRole::revised);
            case Sense::role:
                return take_role(static_cast<DateRole>(here.value));
            case Sense::arrow:
                return take_arrow();
            case Sense::open_bracket:
                return take_bracket();
            case Sense::open_end:
                return take_open_start();
            case Sense::slash:
                return take_open_end();
            case Sense::number:
                return take_recurrence();
            default:
                return false;
        }
    }

    bool pass() {
        const Sense sense = token().sense;
        parted_ = parted_ || sense == Sense::comma || sense == Sense::conjunction ||
                  sense == Sense::dash || sense == Sense::close_bracket;
        if (sense == Sense::close_bracket) in_bracket_ = false;
        ++at_;
        return true;
    }

    void close() {
        if (says_something(current_)) clauses_.push_back(std::move(current_));
        current_ = Clause{};
    }

    /// The tokens from the one at hand up to `end` belong to what the clause says.
    void say(std::size_t end) {
        if (current_.end == 0) current_.begin = at_;
        current_.end = end;
        at_ = end;
    }

    static bool says_something(const Clause& clause) {
        return clause.first || clause.wordless != Qualifier::none_given;
    }

    /// A word that stands before its date begins a new clause if this one has its date.
    void open_for_next() {
        if (current_.first) close();
    }

    [[nodiscard]] bool date_follows(std::size_t at) const {
        while (at < tokens().size()) {
            const Sense sense = tokens()[at].sense;
            const bool before_date =
                sense == Sense::filler || sense == Sense::label || sense == Sense::colon ||
                sense == Sense::dash || sense == Sense::bound || sense == Sense::hedge ||
                sense == Sense::to || sense == Sense::in || sense == Sense::dot ||
                sense == Sense::time || sense == Sense::lasting;
            if (!before_date) break;
            ++at;
        }
        return match_operand(reading_, at).has_value();
    }

    /// A second date without a word or mark before it must be a full one, like the first
    /// ("13.09.2023 08.11.2023"): "Wednesday of next week" is one date, said in a way not known
    /// here.
    [[nodiscard]] bool may_be_next(const Operand& next) const {
        const Operand& before = current_.last ? *current_.last : *current_.first;
        if (before.fixed || next.fixed) return false;
        const auto is_full = [](const Operand& date) {
            const bool named = date.named.unit == Unit::day || date.named.unit == Unit::month;
            return named && (date.named.year || date.named.year_or_day);
        };
        if (spells_out(before, next)) return true;
        const bool full = is_full(before) && is_full(next) && before.named.unit == next.named.unit;
        return full || parted_ || token().new_line;
    }

    /// "Q3 Oct-Dec 24".
    [[nodiscard]] static bool spells_out(const Operand& before, const Operand& next) {
        const Unit unit = before.named.unit;
        const bool part = unit == Unit::quarter || unit == Unit::half || unit == Unit::term;
        return part && (next.named.unit == Unit::months || next.named.unit == Unit::month);
    }

    /// "14 July Meeting 2022": the year stands behind the body.
    bool adopts_year(const RangeMatch& found) {
        if (!current_.first || current_.first->has_year() || current_.last || found.last)
            return false;
        const bool behind_body = sense_at(tokens(), at_ - 1) == Sense::body;
        const Named& year = found.first.named;
        // "Q2 (24/25)".
        const Unit unit = current_.first->named.unit;
        const bool of_year = unit == Unit::quarter || unit == Unit::half || unit == Unit::term;
        if (in_bracket_ && of_year && year.unit == Unit::split_year && !found.first.fixed) {
            current_.first->named.year = year.year;
            current_.first->named.split = true;
            say(found.end);
            return true;
        }
        if (!behind_body || found.first.fixed || year.unit != Unit::year) return false;
        current_.first->named.year = year.year;
        current_.first->named.year_or_day = false;
        say(found.end);
        return true;
    }

    bool take_date() {
        if (opens_no_date(token().sense)) return false;
        std::optional<RangeMatch> found = match_range(reading_, at_);
        if (!found) return false;
        if (adopts_year(*found)) return true;
        if (current_.first && !in_bracket_ && !may_be_next(found->first)) return false;
        const bool spelt = current_.first && spells_out(*current_.first, found->first);
        // "(revised 31/10/24; 30/11/24)": what is said of the first holds for those behind it.
        const DateRole role =
            in_bracket_ && current_.bracketed && current_.first ? current_.role : DateRole::plain;
        open_for_next();
        if (current_.role == DateRole::plain) current_.role = role;
        current_.bracketed = in_bracket_ || spelt;
        parted_ = false;
        current_.first = found->first;
        current_.last = found->last;
        if (found->first.deadline && current_.bound == Bound::none) current_.bound = Bound::by;
        say(found->end);
        return true;
    }

    /// "next Audit Committee" is a wordless date; a body beside a date changes nothing.
    bool take_body() {
        const bool next = token().sense == Sense::which && token().value == 1;
        const bool bound =
            token().sense == Sense::bound && (static_cast<Bound>(token().value) == Bound::before ||
                                              static_cast<Bound>(token().value) == Bound::after);
        std::size_t first = at_ + (next || bound ? 1 : 0);
        if (bound && sense_at(tokens(), first) == Sense::filler) ++first;
        if (bound && sense_at(tokens(), first) == Sense::which) return false;
        if (!next && !bound && token().sense != Sense::unknown && token().sense != Sense::body) {
            return false;
        }
        const std::size_t end = skip_body(tokens(), first, acronym_at(first, next));
        if (end == first) return false;
        // "within six months of the new Council" hangs on a day that is not known.
        if (current_.first && (current_.first->deadline || (current_.first->fixed && next))) {
            return false;
        }
        // "12 June 2024 (next meeting)" says which meeting that is.
        const bool remark = next && current_.first && current_.first->is_day();
        if ((next || bound) && !remark) {
            open_for_next();
            current_.wordless = Qualifier::next_meeting;
            say(end);
        }
        at_ = end;
        return true;
    }

    /// Letters stand for a body before a full date or behind "next". All of a text may be in
    /// capitals.
    [[nodiscard]] bool acronym_at(std::size_t at, bool behind_next) const {
        if (sense_at(tokens(), at) != Sense::unknown || at >= tokens().size()) return false;
        if (!tokens()[at].acronym) return false;
        if (behind_next) return at + 1 == tokens().size() && !tokens()[at - 1].acronym;
        std::size_t date = at + 1;
        while (sense_at(tokens(), date) == Sense::dash || sense_at(tokens(), date) == Sense::colon)
            ++date;
        const std::optional<OperandMatch> found = match_operand(reading_, date);
        return found && !found->operand.fixed && found->operand.named.year &&
               found->operand.named.unit == Unit::day;
    }

    [[nodiscard]] bool before_date_or_words(std::size_t at) const {
        if (date_follows(at) || sense_at(tokens(), at) == Sense::wordless) return true;
        while (sense_at(tokens(), at) == Sense::filler) ++at;
        return sense_at(tokens(), at) == Sense::which && skip_body(tokens(), at + 1) > at + 1;
    }

    bool take_bound(const Token& here) {
        const bool before_date = here.sense != Sense::after_it || date_follows(at_ + 1);
        if (here.sense != Sense::after_it && !before_date_or_words(at_ + 1)) return false;
        const Bound bound = here.sense == Sense::to ? Bound::by : static_cast<Bound>(here.value);
        // "31/10/24 (from 30/09/24)" has been moved.
        if (bound == Bound::from && in_bracket_ && current_.first && before_date) {
            return take_role(DateRole::original);
        }
        if (before_date) open_for_next();
        // "By or before", "from not earlier than": the later word is the closer one.
        current_.bound = bound;
        say(at_ + 1);
        return true;
    }

    bool take_hedge(const Token& here) {
        if (date_follows(at_ + 1)) open_for_next();
        current_.hedge = static_cast<Qualifier>(here.value);
        say(at_ + 1);
        return true;
    }

    bool take_wordless(const Token& here) {
        const auto said = static_cast<Qualifier>(here.value);
        // "last Friday of each month" is no day of its own.
        if (said == Qualifier::recurring && current_.first && current_.first->fixed) {
            current_.first.reset();
            current_.last.reset();
        }
        // "Immediate and ongoing": the first word holds.
        if (current_.wordless == Qualifier::none_given) {
            current_.wordless_behind = current_.first.has_value();
            current_.wordless = said;
        }
        say(at_ + 1);
        return true;
    }

    /// "Short term" is no date, but "short term (by March 2025)" has one.
    bool take_timeframe() {
        if (!current_.first && current_.wordless == Qualifier::none_given) timeframe_ = true;
        return pass();
    }

    /// "6 monthly", "3-monthly".
    bool take_recurrence() {
        std::size_t next = at_ + 1;
        if (sense_at(tokens(), next) == Sense::dash) ++next;
        const bool recurs = sense_at(tokens(), next) == Sense::wordless &&
                            static_cast<Qualifier>(tokens()[next].value) == Qualifier::recurring;
        return recurs && pass();
    }

    bool take_role(DateRole role) {
        if (date_follows(at_ + 1)) {
            open_for_next();
            current_.role = role;
        } else if (current_.first) {
            current_.role = role;
        } else if (!clauses_.empty()) {
            clauses_.back().role = role;
        }
        return pass();
    }

    bool take_arrow() {
        if (!current_.first) return false;
        current_.role = DateRole::original;
        close();
        current_.role = DateRole::revised;
        return pass();
    }

    /// "2024-04-01/..", or a slash between two dates.
    bool take_open_end() {
        // "Ongoing/monthly".
        if (!current_.first) return current_.wordless != Qualifier::none_given && pass();
        if (sense_at(tokens(), at_ + 1) != Sense::open_end) {
            parted_ = true;
            return (token().spaced || at_ + 1 == tokens().size()) && pass();
        }
        current_.bound = Bound::from;
        at_ += 2;
        return true;
    }

    /// "../2017-11-30".
    bool take_open_start() {
        if (sense_at(tokens(), at_ + 1) == Sense::slash && !current_.first) {
            current_.open_start = true;
            at_ += 2;
            return true;
        }
        return false;
    }

    /// A remark in brackets counts if it is all about dates; else it is passed over, unless it
    /// speaks of another date that replaces this one.
    bool take_bracket() {
        std::size_t close = at_ + 1;
        while (close < tokens().size() && tokens()[close].sense != Sense::close_bracket) ++close;
        Reading inner = reading_;
        inner.tokens = tokens().subspan(at_ + 1, close - at_ - 1);
        constexpr int k_depth = 2;
        if (depth_ < k_depth && ClauseReader(inner, depth_ + 1).read()) {
            in_bracket_ = true;
            return pass();
        }
        const bool replaces = std::ranges::any_of(inner.tokens, [](const Token& word) {
            return word.sense == Sense::role || word.sense == Sense::arrow;
        });
        if (replaces) return false;
        at_ = std::min(close + 1, tokens().size());
        return true;
    }

    const Reading& reading_;
    int depth_;
    std::size_t at_{};
    bool parted_{};  ///< a mark that parts dates stands behind the last one
    bool in_bracket_{};
    bool timeframe_{};  ///< "short term"
    Clause current_{};
    std::vector<Clause> clauses_;
};

}  // namespace

std::optional<std::vector<Clause>> read_clauses(const Reading& reading) {
    return ClauseReader(reading, 0).read();
}

}  // namespace tidytracker::dates
