// SPDX-License-Identifier: Apache-2.0
#include "merge/clusters.hpp"

#include <algorithm>
#include <utility>

namespace tidytracker::matching {
namespace {

/// Members of a large group that are asked; more tell nothing new, since all of them fit already.
constexpr std::size_t k_asked = 4;

/// Every n-th member, so that not only the first ones speak.
template <class Ask>
bool most_agree(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b, Ask ask) {
    const std::size_t step_a = std::max<std::size_t>(1, a.size() / k_asked);
    const std::size_t step_b = std::max<std::size_t>(1, b.size() / k_asked);
    std::size_t asked = 0;
    std::size_t agreed = 0;
    for (std::size_t i = 0; i < a.size(); i += step_a) {
        for (std::size_t j = 0; j < b.size(); j += step_b) {
            ++asked;
            if (ask(a[i], b[j])) ++agreed;
        }
    }
    return agreed * 2 >= asked;
}

}  // namespace

Clusters::Clusters(const Features& features, Judge fits, Judge repeats)
    : features_(features),
      fits_(std::move(fits)),
      repeats_(std::move(repeats)),
      group_of_(features.size()),
      members_(features.size()) {
    for (std::uint32_t i = 0; i < features.size(); ++i) {
        group_of_[i] = i;
        members_[i] = {i};
    }
}

void Clusters::force(std::uint32_t a, std::uint32_t b) {
    if (!together(a, b)) unite(group_of_[a], group_of_[b]);
}

void Clusters::forbid(std::uint32_t a, std::uint32_t b) {
    forbidden_.emplace(a, b);
    forbidden_.emplace(b, a);
}

bool Clusters::join(std::uint32_t a, std::uint32_t b) {
    const std::uint32_t x = group_of_[a];
    const std::uint32_t y = group_of_[b];
    if (x == y) return true;
    if (is_barred(a, b)) return false;
    const bool pair = members_[x].size() == 1 && members_[y].size() == 1;
    if (!pair && !members_fit(x, y)) return false;
    unite(x, y);
    return true;
}

bool Clusters::is_barred(std::uint32_t a, std::uint32_t b) const {
    const std::uint32_t x = group_of_[a];
    const std::uint32_t y = group_of_[b];
    return x != y && (is_forbidden(x, y) || !sources_allow(x, y));
}

bool Clusters::is_forbidden(std::uint32_t a, std::uint32_t b) const {
    if (forbidden_.empty()) return false;
    return std::ranges::any_of(members_[a], [&](std::uint32_t member) {
        const auto [first, last] = forbidden_.equal_range(member);
        return std::any_of(first, last,
                           [&](const auto& entry) { return group_of_[entry.second] == b; });
    });
}

/// Rows of one source go into one group only if one repeats the other.
bool Clusters::sources_allow(std::uint32_t a, std::uint32_t b) const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> rows;  // source, record
    const auto collect = [&](std::uint32_t group) {
        for (const std::uint32_t member : members_[group]) {
            for (const Position& position : features_.positions(features_[member])) {
                rows.emplace_back(position.source, member);
            }
        }
    };
    collect(a);
    collect(b);
    std::ranges::sort(rows);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const std::uint32_t one = rows[i - 1].second;
        const std::uint32_t other = rows[i].second;
        const bool new_pair =
            rows[i - 1].first == rows[i].first && group_of_[one] != group_of_[other];
        if (new_pair && !repeats_(one, other)) return false;
    }
    return true;
}

bool Clusters::members_fit(std::uint32_t a, std::uint32_t b) const {
    return most_agree(members_[a], members_[b],
                      [this](std::uint32_t x, std::uint32_t y) { return fits_(x, y); });
}

void Clusters::unite(std::uint32_t a, std::uint32_t b) {
    if (members_[a].size() < members_[b].size()) std::swap(a, b);
    for (const std::uint32_t member : members_[b]) group_of_[member] = a;
    members_[a].insert(members_[a].end(), members_[b].begin(), members_[b].end());
    members_[b] = {};
}

}  // namespace tidytracker::matching
