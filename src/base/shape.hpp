// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

// What a short text looks like, cheaply and without knowing what it means. Whether a text that is
// shaped like a date is one is for the step that reads dates.
namespace tidytracker {

/// "3", "12.5", "1,204", "45%", "£20".
[[nodiscard]] bool is_number_shaped(std::string_view text);
/// "12", "A-013", "BOD 60/17(h)", "R1:", "1.2": short, with a digit, hardly any spaces.
[[nodiscard]] bool is_reference_shaped(std::string_view text);
/// "12/03/2024", "3 May", "Sept 17", "Autumn 2023", "Q3 2024/25", "2024-03-31".
[[nodiscard]] bool is_date_shaped(std::string_view text);
/// Contains a month's name or abbreviation as a word.
[[nodiscard]] bool names_month(std::string_view text);
/// Two to four capitalised words without digits, or several of such parted by / , ; & and "and".
[[nodiscard]] bool is_name_shaped(std::string_view text);
/// "JD", "JD/PS", "MW, KT".
[[nodiscard]] bool is_initials_shaped(std::string_view text);
/// Eight words or more, or a full stop inside: prose rather than a value.
[[nodiscard]] bool is_prose(std::string_view text);
/// The error of a formula, as spreadsheet programs print it: "#REF!", "#N/A", "Err:502".
[[nodiscard]] bool is_error_shaped(std::string_view text);
/// Does the text end as a sentence or clause does (. ! ? : ; and closing quotes or brackets)?
[[nodiscard]] bool ends_sentence(std::string_view text);
/// Does the text begin with a lower-case letter, as a continued sentence does?
[[nodiscard]] bool begins_lower_case(std::string_view text);
/// The number if all of the text is ASCII digits and fits; else -1.
[[nodiscard]] std::int64_t whole_number(std::string_view text);
/// The number that a text counts itself with: "2. Bid for the fund", "2) Flag pole"; -1 without.
[[nodiscard]] std::int64_t own_number(std::string_view text);

}  // namespace tidytracker
