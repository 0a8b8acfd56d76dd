// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/result.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "cli/profile.hpp"
// Debian's library of toml++ throws; as a header it returns what went wrong.
#define TOML_EXCEPTIONS 0
#undef TOML_HEADER_ONLY
#undef TOML_SHARED_LIB
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

// What the readers of the profile's tables share. Only they include the TOML library.
namespace tidytracker::cli {

/// A profile as it stands, for messages.
struct ProfileText {
    std::string_view name{};
    std::string_view text{};
};

/// An error at a position of the file, with the line and a caret below it.
[[nodiscard]] tl::unexpected<Error> fault(const ProfileText& file, const toml::source_position& at,
                                          std::string_view message, std::string help);

/// "did you mean ...?", or all words that would do.
[[nodiscard]] std::string suggestion(std::string_view word,
                                     const std::vector<std::string_view>& words);

/// The names of all fields.
[[nodiscard]] std::vector<std::string_view> field_names();

/// Reads [rules] into `rules.settings`. The names are checked in `check_profile_rules`, when the
/// team's own rules are known.
[[nodiscard]] Result<void> read_rule_settings(const ProfileText& file, const toml::table& table,
                                              RuleSet& rules);
/// Reads an [[allow]] and a [[rule]].
[[nodiscard]] Result<void> read_allowance(const ProfileText& file, const toml::table& table,
                                          RuleSet& rules);
[[nodiscard]] Result<void> read_custom_rule(const ProfileText& file, const toml::table& table,
                                            RuleSet& rules);
/// Do [rules] and [[allow]] name rules that there are?
[[nodiscard]] Result<void> check_profile_rules(const ProfileText& file, const toml::table& profile,
                                               const RuleSet& rules);

}  // namespace tidytracker::cli
