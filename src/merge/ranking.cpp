// SPDX-License-Identifier: Apache-2.0
#include "merge/ranking.hpp"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

namespace tidytracker::merging {
namespace {

/// "2024-10-10 by "Updated: 10 Oct 2024"": the day with what tells it.
std::string day_and_basis(const Standing& standing) {
    if (standing.origin == DayOrigin::name) return standing.day + " by the name of its file";
    if (standing.words.empty()) return standing.day + " by its own date";
    return fmt::format("{} by \"{}\"", standing.day, standing.words);
}

}  // namespace

Ranking::Ranking(const MergeOptions& options) : master_(options.master) {
    const std::vector<Standing>& standings = options.standings;
    // A return without a day is taken to be no older than those that were given before it, so that
    // days and the order given make one order together.
    std::vector<IsoDay> days;
    IsoDay latest;
    for (const Standing& standing : standings) {
        latest = std::max(latest, standing.day);
        days.push_back(standing.day.empty() ? latest : standing.day);
    }
    std::vector<std::size_t> order(standings.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&days](std::size_t i) { return days[i]; });
    for (std::size_t i = 0; i < order.size(); ++i) {
        const Standing& standing = standings[order[i]];
        places_.try_emplace(standing.source, Place{.rank = i + 1, .standing = standing});
    }
}

std::size_t Ranking::rank(const std::string& source) const {
    const auto found = places_.find(source);
    return found == places_.end() ? 0 : found->second.rank;
}

std::string Ranking::reason(const std::string& newer, const std::string& older) const {
    const auto after = places_.find(newer);
    const auto before = places_.find(older);
    if (newer == older) return "the later row counts";
    if (after == places_.end() || before == places_.end()) return "the later source counts";
    const Standing& a = after->second.standing;
    const Standing& b = before->second.standing;
    if (a.day.empty() || b.day.empty() || a.day == b.day) {
        return "the return given later counts, for their days do not tell";
    }
    const bool both_named = a.origin == DayOrigin::name && b.origin == DayOrigin::name;
    if (both_named) {
        return fmt::format("the newer return counts: {} against {}, by the names of the files",
                           a.day, b.day);
    }
    return fmt::format("the newer return counts: {}, against {}", day_and_basis(a),
                       day_and_basis(b));
}

}  // namespace tidytracker::merging
