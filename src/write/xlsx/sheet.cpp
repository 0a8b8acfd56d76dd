// SPDX-License-Identifier: Apache-2.0
// One sheet as the XML of SpreadsheetML (ECMA-376 part 1, 18.3.1.99). The order of the elements is
// fixed by its schema; Excel takes a file for damaged that has another.
#include "write/xlsx/sheet.hpp"

#include <tidytracker/workbook.hpp>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/calendar.hpp"
#include "base/text.hpp"
#include "write/plan/sheet_layout.hpp"
#include "write/xlsx/charts.hpp"
#include "write/xlsx/parts.hpp"

namespace tidytracker {
namespace {

using std::string_view;

/// Excel's limit for web addresses in one sheet.
constexpr std::size_t k_most_addresses = 65'530;
constexpr int k_line_height = 15;
constexpr int k_tallest_row = 409;
/// What Excel adds to the characters of a column for its edges, in Calibri 11.
constexpr double k_edges = 5.0 / 7.0;

void append_number(std::size_t number, std::string& out) {
    const fmt::format_int digits(number);
    out.append(digits.data(), digits.size());
}

/// The number that Excel holds for a day; it counts none before 1900.
std::optional<std::size_t> excel_day(string_view iso) {
    const auto day = day_from_iso(iso);
    const double serial = day ? serial_from_day(*day, DateSystem::from_1900) : 0;
    return serial >= 1 ? std::optional(static_cast<std::size_t>(serial)) : std::nullopt;
}

class SheetXml {
  public:
    SheetXml(const PlannedSheet& plan, std::size_t number, SharedStrings& strings)
        : plan_(plan),
          number_(number),
          strings_(strings),
          captions_(table_captions(plan)),
          widths_(column_widths(plan)),
          letters_(letters_of(plan)) {}

    SheetParts parts() {
        append_views();
        append_columns();
        append_rows();
        append_marks();
        append_choices();
        if (!links_.empty()) append(out_, "<hyperlinks>{}</hyperlinks>", links_);
        append_page();
        if (!plan_.charts.empty()) append_drawing_relation(number_, relations_);
        relations_ += "</Relationships>";
        return {.sheet = std::move(out_), .table = table(), .relations = std::move(relations_)};
    }

  private:
    static std::vector<std::string> letters_of(const PlannedSheet& plan) {
        std::vector<std::string> letters;
        for (std::size_t i = 0; i < plan.columns.size(); ++i) {
            letters.push_back(column_letters(static_cast<std::uint32_t>(i)));
        }
        return letters;
    }
    /// Rows are counted from 1 here, as the file does.
    [[nodiscard]] std::size_t header_row() const { return rows_above(plan_); }
    [[nodiscard]] std::size_t first_row() const { return header_row() + 1; }
    /// A table has at least one row, be it blank.
    [[nodiscard]] std::size_t last_row() const {
        return header_row() + std::max<std::size_t>(plan_.rows.size() + plan_.blank_rows, 1);
    }
    [[nodiscard]] std::string table_range() const {
        return fmt::format("A{}:{}{}", header_row(), letters_.back(), last_row());
    }
    [[nodiscard]] std::string column_range(std::size_t column) const {
        return fmt::format("{0}{1}:{0}{2}", letters_[column], first_row(), last_row());
    }

    void append_views() {
        append(out_,
               "<worksheet xmlns=\"{}\" xmlns:r=\"{}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/>"
               "</sheetPr><dimension ref=\"A1:{}{}\"/><sheetViews>",
               k_sheet_namespace, k_relation_namespace, letters_.back(), last_row());
        const std::size_t fixed = plan_.fixed_columns;
        const std::string corner = fmt::format("{}{}", letters_[fixed], first_row());
        append(out_, "<sheetView {}workbookViewId=\"0\"><pane ",
               number_ == 1 ? "tabSelected=\"1\" " : "");
        if (fixed > 0) append(out_, "xSplit=\"{}\" ", fixed);
        const string_view pane = fixed > 0 ? "bottomRight" : "bottomLeft";
        append(out_,
               "ySplit=\"{0}\" topLeftCell=\"{1}\" activePane=\"{2}\" state=\"frozen\"/>"
               "<selection pane=\"{2}\" activeCell=\"{1}\" sqref=\"{1}\"/></sheetView></sheetViews>"
               "<sheetFormatPr defaultRowHeight=\"{3}\"/>",
               header_row(), corner, pane, k_line_height);
    }

    void append_columns() {
        out_ += "<cols>";
        for (std::size_t i = 0; i < widths_.size(); ++i) {
            append(out_, "<col min=\"{0}\" max=\"{0}\" width=\"{1:.4f}\" customWidth=\"1\"/>",
                   i + 1, widths_[i] + k_edges);
        }
        out_ += "</cols>";
    }

