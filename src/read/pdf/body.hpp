// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <cstddef>
#include <vector>

#include "read/pdf/page_table.hpp"
#include "read/pdf/structure_tree.hpp"

namespace tidytracker::pdf {

/// A stretch of a page: a table, or lines of running text or of furniture.
struct PageBlock {
    BlockKind kind{BlockKind::paragraphs};
    PageTable table{};
    std::vector<Line> lines{};
    bool continues{};        ///< the table goes on with the one that came last
    RowFlow first_record{};  ///< of a table that continues
};

/// The blocks of each page in reading order: every word of every page is in one of them.
[[nodiscard]] std::vector<std::vector<PageBlock>> blocks_of(const std::vector<Page>& pages,
                                                            const std::vector<TaggedTable>& tagged);

}  // namespace tidytracker::pdf
