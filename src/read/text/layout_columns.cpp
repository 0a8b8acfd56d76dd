// SPDX-License-Identifier: Apache-2.0
#include "read/text/layout_columns.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

namespace tidytracker {
namespace {

/// A column begins within so many characters of its caption, as a rule; seen on trackers of five
/// and seven columns in portrait and landscape, from two office programs.
constexpr std::size_t k_caption_drift = 4;
/// A text may begin so far in front of its column and belongs to it all the same: how many blanks
/// a line gets depends on the widths of the letters before them.
constexpr std::size_t k_text_drift = 3;

bool near(std::size_t a, std::size_t b, std::size_t most) {
    return a > b ? a - b <= most : b - a <= most;
}

/// A word by its positions in the line.
struct Word {
    std::size_t begin{};
    std::size_t end{};
};

std::vector<Word> words_in(const Chunk& chunk) {
    std::vector<Word> words;
    std::string_view rest = chunk.text;
    bool in_word = false;
    for (std::size_t at = chunk.begin; !rest.empty(); ++at) {
        const bool blank = rest.front() == ' ';
        (void)take_character(rest);
        if (!blank && !in_word) words.push_back({at, at});
        if (!blank) words.back().end = at + 1;
        in_word = !blank;
    }
    return words;
}

char32_t first_character(std::string_view text) {
    return text.empty() ? U' ' : take_character(text);
}

/// The chunk's text from one position of the line to another, trimmed.
std::string text_between(const Chunk& chunk, std::size_t from, std::size_t to) {
    std::string_view rest = chunk.text;
    std::size_t at = chunk.begin;
    for (; at < from && !rest.empty(); ++at) (void)take_character(rest);
    const char* const first = rest.data();
    for (; at < to && !rest.empty(); ++at) (void)take_character(rest);
    return std::string(trim({first, static_cast<std::size_t>(rest.data() - first)}));
}

/// With a year a date is over: "2024", "3/4/2024".
bool ends_date(std::string_view word) {
    constexpr std::size_t k_digits_of_year = 4;
    return word.size() >= k_digits_of_year &&
           std::ranges::all_of(word.substr(word.size() - k_digits_of_year), is_digit);
}

/// The begin of the word behind the date that the chunk opens with.
std::optional<std::size_t> behind_leading_date(const Chunk& chunk) {
    std::optional<std::size_t> found;
    std::size_t begin = chunk.begin;
    for (const std::size_t next : inner_words(chunk)) {
        const std::string word = text_between(chunk, begin, next);
        if (!may_be_in_date(word)) break;
        if (is_date_shaped(text_between(chunk, chunk.begin, next))) found = next;
        if (ends_date(word)) break;
        begin = next;
    }
    return found;
}

/// The word that begins close to where the next column does. A capital letter speaks for a begin:
/// texts drift by more characters than words have.
std::optional<std::size_t> begin_near(const std::vector<std::size_t>& words, std::size_t next,
                                      const Chunk& chunk) {
    constexpr std::size_t k_reach = 5;
    constexpr std::size_t k_worth_of_capital = 5;
    std::optional<std::size_t> best;
    std::size_t least = SIZE_MAX;
    for (const std::size_t word : words) {
        const bool capital = is_upper_case(first_character(text_between(chunk, word, word + 1)));
        const std::size_t distance = word > next ? word - next : next - word;
        if (distance > (capital ? k_reach : k_text_drift)) continue;
        const std::size_t cost = distance + (capital ? 0 : k_worth_of_capital);
        if (cost < least) best = word;
        least = std::min(least, cost);
    }
    return best;
}

}  // namespace

std::vector<std::size_t> inner_words(const Chunk& chunk) {
    std::vector<std::size_t> begins;
    for (const Word& word : words_in(chunk)) begins.push_back(word.begin);
    if (!begins.empty()) begins.erase(begins.begin());
    return begins;
}

std::pair<Chunk, Chunk> part_chunk(const Chunk& chunk, std::size_t at) {
    return {{chunk.begin, at - 1, text_between(chunk, chunk.begin, at)},
            {at, chunk.end, text_between(chunk, at, chunk.end)}};
}

bool may_be_in_date(std::string_view word) {
    constexpr std::array<std::string_view, 7> k_words{"end",    "mid",    "of",    "spring",
                                                      "summer", "autumn", "winter"};
    return std::ranges::any_of(word, is_digit) || names_month(word) ||
           std::ranges::any_of(k_words, [word](std::string_view known) {
               return equals_ignoring_case(known, word);
           });
}

namespace {

/// Behind a date of figures, where the next text begins with a capital letter and no blank: "of
/// 3/12/2024Done". Then the second column begins there.
std::optional<std::size_t> end_of_glued_date(std::string_view text) {
    constexpr std::size_t k_digits_of_year = 4;
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (!is_upper(text[at]) || !is_digit(text[at - 1])) continue;
        const std::size_t begin = text.substr(0, at).rfind(' ') + 1;  // or 0
        const std::string_view date = text.substr(begin, at - begin);
        if (date.size() > k_digits_of_year && date.find('/') != std::string_view::npos &&
            ends_date(date) && is_date_shaped(date)) {
            return at;
        }
    }
    return std::nullopt;
}

void part_glued_dates(std::vector<Chunk>& chunks) {
    for (std::size_t i = 0; i < chunks.size(); ++i) {
        const auto at = end_of_glued_date(chunks[i].text);
        if (!at) continue;
        const auto figures = static_cast<std::size_t>(std::ranges::count_if(
            chunks[i].text.substr(0, *at),
            [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
        Chunk behind{chunks[i].begin + figures, chunks[i].end, chunks[i].text.substr(*at)};
        chunks[i].end = behind.begin;
        chunks[i].text.resize(*at);
        chunks.insert(chunks.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(behind));
    }
}

}  // namespace

std::vector<Chunk> chunks_of(std::string_view line) {
    std::vector<Chunk> chunks;
    std::size_t at = 0;
    std::size_t blanks = 2;
    while (!line.empty()) {
        std::string_view rest = line;
        const char32_t c = take_character(rest);
        const std::string_view bytes = line.substr(0, line.size() - rest.size());
        line = rest;
        if (c == U'\f' || c == U'\r') continue;
        if (c == U' ' || c == U'\u00A0') {
            ++blanks;
        } else {
            if (blanks >= 2 || chunks.empty()) {
                chunks.push_back({.begin = at, .end = at});
            } else if (blanks == 1) {
                chunks.back().text += ' ';
            }
            blanks = 0;
            chunks.back().text += bytes;
            chunks.back().end = at + 1;
        }
        ++at;
    }
    part_glued_dates(chunks);
    return chunks;
}

FittedColumns::FittedColumns(const std::vector<Chunk>& header,
                             std::span<const std::vector<Chunk>> body) {
    fit_starts(header, body);
    measure(body);
}

namespace {

/// Do the texts between two positions begin at no place in common, as those of centred cells do?
bool begins_nowhere(std::span<const std::vector<Chunk>> body, std::size_t from, std::size_t to,
                    std::size_t most_at_one_place) {
    constexpr std::size_t k_fewest = 4;
    std::size_t begun = 0;
    for (const std::vector<Chunk>& line : body) {
        begun += static_cast<std::size_t>(std::ranges::count_if(
            line, [=](const Chunk& chunk) { return chunk.begin >= from && chunk.begin < to; }));
    }
    return begun >= k_fewest && most_at_one_place * 2 < begun;
}

/// Where the fewest texts stand between two captions, the column of the second one begins: behind
/// the last of those places, at its caption at the latest.
std::size_t behind_gutter(std::span<const std::vector<Chunk>> body, std::size_t from,
                          std::size_t caption) {
    std::vector<std::size_t> covered(caption > from ? caption - from : 0);
    for (const std::vector<Chunk>& line : body) {
        for (const Chunk& chunk : line) {
            for (const Word& word : words_in(chunk)) {
                const std::size_t end = std::min(word.end, caption);
                for (std::size_t at = std::max(word.begin, from); at < end; ++at) {
                    ++covered[at - from];
                }
            }
        }
    }
    std::size_t best = covered.size();
    for (std::size_t i = 0; i < covered.size(); ++i) {
        if (best == covered.size() || covered[i] <= covered[best]) best = i;
    }
    return best == covered.size() ? caption : from + best + 1;
}

}  // namespace

/// A column begins where most of its texts begin: near its caption, or further left if the caption
/// is centred over it.
void FittedColumns::fit_starts(const std::vector<Chunk>& header,
                               std::span<const std::vector<Chunk>> body) {
    std::map<std::size_t, std::size_t> votes;
    for (const std::vector<Chunk>& line : body) {
        for (const Chunk& chunk : line) ++votes[chunk.begin];
    }
    const auto most_voted = [&votes](std::size_t from, std::size_t to, std::size_t caption) {
        std::pair<std::size_t, std::size_t> best{caption, 0};
        for (auto at = votes.lower_bound(from); at != votes.end() && at->first <= to; ++at) {
            const std::size_t count = at->second + (at->first == caption ? 1 : 0);
            if (count > best.second) best = {at->first, count};
        }
        return best;
    };
    std::size_t previous_end = 0;
    for (std::size_t i = 0; i < header.size(); ++i) {
        const std::size_t caption = header[i].begin;
        const std::size_t low = caption > k_caption_drift ? caption - k_caption_drift : 0;
        const std::size_t free =
            std::max(i == 0 ? 0 : previous_end + 1, starts_.empty() ? 0 : starts_.back() + 1);
        auto best = most_voted(std::max(low, free), caption + k_caption_drift, caption);
        // Far from the caption only where the texts clearly stand there.
        const auto far = most_voted(free, low, caption);
        if (far.second > best.second * 2 && far.second * 5 > body.size()) best = far;
        if (i > 0 && begins_nowhere(body, free, header[i].end, best.second)) {
            best.first = behind_gutter(body, previous_end, caption);
        }
        starts_.push_back(i == 0 ? std::min(best.first, caption) : best.first);
        previous_end = header[i].end;
    }
}

FittedColumns::FittedColumns(const FittedColumns& before, std::span<const std::vector<Chunk>> body)
    : starts_(before.starts_) {
    if (!are_starts_of(body)) {
        std::vector<std::size_t> frequent = frequent_starts(before.size(), body);
        if (frequent.size() == before.size()) starts_ = std::move(frequent);
    }
    measure(body);
}

/// Do nearly all texts begin where a column does?
bool FittedColumns::are_starts_of(std::span<const std::vector<Chunk>> body) const {
    std::size_t texts = 0;
    std::size_t begun = 0;
    for (const std::vector<Chunk>& line : body) {
        for (const Chunk& chunk : line) {
            ++texts;
            begun += std::ranges::any_of(
                starts_, [&chunk](std::size_t start) { return near(start, chunk.begin, 1); });
        }
    }
    return begun * 10 >= texts * 9;
}

/// Up to `count` positions, ascending.
std::vector<std::size_t> FittedColumns::frequent_starts(std::size_t count,
                                                        std::span<const std::vector<Chunk>> body) {
    // So many lines may reach into the gutter, since texts drift; and so close no two columns are.
    constexpr std::size_t k_percent_in_gutter = 7;
    constexpr std::size_t k_narrowest = 4;
    std::map<std::size_t, std::size_t> votes;
    std::map<std::size_t, std::size_t> covered;
    for (const std::vector<Chunk>& line : body) {
        for (const Chunk& chunk : line) {
            ++votes[chunk.begin];
            for (const Word& word : words_in(chunk)) {
                for (std::size_t at = word.begin; at < word.end; ++at) ++covered[at];
            }
        }
    }
    std::vector<std::pair<std::size_t, std::size_t>> peaks(votes.begin(), votes.end());
    std::ranges::stable_sort(peaks, std::greater{}, &std::pair<std::size_t, std::size_t>::second);
    std::vector<std::size_t> starts;
    for (const auto& [start, count_there] : peaks) {
        if (starts.size() == count || count_there < 2) break;
        const bool gutter =
            start == 0 || covered[start - 1] * 100 <= body.size() * k_percent_in_gutter;
        const bool apart = std::ranges::none_of(
            starts, [at = start](std::size_t other) { return near(at, other, k_narrowest); });
        if (gutter && apart) starts.push_back(start);
    }
    std::ranges::sort(starts);
    return starts;
}

void FittedColumns::measure(std::span<const std::vector<Chunk>> body) {
    ends_.assign(size(), 0);
    std::vector<std::size_t> dates(size());
    std::vector<std::size_t> texts(size());
    for (const std::vector<Chunk>& line : body) {
        for (const Chunk& chunk : line) {
            const std::size_t column = column_at(chunk, 0);
            const bool last = column + 1 == size();
            ++texts[column];
            const bool whole = last || chunk.end < starts_[column + 1];
            if (whole) ends_[column] = std::max(ends_[column], chunk.end);
            const bool date =
                whole ? is_date_shaped(chunk.text) : behind_leading_date(chunk).has_value();
            dates[column] += date ? 1 : 0;
        }
    }
    for (std::size_t i = 0; i < size(); ++i) has_dates_.push_back(dates[i] * 2 > texts[i]);
}

/// @param first the first column that the line has not used yet
std::size_t FittedColumns::column_at(const Chunk& chunk, std::size_t first) const {
    std::size_t column = 0;
    while (column + 1 < size() && starts_[column + 1] <= chunk.begin + 1) ++column;
    if (column + 1 < size()) {
        const std::size_t short_of = starts_[column + 1] - chunk.begin;
        const std::size_t beyond = chunk.begin - std::min(chunk.begin, starts_[column]);
        if (short_of <= k_text_drift && (column < first || beyond > short_of)) ++column;
    }
    return column;
}

/// Where a chunk that begins in a column runs over into the next: the begin of the first word
/// there; the chunk's end if none does.
std::size_t FittedColumns::cut_of(const Chunk& chunk, std::size_t column) const {
    if (column + 1 >= size() || chunk.end <= starts_[column + 1]) return chunk.end;
    const std::size_t next = starts_[column + 1];
    const std::vector<std::size_t> words = inner_words(chunk);
    if (has_dates_[column]) {
        if (const auto behind = behind_leading_date(chunk)) return *behind;
    }
    if (const auto begin = begin_near(words, next, chunk)) return *begin;
    // What is as long as no other text of the column does not end there.
    std::size_t cut = chunk.end;
    for (const std::size_t word : words) {
        if (word <= ends_[column] + 1) cut = word;
    }
    if (cut != chunk.end) return cut;
    const auto behind = std::ranges::lower_bound(words, next);
    return behind != words.end() ? *behind : chunk.end;
}

std::vector<FittedColumns::Part> FittedColumns::part(const std::vector<Chunk>& line) const {
    std::vector<Part> parts;
    std::size_t first = 0;
    for (const Chunk& chunk : line) {
        Chunk rest = chunk;
        std::size_t column = column_at(rest, first);
        for (;;) {
            const std::size_t cut = cut_of(rest, column);
            std::string text = text_between(rest, rest.begin, cut);
            if (!parts.empty() && parts.back().column == column) {
                parts.back().text += " " + text;
            } else {
                parts.push_back({column, std::move(text)});
            }
            if (cut >= rest.end) break;
            rest = {cut, rest.end, text_between(rest, cut, rest.end)};
            ++column;
        }
        first = column + 1;
    }
    return parts;
}

bool FittedColumns::runs_across(const std::vector<Chunk>& line) const {
    if (line.size() != 1 || size() < 2) return false;
    const Chunk& only = line.front();
    // Texts drift by more where the first column is wide, as one of actions.
    const std::size_t beyond = std::max(k_text_drift, (starts_[1] - starts_[0]) / 5);
    return only.begin <= starts_[0] + 1 && only.end > starts_[1] + beyond;
}

}  // namespace tidytracker
