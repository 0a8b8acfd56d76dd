// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/locate.hpp>
#include <tidytracker/read.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace tidytracker::testing {

struct Located {
    Workbook workbook{};
    SheetLayout layout{};
    Findings findings{};
};

/// Reads a text, lets `change` work on its first sheet, and locates the tables in that.
template <class Change>
Located locate_changed(std::string_view text, std::string_view name, Change&& change) {
    Located out;
    // Regular lines with tabs would be taken for a TSV file, whose rows no break can part.
    ReadOptions options;
    if (name.ends_with(".txt")) options.format = "text";
    auto workbook = read(Input{name, text}, options, out.findings);
    EXPECT_TRUE(workbook.has_value());
    if (!workbook) return out;
    out.workbook = std::move(*workbook);
    out.findings.clear();
    change(out.workbook.sheets.front());
    out.layout = locate_tables(out.workbook, 0, out.findings);
    return out;
}

inline Located locate_text(std::string_view text, std::string_view name) {
    return locate_changed(text, name, [](Sheet&) {});
}

inline std::vector<std::string> texts_of_column(const Table& table, std::size_t index) {
    std::vector<std::string> texts;
    for (const TableRow& row : table.rows) texts.push_back(row.cells[index].text);
    return texts;
}

inline std::vector<std::string> captions_of(const Table& table) {
    std::vector<std::string> captions;
    for (const Column& column : table.columns) captions.push_back(column.caption);
    return captions;
}

/// The role of a line, counted from 1.
inline RowRole role_at_line(const SheetLayout& layout, std::uint32_t line) {
    for (const RowLabel& label : layout.labels) {
        if (label.row + 1 == line) return label.role;
    }
    return RowRole::empty;
}

using Texts = std::vector<std::string>;

}  // namespace tidytracker::testing
