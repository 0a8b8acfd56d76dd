// SPDX-License-Identifier: Apache-2.0
#include "cli/located_tables.hpp"

#include <tidytracker/place.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/csv_cell.hpp"
#include "base/json_text.hpp"
#include "cli/csv_text.hpp"

namespace tidytracker::cli {
namespace {

/// A position in the printed rows of a table: row 0 is the captions.
struct Position {
    std::size_t row{};
    std::size_t column{};
};

using Positions = std::map<CellAddress, Position>;

/// Where each source cell of a table is printed.
Positions positions_of(const Table& table) {
    Positions positions;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        for (const CellAddress at : table.columns[column].caption_cells) {
            positions.emplace(at, Position{.row = 0, .column = column});
        }
    }
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const std::vector<TableCell>& cells = table.rows[row].cells;
        for (std::size_t column = 0; column < cells.size(); ++column) {
            for (const CellAddress at : cells[column].cells) {
                positions.emplace(at, Position{.row = row + 1, .column = column});
            }
        }
    }
    return positions;
}

/// How many columns of the table lie in the merged area.
std::size_t columns_in(const Table& table, const CellRange& area) {
    return static_cast<std::size_t>(std::ranges::count_if(table.columns, [&area](const Column& c) {
        return !c.caption_cells.empty() && c.caption_cells.front().column >= area.first.column &&
               c.caption_cells.front().column <= area.last.column;
    }));
}

std::size_t rows_in(const Table& table, const CellRange& area) {
    const auto first_row = [](const TableRow& row) { return row.sheet_rows.front(); };
    const auto first = std::ranges::lower_bound(table.rows, area.first.row, {}, first_row);
    const auto last = std::ranges::upper_bound(table.rows, area.last.row, {}, first_row);
    return last > first ? static_cast<std::size_t>(last - first) : 0;
}

/// `merged` ascends, so that each table looks only at the areas that begin in its rows.
void append_spans(std::span<const CellRange> merged, const Table& table, std::string& out) {
    const Positions positions = positions_of(table);
    bool first = true;
    auto area = std::ranges::lower_bound(merged, CellAddress{table.range.first.row, 0}, {},
                                         &CellRange::first);
    for (; area != merged.end() && area->first.row <= table.range.last.row; ++area) {
        const auto at = positions.find(area->first);
        if (at == positions.end()) continue;
        const std::size_t rows = std::max<std::size_t>(1, rows_in(table, *area));
        const std::size_t columns = std::max<std::size_t>(1, columns_in(table, *area));
        if (rows * columns == 1) continue;
        if (!first) out += ',';
        first = false;
        out += fmt::format(R"({{"row":{},"column":{},"rows":{},"columns":{}}})", at->second.row,
                           at->second.column, rows, columns);
    }
}

std::vector<CellRange> merged_in_order(const Sheet& sheet) {
    std::vector<CellRange> merged = sheet.merged;
    std::ranges::sort(merged);
    return merged;
}

/// Calls `append` for each captioned or data row's texts in turn.
template <class Append>
void for_each_row(const Table& table, Append append) {
    std::vector<std::string_view> texts;
    for (const Column& column : table.columns) texts.emplace_back(column.caption);
    append(texts);
    for (const TableRow& row : table.rows) {
        texts.clear();
        for (const TableCell& cell : row.cells) texts.emplace_back(cell.text);
        append(texts);
    }
}

void append_array(const std::vector<std::string_view>& texts, std::string& out) {
    out += '[';
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (i > 0) out += ',';
        append_json(texts[i], out);
    }
    out += ']';
}

void append_table(const Workbook& workbook, const Table& table, std::span<const CellRange> merged,
                  std::string& out) {
    const Sheet& sheet = workbook.sheets[table.sheet];
    out += "{\"sheet\":";
    append_json(sheet.name, out);
    out += ",\"page\":null,\"place\":";
    append_json(place_of(workbook, table), out);
    out += ",\"header_rows\":[";
    for (std::size_t i = 0; i < table.header_rows.size(); ++i) {
        out += fmt::format("{}{}", i > 0 ? "," : "", table.header_rows[i] + 1);
    }
    out += "],\"rows\":[";
    bool first = true;
    for_each_row(table, [&out, &first](const std::vector<std::string_view>& texts) {
        if (!first) out += ',';
        first = false;
        append_array(texts, out);
    });
    out += "],\"spans\":[";
    append_spans(merged, table, out);
    out += "]}";
}

