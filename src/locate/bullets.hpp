// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace tidytracker {

/// Length of the bullet or number ("2.", "(b)", "iii)") that opens the line; 0 if there is none.
[[nodiscard]] std::size_t bullet_length(std::string_view text);

}  // namespace tidytracker
