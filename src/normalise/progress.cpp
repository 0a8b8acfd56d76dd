// SPDX-License-Identifier: Apache-2.0
#include "normalise/progress.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "normalise/dates/phrases.hpp"
#include "normalise/dates/when.hpp"
#include "normalise/entry_marks.hpp"
#include "normalise/people/kinds.hpp"
#include "normalise/text_repair.hpp"
#include "schema/wording.hpp"

namespace tidytracker {
namespace {

/// What may stand between an entry and the mark of the next one.
constexpr auto k_entry_ends =
    std::to_array<std::string_view>({":", "-", "\xE2\x80\x93", "\xE2\x80\x94", ";", ","});

bool ends_with_any(std::string_view line, std::span<const std::string_view> wanted) {
    const std::vector<std::string_view> words = words_of(line);
    return !words.empty() && std::ranges::find(wanted, words.back()) != wanted.end();
}

/// "displayed on / 9 April": what comes on the next line goes on with such a word.
bool runs_on(std::string_view line) {
    constexpr auto k_open = std::to_array<std::string_view>(
        {"on",      "by",    "until", "till", "from", "since", "before", "after",
         "of",      "the",   "in",    "for",  "at",   "to",    "and",    "during",
         "between", "dated", "a",     "an",   "or",   "with",  "next",   "than"});
    return ends_with_any(line, k_open);
}

/// "deadline 12/3/24": a day of something else than an entry.
bool announces_day(std::string_view line) {
    constexpr auto k_things = std::to_array<std::string_view>(
        {"deadline", "due", "date", "expected", "meeting", "scheduled", "planned", "w/c", "w/e",
         "commencing", "ending", "starting", "ends", "starts", "booked", "arranged", "set"});
    return ends_with_any(line, k_things);
}

/// Where the next word begins, behind white space; the text's size if there is none.
std::size_t next_word(std::string_view text, std::size_t at) {
    while (at < text.size() && !is_space(text[at])) ++at;
    while (at < text.size() && is_space(text[at])) ++at;
    return at;
}

/// May a marker stand at the start of this word: at the start of all, on a new line, after a
/// sentence, or behind a dash?
bool is_boundary(std::string_view text, std::size_t at) {
    if (at == 0) return true;
    if (!is_space(text[at - 1]) || is_space(text[at])) return false;
    const std::string_view before = trim(text.substr(0, at));
    if (text.substr(before.size(), at - before.size()).find('\n') != std::string_view::npos) {
        return !runs_on(before.substr(before.find_last_of('\n') + 1));
    }
    return ends_sentence(before) || before.ends_with(" -") || before.ends_with(" \xE2\x80\x93");
}

/// Does an entry without marker begin here? Paragraphs that the layout shows are entries of their
/// own, but not what a colon announces in lower case.
bool begins_entry(std::string_view text, std::size_t first, std::size_t at) {
    constexpr std::string_view k_paragraph = "\n\n";
    if (at < k_paragraph.size() || at <= first) return false;
    if (text.substr(at - k_paragraph.size(), k_paragraph.size()) != k_paragraph) return false;
    return !(trim(text.substr(0, at)).ends_with(':') && begins_lower_case(text.substr(at)));
}

std::string_view word_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_letter(text[end])) ++end;
    return text.substr(at, end - at);
}

/// Collects entries; markers in a row add to one another.
class EntryBuilder {
  public:
    explicit EntryBuilder(ProgressReading& reading) : reading_(reading) {}

    void open(const EntryMark& marker) {
        // A day behind a day opens another entry.
        if (!marker.date.empty()) close_without_text();
        if (!marker.date.empty()) {
            entry_.date = marker.date;
            dated_by_ = trim(marker.printed);
        }
        if (!marker.label.empty()) entry_.label = marker.label;
        if (!marker.author.empty()) entry_.author = marker.author;
        if (marker.completed) reading_.completed = marker.completed;
        if (marker.status != Status::unknown) {
            take_status(marker);
            if (entry_.label.empty()) entry_.label = marker.status_text;
        }
        if (marker.response != Response::none) {
            reading_.response = marker.response;
            reading_.response_text = marker.response_text;
        }
    }
    /// The text of the entry before the next one.
    void close_before_next(std::string_view text) {
        text = trim(text);
        for (const std::string_view end : k_entry_ends) {
            if (text.ends_with(end)) text = trim(text.substr(0, text.size() - end.size()));
        }
        close(text);
    }
    void close(std::string_view text) {
        if (text = trim(text); text.empty()) return;
        const bool signs = entry_.author.empty() && !entry_.date.empty();
        if (signs) entry_.author = take_closing_author(text);
        entry_.text = text;
        reading_.entries.push_back(std::move(entry_));
        entry_ = Progress{};
    }
    /// Ends the last entry of a cell. A cell that is nothing but a label is text.
    void finish(std::string_view cell) {
        close_without_text();
        const bool nothing = reading_.entries.empty() && reading_.status == Status::unknown &&
                             reading_.response == Response::none && !reading_.completed;
        if (nothing && !trim(cell).empty()) {
            reading_.entries.push_back({.text = std::string(trim(cell))});
        }
    }
    [[nodiscard]] bool is_dated() const { return !entry_.date.empty(); }
    [[nodiscard]] std::string_view dated_by() const { return dated_by_; }