std::string place_of_block(const Block& block) {
    return fmt::format("page {} table {}", block.page, block.number);
}

/// The rows of a block as they are printed: texts by sheet column. A row that a break parted is
/// whole where it begins, and is not there where it goes on.
class BlockTexts {
  public:
    BlockTexts(const Workbook& workbook, std::uint32_t sheet, std::span<const Table> tables)
        : workbook_(workbook), sheet_(workbook.sheets[sheet]) {
        for (const Table& table : tables) {
            if (table.sheet != sheet) continue;
            for (const TableRow& row : table.rows) {
                if (row.sheet_rows.size() < 2) continue;
                whole_.emplace(row.sheet_rows.front(), &row);
                rests_.insert(row.sheet_rows.begin() + 1, row.sheet_rows.end());
            }
            header_rows_.insert(table.header_rows.begin(), table.header_rows.end());
        }
    }
    [[nodiscard]] bool is_rest(std::uint32_t row) const { return rests_.contains(row); }
    [[nodiscard]] bool is_header(std::uint32_t row) const { return header_rows_.contains(row); }
    [[nodiscard]] std::map<std::uint32_t, std::string> texts_of(const Row& row) const {
        std::map<std::uint32_t, std::string> texts;
        const auto joined = whole_.find(row.index);
        if (joined != whole_.end()) {
            for (const TableCell& cell : joined->second->cells) {
                if (!cell.cells.empty()) texts[cell.cells.front().column] = cell.text;
            }
            return texts;
        }
        for (const Cell& cell : sheet_.cells_of(row))
            texts[cell.column] = workbook_.displayed(cell);
        return texts;
    }

  private:
    const Workbook& workbook_;
    const Sheet& sheet_;
    std::map<std::uint32_t, const TableRow*> whole_{};
    std::set<std::uint32_t> rests_{};
    std::set<std::uint32_t> header_rows_{};
};

/// The row behind the last one of a block.
std::uint32_t end_of(const Sheet& sheet, const Block& block) {
    const Block* const next = &block + 1;
    return next == sheet.blocks.data() + sheet.blocks.size() ? UINT32_MAX : next->first_row;
}

void append_block_spans(const Sheet& sheet, const Block& block,
                        const std::map<std::uint32_t, std::size_t>& printed, std::string& out) {
    const auto first = std::ranges::lower_bound(
        sheet.merged, block.first_row, {}, [](const CellRange& area) { return area.first.row; });
    bool any = false;
    for (auto area = first; area != sheet.merged.end() && area->first.row < end_of(sheet, block);
         ++area) {
        const auto row = printed.find(area->first.row);
        if (row == printed.end()) continue;
        if (std::exchange(any, true)) out += ',';
        out += fmt::format(R"({{"row":{},"column":{},"rows":{},"columns":{}}})", row->second,
                           area->first.column, area->last.row - area->first.row + 1,
                           area->last.column - area->first.column + 1);
    }
}

/// A table as a page shows it: with all of its header rows, and with spans as printed.
void append_block(const Sheet& sheet, const Block& block, const BlockTexts& texts,
                  std::string& out) {
    std::uint32_t columns = 0;
    std::map<std::uint32_t, std::size_t> printed;
    std::vector<std::map<std::uint32_t, std::string>> rows;
    std::string header_rows;
    auto row = std::ranges::lower_bound(sheet.rows, block.first_row, {}, &Row::index);
    for (; row != sheet.rows.end() && row->index < end_of(sheet, block); ++row) {
        if (texts.is_rest(row->index)) continue;
        if (texts.is_header(row->index)) {
            header_rows += fmt::format("{}{}", header_rows.empty() ? "" : ",", rows.size() + 1);
        }
        printed.emplace(row->index, rows.size());
        rows.push_back(texts.texts_of(*row));
        if (!rows.back().empty()) columns = std::max(columns, rows.back().rbegin()->first + 1);
    }
    out += "{\"sheet\":";
    append_json(sheet.name, out);
    out += fmt::format(",\"page\":{},\"place\":", block.page);
    append_json(place_of_block(block), out);
    out += fmt::format(",\"header_rows\":[{}],\"rows\":[", header_rows);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::vector<std::string_view> line(columns);
        for (const auto& [column, text] : rows[i]) line[column] = text;
        if (i > 0) out += ',';
        append_array(line, out);
    }
    out += "],\"spans\":[";
    append_block_spans(sheet, block, printed, out);
    out += "]}";
}

