// SPDX-License-Identifier: Apache-2.0
// In: a work sheet part, as a stream. Out: its cells, merges, hidden rows and columns, links.
// Never believes `<dimension>`, `spans` or a count; addresses may be missing or in any order.
#include "read/xlsx_sheet.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/parse_number.hpp"
#include "base/text.hpp"
#include "model/sheet_builder.hpp"
#include "read/tally.hpp"
#include "read/xlsx_cell.hpp"
#include "read/xlsx_regular_cell.hpp"

namespace tidytracker::xlsx {
namespace {

bool is_true(std::string_view written) {
    return written == "1" || written == "true" || written == "on";
}

class SheetReader {
  public:
    SheetReader(const Relationships& relationships, SharedParts& shared, Sheet& sheet)
        : relationships_(relationships), shared_(shared), sheet_(sheet), cell_reader_(shared) {}

    void read(XmlScanner& xml);

  private:
    void read_columns(XmlScanner& xml);
    void read_rows(XmlScanner& xml);
    void read_row(XmlScanner& xml);
    void read_cell(XmlScanner& xml);
    void read_regular_cells(XmlScanner& xml);
    void set_style(std::uint32_t style, Cell& cell) const;
    void place(CellAddress at, Cell& cell);
    void read_merges(XmlScanner& xml);
    void read_links(XmlScanner& xml);
    void report() const;

