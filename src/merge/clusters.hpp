// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <unordered_map>
#include <vector>

#include "merge/features.hpp"

namespace tidytracker::matching {

/// Groups of records that are one action. They grow pair by pair, and never against what the user
/// said or so that two rows of one source that are different actions end up together.
class Clusters {
  public:
    /// `fits` says whether two records may be in one group, apart from their sources; `repeats`
    /// whether two rows of one source are the same action.
    using Judge = std::function<bool(std::uint32_t, std::uint32_t)>;
    Clusters(const Features& features, Judge fits, Judge repeats);

    /// The user says so: no judge is asked.
    void force(std::uint32_t a, std::uint32_t b);
    /// The user says that these two are never one.
    void forbid(std::uint32_t a, std::uint32_t b);
    /// Makes the groups of the two one if nothing is against it; did it?
    bool join(std::uint32_t a, std::uint32_t b);
    /// Would a source then have two rows in one group, or has the user forbidden it?
    [[nodiscard]] bool is_barred(std::uint32_t a, std::uint32_t b) const;

    [[nodiscard]] bool together(std::uint32_t a, std::uint32_t b) const {
        return group_of_[a] == group_of_[b];
    }
    [[nodiscard]] std::uint32_t group_of(std::uint32_t record) const { return group_of_[record]; }
    [[nodiscard]] std::span<const std::uint32_t> members(std::uint32_t group) const {
        return members_[group];
    }

  private:
    [[nodiscard]] bool is_forbidden(std::uint32_t a, std::uint32_t b) const;
    [[nodiscard]] bool sources_allow(std::uint32_t a, std::uint32_t b) const;
    [[nodiscard]] bool members_fit(std::uint32_t a, std::uint32_t b) const;
    void unite(std::uint32_t a, std::uint32_t b);

    const Features& features_;
    Judge fits_;
    Judge repeats_;
    std::vector<std::uint32_t> group_of_{};
    std::vector<std::vector<std::uint32_t>> members_{};
    std::unordered_multimap<std::uint32_t, std::uint32_t> forbidden_{};
};

}  // namespace tidytracker::matching
