// SPDX-License-Identifier: Apache-2.0
#include <array>

#include <fmt/format.h>

#include "base/shape.hpp"
#include "validate/cells.hpp"
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

void check_error_cell(const Subject& subject, Findings& findings) {
    for_each_cell(subject, [&](const SourceReading& reading, const MappedTable& mapped,
                               const Row& row, const Cell& cell) {
        // A CSV file has nothing but text; so has a cell whose formula was pasted as its value.
        if (cell.kind != CellKind::error && !is_error_shaped(text_of(reading, cell))) return;
        const std::string text = reading.workbook.displayed(cell);
        Finding finding =
            about_cells(k_error_cell, reading, mapped.table.sheet,
                        std::array{CellAddress{row.index, cell.column}},
                        fmt::format("{} is the error of a formula, not a value", text));
        finding.text = text;
        finding.help = "mend the formula, or write the value in its place";
        findings.push_back(std::move(finding));
    });
}

}  // namespace

constinit const Rule k_error_cell{
    .name = "error-cell",
    .family = Family::structure,
    .severity = Severity::warning,
    .needs_source = true,
    .what =
        "Finds cells of a tracker in which a formula has failed: #REF!, #N/A, #NAME? and their "
        "like.",
    .why = "What stood there is not known any more, and every sum over the column fails too.",
    .example = "#REF! in the due column after a sheet was deleted",
    .remedy = "Mend the formula, or write the value in its place.",
    .related = "formula-without-value",
    .check = check_error_cell,
};

}  // namespace tidytracker
