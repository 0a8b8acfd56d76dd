// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/edit.hpp>

#include <map>
#include <string>
#include <string_view>

#include "base/csv_cell.hpp"

namespace tidytracker {

namespace {

/// A cell between the delimiters of the file that it came from.
void append_cell_of_copy(std::string_view text, std::string_view delimiter, std::string& out) {
    const std::size_t first = out.size();
    out += text;
    const bool parted = text.find(delimiter) != std::string_view::npos;
    finish_csv_cell(first, out, parted ? Quotes::always : Quotes::needed);
}

}  // namespace

std::string edit_csv(const Workbook& workbook, const std::vector<CellEdit>& edits) {
    std::string out;
    if (workbook.sheets.empty()) return out;
    std::map<CellAddress, std::string_view> texts;
    for (const CellEdit& edit : edits) {
        if (edit.text) texts[edit.at] = *edit.text;
    }
    // Who sent it has a program that expects its delimiter.
    const std::string_view delimiter =
        workbook.delimiter.empty() ? std::string_view(",") : workbook.delimiter;
    std::uint32_t line = 0;
    for (const Row& row : workbook.sheets.front().rows) {
        for (; line < row.index; ++line) out += "\r\n";
        std::uint32_t column = 0;
        for (const Cell& cell : workbook.sheets.front().cells_of(row)) {
            for (; column < cell.column; ++column) out += delimiter;
            const auto edit = texts.find({row.index, cell.column});
            append_cell_of_copy(
                edit == texts.end() ? workbook.displayed(cell) : std::string(edit->second),
                delimiter, out);
        }
    }
    return out + "\r\n";
}

}  // namespace tidytracker
