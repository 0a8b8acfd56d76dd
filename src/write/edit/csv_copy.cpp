// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/edit.hpp>

#include <map>

#include "base/csv_cell.hpp"

namespace tidytracker {

std::string edit_csv(const Workbook& workbook, const std::vector<CellEdit>& edits) {
    std::string out;
    if (workbook.sheets.empty()) return out;
    std::map<CellAddress, std::string_view> texts;
    for (const CellEdit& edit : edits) {
        if (edit.text) texts[edit.at] = *edit.text;
    }
    std::uint32_t line = 0;
    for (const Row& row : workbook.sheets.front().rows) {
        for (; line < row.index; ++line) out += "\r\n";
        std::uint32_t column = 0;
        for (const Cell& cell : workbook.sheets.front().cells_of(row)) {
            for (; column < cell.column; ++column) out += ',';
            const auto edit = texts.find({row.index, cell.column});
            append_csv_cell(
                edit == texts.end() ? workbook.displayed(cell) : std::string(edit->second), out);
        }
    }
    return out + "\r\n";
}

}  // namespace tidytracker
