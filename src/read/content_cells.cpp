// SPDX-License-Identifier: Apache-2.0
#include "read/content_cells.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "read/layout_columns.hpp"
#include "schema/wording.hpp"

namespace tidytracker {
namespace {

/// The units of scores are arbitrary; they were set by eye on generated trackers of two to four
/// kinds of columns, and the order of their sizes is what counts: a fitting date, status or name
/// decides, sentences support, an empty cell costs little.
constexpr double k_never = -1e9;
constexpr std::size_t k_longest_value = 6;   ///< words of a date or a listed value
constexpr std::size_t k_longest_names = 14;  ///< words
constexpr std::size_t k_most_words = 2'000;

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
    if (words.size() > k_longest_value) return k_never;
    const std::string text = joined(words);
    const bool phrase = std::ranges::any_of(k_day_phrases, [&text](std::string_view known) {
        return equals_ignoring_case(known, text);
    });
    const bool dated = std::ranges::all_of(
        words, [](const ContentWord& word) { return may_be_in_date(word.text); });
    // The longer the surer: "May 2025" is not "May".
    if (dated && is_date_shaped(text)) return 3 + 0.6 * static_cast<double>(words.size() - 1);
    return phrase || is_placeholder(text) ? 2.5 : k_never;
}

double score_of_listed(std::span<const ContentWord> words) {
    if (words.empty()) return -0.7;
    if (words.size() > k_longest_value) return k_never;
    const std::string text = joined(words);
    const ListedWords lists = lists_with(text);
    // The longer the surer: "Not started" is not "started".
    const bool listed = lists.status || lists.rag || lists.priority || lists.response;
    if (listed) return 3 + 0.4 * static_cast<double>(words.size() - 1);
    // An unknown one is at most as long as "Deferred to May".
    const bool like_a_value = words.size() <= 3 && is_upper(text[0]) && !text.ends_with('.');
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

/// The longest line of the words, in characters.
std::size_t longest_line(std::span<const ContentWord> words) {
    std::size_t longest = 0;
    std::size_t begin = words.empty() ? 0 : words[0].begin;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0 && words[i].line != words[i - 1].line) begin = words[i].begin;
        longest = std::max(longest, words[i].end - begin);
    }
    return longest;
}

/// How often a line of the words is broken where the next word would have had room: there another
/// cell begins, or a paragraph.
double cost_of_early_breaks(std::span<const ContentWord> words) {
    const auto room = static_cast<double>(longest_line(words)) * 0.85;
    double cost = 0;
    std::size_t begin = words.empty() ? 0 : words[0].begin;
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (words[i].line == words[i - 1].line) continue;
        const std::size_t needed = words[i - 1].end - begin + 1 + (words[i].end - words[i].begin);
        if (static_cast<double>(needed) < room) cost += ends_sentence(words[i - 1].text) ? 0.4 : 1;
        begin = words[i].begin;
    }
    return cost;
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

double score_of_prose(std::span<const ContentWord> words, ContentStart start, bool first) {
    if (words.empty()) {
        if (start == ContentStart::fresh) return first ? -6 : -0.3;
        return start == ContentStart::inside ? -2 : 0;
    }
    return score_of_start(words[0].text, start) + (ends_statement(words.back().text) ? 1.5 : -0.5) -
           cost_of_early_breaks(words);
}

/// Finds the best way to part a row, column by column.
class CellParser {
  public:
    CellParser(std::span<const ContentWord> words, std::span<const ContentColumn> columns)
        : words_(words), columns_(columns) {}
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
    [[nodiscard]] double score(std::size_t column, std::size_t first, std::size_t end) const;
    void extend(std::size_t column, std::size_t first, bool alone);
    void try_cell(std::size_t column, std::size_t first, std::size_t end, bool alone,
                  double so_far);
    [[nodiscard]] bool ends_line(std::size_t end) const {
        return end == words_.size() || words_[end].line != words_[end - 1].line;
    }

    std::span<const ContentWord> words_;
    std::span<const ContentColumn> columns_;
    std::vector<State> states_{};
};

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
    const auto before = columns_.first(column);
    const bool first_prose =
        std::ranges::find(before, ContentKind::prose, &ContentColumn::kind) == before.end();
    return score_of_prose(words, columns_[column].start, first_prose);
}

void CellParser::try_cell(std::size_t column, std::size_t first, std::size_t end, bool alone,
                          double so_far) {
    const double own = score(column, first, end);
    if (own <= k_never) return;
    const bool still_alone = end == first ? alone : words_[first].line == words_[end - 1].line;
    State& state = at(column + 1, end, still_alone);
    if (state.reached && state.score >= so_far + own) return;
    state = {.score = so_far + own, .from = first, .from_alone = alone, .reached = true};
}

void CellParser::extend(std::size_t column, std::size_t first, bool alone) {
    const State state = at(column, first, alone);
    if (!state.reached) return;
    try_cell(column, first, first, alone, state.score);
    if (first == words_.size()) return;
    const bool new_line = first == 0 || words_[first].line != words_[first - 1].line;
    if (!new_line && !alone) return;
    // A new line after a cell that stands in one line: its row is not aligned at the top.
    const double so_far = state.score - (new_line && alone && first > 0 ? 1 : 0);
    const bool is_prose = columns_[column].kind == ContentKind::prose;
    const std::size_t longest = is_prose ? words_.size() : k_longest_names;
    for (std::size_t end = first + 1; end <= words_.size() && end - first <= longest; ++end) {
        const bool in_line = words_[first].line == words_[end - 1].line;
        if (in_line || ends_line(end)) try_cell(column, first, end, alone, so_far);
    }
}

std::vector<ContentCell> CellParser::parse() {
    states_.assign((columns_.size() + 1) * (words_.size() + 1) * 2, State{});
    at(0, 0, true) = {.score = 0, .reached = true};
    for (std::size_t column = 0; column < columns_.size(); ++column) {
        for (std::size_t word = 0; word <= words_.size(); ++word) {
            extend(column, word, false);
            extend(column, word, true);
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
                                         std::span<const ContentColumn> columns) {
    std::vector<ContentCell> cells;
    if (words.size() <= k_most_words) cells = CellParser(words, columns).parse();
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
