// SPDX-License-Identifier: Apache-2.0
#include "write/ods/content.hpp"

#include <tidytracker/workbook.hpp>

#include <algorithm>

#include "base/calendar.hpp"
#include "base/shape.hpp"
#include "base/text.hpp"
#include "write/ods/formula.hpp"
#include "write/ods/parts.hpp"
#include "write/plan/sheet_layout.hpp"

namespace tidytracker::ods {
namespace {

using std::string_view;

/// Of a digit in Liberation Sans 10, which LibreOffice always has, in centimetres.
constexpr double k_character_width = 0.2;

/// "c2-5": the look of the sixth column of the third sheet, and its list of choices.
std::string column_name(std::size_t sheet, std::size_t column) {
    return fmt::format("c{}-{}", sheet, column);
}

/// What a style of its own can say: whether a mark applies, and the look that it is based on.
void append_marked_style(const PlannedColumn& column, string_view name, std::string& out) {
    append(out,
           "<style:style style:name=\"{}\" style:family=\"table-cell\" "
           "style:parent-style-name=\"text\">",
           name);
    for (const Mark& mark : column.marks) {
        append(out,
               "<style:map style:condition=\"cell-content()=&quot;{}&quot;\" "
               "style:apply-style-name=\"{}\"/>",
               xml_attribute(mark.word), tone_style(mark.tone));
    }
    out += "</style:style>";
}

void append_automatic_styles(const WorkbookPlan& plan, std::string& out) {
    out += "<office:automatic-styles>";
    append(out,
           "<style:style style:name=\"row\" style:family=\"table-row\">"
           "<style:table-row-properties style:use-optimal-row-height=\"true\"/></style:style>"
           "<style:style style:name=\"sheet\" style:family=\"table\" "
           "style:master-page-name=\"Default\"/>");
    for (std::size_t i = 0; i < plan.sheets.size(); ++i) {
        const PlannedSheet& sheet = plan.sheets[i];
        const std::vector<int> widths = column_widths(sheet);
        for (std::size_t j = 0; j < sheet.columns.size(); ++j) {
            append(out,
                   "<style:style style:name=\"w{}\" style:family=\"table-column\">"
                   "<style:table-column-properties style:column-width=\"{:.2f}cm\"/></style:style>",
                   column_name(i, j), widths[j] * k_character_width);
            if (!sheet.columns[j].marks.empty()) {
                append_marked_style(sheet.columns[j], column_name(i, j), out);
            }
        }
    }
    out += "</office:automatic-styles>";
}

CellAddress first_cell(const PlannedSheet& sheet, std::size_t column) {
    return {static_cast<std::uint32_t>(rows_above(sheet)), static_cast<std::uint32_t>(column)};
}

void append_validations(const WorkbookPlan& plan, std::string& out) {
    std::string lists;
    for (std::size_t i = 0; i < plan.sheets.size(); ++i) {
        const PlannedSheet& sheet = plan.sheets[i];
        for (std::size_t j = 0; j < sheet.columns.size(); ++j) {
            const std::vector<std::string>& choices = sheet.columns[j].choices;
            if (choices.empty()) continue;
            append(lists,
                   "<table:content-validation table:name=\"{}\" table:condition=\"of:"
                   "cell-content-is-in-list(&quot;{}&quot;)\" table:base-cell-address=\"{}\">"
                   "<table:error-message table:title=\"Not in the list\"><text:p>Choose one of: {}"
                   "</text:p></table:error-message></table:content-validation>",
                   column_name(i, j), join(choices, "&quot;;&quot;"),
                   xml_attribute(address_of(sheet, first_cell(sheet, j))), join(choices, ", "));
        }
    }
    if (lists.empty()) return;
    append(out, "<table:content-validations>{}</table:content-validations>", lists);
}

/// Text with its runs of spaces and its tabs as elements: plain ones are white space of XML, which
/// is read as one space (ODF 1.3 part 3, 6.1.2).
void append_spaced(string_view line, std::string& out) {
    std::size_t from = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool tab = line[i] == '\t';
        const bool gap = line[i] == ' ' && (i == 0 || line[i - 1] == ' ' || i + 1 == line.size());
        if (!tab && !gap) continue;
        append_xml(line.substr(from, i - from), out);
        out += tab ? "<text:tab/>" : "<text:s/>";
        from = i + 1;
    }
    append_xml(line.substr(from), out);
}

void append_paragraphs(string_view text, string_view link, std::string& out) {
    const std::string plain = xml_characters(text);
    for (const string_view line : split(plain, '\n')) {
        out += "<text:p>";
        if (!link.empty()) append(out, "<text:a xlink:type=\"simple\" xlink:href=\"{}\">", link);
        append_spaced(line, out);
        out += link.empty() ? "</text:p>" : "</text:a></text:p>";
    }
}

class SheetContent {
  public:
    SheetContent(const WorkbookPlan& workbook, std::size_t number, std::string& out)
        : workbook_(workbook), plan_(workbook.sheets[number]), number_(number), out_(out) {}

    void append_all() {
        append(out_, "<table:table table:name=\"{}\" table:style-name=\"sheet\">",
               xml_attribute(xml_characters(plan_.name)));
        for (std::size_t i = 0; i < plan_.columns.size(); ++i) {
            append(out_, "<table:table-column table:style-name=\"w{}\"/>", column_name(number_, i));
        }
        append_line(plan_.title, "title");
        for (const std::string& note : plan_.notes) append_note(note);
        append_header();
        for (const PlannedRow& row : plan_.rows) append_row(row);
        append_blank_rows();
        out_ += "</table:table>";
    }

