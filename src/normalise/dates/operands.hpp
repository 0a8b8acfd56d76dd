// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/normalise.hpp>

#include <cstddef>
#include <optional>

#include "normalise/dates/extents.hpp"
#include "normalise/dates/names.hpp"
#include "normalise/dates/tokens.hpp"

// One day or period inside a phrase: a name with what stands around it ("end of March", "w/c
// Monday 4 March"), or a distance from the reference day ("in two weeks", "next Friday").
namespace tidytracker::dates {

/// What the readers of one text share.
struct Reading {
    Tokens tokens{};
    const DateContext* context{};
    std::optional<Day> reference{};
};

struct Operand {
    std::optional<Extent> fixed{};  ///< known without looking for a year
    Named named{};                  ///< else
    Part part{Part::whole};
    bool deadline{};   ///< "within 3 months": the end of a time allowed
    bool both_ends{};  ///< "4 to 8 of next month"
    bool counted{};    ///< "6 weeks", without a word that says from when

    [[nodiscard]] bool has_year() const { return fixed || named.year; }
    [[nodiscard]] bool is_day() const {
        return fixed ? fixed->first == fixed->last : named.unit == Unit::day;
    }
};

struct OperandMatch {
    Operand operand{};
    std::size_t end{};  ///< the token behind it
};

[[nodiscard]] std::optional<OperandMatch> match_operand(const Reading& reading, std::size_t at);

/// The days of an operand; a year that is not given is found from the reference day: the first
/// that ends on or after it or, looking back, the last that begins on or before it.
[[nodiscard]] std::optional<Extent> resolve(const Operand& operand, const Reading& reading,
                                            bool looks_back);
/// The days from one operand to another; what lacks a year takes it from the other.
[[nodiscard]] std::optional<Extent> resolve_range(const Operand& first, const Operand& last,
                                                  const Reading& reading, bool looks_back);

}  // namespace tidytracker::dates
