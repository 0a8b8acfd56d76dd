// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/merge.hpp>

#include <cstddef>
#include <string>
#include <unordered_map>

namespace tidytracker::merging {

/// Which source is older and which newer.
class Ranking {
  public:
    explicit Ranking(const MergeOptions& options);
    /// 0 is the oldest. A source that was not given ranks before all.
    [[nodiscard]] std::size_t rank(const std::string& source) const;
    /// Does the source have the name or id that a preference gives?
    [[nodiscard]] bool is_master(const std::string& source) const {
        return !master_.empty() && source == master_;
    }
    /// Why the newer of two counts as the newer.
    [[nodiscard]] std::string reason(const std::string& newer, const std::string& older) const;

  private:
    struct Place {
        std::size_t rank{};
        Standing standing{};
    };
    std::unordered_map<std::string, Place> places_{};
    std::string master_{};
};

}  // namespace tidytracker::merging
