// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/text.hpp"
#include "validate/cells.hpp"
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

bool has_value(const Table& table, std::size_t column) {
    return std::ranges::any_of(table.rows, [column](const TableRow& row) {
        return column < row.cells.size() && !row.cells[column].text.empty();
    });
}

void check_hidden_columns(const Subject& subject, Findings& findings) {
    for_each_tracker(subject, [&](const SourceReading& reading, const MappedTable& mapped) {
        const Sheet& sheet = reading.workbook.sheets[mapped.table.sheet];
        std::vector<CellAddress> captions;
        std::vector<std::string> names;
        for (std::size_t i = 0; i < mapped.table.columns.size(); ++i) {
            const Column& column = mapped.table.columns[i];
            if (column.caption_cells.empty() || !has_value(mapped.table, i) ||
                !sheet.column_hidden(column.caption_cells.front().column)) {
                continue;
            }
            captions.push_back(column.caption_cells.front());
            names.push_back("\"" + column.caption + "\"");
        }
        if (captions.empty()) return;
        Finding finding =
            about_cells(k_hidden_columns, reading, mapped.table.sheet, std::span(captions).first(1),
                        "hidden: column " + join(names, ", "));
        finding.note = "hidden columns are read like others";
        finding.help = "delete them in a copy before it is shared, if others should not see them";
        findings.push_back(std::move(finding));
    });
}

}  // namespace

constinit const Rule k_hidden_columns{
    .name = "hidden-columns",
    .family = Family::structure,
    .severity = Severity::info,
    .needs_source = true,
    .what = "Finds hidden columns with values in a tracker. They are read like the others.",
    .why =
        "Whoever gets the file can unhide them: remarks that were not meant for partners travel "
        "along.",
    .example = "A hidden column \"Internal comments\"",
    .remedy = "Delete the column in the copy that is shared.",
    .related = "hidden-rows, hidden-sheet",
    .check = check_hidden_columns,
};

}  // namespace tidytracker
