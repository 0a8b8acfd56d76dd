// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <span>
#include <vector>

#include "merge/comparison.hpp"

// How much each level of each aspect speaks for two records being one action.
namespace tidytracker::matching {

/// Weights in bits, log2 of how much more often the level occurs with pairs that are one action.
class Weights {
  public:
    /// General weights, corrected by what pairs of different sources show, by expectation
    /// maximisation. Few pairs change little.
    explicit Weights(std::span<const Comparison> pairs);
    [[nodiscard]] double of(Aspect aspect, std::uint8_t level) const {
        return bits_[static_cast<std::size_t>(aspect)][level];
    }
    /// log2 of the odds that the pair is one action.
    [[nodiscard]] double odds(const Comparison& pair) const;

  private:
    using Table = std::array<std::array<double, k_most_levels>, k_aspects>;
    void set(const Table& same, const Table& other, double share);

    Table bits_{};
    double prior_{};
};

/// The probability for odds in bits.
[[nodiscard]] double probability(double odds);

}  // namespace tidytracker::matching