  private:
    void open_cell(string_view style) {
        append(out_, "<table:table-cell table:style-name=\"{}\"", style);
    }
    void append_text(string_view text, string_view link = {}) {
        out_ += " office:value-type=\"string\">";
        append_paragraphs(text, link, out_);
        out_ += "</table:table-cell>";
    }
    void append_line(string_view text, string_view style) {
        out_ += "<table:table-row table:style-name=\"row\">";
        open_cell(style);
        append_text(text);
        out_ += "</table:table-row>";
    }
    void append_note(const std::string& note) {
        const bool dated = &note == plan_.notes.data() && day_from_iso(plan_.note_day);
        if (!dated) return append_line(note, "Default");
        out_ += "<table:table-row table:style-name=\"row\">";
        open_cell("Default");
        append_text(note);
        open_cell("day");
        append_day(plan_.note_day);
        out_ += "</table:table-row>";
    }
    void append_day(string_view iso) {
        append(out_, " office:value-type=\"date\" office:date-value=\"{}\"/>", iso);
    }
    /// Repeated on each printed page.
    void append_header() {
        out_ += "<table:table-header-rows><table:table-row table:style-name=\"row\">";
        for (const std::string& caption : table_captions(plan_)) {
            open_cell("header");
            append_text(caption);
        }
        out_ += "</table:table-row></table:table-header-rows>";
    }
    /// What a cell of the column looks like unless it holds a link.
    [[nodiscard]] std::string style_of(std::size_t column, bool day) const {
        const PlannedColumn& planned = plan_.columns[column];
        if (!planned.marks.empty()) return column_name(number_, column);
        return day ? "day" : "text";
    }
    void open_value_cell(std::size_t column, string_view style) {
        open_cell(style);
        if (plan_.columns[column].choices.empty()) return;
        append(out_, " table:content-validation-name=\"{}\"", column_name(number_, column));
    }
    void append_row(const PlannedRow& row) {
        out_ += "<table:table-row table:style-name=\"row\">";
        for (std::size_t i = 0; i < row.size(); ++i) append_cell(i, row[i]);
        out_ += "</table:table-row>";
        ++row_;
    }
    /// Cells come in the order of the formulas.
    void append_formula(std::size_t column) {
        if (formula_ == plan_.formulas.end() || formula_->row != row_ ||
            formula_->column != column) {
            return;
        }
        append(out_, " table:formula=\"{}\"",
               xml_attribute(open_formula(formula_->text, workbook_)));
        ++formula_;
    }
    void append_blank_rows() {
        if (plan_.blank_rows == 0 && !plan_.rows.empty()) return;
        append(out_, "<table:table-row table:style-name=\"row\" table:number-rows-repeated=\"{}\">",
               std::max<std::size_t>(plan_.blank_rows, 1));
        for (std::size_t i = 0; i < plan_.columns.size(); ++i) {
            open_value_cell(i, style_of(i, plan_.columns[i].days));
            out_ += "/>";
        }
        out_ += "</table:table-row>";
    }
    void append_cell(std::size_t column, const PlannedCell& cell) {
        const bool day = cell.kind == PlannedCell::Kind::day && day_from_iso(cell.text);
        if (cell.text.empty()) {
            open_value_cell(column, style_of(column, plan_.columns[column].days));
            out_ += "/>";
        } else if (day) {
            open_value_cell(column, style_of(column, true));
            append_day(cell.text);
        } else if (cell.kind == PlannedCell::Kind::number && whole_number(cell.text) >= 0) {
            open_value_cell(column, style_of(column, false));
            append_formula(column);
            append(out_, " office:value-type=\"float\" office:value=\"{}\"/>", cell.text);
        } else {
            const std::string link = address_of_link(cell.link);
            open_value_cell(column, link.empty() ? style_of(column, false) : "link");
            append_text(cell.text, link);
        }
    }
    [[nodiscard]] static std::string address_of_link(string_view link) {
        if (link.starts_with('#')) return xml_attribute(fmt::format("{}.A1", link));
        return is_web_address(link) ? xml_attribute(link) : std::string();
    }

    const WorkbookPlan& workbook_;
    const PlannedSheet& plan_;
    std::size_t number_;
    std::string& out_;
    std::size_t row_{};
    std::vector<PlannedFormula>::const_iterator formula_{plan_.formulas.begin()};
};

void append_filters(const WorkbookPlan& plan, std::string& out) {
    out += "<table:database-ranges>";
    for (const PlannedSheet& sheet : plan.sheets) {
        const CellAddress first{static_cast<std::uint32_t>(rows_above(sheet) - 1), 0};
        const std::size_t rows = std::max<std::size_t>(sheet.rows.size() + sheet.blank_rows, 1);
        const CellAddress last{static_cast<std::uint32_t>(first.row + rows),
                               static_cast<std::uint32_t>(sheet.columns.size() - 1)};
        append(out,
               "<table:database-range table:name=\"{}\" table:target-range-address=\"{}:{}\" "
               "table:display-filter-buttons=\"true\"/>",
               xml_attribute(replace_all(sheet.name, " ", "_")),
               xml_attribute(address_of(sheet, first)), xml_attribute(address_of(sheet, last)));
    }
    out += "</table:database-ranges>";
}

}  // namespace

std::string content_part(const WorkbookPlan& plan) {
    std::string out;
    open_root("office:document-content", out);
    append_automatic_styles(plan, out);
    out += "<office:body><office:spreadsheet>";
    append_validations(plan, out);
    for (std::size_t i = 0; i < plan.sheets.size(); ++i) {
        SheetContent(plan, i, out).append_all();
    }
    append_filters(plan, out);
    return out + "</office:spreadsheet></office:body></office:document-content>";
}

}  // namespace tidytracker::ods
