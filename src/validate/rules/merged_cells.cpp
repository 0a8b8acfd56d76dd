// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include "validate/cells.hpp"
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

void check_merged_cells(const Subject& subject, Findings& findings) {
    for_each_tracker(subject, [&](const SourceReading& reading, const MappedTable& mapped) {
        const Sheet& sheet = reading.workbook.sheets[mapped.table.sheet];
        if (sheet.places != PlaceStyle::a1 || sheet.merged.empty()) return;
        std::vector<std::uint32_t> rows;
        for (const TableRow& row : mapped.table.rows) {
            rows.insert(rows.end(), row.sheet_rows.begin(), row.sheet_rows.end());
        }
        std::ranges::sort(rows);
        std::vector<CellAddress> firsts;
        for (const CellRange& range : sheet.merged) {
            // A cell that spans rows counts; one that spans a single row is mostly a heading.
            if (range.first.row == range.last.row || !mapped.table.range.contains(range.first))
                continue;
            if (std::ranges::binary_search(rows, range.first.row) &&
                std::ranges::binary_search(rows, range.last.row)) {
                firsts.push_back(range.first);
            }
        }
        if (firsts.empty()) return;
        Finding finding = about_cells(
            k_merged_cells, reading, mapped.table.sheet, std::span(firsts).first(1),
            fmt::format("{} down several rows of the table",
                        firsts.size() == 1 ? "one cell is merged"
                                           : fmt::format("{} cells are merged", firsts.size())));
        finding.note = "the value is read for each of the rows";
        finding.help = "unmerge and repeat the value: sorting and filtering break merged cells";
        findings.push_back(std::move(finding));
    });
}

}  // namespace

constinit const Rule k_merged_cells{
    .name = "merged-cells",
    .family = Family::structure,
    .severity = Severity::info,
    .needs_source = true,
    .what = "Finds cells that are merged down several rows of a table.",
    .why = "Such a table cannot be sorted or filtered, and screen readers lose their place in it.",
    .example = "One lead merged over three actions",
    .remedy = "Unmerge the cells and write the value into each row.",
    .related = "repeated-header",
    .check = check_merged_cells,
};

}  // namespace tidytracker
