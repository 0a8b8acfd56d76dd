// SPDX-License-Identifier: Apache-2.0
#include "report/lines.hpp"

#include <algorithm>

namespace tidytracker {
namespace {

std::uint32_t breaks_in(const Workbook& workbook, std::span<const Cell> cells) {
    std::uint32_t count = 0;
    for (const Cell& cell : cells) {
        if (cell.kind != CellKind::text) continue;
        count += static_cast<std::uint32_t>(std::ranges::count(workbook.strings[cell.text], '\n'));
    }
    return count;
}

/// For each row of the sheet that has cells, in their order: the breaks above it.
std::vector<std::uint32_t> breaks_above(const Workbook& workbook, const Sheet& sheet) {
    std::vector<std::uint32_t> above;
    above.reserve(sheet.rows.size());
    std::uint32_t total = 0;
    for (const Row& row : sheet.rows) {
        above.push_back(total);
        total += breaks_in(workbook, sheet.cells_of(row));
    }
    return above;
}

}  // namespace

FindingLines::FindingLines(std::span<const ReportedSource> sources)
    : sources_(sources), breaks_(sources.size()) {}

std::optional<std::uint32_t> FindingLines::line_of(const PlacedFinding& placed) {
    if (!placed.found) return std::nullopt;
    const Workbook& workbook = *sources_[placed.source].workbook;
    const Sheet& sheet = workbook.sheets[placed.at.sheet];
    const std::uint32_t row = placed.at.range.first.row;
    if (sheet.places == PlaceStyle::line) return row + 1;
    if (workbook.format != "csv") return std::nullopt;
    std::vector<std::uint32_t>& breaks = breaks_[placed.source];
    if (breaks.empty()) breaks = breaks_above(workbook, sheet);
    const auto at = std::ranges::lower_bound(sheet.rows, row, {}, &Row::index);
    if (at == sheet.rows.end()) return row + 1;
    return row + 1 + breaks[static_cast<std::size_t>(at - sheet.rows.begin())];
}

}  // namespace tidytracker
