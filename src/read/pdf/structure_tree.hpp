// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

namespace tidytracker::pdf {

/// A piece of a page's content, by the marked-content identifier that the page gives it.
struct MarkedPiece {
    std::size_t page{};  ///< counted from 0
    int mark{};
};

struct TaggedCell {
    int rows{1};
    int columns{1};
    bool header{};
    std::vector<MarkedPiece> pieces{};  ///< in reading order
};

/// A table of the structure tree. Repeated headers are not in it, and a row that a page break parts
/// is one row, so it is worth more than what the page shows: where it can be trusted.
struct TaggedTable {
    std::vector<std::vector<TaggedCell>> rows{};
    bool nests{};  ///< a cell of it holds a table
};

}  // namespace tidytracker::pdf
