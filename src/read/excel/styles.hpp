// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "read/excel/colours.hpp"

namespace tidytracker::excel {

/// Cells count styles with 16 bits; Excel itself allows 65,490.
inline constexpr std::size_t k_most_styles = std::numeric_limits<std::uint16_t>::max();

struct FontStyle {
    bool bold{};
    bool strike{};
};

/// A cell format (XF): what it takes from the other lists, by number.
struct CellFormat {
    unsigned number_format{};
    std::size_t font{};
    std::size_t fill{};
};

/// A workbook's style sheet as all Excel formats divide it: lists that refer to one another.
struct StyleLists {
    std::unordered_map<unsigned, std::string> codes{};  ///< of number formats, by id
    std::vector<FontStyle> fonts{};
    std::vector<std::optional<ColourReference>> fills{};  ///< of solid fills
    std::vector<CellFormat> formats{};

    /// Fills the workbook's styles and number formats, so that a cell's format number is an index
    /// into Workbook::styles. Numbers that lead nowhere mean the standard.
    void move_into(Workbook& workbook, const Colours& colours) const;
};

}  // namespace tidytracker::excel
