// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "merge/features.hpp"

namespace tidytracker::matching {

/// Two records worth comparing; first < second.
struct Candidate {
    std::uint32_t first{};
    std::uint32_t second{};
    friend auto operator<=>(const Candidate&, const Candidate&) = default;
};

/// The pairs that share a reference, a text, two rare words, or a rare word and a lead or a day.
/// Their number grows with the number of records, never with its square. Ascending.
[[nodiscard]] std::vector<Candidate> find_candidates(const Features& features);

}  // namespace tidytracker::matching
