// SPDX-License-Identifier: Apache-2.0
#include "cli/csv_text.hpp"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

#include "base/csv_cell.hpp"
#include "cli/terminal.hpp"

namespace tidytracker::cli {
namespace {

/// Commas and line ends that a sheet may need, besides its texts.
constexpr std::uint64_t k_most_separators = std::uint64_t{200} << 20;

std::uint64_t separators_of(const Sheet& sheet) {
    std::uint64_t total = sheet.rows.empty() ? 0 : sheet.rows.back().index;
    for (const Row& row : sheet.rows) {
        const std::span<const Cell> cells = sheet.cells_of(row);
        if (!cells.empty()) total += cells.back().column;
    }
    return total;
}

void append_row(const Workbook& workbook, std::span<const Cell> cells, std::string& out) {
    std::uint32_t column = 0;
    for (const Cell& cell : cells) {
        if (cell.kind == CellKind::empty) continue;
        for (; column < cell.column; ++column) out += ',';
        const std::size_t first = out.size();
        workbook.append_displayed(cell, out);
        finish_csv_cell(first, out);
    }
}

}  // namespace

Result<void> check_extent(const Sheet& sheet) {
    if (separators_of(sheet) <= k_most_separators) return {};
    return fail(
        ErrorKind::too_large,
        fmt::format("the cells of sheet \"{}\" lie so far apart that the empty ones between "
                    "them would take more than 200 MB",
                    sheet.name),
        "print its tables without --all-cells");
}

Result<void> print_csv_of_sheet(const Workbook& workbook, const Sheet& sheet) {
    if (const Result<void> fits = check_extent(sheet); !fits) return fits;
    // In pieces, so that the text of a large sheet never stands in memory as a whole.
    constexpr std::size_t k_piece = std::size_t{1} << 20;
    std::string out;
    out.reserve(2 * k_piece);
    // Line ends are held back until a filled row follows.
    std::uint32_t line = 0;
    bool any = false;
    for (const Row& row : sheet.rows) {
        const std::size_t before = out.size();
        out.append(row.index - line, '\n');
        const std::size_t first = out.size();
        append_row(workbook, sheet.cells_of(row), out);
        if (out.size() == first) {
            out.resize(before);
            continue;
        }
        line = row.index;
        any = true;
        if (out.size() < k_piece) continue;
        if (const Result<void> printed = print(out); !printed) return printed;
        out.clear();
    }
    if (any) out += '\n';
    return print(out);
}

}  // namespace tidytracker::cli
