// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "read/pdf/columns.hpp"
#include "read/pdf/lines.hpp"
#include "read/pdf/page_table.hpp"

namespace tidytracker::pdf {

/// The rows of a table, by the index of each row's first line: ascending, beginning with 0.
struct RowStarts {
    std::vector<std::size_t> lines{};
    RowHabit habit{};
};

/// Groups the lines of a table without ruled cells to its rows. `rules` are the horizontal rules of
/// the table, ascending; `before` is the habit of the page before if the table goes on from there.
[[nodiscard]] RowStarts row_starts_of(const Page& page, std::span<const Line> lines,
                                      const std::vector<TextColumn>& columns,
                                      std::span<const Rule> rules,
                                      const std::optional<RowHabit>& before);

}  // namespace tidytracker::pdf
