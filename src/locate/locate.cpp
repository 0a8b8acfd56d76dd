// SPDX-License-Identifier: Apache-2.0
// In: a sheet's cells. Out: the tables in it, with their rows made whole, and a role for each row.
// Locating knows what trackers' captions and headings look like, but reads no value: which column
// means what, and what a cell says, is for the steps behind.
#include <tidytracker/locate.hpp>

#include <algorithm>

#include "base/shape.hpp"
#include "locate/action_lines.hpp"
#include "locate/grid.hpp"
#include "locate/labels.hpp"
#include "locate/tables.hpp"

namespace tidytracker {
namespace {

/// A workbook may have a sheet for each meeting, named by its day: then the name heads the rows
/// that no other heading stands over.
void set_meeting_of_sheet(const Sheet& sheet, std::vector<Table>& tables) {
    if (sheet.places != PlaceStyle::a1 || !is_date_shaped(sheet.name)) return;
    for (Table& table : tables) {
        if (table.sections.front().text.empty()) table.sections.front().text = sheet.name;
    }
}

using LocateInText = std::vector<Table> (*)(std::span<const GridRow>, std::vector<RowLabel>&);

/// Reads the lines of text without those of the page around them. The roles of the rows change only
/// where a table is found.
std::vector<Table> locate_in_lines(LocateInText locate, std::span<const GridRow> rows,
                                   std::vector<RowLabel>& labels) {
    const std::vector<GridRow> lines = rows_of_text(rows);
    if (lines.size() == rows.size()) return locate(rows, labels);
    std::vector<RowLabel> roles;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!rows[i].aside) roles.push_back(labels[i]);
    }
    std::vector<Table> tables = locate(lines, roles);
    if (tables.empty()) return tables;
    auto role = roles.begin();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        labels[i] = rows[i].aside ? RowLabel{rows[i].row, RowRole::note} : *role++;
    }
    return tables;
}

}  // namespace

SheetLayout locate_tables(const Workbook& workbook, std::uint32_t sheet, Findings& findings) {
    SheetLayout layout;
    const Sheet& in = workbook.sheets[sheet];
    const std::vector<GridRow> rows = grid_of(workbook, in);
    // Labels are captions, too, but each in a row of its own, with a value that may look like one.
    // A text whose layout shows tables has its actions there.
    const auto heads_columns = [places = in.places](const GridRow& row) {
        const bool laid_out = places == PlaceStyle::line && row.table != 0;
        return row.captions && (row.cells.size() > 2 || laid_out);
    };
    if (std::ranges::none_of(rows, heads_columns)) {
        for (const GridRow& row : rows) {
            layout.labels.push_back(RowLabel{row.row, RowRole::title});
        }
        layout.tables = locate_in_lines(locate_label_blocks, rows, layout.labels);
    }
    if (layout.tables.empty()) {
        layout.labels.clear();
        layout.tables = locate_grid_tables(in, rows, layout, findings);
    }
    if (in.places != PlaceStyle::a1) {
        for (const auto locate_in_text :
             {locate_action_list, locate_minuted_actions, locate_asks}) {
            if (!layout.tables.empty()) break;
            layout.tables = locate_in_lines(locate_in_text, rows, layout.labels);
        }
    }
    set_meeting_of_sheet(in, layout.tables);
    for (Table& table : layout.tables) table.sheet = sheet;
    for (Key& key : layout.keys) key.sheet = sheet;
    layout.details = locate_details(rows, layout.labels);
    return layout;
}

}  // namespace tidytracker
