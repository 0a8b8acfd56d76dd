// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "read/text/text_layout.hpp"

namespace tidytracker {

/// Says of the lines of tables whether they begin a row or go on with the one above. `pages` are
/// the first lines of pages. Gives the numbers of the tables whose rows cannot be told.
[[nodiscard]] std::vector<std::uint32_t> settle_rows(std::vector<LayoutLine>& lines,
                                                     std::span<const std::size_t> pages);

}  // namespace tidytracker
