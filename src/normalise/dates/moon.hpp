// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/calendar.hpp"

// Calendars that follow the moon, as far as feasts need them.
namespace tidytracker::dates {

/// A day of a month, 1 to 12, of the Islamic calendar: the first one on or after `earliest`.
/// Months begin as Umm al-Qura has them; sightings may differ by a day.
[[nodiscard]] Day islamic_day(Day earliest, int month, int day);
/// The new moon that Diwali is kept on.
[[nodiscard]] Day diwali_in(int year);
/// The first day of the Chinese calendar.
[[nodiscard]] Day lunar_new_year_in(int year);
/// The first of Tishri, on which the Jewish year begins that begins in the Gregorian year.
[[nodiscard]] Day rosh_hashanah_in(int year);

}  // namespace tidytracker::dates
