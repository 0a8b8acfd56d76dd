// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include "validate/cells.hpp"
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

/// Fewer filled cells than these are a note, not a sheet that somebody would miss.
constexpr std::size_t k_fewest_cells = 12;

std::size_t filled_cells(const Sheet& sheet) {
    return static_cast<std::size_t>(std::ranges::count_if(
        sheet.cells, [](const Cell& cell) { return cell.kind != CellKind::empty; }));
}

bool has_tracker(const SourceReading& reading, std::uint32_t sheet) {
    return std::ranges::any_of(reading.tables, [sheet](const MappedTable& mapped) {
        return mapped.mapping.tracker && mapped.table.sheet == sheet;
    });
}

void check_unused_sheet(const Subject& subject, Findings& findings) {
    for (const SourceReading& reading : subject.sources) {
        const bool any = std::ranges::any_of(
            reading.tables, [](const MappedTable& mapped) { return mapped.mapping.tracker; });
        // A document without any tracker is reported as such.
        if (!any) continue;
        for (std::uint32_t i = 0; i < reading.workbook.sheets.size(); ++i) {
            const Sheet& sheet = reading.workbook.sheets[i];
            // A sheet without labels was not looked at: it is hidden, or another was asked for.
            if (sheet.places != PlaceStyle::a1 || reading.labels[i].empty() ||
                has_tracker(reading, i) || filled_cells(sheet) < k_fewest_cells) {
                continue;
            }
            Finding finding =
                about_cells(k_unused_sheet, reading, i, {},
                            fmt::format("no tracker was found in sheet \"{}\"", sheet.name));
            finding.place = sheet.name;
            finding.note = "its cells are listed as not converted";
            finding.help = "tidytracker inspect shows what was looked at";
            findings.push_back(std::move(finding));
        }
    }
}

}  // namespace

constinit const Rule k_unused_sheet{
    .name = "unused-sheet",
    .family = Family::structure,
    .severity = Severity::info,
    .needs_source = true,
    .what = "Finds sheets of a workbook from which no action was read, though others have some.",
    .why = "Mostly guidance or figures, but a tracker with unusual captions may be among them.",
    .example = "A workbook with the sheets \"Actions\" and \"Decisions log\"",
    .remedy = "Look at the sheet; bind its columns with --map if it is a tracker.",
    .related = "hidden-sheet, no-tracker",
    .check = check_unused_sheet,
};

}  // namespace tidytracker
