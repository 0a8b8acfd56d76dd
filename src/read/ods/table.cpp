// SPDX-License-Identifier: Apache-2.0
// In: a table element, as a stream. Out: its cells, merges, hidden rows and columns, notes, links,
// lists of choices.
// Repetitions are written out where they hold something; what is blank beyond them is formatting.
#include "read/ods/table.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "model/sheet_builder.hpp"
#include "read/ods/cell.hpp"
#include "read/tally.hpp"

namespace tidytracker::odf {
namespace {

/// A fill that runs over more columns or rows than this colours a sheet, not a cell.
constexpr std::uint32_t k_widest_fill = 64;

class TableReader {
  public:
    TableReader(SharedParts& shared, Sheet& sheet)
        : shared_(shared), sheet_(sheet), cells_(shared), choices_(shared.choices) {}
    void read(XmlScanner& xml);

  private:
    struct Column {
        std::uint32_t last{};
        std::uint16_t style{};
    };
    /// Rows or columns that are kept together, within others.
    struct Group {
        std::size_t depth{};  ///< of its element
        bool hidden{};
    };
    struct Span {
        std::uint32_t column{};
        std::uint32_t columns{};
        std::uint32_t rows{};
    };

    void enter_group(const XmlScanner& xml);
    void leave_groups(std::size_t depth);
    [[nodiscard]] bool is_hidden(const XmlScanner& xml) const;
    [[nodiscard]] std::uint8_t outline() const;
    void read_column(const XmlScanner& xml);
    void read_row(XmlScanner& xml);
    void read_cells(XmlScanner& xml);
    void read_cell(XmlScanner& xml);
    void place(const Cell& cell, std::uint32_t repeated);
    void keep_beside(std::uint32_t column);
    [[nodiscard]] std::uint16_t default_style() const;
    [[nodiscard]] Result<void> place_rows(std::uint32_t repeated, bool hidden);
    void place_spans(std::uint32_t row);

