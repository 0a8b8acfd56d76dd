// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "read/pdf/lines.hpp"
#include "read/pdf/page.hpp"

namespace tidytracker::pdf {

/// Which words of each page are furniture: running heads and feet, page numbers, stamps. What is at
/// the same place on several pages is, whatever its figures are.
[[nodiscard]] std::vector<std::vector<char>> find_furniture(const std::vector<Page>& pages);

}  // namespace tidytracker::pdf
