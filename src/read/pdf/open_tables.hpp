// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "read/pdf/page_table.hpp"

namespace tidytracker::pdf {

/// The tables in words that no ruled table holds: found by white gaps that line up over lines.
/// `rules` are the horizontal rules of the page that are in no ruled table; `carried` is the open
/// table that ended the page before, or null: its columns tell that lines at the top of this page
/// go on with it, even where they show one cell only.
[[nodiscard]] std::vector<PageTable> open_tables_of(const Page& page,
                                                    std::span<const WordIndex> words,
                                                    std::span<const Rule> rules,
                                                    const PageTable* carried);

}  // namespace tidytracker::pdf