  private:
    /// A marker without text keeps its date and label as an entry of its own; and the words beside
    /// the date are its text then: "Agreed 12 Nov".
    void close_without_text() {
        if (entry_.date.empty()) return;
        const bool worded = dates::match_phrase(dated_by_).phrase.sense == dates::Sense::label;
        if (worded) entry_.text = dated_by_;
        reading_.entries.push_back(std::move(entry_));
        entry_ = Progress{};
    }
    /// Of several the newest counts, wherever in the cell it stands.
    void take_status(const EntryMark& marker) {
        if (!entry_.date.empty() && entry_.date < status_day_) return;
        status_day_ = entry_.date;
        reading_.status = marker.status;
        reading_.status_text = marker.status_text;
    }

    ProgressReading& reading_;
    Progress entry_{};
    IsoDay status_day_{};
    std::string_view dated_by_{};  ///< the marker of its date
};

std::optional<EntryMark> bare_mark_at(const std::vector<BareDate>& dates, std::size_t at) {
    const auto found = std::ranges::lower_bound(dates, at, {}, &BareDate::at);
    if (found == dates.end() || found->at != at) return std::nullopt;
    return found->mark;
}

bool ends_with_mark(std::string_view text) {
    return !text.empty() && !is_word_byte(text.back()) && text.back() != '.';
}

/// "12/3/24 Sent to all 19/3/24 Agreed": where the entry before opens with a date, the next one may
/// do so in the middle of a line, if it is set off in the same way and is no day to come.
std::optional<EntryMark> next_date_at(std::string_view text, std::size_t at,
                                      std::string_view dated_by, const DateContext& context) {
    if (at < 2 || !is_space(text[at - 1])) return std::nullopt;
    if (!is_digit(text[at]) && text[at] != '[' && !names_month(word_at(text, at))) {
        return std::nullopt;
    }
    constexpr std::size_t k_line = 80;
    const std::string_view before =
        trim(text.substr(at - std::min(at, k_line), std::min(at, k_line)));
    const std::string_view last = before.substr(before.find_last_of(" \n") + 1);
    if (before.empty() || (!is_word_byte(before.back()) && before.back() != ')')) {
        return std::nullopt;
    }
    if (runs_on(lower_ascii(last)) || announces_day(lower_ascii(last))) return std::nullopt;
    std::optional<EntryMark> mark = entry_mark_at(text.substr(at), context);
    if (!mark || mark->date.empty() || !mark->status_text.empty()) return std::nullopt;
    if (!context.reference.empty() && mark->date > context.reference) return std::nullopt;
    const bool marked = ends_with_mark(trim(mark->printed));
    if (marked != ends_with_mark(dated_by)) return std::nullopt;
    const std::string_view behind = text.substr(std::min(at + mark->length, text.size()));
    return marked || is_capitalised(behind) ? mark : std::nullopt;
}

/// A response that is stated without a marker: in the first words, or in a sentence.
void read_plain_response(std::string_view text, ProgressReading& reading) {
    if (reading.response != Response::none) return;
    if (const auto opening = opening_response(text)) {
        const std::string_view rest = trim(text.substr(opening->length));
        const bool set_off =
            rest.empty() || std::string_view(",.;:-").find(rest[0]) != std::string_view::npos;
        // "Accepted" alone may be anything; "Recommendation accepted" is a verdict.
        const std::string_view printed = text.substr(0, opening->length);
        if (set_off && words_of(printed).size() > 1) {
            reading.response = opening->value;
            reading.response_text = printed;
            return;
        }
    }
    if (const auto stated = response_stated_in(text)) {
        reading.response = *stated;
        reading.response_text = squeeze(text.substr(0, text.find(". ")));
    }
}

}  // namespace

ProgressReading read_progress(std::string_view text, const DateContext& context) {
    ProgressReading reading;
    EntryBuilder builder(reading);
    const std::vector<BareDate> bare_dates = bare_dates_of(text, context);
    std::size_t first = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (begins_entry(text, first, at)) {
            builder.close(text.substr(first, at - first));
            first = at;
        }
        std::optional<EntryMark> mark = bare_mark_at(bare_dates, at);
        if (!mark && is_boundary(text, at)) mark = entry_mark_at(text.substr(at), context);
        if (!mark && builder.is_dated()) mark = next_date_at(text, at, builder.dated_by(), context);
        if (!mark) {
            at = next_word(text, at);
            continue;
        }
        builder.close_before_next(text.substr(first, at - first));
        builder.open(*mark);
        at += std::max<std::size_t>(1, mark->length);
        first = at;
        // A marker may follow at once, whatever stands before it.
        while (first < text.size()) {
            const std::string_view rest = text.substr(first);
            const bool unsigned_date = !mark->date.empty() && mark->author.empty();
            mark = entry_mark_at(rest, context);
            if (!mark && unsigned_date) mark = author_mark_at(rest);
            if (!mark) break;
            builder.open(*mark);
            first += std::max<std::size_t>(1, mark->length);
        }
        at = first;
    }
    builder.close(text.substr(std::min(first, text.size())));
    builder.finish(text);
    read_plain_response(text, reading);
    return reading;
}

}  // namespace tidytracker