    SharedParts& shared_;
    Sheet& sheet_;
    CellReader cells_;
    ChoiceRanges choices_;
    SheetBuilder builder_{};
    std::vector<Group> groups_{};    ///< that the loop is in
    std::vector<Column> columns_{};  ///< with the style of cells that name none
    std::uint32_t next_column_of_table_{};
    std::uint32_t row_{};
    std::uint32_t column_{};
    std::optional<std::uint16_t> row_style_{};
    std::vector<Cell> row_cells_{};
    std::vector<Span> row_spans_{};
    bool row_has_content_{};
    Tally stale_{};
    Tally outside_{};
};

void TableReader::read(XmlScanner& xml) {
    // Header rows and the like only wrap rows and columns; the loop walks into them.
    constexpr std::array<std::string_view, 4> k_wrappers = {"table-columns", "table-header-columns",
                                                            "table-rows", "table-header-rows"};
    const std::size_t depth = xml.depth();
    while (xml.next_element(depth)) {
        leave_groups(xml.depth());
        if (xml.name() == "table-row") {
            read_row(xml);
        } else if (xml.name() == "table-column") {
            read_column(xml);
        } else if (xml.name() == "table-row-group" || xml.name() == "table-column-group") {
            enter_group(xml);
        } else if (std::ranges::find(k_wrappers, xml.name()) == k_wrappers.end()) {
            xml.skip_element();
        }
    }
    choices_.finish(sheet_.choices);
    builder_.move_into(sheet_);
    report_stale_formulas(stale_, sheet_, shared_.findings);
    report_cells_outside(outside_, sheet_, shared_.findings);
}

void TableReader::enter_group(const XmlScanner& xml) {
    const bool hidden = !groups_.empty() && groups_.back().hidden;
    groups_.push_back({xml.depth(), hidden || xml.raw_attribute("display") == "false"});
}

/// Of the element just opened, whose depth is given, some groups are no parents.
void TableReader::leave_groups(std::size_t depth) {
    while (!groups_.empty() && groups_.back().depth >= depth) groups_.pop_back();
}

/// LibreOffice also marks each row of a collapsed group; other programs say it of the group alone.
bool TableReader::is_hidden(const XmlScanner& xml) const {
    const std::string_view visibility = xml.raw_attribute("visibility");
    return visibility == "collapse" || visibility == "filter" ||
           (!groups_.empty() && groups_.back().hidden);
}

std::uint8_t TableReader::outline() const {
    return static_cast<std::uint8_t>(std::min<std::size_t>(groups_.size(), UINT8_MAX));
}

void TableReader::read_column(const XmlScanner& xml) {
    if (next_column_of_table_ >= k_most_sheet_columns) return;
    const std::uint32_t repeated =
        std::min(repetitions_of(xml.raw_attribute("number-columns-repeated")),
                 k_most_sheet_columns - next_column_of_table_);
    const std::uint32_t last = next_column_of_table_ + repeated - 1;
    const std::string_view style = xml.raw_attribute("default-cell-style-name");
    columns_.push_back({last, shared_.styles.cell_style(style)});
    const bool hidden = is_hidden(xml);
    if (hidden || !groups_.empty()) {
        sheet_.columns.push_back({next_column_of_table_, last, hidden, outline()});
    }
    next_column_of_table_ = last + 1;
}

void TableReader::read_row(XmlScanner& xml) {
    const std::uint32_t repeated = repetitions_of(xml.raw_attribute("number-rows-repeated"));
    const bool hidden = is_hidden(xml);
    const std::string_view style = xml.raw_attribute("default-cell-style-name");
    row_style_.reset();
    if (!style.empty()) row_style_ = shared_.styles.cell_style(style);
    read_cells(xml);
    if (const Result<void> placed = place_rows(repeated, hidden); !placed) {
        return xml.stop(placed.error());
    }
    builder_.expect(xml.share_read());
}

void TableReader::read_cells(XmlScanner& xml) {
    column_ = 0;
    row_cells_.clear();
    row_spans_.clear();
    row_has_content_ = false;
    const std::size_t depth = xml.depth();
    while (xml.next_element(depth)) {
        if (xml.name() == "table-cell" || xml.name() == "covered-table-cell") {
            read_cell(xml);
        } else {
            xml.skip_element();
        }
    }
}

std::uint16_t TableReader::default_style() const {
    if (row_style_) return *row_style_;
    const auto at = std::ranges::lower_bound(columns_, column_, {}, &Column::last);
    return at != columns_.end() ? at->style : shared_.styles.cell_style("");
}

void TableReader::read_cell(XmlScanner& xml) {
    const CellTag tag = read_cell_tag(xml);
    const std::uint32_t columns_spanned = tag.columns_spanned;
    const std::uint32_t rows_spanned = tag.rows_spanned;
    const std::uint32_t repeated = tag.columns_repeated;
    const std::uint32_t list = tag.validation ? shared_.choices.find(*tag.validation) : 0;
    Cell cell{.style = tag.style ? shared_.styles.cell_style(*tag.style) : default_style()};
    cells_.read(xml, tag, cell);
    const std::uint32_t column = column_;
    column_ = column + std::min(repeated, k_most_sheet_columns);
    const bool has_content = cell.kind != CellKind::empty || cell.formula;
    if (column >= k_most_sheet_columns || row_ >= k_most_rows) {
        if (has_content) outside_.add({row_, column});
        column_ = k_most_sheet_columns;
        return;
    }
    if (columns_spanned > 1 || rows_spanned > 1) {
        row_spans_.push_back({column, columns_spanned, rows_spanned});
    }
    const std::uint32_t columns = std::min(repeated, k_most_sheet_columns - column);
    if (list > 0) choices_.add(column, columns, list);
    keep_beside(column);
    if (cell.stale) stale_.add({row_, column});
    row_has_content_ = row_has_content_ || has_content;
    if (has_content || (repeated <= k_widest_fill && shared_.workbook.style_of(cell).fill)) {
        cell.column = static_cast<std::uint16_t>(column);
        place(cell, columns);
    }
}

/// Notes and links belong to the first of repeated cells.
void TableReader::keep_beside(std::uint32_t column) {
    const CellAddress at{row_, column};
    if (!cells_.link().empty()) sheet_.links.push_back({{at, at}, cells_.link()});
    if (!cells_.note()) return;
    sheet_.notes.push_back(*cells_.note());
    sheet_.notes.back().at = at;
}

void TableReader::place(const Cell& cell, std::uint32_t repeated) {
    for (std::uint32_t i = 0; i < repeated; ++i) {
        row_cells_.push_back(cell);
        row_cells_.back().column = static_cast<std::uint16_t>(cell.column + i);
    }
}

Result<void> TableReader::place_rows(std::uint32_t repeated, bool hidden) {
    const std::uint32_t first = row_;
    row_ += std::min(repeated, k_most_rows - std::min(row_, k_most_rows));
    choices_.end_row(first, row_, sheet_.choices);
    const bool blank = row_cells_.empty() || (!row_has_content_ && repeated > k_widest_fill);
    if (blank && row_spans_.empty()) return {};
    const std::uint32_t last = blank ? std::min(row_, first + 1) : row_;
    const std::uint64_t added = std::uint64_t{row_cells_.size()} * (last - first);
    if (const Result<void> booked = shared_.budget.take_cells(added); !booked) return booked;
    const std::uint64_t by_repetition = added - std::min<std::uint64_t>(added, row_cells_.size());
    if (by_repetition > shared_.repeatable_cells) {
        return fail(ErrorKind::too_large, "the file repeats its cells too often (--max-cells)",
                    "a tenth of --max-cells may come from repetition; if you trust the file, "
                    "raise the limit with --max-cells");
    }
    shared_.repeatable_cells -= by_repetition;
    for (std::uint32_t row = first; row < last; ++row) {
        place_spans(row);
        if (blank) continue;
        builder_.start_row(row, hidden, outline());
        for (const Cell& cell : row_cells_) builder_.add(cell);
    }
    return {};
}

void TableReader::place_spans(std::uint32_t row) {
    for (const Span& span : row_spans_) {
        const std::uint32_t columns = std::min(span.columns, k_most_sheet_columns - span.column);
        const std::uint32_t rows = std::min(span.rows, k_most_rows - row);
        sheet_.merged.push_back({{row, span.column}, {row + rows - 1, span.column + columns - 1}});
    }
}

}  // namespace

void read_table(XmlScanner& xml, SharedParts& shared, Sheet& sheet) {
    TableReader(shared, sheet).read(xml);
}

}  // namespace tidytracker::odf
