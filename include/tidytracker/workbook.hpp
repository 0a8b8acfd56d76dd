// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/number_format.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tidytracker {

/// A cell's row and column, both counted from 0.
struct CellAddress {
    std::uint32_t row{};
    std::uint32_t column{};
    friend auto operator<=>(const CellAddress&, const CellAddress&) = default;
};

/// A rectangle of cells; `last` belongs to it.
struct CellRange {
    CellAddress first{};
    CellAddress last{};
    friend auto operator<=>(const CellRange&, const CellRange&) = default;
    [[nodiscard]] bool contains(CellAddress at) const {
        return at.row >= first.row && at.row <= last.row && at.column >= first.column &&
               at.column <= last.column;
    }
};

/// "C4", and "C4:D7" (or "C4" for a single cell).
[[nodiscard]] std::string to_a1(CellAddress at);
[[nodiscard]] std::string to_a1(CellRange range);
/// Column letters: 0 is "A", 26 is "AA".
[[nodiscard]] std::string column_letters(std::uint32_t column);
/// Reads "C4", "$C$4" or "C4:D7".
[[nodiscard]] std::optional<CellAddress> address_from_a1(std::string_view text);
[[nodiscard]] std::optional<CellRange> range_from_a1(std::string_view text);

enum class CellKind : std::uint8_t { empty, text, number, boolean, error };

/// One non-empty cell, or an empty one that has a style of its own.
struct Cell {
    double number{};         ///< number and boolean; a date is a number with a date format
    std::uint32_t text{};    ///< text and error: handle into Workbook::strings; number and boolean:
                             ///< what is displayed, if the file says it rather than the format
    std::uint16_t column{};  ///< counted from 0
    std::uint16_t style{};   ///< index into Workbook::styles
    CellKind kind{CellKind::empty};
    bool formula{};  ///< the value is the cached result of a formula
    bool stale{};    ///< a formula whose file holds no cached value
};

/// Text that many cells share, held end to end. Handle 0 is the empty text.
class StringPool {
  public:
    StringPool() : ends_{0} {}
    /// Appends without looking for an equal text; returns its handle.
    std::uint32_t add(std::string_view text) {
        bytes_.append(text);
        ends_.push_back(bytes_.size());
        return static_cast<std::uint32_t>(ends_.size() - 1);
    }
    [[nodiscard]] std::string_view operator[](std::uint32_t handle) const {
        if (handle == 0 || handle >= ends_.size()) return {};
        return std::string_view(bytes_).substr(ends_[handle - 1],
                                               ends_[handle] - ends_[handle - 1]);
    }
    [[nodiscard]] std::size_t size() const { return ends_.size(); }
    [[nodiscard]] std::size_t bytes() const { return bytes_.size(); }
    void reserve(std::size_t texts, std::size_t bytes);

  private:
    std::string bytes_{};
    std::vector<std::size_t> ends_{};
};

/// What a cell's format says besides its number format.
struct CellStyle {
    std::uint32_t number_format{};  ///< index into Workbook::number_formats
    bool bold{};
    bool strike{};
    std::optional<std::uint32_t> fill{};  ///< 0xRRGGBB; theme, tint and palette resolved
    friend auto operator<=>(const CellStyle&, const CellStyle&) = default;
};

/// A stretch of a rich text with its own font. Offsets are bytes of the UTF-8 text.
struct TextRun {
    std::uint32_t first{};
    std::uint32_t length{};
    bool bold{};
    bool strike{};
};

/// A shared or inline string whose parts differ in font.
struct RichText {
    std::uint32_t text{};  ///< handle into Workbook::strings
    std::vector<TextRun> runs{};
};

struct Note {
    CellAddress at{};
    std::string author{};
    std::string text{};
};

struct Link {
    CellRange at{};
    std::string target{};  ///< URL, or "#Sheet!A1" within the document
};

/// A table that its author declared as one (Excel: Insert, Table), header row included.
struct DefinedTable {
    std::string name{};
    CellRange at{};
};

/// Cells that take one of a list of values (Excel: Data Validation, List).
struct ChoiceList {
    CellRange at{};
    /// The values with commas between them, or the cells or the name that hold them; empty if a
    /// formula of a binary workbook calculates them.
    std::string source{};
};

enum class Visibility : std::uint8_t { visible, hidden, very_hidden };

/// How places in a sheet are named: Actions!C4, line 17, page 3 table 1 row 4, or table 2 row 5.
enum class PlaceStyle : std::uint8_t { a1, line, page, document };

/// What a part of a document is. Tables and paragraphs are its body.
enum class BlockKind : std::uint8_t {
    paragraphs,
    table,
    page_header,
    page_footer,
    footnote,
    endnote,
};

