// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

// The words of actions, as matching sees them: levelled, without endings, and with a weight that
// says how much sharing or not sharing the word tells.
namespace tidytracker::matching {

enum class WordKind : std::uint8_t {
    plain,
    filler,  ///< "the", "of": rewording changes it freely
    verb,    ///< "review", "circulate": what one does with nearly every action
    number,  ///< "40", "forty", "Q2", "March", "north": one word for another is another action
};

/// One word of a text.
struct Word {
    std::uint32_t id{};  ///< of Vocabulary
    WordKind kind{WordKind::plain};
    bool name{};  ///< has a capital letter where a sentence does not ask for one
    bool deed{};  ///< stands where a text says what to do: "Repair the ...", "... to be repaired"
};

/// The words that turned up, each with the number of texts that it is in.
class Vocabulary {
  public:
    /// The words of a text, in order. A text counts once for each of its words.
    [[nodiscard]] std::vector<Word> add(std::string_view text);
    [[nodiscard]] std::string_view text_of(std::uint32_t id) const { return words_[id].text; }
    [[nodiscard]] WordKind kind_of(std::uint32_t id) const { return words_[id].kind; }
    [[nodiscard]] std::uint32_t texts_with(std::uint32_t id) const { return words_[id].texts; }
    [[nodiscard]] std::size_t size() const { return words_.size(); }
    /// How much a word tells, 0 to 1, once all texts are known: the rarer the more.
    [[nodiscard]] std::vector<double> weights() const;

  private:
    struct Entry {
        std::string_view text{};  ///< the key of its entry in ids_
        WordKind kind{};
        std::uint32_t texts{};
        std::uint32_t last_text{};  ///< number of the text that it was last in
    };
    [[nodiscard]] std::uint32_t id_of(const std::string& printed);

    std::unordered_map<std::string, std::uint32_t> ids_{};    ///< by stem
    std::unordered_map<std::string, std::uint32_t> forms_{};  ///< by what is printed
    std::vector<Entry> words_{};
    std::uint32_t texts_{};
};

/// The word without the ending that a rewording changes: "circulated", "circulates" and
/// "circulating" are "circulat". Lower case.
[[nodiscard]] std::string stem_of(std::string_view word);

/// Is one of the words likely a mistyped or shortened form of the other?
[[nodiscard]] bool is_variant(std::string_view a, std::string_view b);

}  // namespace tidytracker::matching
