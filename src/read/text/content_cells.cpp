// SPDX-License-Identifier: Apache-2.0
#include "read/text/content_cells.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "read/text/layout_columns.hpp"
#include "schema/wording.hpp"

namespace tidytracker {
namespace {

/// The units of scores are arbitrary; they were set by eye on generated trackers of two to four
/// kinds of columns, and the order of their sizes is what counts: a fitting date, status or name
/// decides, sentences support, an empty cell costs little.
constexpr double k_never = -1e9;
constexpr std::size_t k_longest_value = 6;   ///< words of a date or a listed value
constexpr std::size_t k_longest_names = 14;  ///< words

constexpr std::array<std::string_view, 10> k_day_phrases{
    "asap",         "ongoing",     "immediate",   "immediately", "continuous",
    "next meeting", "in progress", "as required", "completed",   "complete"};
constexpr std::array<std::string_view, 10> k_small_words{"of", "and", "for", "the",  "to",
                                                         "&",  "/",   "-",   "lead", "team"};

std::string joined(std::span<const ContentWord> words) {
    std::string text;
    for (const ContentWord& word : words) {
        if (!text.empty()) text += ' ';
        text += word.text;
    }
    return text;
}

double score_of_day(std::span<const ContentWord> words) {
    if (words.empty()) return -1;
    const bool dated =
        words.size() <= k_longest_value && std::ranges::all_of(words, [](const ContentWord& word) {
            return may_be_in_date(word.text);
        });
    constexpr std::size_t k_longest_phrase = 2;
    if (!dated && words.size() > k_longest_phrase) return k_never;
    const std::string text = joined(words);
    const bool phrase = std::ranges::any_of(k_day_phrases, [&text](std::string_view known) {
        return equals_ignoring_case(known, text);
    });
    // The longer the surer: "May 2025" is not "May".
    if (dated && is_date_shaped(text)) return 3 + 0.6 * static_cast<double>(words.size() - 1);
    return phrase || is_placeholder(text) ? 2.5 : k_never;
}

double score_of_listed(std::span<const ContentWord> words) {
    if (words.empty()) return -0.7;
    // Within a sentence stand many words that are a status where they stand alone.
    const bool capital = is_upper(words[0].text[0]);
    if (words.size() > k_longest_value || (!capital && words.size() > 1)) return k_never;
    const std::string text = joined(words);
    const ListedWords lists = lists_with(text);
    // The longer the surer: "Not started" is not "started".
    const bool listed = lists.status || lists.rag || lists.priority || lists.response;
    if (listed) return 3 + 0.4 * static_cast<double>(words.size() - 1);
    // An unknown one is at most as long as "Deferred to May".
    const bool like_a_value = words.size() <= 3 && capital && !text.ends_with('.');
    return like_a_value ? 1 - 0.2 * static_cast<double>(words.size()) : k_never;
}

double score_of_names(std::span<const ContentWord> words) {
    if (words.empty()) return -1.5;
    if (words.size() > k_longest_names) return k_never;
    if (!is_upper(words[0].text[0])) return k_never;
    if (words.size() == 1 && is_placeholder(words[0].text)) return 2;
    double score = 2;
    for (const ContentWord& word : words) {
        const bool small = std::ranges::any_of(k_small_words, [&word](std::string_view known) {
            return equals_ignoring_case(known, word.text);
        });
        if (!small) score += is_upper(word.text[0]) ? 0.2 : -2;
        if (std::ranges::any_of(word.text, is_digit)) score -= 3;
        if (word.text.size() > 3 && word.text.ends_with('.')) score -= 2;
    }
    return score;
}

/// A colon ends no cell.
bool ends_statement(std::string_view word) {
    return ends_sentence(word) && !word.ends_with(':') && !word.ends_with(';');
}

double score_of_start(std::string_view word, ContentStart start) {
    const bool lower = begins_lower_case(word);
    switch (start) {
        case ContentStart::fresh:
            return lower ? -3 : 0.5;
        case ContentStart::inside:
            return lower ? 1 : 0.5;
        case ContentStart::behind:
            return lower ? -3 : -0.5;
    }
    return 0;
}

double score_of_no_prose(ContentStart start, bool first) {
    if (start == ContentStart::fresh) return first ? -6 : -0.3;
    return start == ContentStart::inside ? -2 : 0;
}

/// A line of a row, as far as it tells whether its text goes on in the next.
struct ContentLine {
    std::size_t first{};      ///< word
    std::size_t end{};        ///< word
    std::size_t next_word{};  ///< length of the word that the next line begins with
    bool ends_sentence{};
};

std::vector<ContentLine> lines_of_words(std::span<const ContentWord> words) {
    std::vector<ContentLine> lines;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i == 0 || words[i].line != words[i - 1].line) {
            if (i > 0) {
                lines.back().next_word = words[i].end - words[i].begin;
                lines.back().ends_sentence = ends_sentence(words[i - 1].text);
            }
            lines.push_back({.first = i, .end = i});
        }
        lines.back().end = i + 1;
    }
    return lines;
}

