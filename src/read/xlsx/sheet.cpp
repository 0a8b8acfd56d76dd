// SPDX-License-Identifier: Apache-2.0
// In: a work sheet part, as a stream. Out: its cells, merges, hidden rows and columns, links,
// choices. Never believes `<dimension>`, `spans` or a count; addresses may be missing or in any
// order.
#include "read/xlsx/sheet.hpp"

#include <algorithm>
#include <optional>

#include "base/parse_number.hpp"
#include "read/excel/sheet_cells.hpp"
#include "read/xlsx/cell.hpp"
#include "read/xlsx/regular_cell.hpp"
#include "read/xlsx/tables.hpp"

namespace tidytracker::xlsx {
namespace {

bool is_true(std::string_view written) {
    return written == "1" || written == "true" || written == "on";
}

class SheetReader {
  public:
    SheetReader(const Relationships& relationships, SharedParts& shared, Sheet& sheet)
        : relationships_(relationships),
          shared_(shared),
          sheet_(sheet),
          cells_(shared.workbook, shared.budget),
          cell_reader_(shared) {}

    void read(XmlScanner& xml);

  private:
    void read_columns(XmlScanner& xml);
    void read_rows(XmlScanner& xml);
    void read_row(XmlScanner& xml);
    void read_cell(XmlScanner& xml);
    void read_regular_cells(XmlScanner& xml);
    void set_style(std::uint32_t style, Cell& cell) const;
    void place(CellAddress at, const Cell& cell);
    void read_merges(XmlScanner& xml);
    void read_links(XmlScanner& xml);

    const Relationships& relationships_;
    SharedParts& shared_;
    Sheet& sheet_;
    SheetCells cells_;
    CellReader cell_reader_;
    std::uint32_t row_{};          ///< of the row element
    std::uint32_t next_row_{};     ///< of a row without `r`
    std::uint32_t next_column_{};  ///< of a cell without `r`
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
        } else if (xml.name() == "dataValidation") {
            read_choices(xml, sheet_.choices);
        }
    }
    cells_.move_into(sheet_, shared_.findings);
}

void SheetReader::read_columns(XmlScanner& xml) {
    const std::size_t depth = xml.depth();
    while (xml.next_element(depth)) {
        const auto first = parse_number<std::uint32_t>(xml.raw_attribute("min"));
        const auto last = parse_number<std::uint32_t>(xml.raw_attribute("max"));
        if (!first || !last || *first == 0 || *last < *first) continue;
        const auto outline = parse_number<std::uint8_t>(xml.raw_attribute("outlineLevel"));
        sheet_.columns.push_back({*first - 1, std::min(*last, k_most_sheet_columns) - 1,
                                  is_true(xml.raw_attribute("hidden")), outline.value_or(0)});
    }
}

void SheetReader::read_rows(XmlScanner& xml) {
    const std::size_t depth = xml.depth();
    while (xml.next_element(depth)) {
        if (xml.name() != "row") {
            xml.skip_element();
            continue;
        }
        read_row(xml);
        const Result<void> booked = cells_.book();
        if (!booked) return xml.stop(booked.error());
        if (cells_.can_expect()) cells_.expect(xml.share_read());
    }
}

void SheetReader::read_row(XmlScanner& xml) {
    const auto number = parse_number<std::uint32_t>(xml.raw_attribute("r"));
    row_ = number && *number > 0 ? *number - 1 : next_row_;
    next_row_ = row_ + 1;
    next_column_ = 0;
    cells_.describe_row(row_, is_true(xml.raw_attribute("hidden")),
                        parse_number<std::uint32_t>(xml.raw_attribute("outlineLevel")).value_or(0));
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

void SheetReader::place(CellAddress at, const Cell& cell) {
    cells_.place(at, cell, cell_reader_.lost_string());
    if (!cell_reader_.formula_link().empty()) {
        sheet_.links.push_back({{at, at}, cell_reader_.formula_link()});
    }
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

}  // namespace

void read_sheet(XmlScanner& xml, const Relationships& relationships, SharedParts& shared,
                Sheet& sheet) {
    SheetReader(relationships, shared, sheet).read(xml);
}

}  // namespace tidytracker::xlsx
