// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace tidytracker {

/// Does one typing slip turn one text into the other: a byte too many, too few or wrong, or two
/// neighbours swapped? Equal texts do not.
[[nodiscard]] bool is_one_slip_away(std::string_view a, std::string_view b);

}  // namespace tidytracker
