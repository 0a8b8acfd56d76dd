// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/record.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace tidytracker {

/// A field whose value is another one now. Texts are for people; empty where there was none.
struct FieldChange {
    std::string field{};
    std::string before{};
    std::string after{};
};

/// An action that both versions have, with what is new about it.
struct ChangedRecord {
    std::size_t before{};  ///< index into the older version's records
    std::size_t after{};   ///< index into the newer version's records
    std::vector<FieldChange> changes{};
    std::vector<Progress> new_progress{};
    bool closed{};                      ///< complete or cancelled now, and was not
    bool reopened{};                    ///< the other way round
    std::optional<int> slipped_days{};  ///< due later than before, or sooner if negative
    std::size_t slips{};  ///< times that the due date has been put off, as far as known
};

/// What two versions of a tracker differ in.
struct Difference {
    std::vector<std::size_t> added{};    ///< indexes into the newer version's records
    std::vector<std::size_t> removed{};  ///< indexes into the older version's records
    std::vector<ChangedRecord> changed{};
    std::size_t unchanged{};
    [[nodiscard]] bool empty() const { return added.empty() && removed.empty() && changed.empty(); }
};

}  // namespace tidytracker
