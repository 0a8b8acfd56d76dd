// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tidytracker {

/// Where a setting's value comes from; a later one in this list is stronger.
enum class Origin : std::uint8_t { standard, detected, profile, environment, flag };

/// A value together with who chose it. Detection never overrides what a user said.
template <class T>
struct Setting {
    T value{};
    Origin origin{Origin::standard};
    /// Takes the detected value unless the user has chosen one.
    void detect(T found) {
        if (origin <= Origin::detected) *this = Setting{std::move(found), Origin::detected};
    }
};

/// Absolute budgets against hostile input. A budget that is used up is an Error that names its
/// flag.
struct Limits {
    std::uint64_t inflated_bytes{std::uint64_t{1}
                                 << 30};  ///< of all parts of one file (--max-inflated)
    std::uint64_t cells{50'000'000};      ///< of one file (--max-cells)
    double seconds{300};                  ///< processor time to read one file (--max-seconds)
};

/// The order of the numbers in a numeric date.
enum class DateOrder : std::uint8_t { dmy, mdy, ymd };

/// Which year a bare "Q3 2024" is a quarter of: UK public bodies count from April. `unstated`
/// leaves such a phrase unread. "Q3 2024/25" needs no answer.
enum class QuarterYear : std::uint8_t { unstated, financial, calendar };

struct ReadOptions {
    std::optional<std::string> format{};     ///< --from; else by content
    std::optional<std::string> encoding{};   ///< --encoding; else found
    std::optional<std::string> delimiter{};  ///< --delimiter; else found
    Limits limits{};
};

/// A caption or a printed value and what it stands for, as a profile or a flag says it.
using Wording = std::vector<std::pair<std::string, std::string>>;

/// What the user tells the later steps: flags and profile together.
struct Instructions {
    Wording columns{};   ///< caption -> field name, or "extra"
    Wording statuses{};  ///< printed status -> status
    Wording people{};    ///< initials -> name
    Setting<DateOrder> date_order{};
    Setting<QuarterYear> quarters{QuarterYear::financial};
    std::optional<std::string> sheet{};  ///< number from 1, or name
    std::string as_of{};                 ///< ISO day; needed for `overdue` and years
    bool as_of_told{};                   ///< by the user; else it is the day of the run
};

}  // namespace tidytracker
