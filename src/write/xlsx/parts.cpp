// SPDX-License-Identifier: Apache-2.0
#include "write/xlsx/parts.hpp"

#include <array>
#include <iterator>

#include <fmt/format.h>

#include "base/calendar.hpp"
#include "write/excel_text.hpp"
#include "write/plan/palette.hpp"
#include "write/xlsx/charts.hpp"

namespace tidytracker {
namespace {

using std::string_view;

constexpr string_view k_package = "http://schemas.openxmlformats.org/package/2006";
constexpr string_view k_document_types =
    "application/vnd.openxmlformats-officedocument.spreadsheetml";

void append_font(string_view marks, int size, string_view colour, std::string& out) {
    append(out,
           "<font>{}<sz val=\"{}\"/><color rgb=\"FF{}\"/><name val=\"Calibri\"/><family val=\"2\"/>"
           "</font>",
           marks, size, colour);
}

/// One of CellLook.
struct Look {
    int number_format{};
    int font{};
    int fill{};
    bool cell{};  ///< with a frame, wrapped, at the top left
};
constexpr int k_day_format = 164;  // the first that is not built in
constexpr std::array<Look, 6> k_looks{{
    {0, 0, 0, false},            // plain
    {0, 1, 0, false},            // title
    {0, 2, 2, true},             // header
    {0, 3, 0, true},             // link
    {0, 0, 0, true},             // text
    {k_day_format, 0, 0, true},  // day
}};

void append_look(const Look& look, std::string& out) {
    append(out,
           "<xf numFmtId=\"{}\" fontId=\"{}\" fillId=\"{}\" borderId=\"{}\" xfId=\"0\" "
           "applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\"",
           look.number_format, look.font, look.fill, look.cell ? 1 : 0);
    out += look.cell ? " applyAlignment=\"1\"><alignment horizontal=\"left\" vertical=\"top\" "
                       "wrapText=\"1\"/></xf>"
                     : "/>";
}

void append_borders(std::string& out) {
    out +=
        "<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border>";
    for (const string_view side : {"left", "right", "top", "bottom"}) {
        append(out, "<{0} style=\"thin\"><color rgb=\"FF{1}\"/></{0}>", side, k_grid);
    }
    out += "<diagonal/></border></borders>";
}

}  // namespace

std::string content_types_part(const WorkbookPlan& plan) {
    const std::size_t sheets = plan.sheets.size();
    std::string out(k_xml_head);
    append(out,
           "<Types xmlns=\"{0}/content-types\">"
           "<Default Extension=\"rels\" "
           "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
           "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
           "<Override PartName=\"/docProps/app.xml\" ContentType=\"application/"
           "vnd.openxmlformats-officedocument.extended-properties+xml\"/>"
           "<Override PartName=\"/docProps/core.xml\" "
           "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
           "<Override PartName=\"/xl/workbook.xml\" ContentType=\"{1}.sheet.main+xml\"/>"
           "<Override PartName=\"/xl/styles.xml\" ContentType=\"{1}.styles+xml\"/>"
           "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"{1}.sharedStrings+xml\"/>",
           k_package, k_document_types);
    for (std::size_t i = 1; i <= sheets; ++i) {
        append(out,
               "<Override PartName=\"/xl/worksheets/sheet{0}.xml\" "
               "ContentType=\"{1}.worksheet+xml\"/>"
               "<Override PartName=\"/xl/tables/table{0}.xml\" ContentType=\"{1}.table+xml\"/>",
               i, k_document_types);
    }
    append_chart_types(plan, out);
    return out + "</Types>";
}

std::string package_relations_part() {
    return fmt::format(
        "{0}<Relationships xmlns=\"{1}/relationships\">"
        "<Relationship Id=\"rId1\" Type=\"{2}/officeDocument\" Target=\"xl/workbook.xml\"/>"
        "<Relationship Id=\"rId2\" Type=\"{1}/relationships/metadata/core-properties\" "
        "Target=\"docProps/core.xml\"/>"
        "<Relationship Id=\"rId3\" Type=\"{2}/extended-properties\" Target=\"docProps/app.xml\"/>"
        "</Relationships>",
        k_xml_head, k_package, k_relation_namespace);
}

std::string workbook_relations_part(std::size_t sheets) {
    std::string out(k_xml_head);
    append(out, "<Relationships xmlns=\"{}/relationships\">", k_package);
    for (std::size_t i = 1; i <= sheets; ++i) {
        append(out,
               "<Relationship Id=\"rId{0}\" Type=\"{1}/worksheet\" "
               "Target=\"worksheets/sheet{0}.xml\"/>",
               i, k_relation_namespace);
    }
    append(out, "<Relationship Id=\"rId{}\" Type=\"{}/styles\" Target=\"styles.xml\"/>", sheets + 1,
           k_relation_namespace);
    append(out,
           "<Relationship Id=\"rId{}\" Type=\"{}/sharedStrings\" Target=\"sharedStrings.xml\"/>",
           sheets + 2, k_relation_namespace);
    return out + "</Relationships>";
}

std::string workbook_part(const WorkbookPlan& plan) {
    std::string out(k_xml_head);
    append(out, "<workbook xmlns=\"{}\" xmlns:r=\"{}\"><bookViews><workbookView/></bookViews>",
           k_sheet_namespace, k_relation_namespace);
    std::string sheets;
    std::string titles;
    for (std::size_t i = 0; i < plan.sheets.size(); ++i) {
        const PlannedSheet& sheet = plan.sheets[i];
        const std::string name = xml_attribute(sheet.name);
        append(sheets, "<sheet name=\"{0}\" sheetId=\"{1}\" r:id=\"rId{1}\"/>", name, i + 1);
        append(titles,
               "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{0}\">'{1}'!${2}:${2}"
               "</definedName>",
               i, name, rows_above(sheet));
    }
    append(out, "<sheets>{}</sheets><definedNames>{}</definedNames></workbook>", sheets, titles);
    return out;
}

std::string styles_part() {
    std::string out(k_xml_head);
    append(out,
           "<styleSheet xmlns=\"{}\"><numFmts count=\"1\">"
           "<numFmt numFmtId=\"{}\" formatCode=\"dd mmm yyyy\"/></numFmts><fonts count=\"4\">",
           k_sheet_namespace, k_day_format);
    append_font("", 11, "000000", out);
    append_font("<b/>", 16, "000000", out);
    append_font("<b/>", 11, "FFFFFF", out);
    append_font("<u/>", 11, k_link, out);
    // The first two fills are reserved: whatever stands there, Excel shows these two.
    append(out,
           "</fonts><fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill>"
           "<fill><patternFill patternType=\"gray125\"/></fill>"
           "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF{}\"/>"
           "<bgColor indexed=\"64\"/></patternFill></fill></fills>",
           k_header_fill);
    append_borders(out);
    out +=
        "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
        "</cellStyleXfs>";
    append(out, "<cellXfs count=\"{}\">", k_looks.size());
    for (const Look& look : k_looks) append_look(look, out);
    append(out,
           "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" "
           "builtinId=\"0\"/></cellStyles><dxfs count=\"{}\">",
           k_tones.size());
    for (const Colours& tone : k_tones) {
        append(out,
               "<dxf><font><color rgb=\"FF{}\"/></font><fill><patternFill><bgColor rgb=\"FF{}\"/>"
               "</patternFill></fill></dxf>",
               tone.text, tone.fill);
    }
    return out + "</dxfs></styleSheet>";
}

std::string core_properties_part(const WorkbookPlan& plan) {
    std::string out(k_xml_head);
    append(out,
           "<cp:coreProperties xmlns:cp=\"{}/metadata/core-properties\" "
           "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/"
           "\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>",
           k_package);
    append_xml(excel_text(plan.title), out);
    out += "</dc:title>";
    if (day_from_iso(plan.day)) {
        for (const string_view event : {"created", "modified"}) {
            append(out, "<dcterms:{0} xsi:type=\"dcterms:W3CDTF\">{1}T00:00:00Z</dcterms:{0}>",
                   event, plan.day);
        }
    }
    return out + "</cp:coreProperties>";
}

std::string application_part() {
    return fmt::format(
        "{}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/"
        "extended-properties\"><Application>tidytracker</Application></Properties>",
        k_xml_head);
}

}  // namespace tidytracker
