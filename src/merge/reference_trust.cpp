// SPDX-License-Identifier: Apache-2.0
#include "merge/reference_trust.hpp"

#include <algorithm>

namespace tidytracker::matching {
namespace {

std::uint64_t key_of_sources(const Features& features, Candidate pair) {
    const auto first = features.positions(features[pair.first]).front().source;
    const auto second = features.positions(features[pair.second]).front().source;
    const auto [low, high] = std::minmax(first, second);
    return std::uint64_t{low} << 32U | high;
}

}  // namespace

ReferenceTrust::ReferenceTrust(const Features& features, std::span<const Candidate> pairs,
                               std::span<const Comparison> comparisons) {
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (comparisons[i].one_source || comparisons[i].reference() != ReferenceLevel::trusted) {
            continue;
        }
        Votes& votes = votes_[key_of_sources(features, pairs[i])];
        ++votes.all;
        if (comparisons[i].text() >= TextLevel::reworded) ++votes.agreeing;
    }
}

void ReferenceTrust::correct(const Features& features, Candidate pair,
                             Comparison& comparison) const {
    const ReferenceLevel level = comparison.reference();
    if (comparison.one_source ||
        (level != ReferenceLevel::trusted && level != ReferenceLevel::differs)) {
        return;
    }
    // Two pairs that agree are assumed, so that one reworded action does not discredit a list.
    constexpr double k_assumed = 2;
    constexpr double k_least_share = 0.6;
    const auto found = votes_.find(key_of_sources(features, pair));
    const Votes votes = found == votes_.end() ? Votes{} : found->second;
    const double share = (votes.agreeing + k_assumed) / (votes.all + k_assumed);
    if (share >= k_least_share && (votes.all > 0 || level == ReferenceLevel::trusted)) return;
    comparison.levels[static_cast<std::size_t>(Aspect::reference)] = static_cast<std::uint8_t>(
        level == ReferenceLevel::trusted ? ReferenceLevel::agrees : ReferenceLevel::other_scheme);
}

}  // namespace tidytracker::matching