/// Finds the best way to part a row, column by column.
class CellParser {
  public:
    CellParser(std::span<const ContentWord> words, std::span<const ContentColumn> columns)
        : words_(words), columns_(columns), lines_(lines_of_words(words)) {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            line_of_.resize(lines_[i].end, i);
        }
    }
    /// How many steps parsing takes at most, more or less.
    [[nodiscard]] double work() const;
    std::vector<ContentCell> parse();

  private:
    /// The best way to a state: so many columns are done and so many words are in them.
    struct State {
        double score{k_never};
        std::size_t from{};  ///< words in the columns before the last
        bool from_alone{};   ///< the state before
        bool reached{};
    };
    /// `alone`: the last cell that holds anything stands in one line.
    [[nodiscard]] State& at(std::size_t column, std::size_t word, bool alone) {
        return states_[(column * (words_.size() + 1) + word) * 2 + (alone ? 1 : 0)];
    }
    [[nodiscard]] double cost_of_early_breaks(std::size_t first, std::size_t end) const;
    [[nodiscard]] double score_of_prose(std::size_t column, std::size_t first,
                                        std::size_t end) const;
    [[nodiscard]] double score(std::size_t column, std::size_t first, std::size_t end) const;
    void extend(std::size_t column, std::size_t first);
    void try_cell(std::size_t column, std::size_t first, std::size_t end);
    [[nodiscard]] bool begins_line(std::size_t word) const {
        return lines_[line_of_[word]].first == word;
    }

    std::span<const ContentWord> words_;
    std::span<const ContentColumn> columns_;
    std::vector<ContentLine> lines_;
    std::vector<std::size_t> line_of_{};  ///< word -> index into lines_
    std::vector<State> states_{};
};

double CellParser::work() const {
    constexpr double k_work_of_word = 200;
    constexpr double k_work_in_line = 8;
    const auto lines = static_cast<double>(lines_.size());
    double work = lines * lines * lines + static_cast<double>(words_.size()) * k_work_of_word;
    for (const ContentLine& line : lines_) {
        const auto words = static_cast<double>(line.end - line.first);
        work += words * words * k_work_in_line;
    }
    return work * static_cast<double>(columns_.size());
}

/// How often a line of the words is broken where the next word would have had room: there another
/// cell begins, or a paragraph.
double CellParser::cost_of_early_breaks(std::size_t first, std::size_t end) const {
    const std::size_t last_line = line_of_[end - 1];
    const auto length = [&](std::size_t line) {
        const ContentWord& begin = words_[std::max(first, lines_[line].first)];
        return words_[std::min(end, lines_[line].end) - 1].end - begin.begin;
    };
    std::size_t longest = 0;
    for (std::size_t line = line_of_[first]; line <= last_line; ++line) {
        longest = std::max(longest, length(line));
    }
    double cost = 0;
    for (std::size_t line = line_of_[first]; line < last_line; ++line) {
        // Letters differ in width, so a line of the same width may be this much shorter.
        const std::size_t needed = length(line) + 1 + lines_[line].next_word;
        if (needed * 100 < longest * 85) cost += lines_[line].ends_sentence ? 0.4 : 1;
    }
    return cost;
}

double CellParser::score_of_prose(std::size_t column, std::size_t first, std::size_t end) const {
    const ContentStart start = columns_[column].start;
    if (first == end) {
        const auto before = columns_.first(column);
        const bool is_first =
            std::ranges::find(before, ContentKind::prose, &ContentColumn::kind) == before.end();
        return score_of_no_prose(start, is_first);
    }
    return score_of_start(words_[first].text, start) +
           (ends_statement(words_[end - 1].text) ? 1.5 : -0.5) - cost_of_early_breaks(first, end);
}

