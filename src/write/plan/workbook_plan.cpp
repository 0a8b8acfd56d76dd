// SPDX-License-Identifier: Apache-2.0
#include "write/plan/workbook_plan.hpp"

#include <tidytracker/workbook.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include <fmt/format.h>

namespace tidytracker {
namespace {

constexpr std::string_view k_long_texts = "Long texts";
/// Leaves room for the words that say where the text goes on.
constexpr std::size_t k_part_units = k_cell_limit - 200;

/// Bytes of the longest beginning of `text` that has at most `units` UTF-16 units.
std::size_t bytes_of_units(std::string_view text, std::size_t units) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte & 0xC0U) == 0x80U) continue;
        count += byte >= 0xF0U ? 2 : 1;
        if (count > units) return i;
    }
    return text.size();
}

std::vector<std::string> parts_of(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t size = bytes_of_units(text, k_part_units);
        parts.emplace_back(text.substr(0, size));
        text.remove_prefix(size);
    }
    return parts;
}

PlannedSheet long_texts_sheet() {
    return {.name = std::string(k_long_texts),
            .about = "The rest of texts that are longer than a cell can hold.",
            .title = std::string(k_long_texts),
            .notes = {"A cell holds at most 32,767 characters. Put the parts of a cell together "
                      "in their order."},
            .columns = {{.caption = "Cell", .width = 20},
                        {.caption = "Column", .width = 24},
                        {.caption = "Part", .width = 8},
                        {.caption = "Text", .width = 90}}};
}

void part_cell(PlannedCell& cell, const std::string& place, const std::string& caption,
               PlannedSheet& rest) {
    if (cell.text.size() <= k_cell_limit) return;
    if (bytes_of_units(cell.text, k_cell_limit) == cell.text.size()) return;
    std::vector<std::string> parts = parts_of(cell.text);
    for (std::size_t i = 1; i < parts.size(); ++i) {
        rest.rows.push_back({{.text = place},
                             {.text = caption},
                             {.text = std::to_string(i + 1), .kind = PlannedCell::Kind::number},
                             {.text = std::move(parts[i])}});
    }
    cell.text = fmt::format("{}\n[goes on in the sheet {}]", parts[0], k_long_texts);
}

/// The sheet in parts of so many rows. Each has a note more than the whole had.
std::vector<PlannedSheet> parted(PlannedSheet sheet, std::size_t rows) {
    std::vector<PlannedRow> all = std::move(sheet.rows);
    sheet.rows.clear();
    const std::size_t count = (all.size() + rows - 1) / rows;
    std::vector<PlannedSheet> parts;
    for (std::size_t i = 0; i < count; ++i) {
        PlannedSheet& part = parts.emplace_back(sheet);
        if (i > 0) part.name += fmt::format(" {}", i + 1);
        part.notes.push_back(
            fmt::format("Part {} of {}: a sheet has too few rows for all.", i + 1, count));
        const std::size_t end = std::min(all.size(), (i + 1) * rows);
        part.rows.assign(
            std::make_move_iterator(all.begin() + static_cast<std::ptrdiff_t>(i * rows)),
            std::make_move_iterator(all.begin() + static_cast<std::ptrdiff_t>(end)));
    }
    return parts;
}

}  // namespace

void part_long_tables(WorkbookPlan& plan, std::size_t most) {
    std::vector<PlannedSheet> sheets;
    for (PlannedSheet& sheet : plan.sheets) {
        if (sheet.rows.size() + rows_above(sheet) <= most) {
            sheets.push_back(std::move(sheet));
            continue;
        }
        const std::size_t rows = most - rows_above(sheet) - 1;
        std::ranges::move(parted(std::move(sheet), rows), std::back_inserter(sheets));
    }
    plan.sheets = std::move(sheets);
}

void part_long_texts(WorkbookPlan& plan) {
    PlannedSheet rest = long_texts_sheet();
    for (PlannedSheet& sheet : plan.sheets) {
        const std::size_t first_row = rows_above(sheet);
        for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
            for (std::size_t column = 0; column < sheet.rows[row].size(); ++column) {
                PlannedCell& cell = sheet.rows[row][column];
                if (cell.text.size() <= k_cell_limit) continue;
                const CellAddress at{.row = static_cast<std::uint32_t>(first_row + row),
                                     .column = static_cast<std::uint32_t>(column)};
                part_cell(cell, fmt::format("{}!{}", sheet.name, to_a1(at)),
                          sheet.columns[column].caption, rest);
            }
        }
    }
    if (!rest.rows.empty()) plan.sheets.push_back(std::move(rest));
}

void add_contents(WorkbookPlan& plan, std::vector<std::string> notes) {
    PlannedSheet contents{.name = "Contents",
                          .title = plan.title,
                          .notes = std::move(notes),
                          .columns = {{.caption = "Sheet", .width = 24},
                                      {.caption = "What it holds", .width = 80},
                                      {.caption = "Rows", .width = 10}}};
    for (const PlannedSheet& sheet : plan.sheets) {
        contents.rows.push_back(
            {{.text = sheet.name, .link = "#" + sheet.name},
             {.text = sheet.about},
             {.text = std::to_string(sheet.rows.size()), .kind = PlannedCell::Kind::number}});
    }
    plan.sheets.insert(plan.sheets.begin(), std::move(contents));
}

Result<void> check_rows(const WorkbookPlan& plan) {
    for (const PlannedSheet& sheet : plan.sheets) {
        const std::size_t rows = sheet.rows.size() + rows_above(sheet);
        if (rows <= k_sheet_rows) continue;
        return fail(ErrorKind::too_large,
                    fmt::format("the sheet {} would have {} rows; a work sheet holds {}",
                                sheet.name, rows, k_sheet_rows),
                    "write .csv or .json instead");
    }
    return {};
}

}  // namespace tidytracker
