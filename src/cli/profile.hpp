// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/result.hpp>
#include <tidytracker/rule.hpp>
#include <tidytracker/settings.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// tidytracker.toml: what a team says once about its trackers.
namespace tidytracker::cli {

/// [merge]: what was decided about the actions of several sources.
struct MergeProfile {
    using Names = std::vector<std::pair<std::string, std::string>>;
    Names same{};          ///< same = [["A-031", "S-007"]]
    Names distinct{};      ///< distinct = [["A-014", "A-015"]]
    std::string prefer{};  ///< "newest", "oldest", "master", or the name of a file
    Wording fields{};      ///< [merge.fields] status = "newest"
    friend bool operator==(const MergeProfile&, const MergeProfile&) = default;
};

struct Profile {
    Wording columns{};   ///< [columns] "RAG" = "priority"
    Wording statuses{};  ///< [status] "Parked" = "on_hold"
    Wording people{};    ///< [people] "DH" = "Dana Holt"
    MergeProfile merge{};
    std::optional<DateOrder> date_order{};  ///< [dates] order = "dmy"
    std::optional<QuarterYear> quarters{};  ///< [dates] quarters = "calendar"
    RuleSet rules{};                        ///< [rules], [[allow]] and [[rule]]
};

/// The nearest tidytracker.toml from the working folder upwards, as seen from there; not beyond the
/// root of a repository or the home folder. Empty if there is none.
[[nodiscard]] std::string nearest_profile();

/// Reads a profile. An error shows the faulty line; unknown keys and values are errors, since a
/// mistyped one would be ignored silently.
[[nodiscard]] Result<Profile> parse_profile(std::string_view name, std::string_view text);

/// The text of a profile.
[[nodiscard]] std::string profile_text(const Profile& profile);

/// "dmy".
[[nodiscard]] std::string_view to_string(DateOrder order);
[[nodiscard]] std::optional<DateOrder> date_order_from(std::string_view word);
/// "financial".
[[nodiscard]] std::string_view to_string(QuarterYear quarters);
[[nodiscard]] std::optional<QuarterYear> quarters_from(std::string_view word);

/// Checks the name of a field that a column may be bound to; suggests the one that was meant.
[[nodiscard]] Result<void> check_field_name(std::string_view name);

}  // namespace tidytracker::cli
