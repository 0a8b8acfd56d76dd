// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

// Titles of persons.
namespace tidytracker {

struct PersonalTitle {
    std::string_view printed{};
    std::string_view title{};  ///< the same, but for a plural: "Cllrs" is "Cllr"
};

/// Longer titles stand before their beginnings.
[[nodiscard]] std::span<const PersonalTitle> all_titles();

}  // namespace tidytracker
