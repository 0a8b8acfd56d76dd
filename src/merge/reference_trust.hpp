// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>

#include "merge/candidates.hpp"
#include "merge/comparison.hpp"

namespace tidytracker::matching {

/// Whether references of two sources mean the same. Two lists that both count 1, 2, 3 agree by
/// chance; two copies of one list agree because it is one list. The texts tell which.
class ReferenceTrust {
  public:
    ReferenceTrust(const Features& features, std::span<const Candidate> pairs,
                   std::span<const Comparison> comparisons);
    /// Takes back what references say where they are not to be trusted.
    void correct(const Features& features, Candidate pair, Comparison& comparison) const;

  private:
    struct Votes {
        std::uint32_t agreeing{};  ///< same reference, like text
        std::uint32_t all{};       ///< same reference
    };
    std::unordered_map<std::uint64_t, Votes> votes_{};  ///< by pair of sources
};

}  // namespace tidytracker::matching
