// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

// A spreadsheet program runs a CSV cell that begins with one of these characters as a formula,
// which a hostile tracker can use to send data away. An apostrophe before them makes the cell
// text. There is no exception for "-5" or "+44 20 7946 0018": a cell of text that looks like a
// number is still text, and one rule without exceptions can be undone when the file is read.
namespace tidytracker {

namespace formula {
inline constexpr std::string_view k_openers = "=+-@\t\r";

/// Does the text begin with an opener, or with apostrophes and then one?
[[nodiscard]] inline bool looks_like_one(std::string_view text) {
    const std::size_t first = text.find_first_not_of('\'');
    return first != std::string_view::npos && k_openers.find(text[first]) != std::string_view::npos;
}
}  // namespace formula

[[nodiscard]] inline std::string guard_formula(std::string_view text) {
    std::string out(formula::looks_like_one(text) ? "'" : "");
    return out.append(text);
}

/// Undoes guard_formula.
[[nodiscard]] inline std::string_view unguard_formula(std::string_view text) {
    if (text.starts_with('\'') && formula::looks_like_one(text)) text.remove_prefix(1);
    return text;
}

}  // namespace tidytracker
