// SPDX-License-Identifier: Apache-2.0
// The nouns that readers fill and the other steps look into. Nothing here interprets a cell.
#include <tidytracker/workbook.hpp>

#include <algorithm>
#include <iterator>

#include "base/large_pages.hpp"

namespace tidytracker {

void StringPool::reserve(std::size_t texts, std::size_t bytes) {
    ends_.reserve(texts);
    bytes_.reserve(bytes);
    wish_large_pages(ends_.data(), ends_.capacity() * sizeof ends_[0]);
    wish_large_pages(bytes_.data(), bytes_.capacity());
}

const Row* Sheet::find_row(std::uint32_t index) const {
    const auto at = std::ranges::lower_bound(rows, index, {}, &Row::index);
    return at != rows.end() && at->index == index ? &*at : nullptr;
}

const Cell* Sheet::find(CellAddress at) const {
    const Row* row = find_row(at.row);
    if (row == nullptr) return nullptr;
    const std::span<const Cell> in_row = cells_of(*row);
    const auto cell = std::ranges::lower_bound(in_row, at.column, {}, &Cell::column);
    return cell != in_row.end() && cell->column == at.column ? &*cell : nullptr;
}

bool Sheet::column_hidden(std::uint32_t column) const {
    return std::ranges::any_of(columns, [column](const ColumnSpan& span) {
        return span.hidden && column >= span.first && column <= span.last;
    });
}

const Block* Sheet::block_of(std::uint32_t row) const {
    const auto behind = std::ranges::upper_bound(blocks, row, {}, &Block::first_row);
    return behind != blocks.begin() ? &*std::prev(behind) : nullptr;
}

const NumberFormat& Workbook::format_of(const Cell& cell) const {
    const std::uint32_t index = style_of(cell).number_format;
    return number_formats[index < number_formats.size() ? index : 0];
}

void Workbook::append_displayed(const Cell& cell, std::string& out) const {
    switch (cell.kind) {
        case CellKind::empty:
            return;
        case CellKind::text:
            format_of(cell).append(strings[cell.text], out);
            return;
        case CellKind::number:
            if (cell.text != 0) {
                out += strings[cell.text];
            } else {
                format_of(cell).append(cell.number, date_system, out);
            }
            return;
        case CellKind::boolean:
            if (cell.text != 0) {
                out += strings[cell.text];
            } else {
                out += cell.number != 0 ? "TRUE" : "FALSE";
            }
            return;
        case CellKind::error:
            out += strings[cell.text];
            return;
    }
}

std::string Workbook::displayed(const Cell& cell) const {
    std::string out;
    append_displayed(cell, out);
    return out;
}

const RichText* Workbook::rich_text_of(const Cell& cell) const {
    if (cell.kind != CellKind::text) return nullptr;
    const auto at = std::ranges::lower_bound(rich_texts, cell.text, {}, &RichText::text);
    return at != rich_texts.end() && at->text == cell.text ? &*at : nullptr;
}

bool Workbook::is_struck(const Cell& cell) const {
    const RichText* rich = rich_text_of(cell);
    if (rich == nullptr || rich->runs.empty()) return style_of(cell).strike;
    return std::ranges::all_of(rich->runs, &TextRun::strike);
}

}  // namespace tidytracker
