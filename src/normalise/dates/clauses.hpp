// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "normalise/dates/operands.hpp"
#include "normalise/dates/when.hpp"

// A cell of dates as a row of clauses: each one date with the words that bear on it.
namespace tidytracker::dates {

struct Clause {
    std::optional<Operand> first{};
    std::optional<Operand> last{};  ///< the other end of a range
    Bound bound{Bound::none};
    Qualifier hedge{Qualifier::none_given};
    Qualifier wordless{Qualifier::none_given};
    bool wordless_behind{};  ///< "July 2023 and ongoing"
    bool uncertain{};        ///< "?"
    bool open_start{};       ///< "../2017-11-30"
    bool bracketed{};        ///< "Q4 (January to March 2025)"
    DateRole role{DateRole::plain};
    std::size_t begin{};  ///< the tokens that say when, without remarks
    std::size_t end{};
};

/// One date, or a range, with the token behind it.
struct RangeMatch {
    Operand first{};
    std::optional<Operand> last{};
    std::size_t end{};
};
[[nodiscard]] std::optional<RangeMatch> match_range(const Reading& reading, std::size_t at);

/// All clauses of the tokens; nothing if a token is not understood.
[[nodiscard]] std::optional<std::vector<Clause>> read_clauses(const Reading& reading);

/// The days and the qualifier of a clause; nothing if the year cannot be known or the clause
/// contradicts itself.
[[nodiscard]] std::optional<Period> settle(const Clause& clause, const Reading& reading);

}  // namespace tidytracker::dates