double CellParser::score(std::size_t column, std::size_t first, std::size_t end) const {
    const auto words = words_.subspan(first, end - first);
    switch (columns_[column].kind) {
        case ContentKind::reference:
            if (words.empty()) return -0.5;
            return words.size() == 1 && is_reference_shaped(words[0].text) ? 2 : k_never;
        case ContentKind::day:
            return score_of_day(words);
        case ContentKind::listed:
            return score_of_listed(words);
        case ContentKind::names:
            return score_of_names(words);
        case ContentKind::prose:
            break;
    }
    return score_of_prose(column, first, end);
}

/// Enters a cell behind each of the two ways to the state before it.
void CellParser::try_cell(std::size_t column, std::size_t first, std::size_t end) {
    const double own = score(column, first, end);
    if (own <= k_never) return;
    for (const bool alone : {false, true}) {
        const State& before = at(column, first, alone);
        const bool empty = end == first;
        const bool new_line = empty || begins_line(first);
        if (!before.reached || (!new_line && !alone)) continue;
        // A new line after a cell that stands in one line: its row is not aligned at the top.
        const double odd = !empty && new_line && alone && first > 0 ? 1 : 0;
        const double total = before.score + own - odd;
        const bool still_alone = empty ? alone : line_of_[first] == line_of_[end - 1];
        State& state = at(column + 1, end, still_alone);
        if (state.reached && state.score >= total) continue;
        state = {.score = total, .from = first, .from_alone = alone, .reached = true};
    }
}

void CellParser::extend(std::size_t column, std::size_t first) {
    if (!at(column, first, false).reached && !at(column, first, true).reached) return;
    try_cell(column, first, first);
    if (first == words_.size()) return;
    const bool is_prose = columns_[column].kind == ContentKind::prose;
    const std::size_t longest = is_prose ? words_.size() : k_longest_names;
    const std::size_t stop = std::min(words_.size(), first + longest);
    std::size_t end = first + 1;
    // Within its line a cell may end anywhere, below only where a line does.
    for (; end <= std::min(stop, lines_[line_of_[first]].end); ++end) try_cell(column, first, end);
    for (std::size_t line = line_of_[first] + 1; line < lines_.size(); ++line) {
        if (lines_[line].end > stop) break;
        try_cell(column, first, lines_[line].end);
    }
}

std::vector<ContentCell> CellParser::parse() {
    states_.assign((columns_.size() + 1) * (words_.size() + 1) * 2, State{});
    at(0, 0, true) = {.score = 0, .reached = true};
    for (std::size_t column = 0; column < columns_.size(); ++column) {
        for (std::size_t word = 0; word <= words_.size(); ++word) {
            extend(column, word);
        }
    }
    std::vector<ContentCell> cells(columns_.size());
    bool alone = at(columns_.size(), words_.size(), true).score >
                 at(columns_.size(), words_.size(), false).score;
    std::size_t end = words_.size();
    if (!at(columns_.size(), end, alone).reached) return {};
    for (std::size_t column = columns_.size(); column-- > 0;) {
        const State& state = at(column + 1, end, alone);
        cells[column] = {state.from, end};
        end = state.from;
        alone = state.from_alone;
    }
    return cells;
}

}  // namespace

std::vector<ContentCell> likeliest_cells(std::span<const ContentWord> words,
                                         std::span<const ContentColumn> columns,
                                         std::size_t& work) {
    std::vector<ContentCell> cells;
    CellParser parser(words, columns);
    if (parser.work() < static_cast<double>(work)) {
        work -= static_cast<std::size_t>(parser.work());
        cells = parser.parse();
    }
    if (!cells.empty() || columns.empty()) return cells;
    // Nothing fits: the text is kept whole, in the column for texts.
    const auto prose = std::ranges::find(columns, ContentKind::prose, &ContentColumn::kind);
    const auto whole =
        static_cast<std::size_t>(prose != columns.end() ? prose - columns.begin() : 0);
    cells.resize(columns.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        cells[i] = {i <= whole ? 0 : words.size(), i < whole ? 0 : words.size()};
    }
    return cells;
}

}  // namespace tidytracker
