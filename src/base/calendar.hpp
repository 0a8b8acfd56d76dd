// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/number_format.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

// Calendar days: ISO 8601 text and spreadsheet day numbers.
namespace tidytracker {

using Day = std::chrono::sys_days;

/// "2024-03-31". Only years 1 to 9999 are written; another gives an empty text.
[[nodiscard]] std::string iso_day(Day day);
/// Reads exactly "2024-03-31"; impossible days are refused.
[[nodiscard]] std::optional<Day> day_from_iso(std::string_view text);
/// The day if it exists (no 31 April).
[[nodiscard]] std::optional<Day> make_day(int year, unsigned month, unsigned day);
[[nodiscard]] Day last_of_month(int year, unsigned month);

/// The calendar day of a spreadsheet day number; its fraction is the time of day. Day 60 of the
/// 1900 system, which never was, is read as 28 February 1900. None outside years 1900 to 9999.
/// Source: ECMA-376 part 1, 18.17.4.1.
[[nodiscard]] std::optional<Day> day_from_serial(double serial, DateSystem system);
/// The day number of a calendar day.
[[nodiscard]] double serial_from_day(Day day, DateSystem system);

}  // namespace tidytracker
