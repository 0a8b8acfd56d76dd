// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/place.hpp>

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "base/text.hpp"

namespace tidytracker {
namespace {

/// Rows without a gap between them, and the rectangle around their cells.
using Run = CellRange;

void append_numbered(std::string_view noun, const Run& run, std::string& out) {
    const bool one = run.first.row == run.last.row;
    out.append(noun).append(one ? " " : "s ").append(fmt::format_int(run.first.row + 1).c_str());
    if (!one) out.append("-").append(fmt::format_int(run.last.row + 1).c_str());
}

/// The rows as counted from `first` of their block on.
Run counted_from(const Run& run, std::uint32_t first) {
    return {{run.first.row - first, 0}, {run.last.row - first, 0}};
}

/// "table 2 rows 5-7", "paragraph 3", "footnote 1".
void append_in_document(const Sheet& sheet, const Run& run, std::string& out) {
    const Block* block = sheet.block_of(run.first.row);
    if (block == nullptr) return append_numbered("row", run, out);
    const std::string number = fmt::format_int(block->number).str();
    switch (block->kind) {
        case BlockKind::paragraphs:
            // The number is that of the first.
            append_numbered("paragraph", counted_from(run, block->first_row + 1 - block->number),
                            out);
            return;
        case BlockKind::table:
            out.append("table ").append(number).append(" ");
            append_numbered("row", counted_from(run, block->first_row), out);
            return;
        case BlockKind::page_header:
            out += "page header";
            return;
        case BlockKind::page_footer:
            out += "page footer";
            return;
        case BlockKind::footnote:
            out.append("footnote ").append(number);
            return;
        case BlockKind::endnote:
            out.append("endnote ").append(number);
            return;
    }
}

/// "page 3 table 1 rows 4-5; page 4 line 2": a part for each block that the run touches.
void append_on_pages(const Sheet& sheet, const Run& run, std::string& out) {
    for (std::uint32_t row = run.first.row; row <= run.last.row;) {
        const Block* block = sheet.block_of(row);
        if (block == nullptr) return append_numbered("row", run, out);
        const Block* const end = sheet.blocks.data() + sheet.blocks.size();
        const std::uint32_t last =
            block + 1 == end ? run.last.row : std::min(run.last.row, block[1].first_row - 1);
        if (row > run.first.row) out += "; ";
        out += fmt::format("page {} ", block->page);
        const Run inside = counted_from({{row, 0}, {last, 0}}, block->first_row);
        if (block->kind == BlockKind::table) {
            out += fmt::format("table {} ", block->number);
            append_numbered("row", inside, out);
        } else if (block->kind == BlockKind::paragraphs) {
            const std::uint32_t before = block->number - 1;
            append_numbered("line", {{inside.first.row + before, 0}, {inside.last.row + before, 0}},
                            out);
        } else {
            out += block->kind == BlockKind::page_header ? "header" : "footer";
        }
        row = last + 1;
    }
}

/// Sheet names with anything but letters, digits and underscores are quoted, as in a formula.
void append_sheet_prefix(const Sheet& sheet, std::string& out) {
    if (sheet.name.empty()) return;
    if (std::ranges::all_of(sheet.name, [](char c) { return is_word_byte(c) || c == '_'; })) {
        out += sheet.name;
    } else {
        out.append("'").append(replace_all(sheet.name, "'", "''")).append("'");
    }
    out += '!';
}

void append_run(const Sheet& sheet, const Run& run, std::string& out) {
    switch (sheet.places) {
        case PlaceStyle::a1:
            append_sheet_prefix(sheet, out);
            out += to_a1(run);
            break;
        case PlaceStyle::line:
            append_numbered("line", run, out);
            break;
        case PlaceStyle::page:
            append_on_pages(sheet, run, out);
            break;
        case PlaceStyle::document:
            append_in_document(sheet, run, out);
            break;
    }
}

}  // namespace

std::string place_text(const Sheet& sheet, std::span<const CellAddress> cells) {
    std::string out;
    if (cells.size() == 1) {  // nearly always
        append_run(sheet, {cells[0], cells[0]}, out);
        return out;
    }
    std::vector<CellAddress> sorted(cells.begin(), cells.end());
    std::ranges::sort(sorted);
    for (std::size_t i = 0; i < sorted.size();) {
        Run run{sorted[i], sorted[i]};
        for (++i; i < sorted.size() && sorted[i].row <= run.last.row + 1; ++i) {
            run.first.column = std::min(run.first.column, sorted[i].column);
            run.last.column = std::max(run.last.column, sorted[i].column);
            run.last.row = sorted[i].row;
        }
        if (!out.empty()) out += "; ";
        append_run(sheet, run, out);
    }
    return out;
}

}  // namespace tidytracker
