// SPDX-License-Identifier: Apache-2.0
#include "read/text/block_cells.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "schema/wording.hpp"

namespace tidytracker {
namespace {

// The weights are set by eye on plans of recommendations; the sum matters. Words weigh as much as
// all signs of the layout together, since those are what the extraction has lost.
constexpr double k_most_of_words = 4;
constexpr double k_status_opens = 12;
constexpr double k_goes_on = -4;
constexpr double k_indented = -3;
constexpr double k_list_goes_on = 3;
constexpr double k_gap = 2.5;
constexpr double k_other_spacing = 1;
constexpr double k_sentence = 1;
/// Where lines run on within blocks, a block is mostly a cell of its own.
constexpr double k_whole_block = 1.5;
constexpr double k_no_second = -2;
/// A cell that breaks off inside a sentence goes on on the next page.
constexpr double k_open_cell_ends = -10;
constexpr double k_no_first = -3;
/// A word that opens or ends so few cells says more of its row than of its column.
constexpr double k_fewest_cells = 3;

/// "Some progress", "Complete: Estates", "Trust progress": only reports open so.
bool reports(std::string_view text) {
    if (opening_status(text)) return true;
    const auto words = words_of(text.substr(0, 40));
    const std::size_t looked_at = std::min<std::size_t>(words.size(), 3);
    return std::any_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(looked_at),
                       [](std::string_view word) {
                           while (!word.empty() && !is_word_byte(word.back()))
                               word.remove_suffix(1);
                           return equals_ignoring_case(word, "progress");
                       });
}

/// What is asked for is said with other verbs than what has been done. That holds for every
/// document, so these words count as if they had been seen a few times.
constexpr double k_known = 4;
constexpr std::array<std::string_view, 6> k_words_of_asks{"should", "must",  "shall",
                                                          "ensure", "needs", "recommended"};
constexpr std::array<std::string_view, 12> k_words_of_reports{
    "is",   "are",  "was",     "were",      "has", "have",
    "been", "will", "already", "currently", "now", "underway"};

/// How often words open and end the rows.
class WordEvidence {
  public:
    explicit WordEvidence(const std::vector<RowOfBlocks>& rows) {
        for (const std::string_view word : k_words_of_asks) counts_[std::string(word)][0] = k_known;
        for (const std::string_view word : k_words_of_reports) {
            counts_[std::string(word)][1] = k_known;
        }
        for (const RowOfBlocks& row : rows) {
            if (row.empty() || row.front().blocks.size() < 2) continue;
            const std::vector<TextBlock>& blocks = row.front().blocks;
            if (!reports(blocks.front().text)) count(blocks.front().text, 0);
            count(blocks.back().text, 1);
        }
    }
    /// Positive for the first cell, negative for the second.
    [[nodiscard]] double of(std::string_view text) const {
        double sum = 0;
        for (const std::string& word : words(text)) {
            const auto found = counts_.find(word);
            if (found == counts_.end()) continue;
            const auto& [first, second] = found->second;
            if (first + second < k_fewest_cells) continue;
            sum += std::log((first + 1) / (totals_[0] + 2)) -
                   std::log((second + 1) / (totals_[1] + 2));
        }
        sum = std::clamp(sum, -k_most_of_words, k_most_of_words);
        return reports(text) ? -k_status_opens : sum;
    }

  private:
    std::map<std::string, std::array<double, 2>> counts_{};
    std::array<double, 2> totals_{};

    static std::set<std::string> words(std::string_view text) {
        std::set<std::string> found;
        for (const std::string_view word : words_of(text)) {
            std::string plain;
            for (const char c : word) {
                if (is_letter(c)) plain += to_lower(c);
            }
            if (plain.size() > 1) found.insert(std::move(plain));
        }
        return found;
    }
    void count(std::string_view text, std::size_t cell) {
        ++totals_[cell];
        for (const std::string& word : words(text)) ++counts_[word][cell];
    }
};

/// What the page above leaves to its cells, and whether another page goes on with them.
struct PagePlace {
    bool behind_page{};
    bool before_page{};
    bool first_is_open{};
    bool second_is_open{};
};

/// The evidence that the second cell begins with `next`.
double evidence_between(const TextBlock& above, const TextBlock& next, const PagePlace& place) {
    if (next.begins_second) return 100;
    double evidence = 0;
    if (next.indented) {
        evidence += place.second_is_open && !above.indented ? k_list_goes_on : k_indented;
    } else if (begins_lower_case(next.text)) {
        evidence += place.second_is_open ? -k_goes_on / 2 : k_goes_on;
    }
    if (ends_sentence(above.text)) {
        evidence += k_sentence;
    } else if (!place.before_page) {
        evidence -= k_sentence * 2;
    }
    if (next.behind_gap) evidence += k_gap;
    if (!above.spaced && !next.indented) evidence += k_whole_block;
    if ((above.lines.size() == 1) != (next.lines.size() == 1)) evidence += k_other_spacing;
    return evidence;
}

void split_part(RowPart& part, const PagePlace& place, const WordEvidence& words) {
    const std::vector<TextBlock>& blocks = part.blocks;
    double wording = 0;  // with all blocks in the second cell
    for (const TextBlock& block : blocks) wording -= words.of(block.text);
    double best = -1e9;
    for (std::size_t split = 0; split <= blocks.size(); ++split) {
        if (split > 0) wording += 2 * words.of(blocks[split - 1].text);
        double evidence = wording;
        if (split == blocks.size()) {
            evidence += place.second_is_open ? k_open_cell_ends : k_no_second;
        } else if (split > 0) {
            evidence += evidence_between(blocks[split - 1], blocks[split], place);
        } else if (!place.behind_page || place.first_is_open) {
            evidence += k_no_first;
        }
        if (evidence <= best) continue;
        best = evidence;
        part.split = split;
    }
}

void split_row(RowOfBlocks& row, const WordEvidence& words) {
    PagePlace place;
    for (std::size_t i = 0; i < row.size(); ++i) {
        place.behind_page = i > 0;
        place.before_page = i + 1 < row.size();
        split_part(row[i], place, words);
        const auto& [blocks, split] = row[i];
        // A cell that is still empty is to come.
        place.first_is_open = split > 0 ? !ends_sentence(blocks[split - 1].text) : i == 0;
        place.second_is_open = split < blocks.size() && !ends_sentence(blocks.back().text);
    }
}

}  // namespace

void split_cells(std::vector<RowOfBlocks>& rows) {
    const WordEvidence words(rows);
    for (RowOfBlocks& row : rows) split_row(row, words);
}

}  // namespace tidytracker
