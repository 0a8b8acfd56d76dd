// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/finding.hpp>
#include <tidytracker/table.hpp>

#include <cstddef>
#include <optional>
#include <vector>

// Rows of a text, where a page or line break may have parted one row or fused two. Nothing is
// joined or parted without evidence, and every case is a finding.
namespace tidytracker {

/// A row as it stands in the text, before it is known whether it begins a new row of the table.
struct BrokenRow {
    TableRow row{};
    std::size_t segment{};           ///< a new one begins at each header
    RowFlow flow{RowFlow::unknown};  ///< what the layout says
    bool segment_has_key{};          ///< the segment shows the key column
};

/// The column of row numbers or references: mostly short references, all different.
[[nodiscard]] std::optional<std::size_t> key_column(const std::vector<BrokenRow>& rows,
                                                    std::size_t columns);

/// Joins rows that continue the row above them. `wrapped`: each line of the document is a row.
[[nodiscard]] std::vector<TableRow> join_continued(std::vector<BrokenRow> rows,
                                                   std::optional<std::size_t> key, bool wrapped);

/// Parts rows whose key lists several numbers, where another cell has a text for each of them
/// behind its number. What the other cells say holds for all of them.
void part_listed(std::vector<TableRow>& rows, std::size_t key);

/// Parts rows that a break fused, and gives the beginning of a row back to it where it was left in
/// the row above.
void part_fused(std::vector<TableRow>& rows, std::optional<std::size_t> key, const Sheet& sheet,
                Findings& findings);

}  // namespace tidytracker
