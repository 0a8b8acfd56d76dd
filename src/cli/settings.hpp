// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/finding.hpp>
#include <tidytracker/report.hpp>
#include <tidytracker/result.hpp>
#include <tidytracker/rule.hpp>
#include <tidytracker/settings.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/profile.hpp"
#include "cli/profile_choice.hpp"

namespace tidytracker::cli {

/// What flags, profile, environment and clock say together, as the library takes it.
struct Settings {
    ReadOptions read{};
    Instructions instructions{};
    Profile profile{};                  ///< as it stands in its file
    ReportOptions report{};             ///< for standard error
    std::optional<Severity> fail_on{};  ///< only where --fail-on is given
    RuleSet rules{};
    std::size_t max_findings{};  ///< to list; 0: all
    std::string profile_path{};  ///< empty if there is none
    /// Those of the folder that --profile names: each input takes the one that fits.
    std::vector<NamedProfile> profiles{};
};

/// Flags beat the profile. Errors: usage (a value that makes no sense, a faulty profile).
[[nodiscard]] Result<Settings> settle(const Call& call);

/// What the flags and a profile of a folder say together.
[[nodiscard]] Instructions with_profile(Instructions instructions, const Profile& profile);

/// The value of a flag that takes a day; `standard` where it is not given.
[[nodiscard]] Result<std::string> day_flag(std::string_view flag,
                                           const std::optional<std::string>& value,
                                           std::string standard);

}  // namespace tidytracker::cli
