// SPDX-License-Identifier: Apache-2.0
#include "read/spreadsheetml/sheet.hpp"

#include <algorithm>

#include "base/parse_number.hpp"
#include "model/sheet_builder.hpp"
#include "read/spreadsheetml/cell.hpp"
#include "read/spreadsheetml/choices.hpp"
#include "read/tally.hpp"

namespace tidytracker::spreadsheetml {
namespace {

/// A count in an attribute, no more than a sheet has rows.
std::uint32_t count_in(std::string_view written) {
    return std::min(parse_number<std::uint32_t>(written).value_or(0), k_most_rows);
}

class SheetReader {
  public:
    SheetReader(SharedParts& shared, Sheet& sheet)
        : shared_(shared), sheet_(sheet), cells_(shared) {}
    void read(XmlScanner& xml);

  private:
    void read_table(XmlScanner& xml);
    void read_column(const XmlScanner& xml);
    void read_row(XmlScanner& xml);
    void read_cell(XmlScanner& xml);
    void keep_beside(CellAddress at);
    void read_options(XmlScanner& xml);
    [[nodiscard]] std::uint16_t style_at(std::uint32_t column) const;

    struct Column {
        std::uint32_t first{};
        std::uint32_t last{};
        std::uint16_t style{};
    };

    SharedParts& shared_;
    Sheet& sheet_;
    CellReader cells_;
    SheetBuilder builder_{};
    std::vector<Column> columns_{};  ///< with a style for the cells that name none
    std::uint16_t table_style_{};
    std::optional<std::uint16_t> row_style_{};
    std::uint32_t next_column_of_table_{};
    std::uint32_t row_{};  ///< of the next row element, if that does not say
    std::uint32_t column_{};
    Tally stale_{};
    Tally outside_{};
};

void SheetReader::read(XmlScanner& xml) {
    const std::size_t depth = xml.depth();
    while (xml.next_element(depth)) {
        if (xml.name() == "Table") {
            read_table(xml);
        } else if (xml.name() == "WorksheetOptions") {
            read_options(xml);
        } else if (xml.name() == "DataValidation") {
            read_choices(xml, sheet_.choices);
        } else {
            xml.skip_element();
        }
    }
    builder_.move_into(sheet_);
    report_stale_formulas(stale_, sheet_, shared_.findings);
    report_cells_outside(outside_, sheet_, shared_.findings);
}

void SheetReader::read_options(XmlScanner& xml) {
    const std::size_t depth = xml.depth();
    while (xml.next_element(depth)) {
        if (xml.name() != "Visible") {
            xml.skip_element();
            continue;
        }
        const std::string_view state = xml.element_text();
        if (state == "SheetHidden") sheet_.visibility = Visibility::hidden;
        if (state == "SheetVeryHidden") sheet_.visibility = Visibility::very_hidden;
    }
}

void SheetReader::read_table(XmlScanner& xml) {
    table_style_ = shared_.styles.find(xml.raw_attribute("StyleID"));
    const std::size_t depth = xml.depth();
    while (xml.next_element(depth)) {
        if (xml.name() == "Row") {
            read_row(xml);
        } else {
            if (xml.name() == "Column") read_column(xml);
            xml.skip_element();
        }
    }
}

void SheetReader::read_column(const XmlScanner& xml) {
    const std::uint32_t index = count_in(xml.raw_attribute("Index"));
    const std::uint32_t first = index > 0 ? index - 1 : next_column_of_table_;
    if (first >= k_most_sheet_columns) return;
    const std::uint32_t last =
        std::min(first + count_in(xml.raw_attribute("Span")), k_most_sheet_columns - 1);
    next_column_of_table_ = last + 1;
    if (xml.raw_attribute("Hidden") == "1") sheet_.columns.push_back({first, last, true});
    if (xml.has_attribute("StyleID")) {
        columns_.push_back({first, last, shared_.styles.find(xml.attribute("StyleID"))});
    }
}

std::uint16_t SheetReader::style_at(std::uint32_t column) const {
    if (row_style_) return *row_style_;
    const auto at = std::ranges::find_if(columns_, [column](const Column& span) {
        return span.first <= column && column <= span.last;
    });
    return at != columns_.end() ? at->style : table_style_;
}

void SheetReader::read_row(XmlScanner& xml) {
    const std::uint32_t index = count_in(xml.raw_attribute("Index"));
    if (index > 0) row_ = index - 1;
    const std::uint32_t next = row_ + 1 + count_in(xml.raw_attribute("Span"));
    row_style_.reset();
    if (xml.has_attribute("StyleID")) row_style_ = shared_.styles.find(xml.attribute("StyleID"));
    builder_.start_row(row_, xml.raw_attribute("Hidden") == "1");
    const std::size_t before = builder_.size();
    column_ = 0;
    const std::size_t depth = xml.depth();
    while (xml.next_element(depth)) {
        if (xml.name() == "Cell") {
            read_cell(xml);
        } else {
            xml.skip_element();
        }
    }
    row_ = std::min(next, k_most_rows);
    const Result<void> booked = shared_.budget.take_cells(builder_.size() - before);
    if (!booked) return xml.stop(booked.error());
    builder_.expect(xml.share_read());
}

void SheetReader::read_cell(XmlScanner& xml) {
    const std::uint32_t index = count_in(xml.raw_attribute("Index"));
    if (index > 0) column_ = index - 1;
    const CellAddress at{row_, column_};
    const std::uint32_t across = count_in(xml.raw_attribute("MergeAcross"));
    const std::uint32_t down = count_in(xml.raw_attribute("MergeDown"));
    column_ = std::min(column_ + across + 1, k_most_sheet_columns);
    const std::string_view style = xml.raw_attribute("StyleID");
    Cell cell{.style = style.empty() ? style_at(at.column) : shared_.styles.find(style)};
    cells_.read(xml, cell);
    const bool has_content = cell.kind != CellKind::empty || cell.formula;
    if (at.row >= k_most_rows || at.column >= k_most_sheet_columns) {
        if (has_content) outside_.add(at);
        return;
    }
    if (across > 0 || down > 0) {
        sheet_.merged.push_back({at,
                                 {std::min(at.row + down, k_most_rows - 1),
                                  std::min(at.column + across, k_most_sheet_columns - 1)}});
    }
    keep_beside(at);
    if (cell.stale) stale_.add(at);
    if (!has_content && !shared_.workbook.style_of(cell).fill) return;
    cell.column = static_cast<std::uint16_t>(at.column);
    builder_.add(cell);
}

void SheetReader::keep_beside(CellAddress at) {
    if (!cells_.link().empty()) sheet_.links.push_back({{at, at}, cells_.link()});
    if (!cells_.note()) return;
    sheet_.notes.push_back(*cells_.note());
    sheet_.notes.back().at = at;
}

}  // namespace

void read_sheet(XmlScanner& xml, SharedParts& shared, Sheet& sheet) {
    SheetReader(shared, sheet).read(xml);
}

}  // namespace tidytracker::spreadsheetml
