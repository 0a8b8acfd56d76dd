// SPDX-License-Identifier: Apache-2.0
#include "normalise/progress.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "normalise/phrases.hpp"
#include "normalise/text_repair.hpp"
#include "normalise/when.hpp"
#include "schema/wording.hpp"

namespace tidytracker {
namespace {

constexpr auto k_separators =
    std::to_array<std::string_view>({":", "-", "\xE2\x80\x93", "\xE2\x80\x94"});

/// What opens an entry: a date, a label, a status word, or several of them in a row.
struct Marker {
    std::size_t length{};
    std::string_view printed{};
    IsoDay date{};
    std::string label{};
    std::string status_text{};
    Status status{Status::unknown};
    Response response{Response::none};
    std::string response_text{};
};

std::size_t spaces_at(std::string_view text) {
    std::size_t count = 0;
    while (count < text.size() && is_space(text[count])) ++count;
    return count;
}

/// Length of a separator with the white space around it; 0 if there is none.
std::size_t separator_length(std::string_view text) {
    const std::size_t before = spaces_at(text);
    for (const std::string_view separator : k_separators) {
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

bool begins_upper_case(std::string_view text) {
    return !text.empty() && is_upper_case(take_character(text));
}

std::optional<Marker> label_marker(std::string_view text) {
    const auto label = opening_label(text);
    if (!label) return std::nullopt;
    std::size_t length = label->length;
    length += bracket_length(text.substr(length));
    const std::size_t separator = separator_length(text.substr(length));
    if (separator == 0) return std::nullopt;
    Marker marker{.length = length + separator, .response = label->value};
    marker.label = join_wraps(text.substr(0, length));
    if (label->value != Response::none) marker.response_text = text.substr(0, label->length);
    return marker;
}

/// A status word stands for the status only where something sets it off from what follows: a
/// separator, a full stop, the end; and, if it is more than one word, a new sentence.
std::optional<Marker> status_marker(std::string_view text) {
    const auto status = opening_status(text);
    if (!status) return std::nullopt;
    const std::string_view rest = text.substr(status->length);
    // "Shared in May – closed": the last word may be in small letters.
    if (!begins_upper_case(text) && !trim(rest).empty()) return std::nullopt;
    const std::string_view printed = text.substr(0, status->length);
    std::size_t behind = separator_length(rest);
    if (behind == 0 && rest.starts_with('.')) behind = 1 + spaces_at(rest.substr(1));
    if (behind == 0 && rest.starts_with('\n')) behind = spaces_at(rest);
    const bool whole = trim(rest).empty();
    const bool sentence = words_of(printed).size() > 1 && begins_upper_case(trim(rest));
    if (behind == 0 && !whole && !sentence) return std::nullopt;
    if (behind == 0) behind = spaces_at(rest);
    return Marker{.length = status->length + behind,
                  .status_text = std::string(printed),
                  .status = status->value};
}

/// A marker with a date shows a figure early, or is a month by itself ("July - ...").
bool may_open_with_date(std::string_view text) {
    constexpr std::size_t k_early = 40;
    const std::string_view early = text.substr(0, k_early);
    return early.find_first_of("0123456789") != std::string_view::npos ||
           names_month(early.substr(0, early.find(' ')));
}

std::optional<Marker> date_marker(std::string_view text, const DateContext& context) {
    if (!may_open_with_date(text)) return std::nullopt;
    // No marker is longer; a long cell need not be read to its end at each of its sentences.
    constexpr std::size_t k_longest = 64;
    const std::optional<LeadingDate> date = read_leading_date(text.substr(0, k_longest), context);
    if (!date || !date->period.last) return std::nullopt;
    return Marker{.length = date->length,
                  .printed = text.substr(0, date->length),
                  .date = iso_day(*date->period.last)};
}

std::optional<Marker> marker_at(std::string_view text, const DateContext& context) {
    if (auto date = date_marker(text, context)) return date;
    if (auto label = label_marker(text)) return label;
    return status_marker(text);
}

/// "displayed on / 9 April": what comes on the next line goes on with such a word.
bool runs_on(std::string_view line) {
    constexpr auto k_open = std::to_array<std::string_view>(
        {"on",      "by",    "until", "till", "from", "since", "before", "after",
         "of",      "the",   "in",    "for",  "at",   "to",    "and",    "during",
         "between", "dated", "a",     "an",   "or",   "with",  "next",   "than"});
    const std::vector<std::string_view> words = words_of(line);
    return !words.empty() && std::ranges::find(k_open, words.back()) != k_open.end();
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

/// Collects entries; markers in a row add to one another.
class EntryBuilder {
  public:
    explicit EntryBuilder(ProgressReading& reading) : reading_(reading) {}

    void open(const Marker& marker) {
        if (!marker.date.empty()) {
            entry_.date = marker.date;
            dated_by_ = trim(marker.printed);
        }
        if (!marker.label.empty()) entry_.label = marker.label;
        if (marker.status != Status::unknown) {
            reading_.status = marker.status;
            reading_.status_text = marker.status_text;
            if (entry_.label.empty()) entry_.label = marker.status_text;
        }
        if (marker.response != Response::none) {
            reading_.response = marker.response;
            reading_.response_text = marker.response_text;
        }
    }
    void close(std::string_view text) {
        text = trim(text);
        for (const std::string_view separator : k_separators) {
            if (text.ends_with(separator))
                text = trim(text.substr(0, text.size() - separator.size()));
        }
        if (text.empty()) return;
        entry_.text = text;
        reading_.entries.push_back(std::move(entry_));
        entry_ = Progress{};
    }
    /// A marker without text keeps its date and label as an entry of its own; and the words beside
    /// the date are its text then: "Agreed 12 Nov".
    void finish() {
        if (entry_.date.empty()) return;
        const bool worded = dates::match_phrase(dated_by_).phrase.sense == dates::Sense::label;
        if (worded) entry_.text = dated_by_;
        reading_.entries.push_back(std::move(entry_));
    }

  private:
    ProgressReading& reading_;
    Progress entry_{};
    std::string_view dated_by_{};  ///< the marker of its date
};

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
    std::size_t first = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::optional<Marker> marker;
        if (begins_entry(text, first, at)) {
            builder.close(text.substr(first, at - first));
            first = at;
        }
        if (is_boundary(text, at)) marker = marker_at(text.substr(at), context);
        if (!marker) {
            at = next_word(text, at);
            continue;
        }
        builder.close(text.substr(first, at - first));
        builder.open(*marker);
        at += std::max<std::size_t>(1, marker->length);
        first = at;
        // A marker may follow at once, whatever stands before it.
        while (first < text.size()) {
            marker = marker_at(text.substr(first), context);
            if (!marker) break;
            builder.open(*marker);
            first += std::max<std::size_t>(1, marker->length);
        }
        at = first;
    }
    builder.close(text.substr(std::min(first, text.size())));
    builder.finish();
    read_plain_response(text, reading);
    return reading;
}

}  // namespace tidytracker
