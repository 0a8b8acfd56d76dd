// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tidytracker {

enum class RowRole : std::uint8_t { empty, title, header, section, data, total, note };

[[nodiscard]] std::string_view to_string(RowRole role);

/// A column of a table: one caption, however often and wherever it is repeated.
struct Column {
    std::string caption{};  ///< wraps joined; empty where the source has none
    std::vector<CellAddress> caption_cells{};
};

/// A value of a table: the text of one source cell, or of several that a break had parted.
struct TableCell {
    /// As displayed; parts that were cells of their own are parted by '\n', and by two of them
    /// where the layout shows a new paragraph.
    std::string text{};
    std::vector<CellAddress> cells{};
    friend bool operator==(const TableCell&, const TableCell&) = default;
};

/// A row of a table, in the order of its columns; a column that the row lacks is an empty cell.
struct TableRow {
    std::vector<TableCell> cells{};
    std::vector<std::uint32_t> sheet_rows{};  ///< ascending
    std::uint32_t section{};                  ///< index into Table::sections; 0 is "no section"
    bool hidden{};
    bool struck{};  ///< all of its text is struck through
};

/// A heading that applies to the rows below it until the next of its kind.
struct Section {
    std::string text{};
    std::vector<CellAddress> cells{};
};

/// What kind of text a table was found in.
enum class TableShape : std::uint8_t {
    grid,    ///< rows and columns under a header row
    labels,  ///< "Label: value" lines; each label is a column
    list,    ///< bullets under an introductory line, which is the one caption
};

/// A located table: still in the words of its document, but with its rows made whole.
struct Table {
    std::uint32_t sheet{};  ///< index into Workbook::sheets
    TableShape shape{TableShape::grid};
    CellRange range{};
    std::vector<Column> columns{};
    std::vector<TableRow> rows{};
    /// The first one is that of rows under no heading: empty, or the meeting that the sheet is of.
    std::vector<Section> sections{Section{}};
    std::vector<std::uint32_t> header_rows{};  ///< sheet rows, repetitions too
    /// Lines above its header that are its own: "Closed actions". Those above the first table of a
    /// sheet speak for the sheet.
    std::vector<std::string> titles{};
};

/// What a sheet's row is to its tables. Rows that are not listed are empty.
struct RowLabel {
    std::uint32_t row{};
    RowRole role{RowRole::empty};
};

/// A line outside the tables that says something of the whole document: "Date: 15 July 2024".
struct Detail {
    std::string label{};
    std::string value{};
    std::vector<CellAddress> cells{};
};

/// A line of a key: a sign that the tables use, and what it stands for.
struct KeyEntry {
    std::string sign{};  ///< as printed: "DH", "G", "Amber"; empty where the fill is the sign
    std::optional<std::uint32_t> fill{};  ///< 0xRRGGBB, of the sign's cell or of the whole line
    std::string meaning{};  ///< "Dana Hale, Director of Finance"; may be empty beside a word
    std::vector<CellAddress> cells{};
};

/// A key or legend. It is no table: its signs stand in the tables, on this sheet or another one.
struct Key {
    std::string heading{};  ///< "Key to initials"; empty where it has none
    std::uint32_t sheet{};  ///< index into Workbook::sheets
    std::vector<KeyEntry> entries{};
};

/// Everything that locating found in one sheet.
struct SheetLayout {
    std::vector<Table> tables{};
    std::vector<Key> keys{};
    std::vector<Detail> details{};
    std::vector<RowLabel> labels{};  ///< ascending by row
};

}  // namespace tidytracker
