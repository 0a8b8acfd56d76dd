// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "normalise/dates/operands.hpp"

// Days told by their distance from the reference day.
namespace tidytracker::dates {

struct UnitMatch {
    Step step{};
    std::size_t end{};
};

/// The unit of the calendar that is named at `at`.
[[nodiscard]] std::optional<UnitMatch> match_unit(Tokens tokens, std::size_t at);
/// "3 months", "two weeks", "a fortnight".
struct Amount {
    int count{};
    Step step{};
    std::size_t end{};
};

[[nodiscard]] std::optional<Amount> match_amount(Tokens tokens, std::size_t at);

/// Amounts that add up: "2 weeks and 2 days".
struct Distance {
    std::vector<Amount> amounts{};
    std::size_t end{};

    [[nodiscard]] Day from(Day day, int sign) const;
};

[[nodiscard]] std::optional<Distance> match_amounts(Tokens tokens, std::size_t at);
/// The calendar unit `steps` away from the one that holds the day.
[[nodiscard]] Extent unit_at(Day day, Step step, int steps);
/// "next month", "in two weeks", "Friday", "20th of next month"; nothing without a reference day.
[[nodiscard]] std::optional<OperandMatch> match_relative(const Reading& reading, std::size_t at);

/// "first Tuesday of next month" (weekdays.cpp).
[[nodiscard]] std::optional<OperandMatch> match_weekday_of_month(const Reading& reading,
                                                                 std::size_t at);
/// What is left to a weekday or a day of a month (weekdays.cpp): "Friday", "Tuesday the 11th",
/// "20th of next month", "the nearest Monday to 5 October".
[[nodiscard]] std::optional<OperandMatch> match_day_of_calendar(const Reading& reading,
                                                                std::size_t at);

/// The weekday, 1 (Monday) to 7, of the week that holds the day.
[[nodiscard]] Day weekday_of_week(Day in_week, int weekday);
/// The day so many units away.
[[nodiscard]] Day moved(Day day, Step step, int steps);

[[nodiscard]] OperandMatch fixed_day(Day day, std::size_t end);
[[nodiscard]] OperandMatch fixed(Extent extent, std::size_t end, Part part = Part::whole);
[[nodiscard]] std::size_t skip_fillers(Tokens tokens, std::size_t at);

}  // namespace tidytracker::dates
