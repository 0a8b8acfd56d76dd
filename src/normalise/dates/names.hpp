// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/settings.hpp>

#include <cstddef>
#include <optional>
#include <span>

#include "normalise/dates/extents.hpp"
#include "normalise/dates/tokens.hpp"

// The forms in which a day or period is named: "31-Mar-24", "Q3 2024/25", "autumn term 2017".
namespace tidytracker::dates {

using Tokens = std::span<const Token>;

struct NamedMatch {
    Named named{};
    std::size_t end{};  ///< the token behind it
};

/// The name that opens `tokens` at `at`: the first form of the table that fits.
[[nodiscard]] std::optional<NamedMatch> match_name(Tokens tokens, std::size_t at, DateOrder order);
/// The same for dates in figures: "12/3", "31.03.2024", "2024-03-31", "20240331", "03/2024".
[[nodiscard]] std::optional<NamedMatch> match_figures(Tokens tokens, std::size_t at,
                                                      DateOrder order);

/// The full year of one printed with two digits: 00 to 69 are of this century.
[[nodiscard]] int full_year(int value, int digits);
/// The sense at `at`, Sense::unknown behind the end.
[[nodiscard]] Sense sense_at(Tokens tokens, std::size_t at);

}  // namespace tidytracker::dates
