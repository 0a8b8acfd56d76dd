// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "validate/cells.hpp"
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

void check_repeated_header(const Subject& subject, Findings& findings) {
    for_each_tracker(subject, [&](const SourceReading& reading, const MappedTable& mapped) {
        // On pages a table rightly has its header on each of them.
        const Sheet& sheet = reading.workbook.sheets[mapped.table.sheet];
        if (sheet.places != PlaceStyle::a1) return;
        std::vector<CellAddress> again;
        const std::vector<std::uint32_t>& rows = mapped.table.header_rows;
        for (std::size_t i = 1; i < rows.size(); ++i) {
            if (rows[i] > rows[i - 1] + 1)
                again.push_back({rows[i], mapped.table.range.first.column});
        }
        if (again.empty()) return;
        Finding finding =
            about_cells(k_repeated_header, reading, mapped.table.sheet, std::span(again).first(1),
                        fmt::format("the header row is repeated {}",
                                    again.size() == 1 ? std::string("once")
                                                      : fmt::format("{} times", again.size())));
        finding.note = "repetitions are not read as actions";
        finding.help = "delete it and freeze the first one instead: View, Freeze Panes";
        findings.push_back(std::move(finding));
    });
}

}  // namespace

constinit const Rule k_repeated_header{
    .name = "repeated-header",
    .family = Family::structure,
    .severity = Severity::info,
    .needs_source = true,
    .what = "Finds tables of a workbook whose header row comes again further down.",
    .why = "Filters and formulas take the repetition for an action.",
    .example = "Ref | Action | Lead in row 4 and again in row 41",
    .remedy = "Delete the repetition and freeze the first header row, which then stays in view.",
    .related = "several-tables",
    .check = check_repeated_header,
};

}  // namespace tidytracker
