// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "base/csv_cell.hpp"
#include "report/formats.hpp"
#include "report/order.hpp"
#include "schema/formula_guard.hpp"

namespace tidytracker {
namespace {

/// Texts of a hostile tracker stand in a report that people open in a spreadsheet program.
std::string render_findings_csv(const Report& report) {
    std::string out = "severity,rule,file,place,record,field,message,text,note,help\r\n";
    for (const PlacedFinding& placed : in_order(report.findings, report.sources)) {
        const Finding& finding = *placed.finding;
        const std::array<std::string_view, 10> cells{to_string(finding.severity),
                                                     finding.rule,
                                                     path_of(placed, report.sources),
                                                     finding.place,
                                                     finding.record,
                                                     finding.field,
                                                     finding.message,
                                                     finding.text,
                                                     finding.note,
                                                     finding.help};
        for (std::size_t i = 0; i < cells.size(); ++i) {
            append_csv_cell(guard_formula(cells[i]), out);
            out += i + 1 < cells.size() ? "," : "\r\n";
        }
    }
    return out;
}

}  // namespace

extern constinit const Reporter k_csv_reporter{
    .name = "csv", .description = "a table, for spreadsheets", .render = render_findings_csv};

}  // namespace tidytracker