/// What the layout of a text or of a page says of a line or row: does it begin a row of its table,
/// or go on with the row above, perhaps in a new paragraph? `unknown` leaves that to its text.
enum class RowFlow : std::uint8_t { unknown, begins, continues, adds_paragraph };

[[nodiscard]] constexpr bool continues_row(RowFlow flow) {
    return flow == RowFlow::continues || flow == RowFlow::adds_paragraph;
}

/// The rows of a sheet from `first_row` on are of this part, down to the next block.
struct Block {
    std::uint32_t first_row{};
    BlockKind kind{};
    /// Among its kind, from 1; paragraphs: that of the first of them. In a document with pages
    /// they are counted anew on each, and paragraphs are lines.
    std::uint32_t number{};
    std::uint32_t page{};    ///< from 1; 0 in a document without pages
    bool continues{};        ///< a table: goes on with the one that came last
    RowFlow first_record{};  ///< of a table that continues: what its first row below a header does
};

struct Row {
    std::uint32_t index{};  ///< counted from 0
    std::uint32_t first{};  ///< first cell in Sheet::cells
    std::uint32_t count{};
    bool hidden{};
    std::uint8_t outline{};  ///< groups that it belongs to (Excel: Data, Group)
    bool aside{};            ///< page furniture among the lines of a text
    RowFlow flow{RowFlow::unknown};
};

struct ColumnSpan {
    std::uint32_t first{};
    std::uint32_t last{};
    bool hidden{};
    std::uint8_t outline{};  ///< as of a row
};

/// A work sheet, or what stands for one: a CSV file, the lines of a text, a page's table, the
/// paragraphs and tables of a document.
/// Rows ascend by index, cells ascend by column within their row; both are sparse.
struct Sheet {
    std::string name{};
    Visibility visibility{Visibility::visible};
    PlaceStyle places{PlaceStyle::a1};
    std::vector<Row> rows{};
    std::vector<Cell> cells{};
    std::vector<ColumnSpan> columns{};
    std::vector<CellRange> merged{};
    std::vector<Note> notes{};
    std::vector<Link> links{};
    std::vector<DefinedTable> tables{};
    std::vector<ChoiceList> choices{};
    std::vector<Block> blocks{};  ///< of a document, or a text with layout: ascending by first row

    /// The block that a row belongs to, or null.
    [[nodiscard]] const Block* block_of(std::uint32_t row) const;
    /// Are rows lines of text, so that a text may go on in the row below?
    [[nodiscard]] bool has_wrapped_rows() const { return places == PlaceStyle::line; }
    [[nodiscard]] std::span<const Cell> cells_of(const Row& row) const {
        return std::span(cells).subspan(row.first, row.count);
    }
    [[nodiscard]] const Row* find_row(std::uint32_t index) const;
    /// The cell at an address, or null.
    [[nodiscard]] const Cell* find(CellAddress at) const;
    [[nodiscard]] bool column_hidden(std::uint32_t column) const;
};

/// Everything a reader found in one document, and nothing that it concluded.
struct Workbook {
    std::string format{};       ///< "xlsx", "csv", "text", ...
    std::string title{};        ///< the document's own title property; may be empty
    std::string description{};  ///< what reading found out: "UTF-8, comma, CRLF"
    std::string delimiter{};    ///< between the values of a line; empty where a file has none
    DateSystem date_system{DateSystem::from_1900};
    StringPool strings{};
    std::vector<NumberFormat> number_formats{NumberFormat{}};
    std::vector<CellStyle> styles{CellStyle{}};
    std::vector<RichText> rich_texts{};  ///< ascending by text handle
    std::vector<Sheet> sheets{};

    [[nodiscard]] const CellStyle& style_of(const Cell& cell) const {
        return styles[cell.style < styles.size() ? cell.style : 0];
    }
    [[nodiscard]] const NumberFormat& format_of(const Cell& cell) const;
    /// Appends the cell as its application displays it.
    void append_displayed(const Cell& cell, std::string& out) const;
    [[nodiscard]] std::string displayed(const Cell& cell) const;
    /// Is the cell a number that its format shows as a calendar day?
    [[nodiscard]] bool is_date(const Cell& cell) const {
        return cell.kind == CellKind::number && format_of(cell).shows_day();
    }
    [[nodiscard]] const RichText* rich_text_of(const Cell& cell) const;
    /// Is all of the cell's text struck through, by its style or by its runs?
    [[nodiscard]] bool is_struck(const Cell& cell) const;
};

}  // namespace tidytracker
