// SPDX-License-Identifier: Apache-2.0
// In: the text of a progress cell from some place on. Out: the mark that opens an entry there, or
// nothing; words of prose are no marks.
#include "normalise/entry_marks.hpp"

#include <algorithm>
#include <array>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "normalise/dates/when.hpp"
#include "normalise/fields.hpp"
#include "normalise/people/kinds.hpp"
#include "normalise/text_repair.hpp"
#include "schema/wording.hpp"

namespace tidytracker {
namespace {

constexpr auto k_mark_ends =
    std::to_array<std::string_view>({":", "-", "\xE2\x80\x93", "\xE2\x80\x94"});

std::size_t spaces_at(std::string_view text) {
    std::size_t count = 0;
    while (count < text.size() && is_space(text[count])) ++count;
    return count;
}

/// Length of a separator with the white space around it; 0 if there is none.
std::size_t separator_length(std::string_view text) {
    const std::size_t before = spaces_at(text);
    for (const std::string_view separator : k_mark_ends) {
        if (!text.substr(before).starts_with(separator)) continue;
        const std::size_t end = before + separator.size();
        return end + spaces_at(text.substr(end));
    }
    return 0;
}

/// Length of a remark in brackets with the white space before it; 0 if there is none.
std::size_t bracket_length(std::string_view text) {
    const std::size_t before = spaces_at(text);
    if (before >= text.size() || text[before] != '(') return 0;
    constexpr std::size_t k_longest = 120;
    const std::size_t close = text.substr(0, before + k_longest).find(')');
    return close == std::string_view::npos ? 0 : close + 1;
}

std::optional<EntryMark> label_mark(std::string_view text) {
    const auto label = opening_label(text);
    if (!label) return std::nullopt;
    std::size_t length = label->length;
    length += bracket_length(text.substr(length));
    const std::size_t separator = separator_length(text.substr(length));
    if (separator == 0) return std::nullopt;
    EntryMark mark{.length = length + separator, .response = label->value};
    mark.label = join_wraps(text.substr(0, length));
    if (label->value != Response::none) mark.response_text = text.substr(0, label->length);
    return mark;
}

/// A mark with a date shows a figure early, or is a month by itself ("July - ...").
bool may_open_with_date(std::string_view text) {
    constexpr std::size_t k_early = 40;
    const std::string_view early = text.substr(0, k_early);
    return early.find_first_of("0123456789") != std::string_view::npos ||
           names_month(early.substr(0, early.find(' ')));
}

/// A day or period in the past that a phrase states by itself, without "by" or "from".
std::optional<Period> stated_period(std::string_view phrase, const DateContext& context) {
    if (phrase.empty() || !may_open_with_date(phrase)) return std::nullopt;
    std::optional<Period> period = read_period(phrase, context);
    const bool plain =
        period && period->last &&
        (period->qualifier == Qualifier::exact || period->qualifier == Qualifier::none_given) &&
        period->edtf.find('/') == std::string::npos;
    return plain ? period : std::nullopt;
}

/// The date behind a status word, and what of the text both take: "Done 21/5/24", "Closed (June
/// 2024)", "COMPLETED on 12/9/24 \u2013 ...".
struct StatusDate {
    std::size_t length{};
    When when{};
};
std::optional<StatusDate> date_behind_status(std::string_view rest, const DateContext& context) {
    constexpr std::size_t k_longest = 32;
    std::string_view phrase = trim(rest.substr(0, k_longest));
    for (const std::string_view opening : {"on ", "in ", "- ", "\xE2\x80\x93 ", ", ", ": "}) {
        if (phrase.starts_with(opening)) phrase = trim(phrase.substr(opening.size()));
    }
    const bool bracket = phrase.starts_with('(');
    if (bracket) phrase = trim(phrase.substr(1));
    if (phrase.empty()) return std::nullopt;
    const auto begin = static_cast<std::size_t>(phrase.data() - rest.data());
    // The date ends at the first mark behind which the text goes on; a full stop within it is of
    // the date ("21.5.24").
    const std::string_view all = rest.substr(begin);
    for (std::size_t end = 1; end <= std::min(all.size(), k_longest); ++end) {
        const std::string_view behind = all.substr(end);
        const bool stop = behind.starts_with('.') && (behind.size() == 1 || is_space(behind[1]));
        const bool closed = bracket ? behind.starts_with(')')
                                    : behind.empty() || stop || behind.starts_with('\n') ||
                                          behind.starts_with(';') || behind.starts_with(',') ||
                                          behind.starts_with(':') || behind.starts_with(" (") ||
                                          (is_space(behind[0]) && separator_length(behind) > 0);
        if (!closed) continue;
        const auto period = stated_period(trim(all.substr(0, end)), context);
        if (!period) return std::nullopt;
        std::size_t length = begin + end + (bracket ? 1 : 0);
        const std::string_view tail = rest.substr(length);
        const std::size_t mark = separator_length(tail);
        const bool sign =
            !tail.empty() && std::string_view(".;,").find(tail[0]) != std::string::npos;
        length += mark > 0 ? mark : (sign ? 1 : 0);
        length += spaces_at(rest.substr(length));
        return StatusDate{
            length, when_of(DatedPart{.period = *period, .text = squeeze(all.substr(0, end))})};
    }
    return std::nullopt;
}

/// A status word stands for the status only where something sets it off from what follows: a
/// separator, a full stop, the end, a date; and, if it is more than one word, a new sentence.
std::optional<EntryMark> status_mark(std::string_view text, const DateContext& context) {
    const auto status = opening_status(text);
    if (!status) return std::nullopt;
    const std::string_view rest = text.substr(status->length);
    // "Shared in May \u2013 closed": the last word may be in small letters.
    if (!is_capitalised(text) && !trim(rest).empty()) return std::nullopt;
    const std::string_view printed = text.substr(0, status->length);
    EntryMark mark{.status_text = std::string(printed), .status = status->value};
    // "In progress. 19/09/24 Complete": a day behind a full stop is of the next entry.
    const auto dated = rest.starts_with('.') ? std::nullopt : date_behind_status(rest, context);
    if (dated) {
        mark.length = status->length + dated->length;
        mark.date = dated->when.date;
        if (status->value == Status::complete) mark.completed = dated->when;
        return mark;
    }
    std::size_t behind = separator_length(rest);
    if (behind == 0 && rest.starts_with('.')) behind = 1 + spaces_at(rest.substr(1));
    if (behind == 0 && rest.starts_with('\n')) behind = spaces_at(rest);
    const bool whole = trim(rest).empty();
    const bool sentence = words_of(printed).size() > 1 && is_capitalised(trim(rest));
    if (behind == 0 && !whole && !sentence) return std::nullopt;
    if (behind == 0) behind = spaces_at(rest);
    mark.length = status->length + behind;
    return mark;
}

std::optional<EntryMark> date_mark(std::string_view text, const DateContext& context) {
    if (!may_open_with_date(text)) return std::nullopt;
    // No mark is longer; a long cell need not be read to its end at each of its sentences.
    constexpr std::size_t k_longest = 64;
    const std::optional<LeadingDate> date = read_leading_date(text.substr(0, k_longest), context);
    if (!date || !date->period.last) return std::nullopt;
    return EntryMark{.length = date->length,
                     .printed = text.substr(0, date->length),
                     .date = iso_day(*date->period.last)};
}

/// Abbreviations of two letters that are nobody's initials.
constexpr auto k_no_initials = std::to_array<std::string_view>(
    {"ai", "am", "ap", "cc", "cm", "ed", "eu", "fy", "gp", "ha", "id", "ig",
     "km", "la", "mp", "nb", "ni", "no", "ok", "pa", "pc", "ph", "pm", "po",
     "pr", "ps", "qa", "qr", "re", "tc", "tv", "uk", "un", "us", "vo"});

/// "JR", "J.R.": letters that an author signs with.
bool is_signature(std::string_view text) {
    return are_initials(text) &&
           std::ranges::find(k_no_initials, bare_word(text)) == k_no_initials.end();
}

/// A person by initials or a name with a known forename or an initial: "JR", "J Birch", "Ada".
bool is_author(std::string_view text) {
    const std::vector<std::string_view> words = words_of(text);
    constexpr std::size_t k_most = 3;
    if (words.empty() || words.size() > k_most) return false;
    if (is_signature(text)) return true;
    return words.size() > 1 && is_capitalised(words[0]) && is_named_person(text);
}

/// What stands before the colon or dash that closes a mark; `length` is up to the text behind it.
std::string_view head_of_mark(std::string_view text, std::size_t& length) {
    constexpr std::size_t k_longest = 48;
    for (std::size_t at = 1; at < std::min(text.size(), k_longest); ++at) {
        if (text[at] == '\n' || text[at] == ';') return {};
        const bool colon = text[at] == ':' && at + 1 < text.size() && is_space(text[at + 1]);
        const std::size_t dash = is_space(text[at]) ? separator_length(text.substr(at)) : 0;
        if (!colon && dash < 3) continue;
        length = colon ? at + 1 + spaces_at(text.substr(at + 1)) : at + dash;
        return trim(text.substr(0, at));
    }
    return {};
}

std::string_view without_brackets(std::string_view text) {
    const bool round = text.starts_with('(') && text.ends_with(')');
    const bool square = text.starts_with('[') && text.ends_with(']');
    return round || square ? trim(text.substr(1, text.size() - 2)) : text;
}

/// "JR 12/3:", "12/3 (JR) -", "J Birch, 12 March:", "Feb 24 update:", "Update from JR 12/3:". An
/// author or a label, or both, around a date.
std::optional<EntryMark> head_mark(std::string_view text, const DateContext& context) {
    if (!may_open_with_date(text)) return std::nullopt;
    EntryMark mark;
    std::string_view head = head_of_mark(text, mark.length);
    if (head.empty()) return std::nullopt;
    if (const auto label = opening_label(head)) {
        mark.label = head.substr(0, label->length);
        head = trim(head.substr(label->length));
        for (const std::string_view by : {"from ", "by "}) {
            if (head.starts_with(by)) head = trim(head.substr(by.size()));
        }
    }
    const std::vector<std::string_view> words = words_of(head);
    const auto part = [&](std::size_t first, std::size_t last) {
        if (first >= last) return std::string_view();
        const char* begin = words[first].data();
        std::string_view all(begin, static_cast<std::size_t>(words[last - 1].data() - begin) +
                                        words[last - 1].size());
        while (all.ends_with(',')) all.remove_suffix(1);
        return all;
    };
    constexpr std::size_t k_most_words = 7;
    for (std::size_t cut = 0; words.size() <= k_most_words && cut <= words.size(); ++cut) {
        for (const bool author_first : {true, false}) {
            const std::string_view who =
                without_brackets(author_first ? part(0, cut) : part(cut, words.size()));
            const std::string_view day = author_first ? part(cut, words.size()) : part(0, cut);
            const auto label = opening_label(who);
            const bool labels = label && label->length == who.size();
            const bool known = who.empty() ? !mark.label.empty() : labels || is_author(who);
            if (!known || day.empty()) continue;
            const auto period = stated_period(without_brackets(day), context);
            if (!period) continue;
            mark.date = iso_day(*period->last);
            (labels ? mark.label : mark.author) = who;
            mark.printed = text.substr(0, mark.length);
            return mark;
        }
    }
    return std::nullopt;
}

/// "[JR 12/3] Met ..."; "12/3 [JR] Met ..." and "12/3/24 (JR) Met ...".
std::optional<EntryMark> bracketed_author_mark(std::string_view text, const DateContext& context) {
    constexpr std::size_t k_longest = 32;
    const std::size_t close = text.substr(0, k_longest).find_first_of(")]");
    if (close == std::string_view::npos || !may_open_with_date(text.substr(0, close))) {
        return std::nullopt;
    }
    const std::size_t open = text.substr(0, close).find_first_of("([");
    if (open == std::string_view::npos) return std::nullopt;
    const std::string_view inside = trim(text.substr(open + 1, close - open - 1));
    std::string_view author = inside;
    std::string_view day = trim(text.substr(0, open));
    if (open == 0) {
        const std::size_t space = inside.find(' ');
        if (space == std::string_view::npos) return std::nullopt;
        author = inside.substr(0, space);
        day = trim(inside.substr(space));
    }
    if (!is_author(author)) return std::nullopt;
    // "Done 3/9/24 (KL)", "3/9/24 Done (KL)": the state is more than the day.
    const bool states = opening_status(day) || status_of_wording(day.substr(day.rfind(' ') + 1));
    const auto period = stated_period(day, context);
    if (!period || states) return std::nullopt;
    EntryMark mark{.date = iso_day(*period->last), .author = std::string(author)};
    mark.length = close + 1;
    const std::size_t separator = separator_length(text.substr(mark.length));
    mark.length += separator > 0 ? separator : spaces_at(text.substr(mark.length));
    mark.printed = text.substr(0, mark.length);
    return mark;
}

/// "05.07", "5/7", "05/07/24" with a word behind it.
struct FigureDate {
    std::size_t length{};
    char separator{};
    int first{};
    bool padded{};  ///< "05"
    bool wide{};    ///< two figures for the day and two for the month
    bool has_year{};
    bool opens_sentence{};  ///< what follows begins in upper case
};
std::optional<FigureDate> figure_date_at(std::string_view text) {
    FigureDate date;
    const auto take_number = [&](std::size_t most) {
        const std::size_t begin = date.length;
        while (date.length < text.size() && is_digit(text[date.length]) &&
               date.length - begin < most) {
            ++date.length;
        }
        return text.substr(begin, date.length - begin);
    };
    const std::string_view day = take_number(2);
    if (day.empty() || date.length >= text.size()) return std::nullopt;
    date.separator = text[date.length];
    if (date.separator != '/' && date.separator != '.') return std::nullopt;
    ++date.length;
    const std::string_view month = take_number(2);
    date.first = static_cast<int>(whole_number(day));
    const std::int64_t number = whole_number(month);
    if (date.first < 1 || date.first > 31 || number < 1 || number > 12) return std::nullopt;
    date.padded = day[0] == '0' || month[0] == '0';
    date.wide = day.size() == 2 && month.size() == 2;
    if (date.length < text.size() && text[date.length] == date.separator) {
        ++date.length;
        const std::size_t digits = take_number(4).size();
        if (digits % 2 != 0) return std::nullopt;
        date.has_year = digits > 0;
    }
    const std::string_view behind = text.substr(date.length);
    const bool word = behind.size() > 1 && is_space(behind[0]) && is_letter(behind[1]);
    date.opens_sentence = word && is_upper(behind[1]);
    return word ? std::optional(date) : std::nullopt;
}

}  // namespace

std::optional<EntryMark> entry_mark_at(std::string_view text, const DateContext& context) {
    if (auto author = bracketed_author_mark(text, context)) return author;
    if (auto date = date_mark(text, context)) return date;
    if (auto head = head_mark(text, context)) return head;
    if (auto label = label_mark(text)) return label;
    return status_mark(text, context);
}

std::optional<EntryMark> author_mark_at(std::string_view text) {
    constexpr std::size_t k_longest = 24;
    const std::size_t close = text.substr(0, k_longest).find_first_of(")]");
    if (!text.empty() && (text[0] == '(' || text[0] == '[') && close < k_longest) {
        const std::string_view who = trim(text.substr(1, close - 1));
        if (!is_author(who)) return std::nullopt;
        std::size_t length = close + 1;
        const std::size_t separator = separator_length(text.substr(length));
        length += separator > 0 ? separator : spaces_at(text.substr(length));
        return EntryMark{.length = length, .author = std::string(who)};
    }
    EntryMark mark;
    const std::string_view head = head_of_mark(text, mark.length);
    if (head.empty() || head.size() > k_longest || !is_author(head)) return std::nullopt;
    mark.author = head;
    return mark;
}

std::string take_closing_author(std::string_view& text) {
    text = trim(text);
    std::string_view rest = text;
    if (rest.ends_with(')') || rest.ends_with(']')) {
        const std::size_t open = rest.find_last_of("([");
        if (open == std::string_view::npos || open == 0) return {};
        const std::string_view who = trim(rest.substr(open + 1, rest.size() - open - 2));
        if (!is_signature(who)) return {};
        std::string author(who);
        text = trim(rest.substr(0, open));
        return author;
    }
    const std::size_t space = rest.rfind(' ');
    if (space == std::string_view::npos || !is_signature(rest.substr(space + 1))) return {};
    const std::string_view before = trim(rest.substr(0, space));
    for (const std::string_view dash : {" -", " \xE2\x80\x93", " \xE2\x80\x94"}) {
        if (!before.ends_with(dash)) continue;
        std::string author(rest.substr(space + 1));
        text = trim(before.substr(0, before.size() - dash.size()));
        return author;
    }
    return {};
}

namespace {

/// Figures without a word that makes them dates are as likely amounts ("1.5 million"), shares ("3/4
/// of the homes") or paragraphs ("3.2 Budget"): what tells is a year, a zero in front, and, but for
/// points, a day that is no month or that a sentence begins behind each.
bool are_dates(const std::vector<FigureDate>& figures) {
    constexpr int k_months = 12;
    if (std::ranges::all_of(figures, &FigureDate::has_year)) return true;
    if (std::ranges::all_of(figures, &FigureDate::wide)) {
        if (std::ranges::any_of(figures, &FigureDate::padded)) return true;
    }
    if (figures[0].separator == '.') return false;
    return std::ranges::all_of(figures, &FigureDate::opens_sentence) ||
           std::ranges::any_of(figures,
                               [](const FigureDate& each) { return each.first > k_months; });
}

/// Entries are kept in the order of their days, or against it.
bool follow_one_another(const std::vector<BareDate>& dates) {
    const auto day = [](const BareDate& date) { return std::string_view(date.mark.date); };
    return std::ranges::is_sorted(dates, {}, day) ||
           std::ranges::is_sorted(dates, std::ranges::greater(), day);
}

}  // namespace

std::vector<BareDate> bare_dates_of(std::string_view text, const DateContext& context) {
    std::vector<BareDate> dates;
    std::vector<FigureDate> figures;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_digit(text[at])) continue;
        const std::string_view before = trim(text.substr(0, at));
        const bool apart = at == 0 || is_space(text[at - 1]);
        const bool opens = apart && (before.empty() || ends_sentence(before) ||
                                     before.ends_with(',') || text[at - 1] == '\n');
        const auto figure = opens ? figure_date_at(text.substr(at)) : std::nullopt;
        if (figure &&
            (figures.empty() ? before.empty() : figure->separator == figures[0].separator)) {
            const std::string printed(text.substr(at, figure->length));
            const auto period = read_period(replace_all(printed, ".", "/"), context);
            if (period && period->last && period->first == period->last) {
                EntryMark mark{.length = figure->length, .date = iso_day(*period->last)};
                mark.length += spaces_at(text.substr(at + mark.length));
                mark.printed = text.substr(at, mark.length);
                dates.push_back({at, std::move(mark)});
                figures.push_back(*figure);
            }
        }
        while (at + 1 < text.size() && is_digit(text[at + 1])) ++at;
    }
    if (dates.size() < 2) return {};
    return are_dates(figures) && follow_one_another(dates) ? dates : std::vector<BareDate>();
}

}  // namespace tidytracker
