// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

// Binding::reason, as far as it is looked at again.
namespace tidytracker {

/// A flag or a profile speaks of the column.
inline constexpr std::string_view k_told = "profile";
inline constexpr std::string_view k_by_caption_and_values = "caption and values";
/// The caption says nothing.
inline constexpr std::string_view k_by_values = "values";

}  // namespace tidytracker