    void append_rows() {
        out_ += "<sheetData>";
        append_line(1, plan_.title, CellLook::title);
        append_notes();
        append_header();
        std::size_t row = first_row();
        for (const PlannedRow& cells : plan_.rows) {
            open_row(row, line_count(cells, widths_));
            for (std::size_t i = 0; i < cells.size(); ++i) append_cell(row, i, cells[i]);
            out_ += "</row>";
            ++row;
        }
        for (; row <= last_row(); ++row) append_blank_row(row);
        out_ += "</sheetData>";
    }
    /// The height is what Excel would find, without the mark of one that a person chose
    /// (customHeight): Excel goes on fitting the row, and programs that fit none show it right.
    void open_row(std::size_t row, int lines) {
        out_ += "<row r=\"";
        append_number(row, out_);
        if (lines > 1) {
            const int height = std::min(k_line_height * lines, k_tallest_row);
            append(out_, "\" ht=\"{}", height);
        }
        out_ += "\">";
    }
    void append_line(std::size_t row, string_view text, CellLook look) {
        append(out_, "<row r=\"{}\">", row);
        append_text(row, 0, text, look);
        out_ += "</row>";
    }
    void append_notes() {
        for (std::size_t i = 0; i < plan_.notes.size(); ++i) {
            const std::size_t row = i + 2;
            append(out_, "<row r=\"{}\">", row);
            append_text(row, 0, plan_.notes[i], CellLook::plain);
            const auto day = i == 0 ? excel_day(plan_.note_day) : std::nullopt;
            if (day) append_value(row, 1, *day, CellLook::day);
            out_ += "</row>";
        }
    }
    void append_header() {
        PlannedRow header;
        for (const std::string& caption : captions_) header.push_back({.text = caption});
        open_row(header_row(), line_count(header, widths_));
        for (std::size_t i = 0; i < captions_.size(); ++i) {
            append_text(header_row(), i, captions_[i], CellLook::header);
        }
        out_ += "</row>";
    }
    void append_blank_row(std::size_t row) {
        open_row(row, 1);
        for (std::size_t i = 0; i < plan_.columns.size(); ++i) {
            open_cell(row, i, plan_.columns[i].days ? CellLook::day : CellLook::text);
            out_ += "/>";
        }
        out_ += "</row>";
    }

    void open_cell(std::size_t row, std::size_t column, CellLook look) {
        out_ += "<c r=\"";
        out_ += letters_[column];
        append_number(row, out_);
        out_ += "\" s=\"";
        append_number(static_cast<std::size_t>(look), out_);
        out_ += '"';
    }
    void append_text(std::size_t row, std::size_t column, string_view text, CellLook look) {
        open_cell(row, column, look);
        out_ += " t=\"s\"><v>";
        append_number(strings_.index_of(text), out_);
        out_ += "</v></c>";
    }
    void append_value(std::size_t row, std::size_t column, std::size_t value, CellLook look) {
        open_cell(row, column, look);
        out_ += '>';
        append_formula(row, column);
        out_ += "<v>";
        append_number(value, out_);
        out_ += "</v></c>";
    }
    /// The cell's formula if it has one; cells come in the order of the formulas.
    void append_formula(std::size_t row, std::size_t column) {
        if (formula_ == plan_.formulas.end() || formula_->row + first_row() != row ||
            formula_->column != column) {
            return;
        }
        out_ += "<f>";
        append_xml(formula_->text, out_);
        out_ += "</f>";
        ++formula_;
    }
    void append_cell(std::size_t row, std::size_t column, const PlannedCell& cell) {
        if (cell.text.empty()) {
            open_cell(row, column, plan_.columns[column].days ? CellLook::day : CellLook::text);
            out_ += "/>";
            return;
        }
        if (cell.kind == PlannedCell::Kind::day) {
            if (const auto day = excel_day(cell.text)) {
                append_value(row, column, *day, CellLook::day);
                return;
            }
        }
        std::size_t number = 0;
        const char* end = cell.text.data() + cell.text.size();
        if (cell.kind == PlannedCell::Kind::number &&
            std::from_chars(cell.text.data(), end, number).ptr == end) {
            append_value(row, column, number, CellLook::text);
            return;
        }
        const bool linked = !cell.link.empty() && append_link(row, column, cell.link);
        append_text(row, column, cell.text, linked ? CellLook::link : CellLook::text);
    }

