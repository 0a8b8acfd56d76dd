// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/display.hpp"
#include "report/formats.hpp"
#include "report/order.hpp"

namespace tidytracker {
namespace {

/// "north.xlsx:Actions!F17: error[due-before-raised]: message", as editors and grep take it.
std::string render_concise(const Report& report) {
    std::string out;
    for (const PlacedFinding& placed : in_order(report.findings, report.sources)) {
        const Finding& finding = *placed.finding;
        const std::string at = located(path_of(placed, report.sources), finding.place);
        if (!at.empty()) out += printable(at) + ": ";
        out += fmt::format("{}[{}]: {}\n", to_string(finding.severity), finding.rule,
                           printable(finding.message));
    }
    return out;
}

}  // namespace

extern constinit const Reporter k_concise_reporter{
    .name = "concise", .description = "one finding a line", .render = render_concise};

}  // namespace tidytracker
