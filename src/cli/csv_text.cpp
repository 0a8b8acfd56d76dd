// SPDX-License-Identifier: Apache-2.0
#include "cli/csv_text.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>

#include <fmt/format.h>

#include "base/csv_cell.hpp"
#include "cli/terminal.hpp"
#include "model/displayed_numbers.hpp"

namespace tidytracker::cli {
namespace {

/// In pieces, so that the text of a large sheet never stands in memory as a whole.
constexpr std::size_t k_printed_at_once = std::size_t{1} << 20;

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

void append_row(DisplayedNumbers& displayed, std::span<const Cell> cells, std::string& out) {
    std::uint32_t column = 0;
    for (const Cell& cell : cells) {
        if (cell.kind == CellKind::empty) continue;
        for (; column < cell.column; ++column) out += ',';
        const std::size_t first = out.size();
        displayed.append(cell, out);
        finish_csv_cell(first, out);
    }
}

/// Writes the cells up to the last filled one; returns their end.
char* put_csv_row(std::span<const std::string_view> texts, char* out) {
    char* end = out;
    for (const std::string_view text : texts) {
        if (!text.empty()) end = out = put_csv_cell(text, out);
        *out++ = ',';
    }
    return end;
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

RowPrinter::RowPrinter() {
    out_.reserve(2 * k_printed_at_once);
}

/// Where the row's cells begin, behind the line ends that lead to it.
std::size_t RowPrinter::begin(std::uint32_t row) {
    out_.append(row - line_, '\n');
    return out_.size();
}

/// Takes the line ends back if the row turned out to be empty.
Result<void> RowPrinter::end(std::uint32_t row, std::size_t first) {
    if (out_.size() == first) {
        out_.resize(first - (row - line_));
        return {};
    }
    line_ = row;
    any_ = true;
    if (out_.size() < k_printed_at_once) return {};
    Result<void> printed = print(out_);
    out_.clear();
    return printed;
}

Result<void> RowPrinter::add(const Workbook& workbook, const Sheet& sheet) {
    DisplayedNumbers displayed(workbook);
    for (const Row& row : sheet.rows) {
        const std::span<const Cell> cells = sheet.cells_of(row);
        if (std::ranges::all_of(cells, [](const Cell& c) { return c.kind == CellKind::empty; }))
            continue;
        const std::size_t first = begin(row.index);
        append_row(displayed, cells, out_);
        if (const Result<void> printed = end(row.index, first); !printed) return printed;
    }
    return {};
}

Result<void> RowPrinter::add(std::uint32_t row, std::span<const std::string_view> texts) {
    // A million blank rows would each bring the line ends of all before it.
    if (std::ranges::all_of(texts, &std::string_view::empty)) return {};
    const std::size_t first = begin(row);
    std::size_t most = texts.size();
    for (const std::string_view text : texts) most += most_csv_bytes(text);
    out_.resize(first + most);
    char* const end_of_row = put_csv_row(texts, out_.data() + first);
    out_.resize(static_cast<std::size_t>(end_of_row - out_.data()));
    return end(row, first);
}

Result<void> RowPrinter::finish() {
    if (any_) out_ += '\n';
    return print(out_);
}

Result<void> print_csv_of_sheet(const Workbook& workbook, const Sheet& sheet) {
    if (const Result<void> fits = check_extent(sheet); !fits) return fits;
    RowPrinter printer;
    const Result<void> printed = printer.add(workbook, sheet);
    return printed ? printer.finish() : printed;
}

}  // namespace tidytracker::cli
