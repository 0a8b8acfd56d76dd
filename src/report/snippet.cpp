// SPDX-License-Identifier: Apache-2.0
#include "report/snippet.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "base/display.hpp"
#include "base/unicode.hpp"
#include "model/find_place.hpp"
#include "report/paint.hpp"

namespace tidytracker {
namespace {

enum class Mark { none, other, fault };

/// A column of the snippet.
struct Shown {
    std::uint32_t column{};
    Mark mark{};
    std::string caption{};
    std::string value{};
};

/// The header rows directly above a row, nearest first, as the row labels say.
std::vector<std::uint32_t> header_rows_above(const ReportedSource& source, const SheetPlace& at) {
    std::vector<std::uint32_t> rows;
    if (at.sheet >= source.labels.size()) return rows;
    const std::vector<RowLabel>& labels = source.labels[at.sheet];
    bool after_header = false;
    for (const RowLabel& label : labels) {
        if (label.row >= at.range.first.row) break;
        const bool header = label.role == RowRole::header;
        if (header && !after_header) rows.clear();
        if (header) rows.insert(rows.begin(), label.row);
        after_header = header;
    }
    return rows;
}

std::string cell_text(const Workbook& workbook, const Sheet& sheet, CellAddress at) {
    const Cell* cell = sheet.find(at);
    return cell == nullptr ? std::string{} : printable(workbook.displayed(*cell));
}

/// The cell whose text a finding quotes, where its place names only a row.
std::optional<std::uint32_t> column_of_text(const Workbook& workbook, const Sheet& sheet,
                                            const Row& row, std::string_view text) {
    if (text.empty()) return std::nullopt;
    const std::string wanted = printable(text);
    for (const Cell& cell : sheet.cells_of(row)) {
        if (printable(workbook.displayed(cell)) == wanted) return cell.column;
    }
    return std::nullopt;
}

/// What a reader needs to recognise the row: its first cell, mostly the reference, and its longest
/// text, mostly the action.
std::vector<std::uint32_t> context_columns(const Workbook& workbook, const Sheet& sheet,
                                           const Row& row) {
    std::vector<std::uint32_t> columns;
    std::uint32_t longest = 0;
    int width = 0;
    for (const Cell& cell : sheet.cells_of(row)) {
        const int here = display_width(printable(workbook.displayed(cell)));
        if (here == 0) continue;
        if (columns.empty()) columns.push_back(cell.column);
        if (here > width) {
            width = here;
            longest = cell.column;
        }
    }
    if (width > 0 && longest != columns.front()) columns.push_back(longest);
    return columns;
}

void add_column(std::uint32_t column, Mark mark, std::vector<Shown>& shown) {
    const auto found = std::ranges::find(shown, column, &Shown::column);
    if (found == shown.end()) {
        shown.push_back(Shown{.column = column, .mark = mark});
    } else {
        found->mark = std::max(found->mark, mark);
    }
}

std::vector<Shown> choose_columns(const Finding& finding, const Workbook& workbook,
                                  const Sheet& sheet, const SheetPlace& at) {
    std::vector<Shown> shown;
    const Row* row = sheet.find_row(at.range.first.row);
    if (row != nullptr) {
        for (const std::uint32_t column : context_columns(workbook, sheet, *row)) {
            add_column(column, Mark::none, shown);
        }
    }
    if (!at.whole_rows && at.range.first.column == at.range.last.column) {
        add_column(at.range.first.column, Mark::fault, shown);
    } else if (row != nullptr) {
        const auto column = column_of_text(workbook, sheet, *row, finding.text);
        if (column) add_column(*column, Mark::fault, shown);
    }
    const auto other = find_place(workbook, finding.other_place);
    if (other && !other->whole_rows && other->sheet == at.sheet &&
        other->range.first.row == at.range.first.row) {
        add_column(other->range.first.column, Mark::other, shown);
    }
    std::ranges::sort(shown, {}, &Shown::column);
    return shown;
}

/// Fills in captions and values; a caption stands in the nearest header row that has one.
void fill_in(const Workbook& workbook, const Sheet& sheet, std::uint32_t row,
             const std::vector<std::uint32_t>& headers, std::vector<Shown>& shown) {
    for (Shown& column : shown) {
        column.value = cell_text(workbook, sheet, {row, column.column});
        for (const std::uint32_t header : headers) {
            column.caption = cell_text(workbook, sheet, {header, column.column});
            if (!column.caption.empty()) break;
        }
    }
}

int width_of(const Shown& column, int limit) {
    const int whole = std::max(display_width(column.caption), display_width(column.value));
    return std::clamp(whole, 1, limit);
}

/// The widest limit for a cell with which the row fits into the terminal.
int cell_limit(const std::vector<Shown>& shown, int terminal_width) {
    constexpr int k_gutter = 9;
    constexpr int k_widest = 40;
    constexpr int k_narrowest = 8;
    for (int limit = k_widest; limit > k_narrowest; --limit) {
        int total = k_gutter;
        for (const Shown& column : shown) total += width_of(column, limit) + 2;
        if (total <= terminal_width + 2) return limit;
    }
    return k_narrowest;
}

void append_padded(std::string_view text, int width, std::string& out) {
    const int gap = std::max(0, width - display_width(text)) + 2;
    out.append(text).append(static_cast<std::size_t>(gap), ' ');
}

void append_row(std::uint32_t row, const std::vector<Shown>& shown, std::string Shown::*text,
                int limit, std::string& out) {
    std::string line = fmt::format("{:>6} | ", row + 1);
    for (const Shown& column : shown) {
        append_padded(clip(column.*text, limit), width_of(column, limit), line);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out.append(line).append("\n");
}

void append_marks(const std::vector<Shown>& shown, int limit, std::string& out) {
    std::string line = "       | ";
    bool any = false;
    for (const Shown& column : shown) {
        const int under = std::clamp(display_width(column.value), 1, limit);
        const char sign = column.mark == Mark::fault ? '^' : '-';
        any = any || column.mark != Mark::none;
        const std::string marks(column.mark == Mark::none ? 0 : static_cast<std::size_t>(under),
                                sign);
        append_padded(marks, width_of(column, limit), line);
    }
    if (!any) return;
    line.erase(line.find_last_not_of(' ') + 1);
    out.append(line).append("\n");
}

}  // namespace

void append_snippet(const Finding& finding, const ReportedSource& source,
                    const ReportOptions& options, std::string& out) {
    if (source.workbook == nullptr || finding.place.empty()) return;
    const std::optional<SheetPlace> at = find_place(*source.workbook, finding.place);
    if (!at) return;
    const Sheet& sheet = source.workbook->sheets[at->sheet];
    std::vector<Shown> shown = choose_columns(finding, *source.workbook, sheet, *at);
    if (shown.empty()) return;
    const std::vector<std::uint32_t> headers = header_rows_above(source, *at);
    fill_in(*source.workbook, sheet, at->range.first.row, headers, shown);
    const int limit = cell_limit(shown, options.width);
    if (!headers.empty()) append_row(headers.front(), shown, &Shown::caption, limit, out);
    append_row(at->range.first.row, shown, &Shown::value, limit, out);
    append_marks(shown, limit, out);
}

}  // namespace tidytracker