    const Relationships& relationships_;
    SharedParts& shared_;
    Sheet& sheet_;
    CellReader cell_reader_;
    SheetBuilder builder_{};
    std::uint32_t row_{};          ///< of the row element
    std::uint32_t builder_row_{};  ///< that cells are added to at present
    std::uint32_t next_row_{};     ///< of a row without `r`
    std::uint32_t next_column_{};  ///< of a cell without `r`
    bool hidden_{};
    Tally stale_{};
    Tally lost_strings_{};
    Tally outside_{};
};

void SheetReader::read(XmlScanner& xml) {
    while (xml.next_element(0)) {
        if (xml.name() == "cols") {
            read_columns(xml);
        } else if (xml.name() == "sheetData") {
            read_rows(xml);
        } else if (xml.name() == "mergeCells") {
            read_merges(xml);
        } else if (xml.name() == "hyperlinks") {
            read_links(xml);
        }
    }
    builder_.move_into(sheet_);
    report();
}

void SheetReader::read_columns(XmlScanner& xml) {
    const std::size_t depth = xml.depth();
    while (xml.next_element(depth)) {
        const auto first = parse_number<std::uint32_t>(xml.raw_attribute("min"));
        const auto last = parse_number<std::uint32_t>(xml.raw_attribute("max"));
        if (!first || !last || *first == 0 || *last < *first) continue;
        sheet_.columns.push_back({*first - 1, std::min(*last, k_most_columns) - 1,
                                  is_true(xml.raw_attribute("hidden"))});
    }
}

void SheetReader::read_rows(XmlScanner& xml) {
    const std::size_t depth = xml.depth();
    while (xml.next_element(depth)) {
        if (xml.name() != "row") {
            xml.skip_element();
            continue;
        }
        const std::size_t before = builder_.size();
        read_row(xml);
        const Result<void> booked = shared_.budget.take_cells(builder_.size() - before);
        if (!booked) return xml.stop(booked.error());
        builder_.expect(xml.share_read());
    }
}

void SheetReader::read_row(XmlScanner& xml) {
    const auto number = parse_number<std::uint32_t>(xml.raw_attribute("r"));
    row_ = number && *number > 0 ? *number - 1 : next_row_;
    next_row_ = row_ + 1;
    next_column_ = 0;
    hidden_ = is_true(xml.raw_attribute("hidden"));
    builder_row_ = row_;
    builder_.start_row(row_, hidden_);
    const std::size_t depth = xml.depth();
    for (;;) {
        read_regular_cells(xml);
        if (!xml.next_element(depth)) return;
        if (xml.name() == "c") {
            read_cell(xml);
        } else {
            xml.skip_element();
        }
    }
}

void SheetReader::read_regular_cells(XmlScanner& xml) {
    while (const std::optional<RegularCell> regular = regular_cell(xml.ahead())) {
        Cell cell;
        set_style(regular->style, cell);
        cell_reader_.read_plain(regular->value, regular->type, cell);
        next_column_ = regular->at.column + 1;
        place(regular->at, cell);
        xml.advance(regular->size);
    }
}

void SheetReader::set_style(std::uint32_t style, Cell& cell) const {
    if (style < shared_.workbook.styles.size()) cell.style = static_cast<std::uint16_t>(style);
}

void SheetReader::read_cell(XmlScanner& xml) {
    Cell cell;
    CellType type = CellType::number;
    std::optional<CellAddress> at;
    for (const XmlScanner::Attribute& attribute : xml.attributes()) {
        if (attribute.name == "r") {
            at = address_from_a1(attribute.value);
        } else if (attribute.name == "s") {
            set_style(parse_number<std::uint32_t>(attribute.value).value_or(0), cell);
        } else if (attribute.name == "t") {
            type = cell_type(attribute.value);
        }
    }
    if (!at) at = CellAddress{row_, next_column_};
    next_column_ = at->column + 1;
    cell_reader_.read(xml, type, cell);
    place(*at, cell);
}

/// Empty cells are kept where their fill may mean something, or a formula has lost its value.
void SheetReader::place(CellAddress at, Cell& cell) {
    if (at.row >= k_most_rows || at.column >= k_most_columns) {
        if (cell.kind != CellKind::empty) outside_.add(at);
        return;
    }
    if (cell_reader_.lost_string()) lost_strings_.add(at);
    if (cell.stale) stale_.add(at);
    if (!cell_reader_.formula_link().empty()) {
        sheet_.links.push_back({{at, at}, cell_reader_.formula_link()});
    }
    if (cell.kind == CellKind::empty && !cell.formula && !shared_.workbook.style_of(cell).fill) {
        return;
    }
    if (at.row != builder_row_) {
        builder_.start_row(at.row, at.row == row_ && hidden_);
        builder_row_ = at.row;
    }
    cell.column = static_cast<std::uint16_t>(at.column);
    builder_.add(cell);
}

void SheetReader::read_merges(XmlScanner& xml) {
    const std::size_t depth = xml.depth();
    while (xml.next_element(depth)) {
        const auto range = range_from_a1(xml.raw_attribute("ref"));
        if (range && range->first != range->last) sheet_.merged.push_back(*range);
    }
}

/// A link leads out of the file by its relationship, into it by its location, or both.
void SheetReader::read_links(XmlScanner& xml) {
    const std::size_t depth = xml.depth();
    while (xml.next_element(depth)) {
        const auto range = range_from_a1(xml.raw_attribute("ref"));
        const auto* relationship = find_by_id(relationships_, xml.attribute("id"));
        const std::string location = xml.attribute("location");
        std::string target = relationship != nullptr ? relationship->target : "";
        if (!location.empty()) target += "#" + location;
        if (range && !target.empty()) sheet_.links.push_back({*range, std::move(target)});
    }
}

void SheetReader::report() const {
    report_stale_formulas(stale_, sheet_, shared_.findings);
    lost_strings_.report(sheet_,
                         {.rule = "bad-shared-string",
                          .severity = Severity::error,
                          .message = fmt::format("the text of {} is not in the file",
                                                 count_of(lost_strings_.count(), "cell")),
                          .help = "open the file in a spreadsheet program and save it anew"},
                         shared_.findings);
    report_cells_outside(outside_, sheet_, shared_.findings);
}

}  // namespace

void read_sheet(XmlScanner& xml, const Relationships& relationships, SharedParts& shared,
                Sheet& sheet) {
    SheetReader(relationships, shared, sheet).read(xml);
}

}  // namespace tidytracker::xlsx
