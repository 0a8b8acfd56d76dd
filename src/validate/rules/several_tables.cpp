// SPDX-License-Identifier: Apache-2.0
#include <map>

#include <fmt/format.h>

#include "validate/cells.hpp"
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

void check_several_tables(const Subject& subject, Findings& findings) {
    for (const SourceReading& reading : subject.sources) {
        std::map<std::uint32_t, std::vector<CellAddress>> firsts;
        for (const MappedTable& mapped : reading.tables) {
            if (!mapped.mapping.tracker) continue;
            if (reading.workbook.sheets[mapped.table.sheet].places != PlaceStyle::a1) continue;
            firsts[mapped.table.sheet].push_back(mapped.table.range.first);
        }
        for (const auto& [sheet, tables] : firsts) {
            if (tables.size() < 2) continue;
            Finding finding =
                about_cells(k_several_tables, reading, sheet, std::span(tables).subspan(1, 1),
                            fmt::format("{} tables of actions stand in one sheet", tables.size()));
            finding.help =
                "put each on a sheet of its own, or all into one table with a column that says "
                "which";
            findings.push_back(std::move(finding));
        }
    }
}

}  // namespace

constinit const Rule k_several_tables{
    .name = "several-tables",
    .family = Family::structure,
    .severity = Severity::info,
    .needs_source = true,
    .what = "Finds sheets with more than one table of actions.",
    .why = "Sorting one table tears the other apart, and a filter works on one of them only.",
    .example = "Open actions in rows 4 to 20, closed ones under a header of their own in row 24",
    .remedy = "Make one table of them, with a column that tells them apart.",
    .related = "repeated-header",
    .check = check_several_tables,
};

}  // namespace tidytracker
