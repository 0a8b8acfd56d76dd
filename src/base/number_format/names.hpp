// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

// The names of months and weekdays in the languages that a date's format may ask for.
namespace tidytracker::number_format {

/// Index of a language; 0 is English.
using Language = std::uint8_t;

/// The language of "40C" or "1000409", which are identifiers of Windows in hexadecimal digits
/// ([MS-LCID]), or of "fr-FR". English for one whose names are not known here.
[[nodiscard]] Language language_from(std::string_view written);

/// `month` counts from 0; `is_short` as in mmm and ddd.
[[nodiscard]] std::string_view month_name(Language language, std::size_t month, bool is_short);
/// `weekday` counts from 0, which is Saturday.
[[nodiscard]] std::string_view weekday_name(Language language, std::size_t weekday, bool is_short);

}  // namespace tidytracker::number_format
