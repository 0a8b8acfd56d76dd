// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/text.hpp"

namespace tidytracker {

/// The first argument of HYPERLINK if it is a literal: HYPERLINK("https://...","shown"). A prefix
/// of the formula ("=", "of:=") does not matter. Empty for every other formula.
[[nodiscard]] inline std::string link_of_formula(std::string_view formula) {
    constexpr std::string_view k_call = "HYPERLINK(\"";
    constexpr std::size_t k_longest_prefix = 8;
    const std::size_t equals = formula.substr(0, k_longest_prefix).find('=');
    if (equals != std::string_view::npos) formula.remove_prefix(equals + 1);
    if (!starts_with_ignoring_case(formula, k_call)) return {};
    formula.remove_prefix(k_call.size());
    const std::size_t end = formula.find('"');
    return end == std::string_view::npos ? std::string() : std::string(formula.substr(0, end));
}

}  // namespace tidytracker
