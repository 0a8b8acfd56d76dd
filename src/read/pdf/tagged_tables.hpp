// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "read/pdf/page_table.hpp"
#include "read/pdf/structure_tree.hpp"

namespace tidytracker::pdf {

/// The part of a tagged table that one page shows.
struct TaggedPart {
    std::size_t page{};  ///< counted from 0
    PageTable table{};
    bool continues{};  ///< the table began on an earlier page
    bool parts_row{};  ///< so did its first row
};

/// What the pages show of a table of the structure tree, page by page; nothing if the tree does not
/// agree with the pages: then it is better to go by what is printed.
[[nodiscard]] std::vector<TaggedPart> parts_of_tagged_table(const TaggedTable& table,
                                                            const std::vector<Page>& pages);

}  // namespace tidytracker::pdf
