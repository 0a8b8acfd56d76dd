// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Text that keeps the layout of a page by blanks, as `pdftotext -layout` writes it.
namespace tidytracker {

/// A part of a line, by the column of the table that it stands in.
struct LayoutCell {
    std::uint32_t column{};
    std::string text{};
};

struct LayoutLine {
    enum class Kind : std::uint8_t { text, table, margin };
    Kind kind{Kind::text};
    std::vector<LayoutCell> cells{};
    RowFlow flow{RowFlow::unknown};
    bool across{};            ///< a line of a table that knows no columns: a heading or a remark
    std::uint32_t table{};    ///< number of the table, from 1
    std::uint32_t columns{};  ///< of the table
    std::uint32_t joined_with{};  ///< lines below whose text stands here: a caption over lines
};

struct FittedLayout {
    std::vector<LayoutLine> lines{};
    std::vector<std::size_t> lost{};  ///< headers of tables whose rows cannot be told: no tables
};

/// Finds the tables in lines that are laid out by blanks, and parts their lines into cells. The
/// columns are fitted anew below each header and on each page, since they stand elsewhere there.
/// Empty if no header with at least three captions is found. A form feed begins each page; page
/// furniture must be left out before.
[[nodiscard]] FittedLayout fit_layout(std::span<const std::string_view> lines);

}  // namespace tidytracker
