// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/merge.hpp>
#include <tidytracker/result.hpp>

#include <span>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/profile.hpp"
#include "cli/settings.hpp"

// What flags and profile say of merging.
namespace tidytracker::cli {

/// The profile's [merge] with what the flags add: flags come first. Errors: usage.
[[nodiscard]] Result<MergeProfile> merge_profile(const Settings& settings, const Call& call);

/// The same for the library. `files` are the names of the inputs that a preference may name.
/// Errors: usage.
[[nodiscard]] Result<MergeOptions> merge_options(const MergeProfile& profile,
                                                 const std::vector<std::string>& files);

}  // namespace tidytracker::cli
