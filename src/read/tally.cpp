// SPDX-License-Identifier: Apache-2.0
#include "read/tally.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace tidytracker {

void Tally::add(CellAddress at) {
    constexpr std::size_t k_named_places = 5;
    if (count_ == 0) first_ = at;
    if (count_ < k_named_places) {
        places_ += places_.empty() ? "" : ", ";
        places_ += to_a1(at);
    }
    ++count_;
}

void Tally::report(const Sheet& sheet, Finding finding, Findings& findings) const {
    if (count_ == 0) return;
    finding.place = fmt::format("{}!{}", sheet.name, to_a1(first_));
    if (count_ > 1) finding.note = fmt::format("first places: {}", places_);
    findings.push_back(std::move(finding));
}

void report_stale_formulas(const Tally& stale, const Sheet& sheet, Findings& findings) {
    stale.report(
        sheet,
        {.rule = "formula-without-value",
         .severity = Severity::warning,
         .message = fmt::format("{} without a stored value", count_of(stale.count(), "formula")),
         .help = "open the file in a spreadsheet program, recalculate and save it"},
        findings);
}

void report_cells_outside(const Tally& outside, const Sheet& sheet, Findings& findings) {
    outside.report(sheet,
                   {.rule = "cell-outside-sheet",
                    .severity = Severity::warning,
                    .message = fmt::format("{} beyond XFD1048576, the last cell of a sheet",
                                           count_of(outside.count(), "cell")),
                    .help = "open the file in a spreadsheet program and save it anew"},
                   findings);
}

}  // namespace tidytracker
