// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace tidytracker {

/// Puts texts into a pool and recognises those of late: few words make up most cells, and looking
/// for all earlier ones would cost more than the memory that it saves.
class RecentTexts {
  public:
    explicit RecentTexts(StringPool& pool) : pool_(pool), recent_(k_recent) {}

    /// A handle of the text.
    [[nodiscard]] std::uint32_t intern(std::string_view text) {
        std::uint32_t& handle = recent_[std::hash<std::string_view>{}(text) % k_recent];
        if (handle == 0 || pool_[handle] != text) handle = pool_.add(text);
        return handle;
    }

  private:
    static constexpr std::size_t k_recent = 4096;

    StringPool& pool_;
    std::vector<std::uint32_t> recent_;  ///< handles, by hash
};

}  // namespace tidytracker
