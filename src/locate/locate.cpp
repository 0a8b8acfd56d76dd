// SPDX-License-Identifier: Apache-2.0
// In: a sheet's cells. Out: the tables in it, with their rows made whole, and a role for each row.
// Locating knows what trackers' captions and headings look like, but reads no value: which column
// means what, and what a cell says, is for the steps behind.
#include <tidytracker/locate.hpp>

#include "locate/grid.hpp"
#include "locate/tables.hpp"

namespace tidytracker {

SheetLayout locate_tables(const Workbook& workbook, std::uint32_t sheet, Findings& findings) {
    SheetLayout layout;
    const Sheet& in = workbook.sheets[sheet];
    const std::vector<GridRow> rows = grid_of(workbook, in);
    layout.tables = locate_grid_tables(in, rows, layout.labels, findings);
    if (layout.tables.empty() && in.places != PlaceStyle::a1) {
        layout.tables = locate_asks(rows, layout.labels);
    }
    for (Table& table : layout.tables) table.sheet = sheet;
    layout.details = locate_details(rows, layout.labels);
    return layout;
}

}  // namespace tidytracker
