// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/rule.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

// What the rules that look into sources share.
namespace tidytracker {

/// Calls `visit(reading, mapped)` for each table that is a tracker.
template <class Visit>
void for_each_tracker(const Subject& subject, Visit visit) {
    for (const SourceReading& reading : subject.sources) {
        for (const MappedTable& mapped : reading.tables) {
            if (mapped.mapping.tracker) visit(reading, mapped);
        }
    }
}

/// Calls `visit(reading, mapped, row, cell)` for each cell in the area of a tracker.
template <class Visit>
void for_each_cell(const Subject& subject, Visit visit) {
    for_each_tracker(subject, [&](const SourceReading& reading, const MappedTable& mapped) {
        const CellRange& range = mapped.table.range;
        const Sheet& sheet = reading.workbook.sheets[mapped.table.sheet];
        for (const Row& row : sheet.rows) {
            if (row.index < range.first.row) continue;
            if (row.index > range.last.row) break;
            for (const Cell& cell : sheet.cells_of(row)) {
                if (range.contains({row.index, cell.column})) visit(reading, mapped, row, cell);
            }
        }
    });
}

/// The text of a text cell; empty for another.
[[nodiscard]] std::string_view text_of(const SourceReading& reading, const Cell& cell);

/// A finding of `rule` about cells of a sheet.
[[nodiscard]] Finding about_cells(const Rule& rule, const SourceReading& reading,
                                  std::uint32_t sheet, std::span<const CellAddress> cells,
                                  std::string message);

/// The printed text that a record's field was read from, though it may have come to nothing; empty
/// where the source is not at hand.
[[nodiscard]] std::string printed_text(const Subject& subject, const Record& record,
                                       std::string_view field);

/// Is the field bound to a column of the table?
[[nodiscard]] bool has_column(const MappedTable& mapped, Field field);

}  // namespace tidytracker
