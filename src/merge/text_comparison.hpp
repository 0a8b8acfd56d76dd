// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "merge/words.hpp"

// How far two texts say the same, and what they say otherwise.
namespace tidytracker::matching {

/// How two texts agree, worst first.
enum class TextLevel : std::uint8_t {
    missing,  ///< one has no text
    unlike,
    low,        ///< a third to a half of what is said is shared
    reworded,   ///< more than half
    close,      ///< about three quarters
    contained,  ///< one says all that the other says, and more
    near,       ///< hardly anything differs
    equal,      ///< the same but for fillers, endings and spelling
    common,     ///< exactly the same, but a text that sources use for several actions
    exact,
    count_
};

/// The strongest difference between two texts, weakest first.
enum class Contrast : std::uint8_t {
    none,
    deed,    ///< other words for what is to be done, about the same thing
    words,   ///< both have words that the other lacks
    swap,    ///< in one place a word instead of another: "lift certificate", "lift contract"
    name,    ///< another name
    number,  ///< another number, month, direction
    count_
};

struct TextComparison {
    TextLevel level{TextLevel::missing};
    Contrast contrast{Contrast::none};
    double similarity{};  ///< 0 to 1, by weight of words
};

/// The words of a text in order, and their ids in ascending order without repeats.
struct TextView {
    std::span<const Word> words{};
    std::span<const std::uint32_t> ids{};
    double weight{};  ///< of all ids
};

/// Knows the words' weights.
class TextComparer {
  public:
    TextComparer(const Vocabulary& vocabulary, std::vector<double> weights)
        : vocabulary_(&vocabulary), weights_(std::move(weights)) {}
    [[nodiscard]] TextComparison compare(const TextView& a, const TextView& b) const;
    /// The share of weight that both have; a lower bound of the similarity, for a quick look.
    [[nodiscard]] double overlap(const TextView& a, const TextView& b) const;
    [[nodiscard]] double weight_of(std::uint32_t id) const { return weights_[id]; }
    [[nodiscard]] double weight_of(std::span<const std::uint32_t> ids) const;

  private:
    const Vocabulary* vocabulary_;
    std::vector<double> weights_;
};

}  // namespace tidytracker::matching
