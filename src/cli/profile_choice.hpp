// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/reading.hpp>
#include <tidytracker/result.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "cli/profile.hpp"

// A folder of profiles, one for each kind of tracker that comes in: each input takes the one whose
// captions fit it.
namespace tidytracker::cli {

struct NamedProfile {
    std::string path{};
    Profile profile{};
};

/// All profiles (*.toml) of a folder, by name. Errors: not_found where there is none, and those of
/// a faulty profile.
[[nodiscard]] Result<std::vector<NamedProfile>> read_profiles(const std::string& folder);

struct ProfileChoice {
    const NamedProfile* best{};  ///< null where none fits
    std::size_t fitting{};       ///< its captions that the input has
};

/// The profile most of whose captions the input has; of several the one with more of them.
[[nodiscard]] ProfileChoice choose_profile(const SourceReading& reading,
                                           std::span<const NamedProfile> profiles);

/// "north.toml (6 of 7 captions fit)", or that none fits.
[[nodiscard]] std::string name_of(const ProfileChoice& choice);

}  // namespace tidytracker::cli