/// All tables of a document that says itself where they are, whether or not they hold records.
void append_blocks(const Workbook& workbook, std::uint32_t sheet, std::span<const Table> tables,
                   std::string& out) {
    const BlockTexts texts(workbook, sheet, tables);
    for (const Block& block : workbook.sheets[sheet].blocks) {
        if (block.kind != BlockKind::table) continue;
        if (out.back() != '[') out += ',';
        append_block(workbook.sheets[sheet], block, texts, out);
    }
}

}  // namespace

std::string csv_of_tables(std::span<const Table> tables) {
    std::string out;
    for (const Table& table : tables) {
        if (!out.empty()) out += '\n';
        for_each_row(table, [&out](const std::vector<std::string_view>& texts) {
            for (std::size_t i = 0; i < texts.size(); ++i) {
                if (i > 0) out += ',';
                append_csv_cell(texts[i], out);
            }
            out += '\n';
        });
    }
    return out;
}

std::string json_of_tables(const Workbook& workbook, std::span<const Table> tables) {
    std::string out = "{\"tables\":[";
    std::vector<CellRange> merged;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const std::uint32_t sheet = tables[i].sheet;
        if (i == 0 || tables[i - 1].sheet != sheet)
            merged = merged_in_order(workbook.sheets[sheet]);
        if (workbook.sheets[sheet].places == PlaceStyle::page) continue;
        if (out.back() != '[') out += ',';
        append_table(workbook, tables[i], merged, out);
    }
    for (std::uint32_t sheet = 0; sheet < workbook.sheets.size(); ++sheet) {
        if (workbook.sheets[sheet].places != PlaceStyle::page) continue;
        append_blocks(workbook, sheet, tables, out);
    }
    return out + "]}\n";
}

Result<std::string> json_of_sheet(const Workbook& workbook, const Sheet& sheet) {
    const Result<void> fits = check_extent(sheet);
    if (!fits) return tl::unexpected<Error>(fits.error());
    std::string out = "{\"sheet\":";
    append_json(sheet.name, out);
    out += ",\"rows\":[";
    std::uint32_t next = 0;
    std::string text;
    for (const Row& row : sheet.rows) {
        for (; next < row.index; ++next) out += next == 0 ? "[]" : ",[]";
        out += next == 0 ? "[" : ",[";
        std::uint32_t column = 0;
        for (const Cell& cell : sheet.cells_of(row)) {
            if (cell.kind == CellKind::empty) continue;
            for (; column < cell.column; ++column) out += column == 0 ? "\"\"" : ",\"\"";
            text.clear();
            workbook.append_displayed(cell, text);
            if (column > 0) out += ',';
            append_json(text, out);
            ++column;
        }
        out += ']';
        ++next;
    }
    return out + "]}\n";
}

std::string place_of(const Workbook& workbook, const Table& table) {
    const Sheet& sheet = workbook.sheets[table.sheet];
    const CellRange& range = table.range;
    if (sheet.places == PlaceStyle::a1) {
        std::string place = place_text(sheet, std::span(&range.first, 1));
        return range.first == range.last ? place : place + ":" + to_a1(range.last);
    }
    std::vector<CellAddress> rows;
    for (std::uint32_t row = range.first.row; row <= range.last.row; ++row) {
        const Block* block = sheet.block_of(row);
        // Between two tables of a document there are its paragraphs, and empty rows.
        const bool beside =
            block != nullptr && (block->kind != BlockKind::table || sheet.find_row(row) == nullptr);
        if (!beside) rows.push_back({.row = row, .column = range.first.column});
    }
    return place_text(sheet, rows);
}

}  // namespace tidytracker::cli
