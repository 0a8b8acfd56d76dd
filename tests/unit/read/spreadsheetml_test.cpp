// SPDX-License-Identifier: Apache-2.0
#include "read/spreadsheetml/spreadsheetml.hpp"

#include "read/reading.hpp"

namespace tidytracker {
namespace {

using testing::error_of;
using testing::read_as;
using testing::Reading;

/// A workbook with these styles and this content of its one work sheet.
std::string xml_workbook(std::string_view sheet, std::string_view styles = "") {
    std::string out =
        "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook "
        "xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
        "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Styles>";
    out.append(styles).append("</Styles><Worksheet ss:Name=\"Actions\">").append(sheet);
    return out.append("</Worksheet></Workbook>");
}

Reading xml_table(std::string_view rows, std::string_view styles = "") {
    std::string table = "<Table>";
    table.append(rows).append("</Table>");
    return read_as(spreadsheetml_reader(), xml_workbook(table, styles));
}

std::string data(std::string_view type, std::string_view text) {
    std::string out = "<Data ss:Type=\"";
    return out.append(type).append("\">").append(text).append("</Data>");
}

TEST(Spreadsheetml, every_type_is_read) {
    const Reading reading = xml_table(
        "<Row><Cell>" + data("String", "a &lt; b&#10;c") + "</Cell><Cell>" +
        data("Number", "-2.5E1") + "</Cell><Cell>" + data("Boolean", "1") + "</Cell><Cell>" +
        data("Error", "#N/A") + "</Cell><Cell>" + data("DateTime", "2024-03-18T00:00:00.000") +
        "</Cell><Cell>" + data("DateTime", "1899-12-31T09:30:00.000") + "</Cell><Cell>" +
        data("Number", "n/a") + "</Cell></Row>");
    EXPECT_EQ(reading.value("A1"), "text:a < b\nc");
    EXPECT_EQ(reading.value("B1"), "number:-25");
    EXPECT_EQ(reading.value("C1"), "boolean:1");
    EXPECT_EQ(reading.value("D1"), "error:#N/A");
    EXPECT_EQ(reading.shown("E1"), "2024-03-18");
    EXPECT_EQ(reading.shown("F1"), "09:30:00");
    EXPECT_EQ(reading.value("G1"), "text:n/a");
    EXPECT_EQ(reading.workbook.format, "xml");
    EXPECT_TRUE(reading.findings.empty());
}

TEST(Spreadsheetml, gaps_and_merges_move_what_follows) {
    const Reading reading = xml_table(
        "<Row ss:Index=\"3\"><Cell ss:Index=\"2\" ss:MergeAcross=\"1\" ss:MergeDown=\"2\">" +
        data("String", "a") + "</Cell><Cell>" + data("String", "b") +
        "</Cell></Row><Row ss:Span=\"4\"/><Row><Cell>" + data("String", "c") + "</Cell></Row>");
    EXPECT_EQ(reading.value("B3"), "text:a");
    EXPECT_EQ(reading.value("D3"), "text:b");
    EXPECT_EQ(reading.value("A9"), "text:c");
    ASSERT_EQ(reading.sheet().merged.size(), 1U);
    EXPECT_EQ(to_a1(reading.sheet().merged[0]), "B3:C5");
}

TEST(Spreadsheetml, styles_build_on_their_parents_and_lend_themselves_to_cells) {
    const Reading reading = xml_table(
        "<Column/><Column ss:StyleID=\"s2\" ss:Span=\"1\"/>"
        "<Row><Cell ss:StyleID=\"s1\">" +
            data("Number", "1204.5") + "</Cell><Cell>" + data("DateTime", "2024-03-18T00:00:00") +
            "</Cell><Cell>" + data("Number", "45369") +
            "</Cell></Row><Row ss:StyleID=\"s1\"><Cell/><Cell>" + data("Number", "2") +
            "</Cell></Row>",
        "<Style ss:ID=\"Default\"><Font ss:Bold=\"1\"/></Style>"
        "<Style ss:ID=\"s1\"><Font ss:StrikeThrough=\"1\"/><Interior ss:Color=\"#FFC000\" "
        "ss:Pattern=\"Solid\"/><NumberFormat ss:Format=\"Standard\"/></Style>"
        "<Style ss:ID=\"s2\" ss:Parent=\"s1\"><NumberFormat ss:Format=\"dd\\-mmm\\-yy\"/>"
        "<Interior/></Style>");
    EXPECT_EQ(reading.shown("A1"), "1,204.50");
    EXPECT_TRUE(reading.style("A1").strike);
    EXPECT_FALSE(reading.style("A1").bold);
    EXPECT_EQ(reading.style("A1").fill, 0xFFC000U);
    EXPECT_EQ(reading.shown("B1"), "18-Mar-24");
    EXPECT_TRUE(reading.style("B1").strike);
    EXPECT_FALSE(reading.style("B1").fill);
    EXPECT_TRUE(reading.workbook.is_date(*reading.cell("C1")));
    EXPECT_EQ(reading.value("A2"), "empty");
    EXPECT_EQ(reading.shown("B2"), "2.00");
}

TEST(Spreadsheetml, rich_text_notes_links_and_hidden_parts_are_kept) {
    const Reading reading = read_as(
        spreadsheetml_reader(),
        xml_workbook(
            "<Table><Column ss:Hidden=\"1\"/><Row ss:Hidden=\"1\"><Cell "
            "ss:HRef=\"https://quill.example/\"><ss:Data ss:Type=\"String\" "
            "xmlns=\"http://www.w3.org/TR/REC-html40\">keep <S><Font "
            "html:Color=\"#FF0000\">drop</Font></S></ss:Data><Comment ss:Author=\"Ada Quill\">"
            "<ss:Data><B>Ada Quill:</B><Font>&#10;ask again</Font></ss:Data></Comment></Cell>"
            "<Cell ss:Formula=\"=RC[-1]\"/></Row></Table><WorksheetOptions><Visible>SheetHidden"
            "</Visible></WorksheetOptions>"));
    EXPECT_EQ(reading.value("A1"), "text:keep drop");
    const RichText* rich = reading.workbook.rich_text_of(*reading.cell("A1"));
    ASSERT_NE(rich, nullptr);
    ASSERT_EQ(rich->runs.size(), 2U);
    EXPECT_TRUE(rich->runs[1].strike);
    const Sheet& sheet = reading.sheet();
    EXPECT_EQ(sheet.visibility, Visibility::hidden);
    EXPECT_TRUE(sheet.column_hidden(0));
    EXPECT_TRUE(sheet.find_row(0)->hidden);
    ASSERT_EQ(sheet.links.size(), 1U);
    EXPECT_EQ(sheet.links[0].target, "https://quill.example/");
    ASSERT_EQ(sheet.notes.size(), 1U);
    EXPECT_EQ(sheet.notes[0].author, "Ada Quill");
    EXPECT_EQ(sheet.notes[0].text, "ask again");
    EXPECT_TRUE(reading.cell("B1")->stale);
    EXPECT_NE(reading.finding("formula-without-value"), nullptr);
}

TEST(Spreadsheetml, is_recognised_by_its_root_in_any_encoding) {
    const std::string plain = xml_workbook("<Table/>");
    std::string wide = "\xFF\xFE";
    for (const char c : plain) wide.append({c, '\0'});
    EXPECT_EQ(spreadsheetml_reader().confidence({"log.xls", plain}), 100);
    EXPECT_EQ(spreadsheetml_reader().confidence({"log.xls", wide}), 100);
    EXPECT_EQ(spreadsheetml_reader().confidence({"log.xls", "  " + plain}), 100);
    EXPECT_EQ(spreadsheetml_reader().confidence({"log.xml", "<html><Workbook/></html>"}), 0);
    EXPECT_EQ(spreadsheetml_reader().confidence({"log.xml", "Workbook, 2024"}), 0);
    EXPECT_EQ(read_as(spreadsheetml_reader(), wide).sheet().name, "Actions");
}

TEST(Spreadsheetml, bytes_that_are_no_characters_are_replaced_everywhere) {
    const Reading reading = xml_table(
        "<Row><Cell ss:StyleID=\"s\" ss:HRef=\"a\xFF\"><Data ss:Type=\"Number\">5</Data>"
        "<Comment ss:Author=\"\xFF\"><Data>x\xFF</Data></Comment></Cell><Cell>" +
            data("String", "y\xFF") + "</Cell></Row>",
        "<Style ss:ID=\"s\"><NumberFormat ss:Format=\"0&quot;\xFF&quot;\"/></Style>");
    EXPECT_EQ(reading.shown("A1"), "5\uFFFD");
    EXPECT_EQ(reading.shown("B1"), "y\uFFFD");
    EXPECT_EQ(reading.sheet().links.at(0).target, "a\uFFFD");
    EXPECT_EQ(reading.sheet().notes.at(0).author, "\uFFFD");
    EXPECT_EQ(reading.sheet().notes.at(0).text, "x\uFFFD");
}

TEST(Spreadsheetml, the_1904_system_is_told_before_the_sheets) {
    std::string bytes =
        xml_workbook("<Table><Row><Cell>" + data("DateTime", "2024-03-18T00:00:00.000") +
                     "</Cell></Row></Table>");
    bytes.insert(bytes.find("<Styles>"), "<ExcelWorkbook><Date1904/></ExcelWorkbook>");
    const Reading reading = read_as(spreadsheetml_reader(), bytes);
    EXPECT_EQ(reading.value("A1"), "number:43907");
    EXPECT_EQ(reading.shown("A1"), "2024-03-18");
}

TEST(Spreadsheetml, damage_is_told_and_what_stands_before_it_kept) {
    std::string bytes = xml_workbook("<Table><Row><Cell>" + data("String", "kept") +
                                     "</Cell></Row><Row></Row></Table>");
    bytes.resize(bytes.find("<Row></Row>") + 6);
    const Reading reading = read_as(spreadsheetml_reader(), bytes);
    EXPECT_EQ(reading.value("A1"), "text:kept");
    EXPECT_NE(reading.finding("truncated-file"), nullptr);
    EXPECT_EQ(
        error_of(spreadsheetml_reader(), "<!DOCTYPE Workbook [<!ENTITY a \"b\">]><Workbook/>").kind,
        ErrorKind::unreadable);
    EXPECT_EQ(error_of(spreadsheetml_reader(), "<Workbook/>").kind, ErrorKind::unreadable);
}

}  // namespace
}  // namespace tidytracker