    /// False if Excel would not take the link.
    bool append_link(std::size_t row, std::size_t column, string_view link) {
        if (link.starts_with('#')) {
            append(links_, "<hyperlink ref=\"{}{}\" location=\"'{}'!A1\"/>", letters_[column], row,
                   xml_attribute(link.substr(1)));
            return true;
        }
        if (!is_web_address(link) || addresses_ == k_most_addresses) return false;
        ++addresses_;
        // The first relation is the table.
        append(links_, "<hyperlink ref=\"{}{}\" r:id=\"rId{}\"/>", letters_[column], row,
               addresses_ + 1);
        append(relations_,
               "<Relationship Id=\"rId{}\" Type=\"{}/hyperlink\" Target=\"{}\" "
               "TargetMode=\"External\"/>",
               addresses_ + 1, k_relation_namespace, xml_attribute(link));
        return true;
    }

    void append_marks() {
        std::size_t priority = 0;
        for (std::size_t i = 0; i < plan_.columns.size(); ++i) {
            const std::vector<Mark>& marks = plan_.columns[i].marks;
            if (marks.empty()) continue;
            append(out_, "<conditionalFormatting sqref=\"{}\">", column_range(i));
            for (const Mark& mark : marks) {
                append(out_,
                       "<cfRule type=\"cellIs\" dxfId=\"{}\" priority=\"{}\" operator=\"equal\">"
                       "<formula>\"{}\"</formula></cfRule>",
                       static_cast<int>(mark.tone), ++priority, mark.word);
            }
            out_ += "</conditionalFormatting>";
        }
    }

    void append_choices() {
        std::string lists;
        std::size_t count = 0;
        for (std::size_t i = 0; i < plan_.columns.size(); ++i) {
            const std::vector<std::string>& choices = plan_.columns[i].choices;
            if (choices.empty()) continue;
            ++count;
            append(lists,
                   "<dataValidation type=\"list\" allowBlank=\"1\" showInputMessage=\"1\" "
                   "showErrorMessage=\"1\" errorTitle=\"Not in the list\" error=\"Choose one of: "
                   "{}\" sqref=\"{}\"><formula1>\"{}\"</formula1></dataValidation>",
                   join(choices, ", "), column_range(i), join(choices, ","));
        }
        if (count > 0) {
            append(out_, "<dataValidations count=\"{}\">{}</dataValidations>", count, lists);
        }
    }

    void append_page() {
        append(out_,
               "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.4\" bottom=\"0.6\" header=\"0.3\" "
               "footer=\"0.3\"/><pageSetup paperSize=\"9\" fitToHeight=\"{}\" "
               "orientation=\"landscape\"/><headerFooter><oddFooter>&amp;L&amp;A&amp;RPage &amp;P "
               "of &amp;N</oddFooter></headerFooter><ignoredErrors><ignoredError sqref=\"{}\" "
               "numberStoredAsText=\"1\"{}/></ignoredErrors>{}<tableParts count=\"1\"><tablePart "
               "r:id=\"rId1\"/></tableParts></worksheet>",
               // Charts that a page break cuts show nothing.
               plan_.charts.empty() ? 0 : 1, table_range(),
               plan_.formulas.empty() ? "" : " formula=\"1\"",
               plan_.charts.empty() ? "" : "<drawing r:id=\"drawing\"/>");
    }

    [[nodiscard]] std::string table() const {
        std::string out(k_xml_head);
        // Its name is also a name in formulas, which have no spaces.
        const std::string name = replace_all(plan_.name, " ", "_");
        append(out,
               "<table xmlns=\"{0}\" id=\"{1}\" name=\"{2}\" displayName=\"{2}\" ref=\"{3}\" "
               "totalsRowShown=\"0\"><autoFilter ref=\"{3}\"/><tableColumns count=\"{4}\">",
               k_sheet_namespace, number_, name, table_range(), captions_.size());
        for (std::size_t i = 0; i < captions_.size(); ++i) {
            append(out, "<tableColumn id=\"{}\" name=\"{}\"/>", i + 1, xml_attribute(captions_[i]));
        }
        return out + "</tableColumns></table>";
    }

    const PlannedSheet& plan_;
    std::size_t number_;
    SharedStrings& strings_;
    std::vector<std::string> captions_;
    std::vector<int> widths_;
    std::vector<std::string> letters_;
    std::string out_{k_xml_head};
    std::string links_{};
    std::string relations_{first_relation()};
    std::size_t addresses_{};
    std::vector<PlannedFormula>::const_iterator formula_{plan_.formulas.begin()};

    [[nodiscard]] std::string first_relation() const {
        return fmt::format(
            "{}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
            "relationships\"><Relationship Id=\"rId1\" Type=\"{}/table\" "
            "Target=\"../tables/table{}.xml\"/>",
            k_xml_head, k_relation_namespace, number_);
    }
};

}  // namespace

SheetParts sheet_parts(const PlannedSheet& sheet, std::size_t number, SharedStrings& strings) {
    return SheetXml(sheet, number, strings).parts();
}

}  // namespace tidytracker
