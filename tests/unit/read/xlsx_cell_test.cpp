// SPDX-License-Identifier: Apache-2.0
#include "read/xlsx_fixture.hpp"

namespace tidytracker {
namespace {

using testing::Parts;
using testing::read_workbook;
using testing::Reading;

Reading with_rows(std::string_view rows) {
    Parts parts;
    parts.set_rows(rows);
    return read_workbook(parts);
}

TEST(XlsxCell, every_type_is_read) {
    Parts parts;
    parts.set_strings("<si><t>shared</t></si>");
    parts.set_rows(
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>-2.5E1</v></c>"
        "<c r=\"C1\" t=\"b\"><v>1</v></c><c r=\"D1\" t=\"e\"><v>#N/A</v></c>"
        "<c r=\"E1\" t=\"str\"><f>A1&amp;\"\"</f><v>a &lt; b</v></c>"
        "<c r=\"F1\" t=\"inlineStr\"><is><t>inline</t></is></c>"
        "<c r=\"G1\" t=\"n\"><v> 7 </v></c><c r=\"H1\" t=\"b\"><v>0</v></c></row>");
    const Reading reading = read_workbook(parts);
    EXPECT_EQ(reading.value("A1"), "text:shared");
    EXPECT_EQ(reading.value("B1"), "number:-25");
    EXPECT_EQ(reading.value("C1"), "boolean:1");
    EXPECT_EQ(reading.value("D1"), "error:#N/A");
    EXPECT_EQ(reading.value("E1"), "text:a < b");
    EXPECT_EQ(reading.value("F1"), "text:inline");
    EXPECT_EQ(reading.value("G1"), "number:7");
    EXPECT_EQ(reading.value("H1"), "boolean:0");
    EXPECT_TRUE(reading.cell("E1")->formula);
    EXPECT_FALSE(reading.cell("A1")->formula);
    EXPECT_TRUE(reading.findings.empty());
}

TEST(XlsxCell, numbers_that_are_none_stay_text) {
    const Reading reading = with_rows(
        "<row><c><v>12 March</v></c><c><v>NaN</v></c><c><v>1e999</v></c><c><v>inf</v></c></row>");
    EXPECT_EQ(reading.value("A1"), "text:12 March");
    EXPECT_EQ(reading.value("B1"), "text:NaN");
    EXPECT_EQ(reading.value("C1"), "text:1e999");
    EXPECT_EQ(reading.value("D1"), "text:inf");
}

TEST(XlsxCell, iso_dates_become_day_numbers_with_a_date_format) {
    const Reading reading = with_rows(
        "<row><c t=\"d\"><v>2024-03-31</v></c><c t=\"d\"><v>2024-03-31T12:00:00Z</v></c>"
        "<c t=\"d\"><v>06:00:00</v></c><c t=\"d\"><v>next week</v></c></row>");
    EXPECT_EQ(reading.value("A1"), "number:45382");
    EXPECT_EQ(reading.value("B1"), "number:45382.5");
    EXPECT_EQ(reading.value("C1"), "number:0.25");
    EXPECT_EQ(reading.value("D1"), "text:next week");
    EXPECT_TRUE(reading.workbook.is_date(*reading.cell("A1")));
    EXPECT_EQ(reading.workbook.format_of(*reading.cell("B1")).code(), "yyyy-mm-dd hh:mm:ss");
    EXPECT_FALSE(reading.workbook.is_date(*reading.cell("C1")));
}

TEST(XlsxCell, iso_dates_keep_font_and_fill_of_their_style) {
    Parts parts;
    parts.set_styles(
        "<fonts><font/><font><strike/></font></fonts><cellXfs><xf/><xf fontId=\"1\"/></cellXfs>");
    parts.set_rows("<row><c s=\"1\" t=\"d\"><v>2024-03-31</v></c></row>");
    const Reading reading = read_workbook(parts);
    EXPECT_TRUE(reading.workbook.is_date(*reading.cell("A1")));
    EXPECT_TRUE(reading.style("A1").strike);
}

TEST(XlsxCell, escapes_stand_for_what_xml_cannot_hold) {
    Parts parts;
    parts.set_strings(
        "<si><t>a_x000D_b</t></si><si><t>_x005F_x000D_</t></si><si><t>_xD83D__xDE00_</t></si>"
        "<si><t>_xD83D_ _x00 _x12G4_</t></si>");
    parts.set_rows(
        "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c>"
        "<c t=\"s\"><v>3</v></c></row>");
    const Reading reading = read_workbook(parts);
    EXPECT_EQ(reading.value("A1"), "text:a\rb");
    EXPECT_EQ(reading.value("B1"), "text:_x000D_");
    EXPECT_EQ(reading.value("C1"), "text:\xF0\x9F\x98\x80");
    EXPECT_EQ(reading.value("D1"), "text:\xEF\xBF\xBD _x00 _x12G4_");
}

TEST(XlsxCell, bytes_that_are_no_utf8_are_replaced) {
    const Reading reading = with_rows("<row><c t=\"str\"><v>Caf\xE9</v></c></row>");
    EXPECT_EQ(reading.value("A1"), "text:Caf\xEF\xBF\xBD");
}

TEST(XlsxCell, text_keeps_its_white_space_and_literal_sections) {
    Parts parts;
    parts.set_strings(
        "<si><t xml:space=\"preserve\"> a\nb </t></si>"
        "<si><t>he<![CDATA[<l>]]>lo</t></si>");
    parts.set_rows("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>");
    const Reading reading = read_workbook(parts);
    EXPECT_EQ(reading.value("A1"), "text: a\nb ");
    EXPECT_EQ(reading.value("B1"), "text:he<l>lo");
}

TEST(XlsxCell, phonetic_hints_are_no_text) {
    Parts parts;
    parts.set_strings("<si><t>Ab</t><rPh sb=\"0\" eb=\"1\"><t>hint</t></rPh><phoneticPr/></si>");
    parts.set_rows("<row><c t=\"s\"><v>0</v></c></row>");
    EXPECT_EQ(read_workbook(parts).value("A1"), "text:Ab");
}

TEST(XlsxCell, rich_text_keeps_its_runs) {
    Parts parts;
    parts.set_strings(
        "<si><r><rPr><strike/></rPr><t>Done</t></r><r><rPr><b/><sz val=\"9\"/></rPr><t> now</t></r>"
        "</si><si><r><rPr><sz val=\"9\"/></rPr><t>plain</t></r></si>"
        "<si><r><rPr><strike val=\"0\"/></rPr><t>not struck</t></r></si>");
    parts.set_rows(
        "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c>"
        "<c t=\"inlineStr\"><is><r><rPr><strike/></rPr><t>gone</t></r></is></c></row>");
    const Reading reading = read_workbook(parts);
    EXPECT_EQ(reading.value("A1"), "text:Done now");
    const RichText* rich = reading.workbook.rich_text_of(*reading.cell("A1"));
    ASSERT_NE(rich, nullptr);
    ASSERT_EQ(rich->runs.size(), 2U);
    EXPECT_TRUE(rich->runs[0].strike);
    EXPECT_EQ(rich->runs[1].first, 4U);
    EXPECT_EQ(rich->runs[1].length, 4U);
    EXPECT_TRUE(rich->runs[1].bold);
    EXPECT_FALSE(reading.workbook.is_struck(*reading.cell("A1")));
    EXPECT_EQ(reading.workbook.rich_text_of(*reading.cell("B1")), nullptr);
    EXPECT_EQ(reading.workbook.rich_text_of(*reading.cell("C1")), nullptr);
    EXPECT_TRUE(reading.workbook.is_struck(*reading.cell("D1")));
}

TEST(XlsxCell, a_bad_shared_string_index_is_found_and_the_rest_read) {
    Parts parts;
    parts.set_strings("<si><t>kept</t></si>");
    parts.set_rows(
        "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>9</v></c><c r=\"B3\" t=\"s\"><v>0</v></c>"
        "<c r=\"C3\" t=\"s\"><v>-1</v></c></row>");
    const Reading reading = read_workbook(parts);
    EXPECT_EQ(reading.value("A3"), "none");
    EXPECT_EQ(reading.value("B3"), "text:kept");
    const Finding* finding = reading.finding("bad-shared-string");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->place, "Actions!A3");
    EXPECT_EQ(finding->message, "the text of 2 cells is not in the file");
}

TEST(XlsxCell, empty_text_is_an_empty_cell) {
    Parts parts;
    parts.set_strings("<si><t></t></si><si/>");
    parts.set_rows(
        "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"inlineStr\"><is/></c>"
        "<c><v/></c></row>");
    EXPECT_TRUE(read_workbook(parts).sheet().cells.empty());
}

TEST(XlsxCell, formulas_without_value_are_one_finding_a_sheet) {
    const Reading reading = with_rows(
        "<row><c><f>SUM(B1:C1)</f></c><c><f>1</f><v></v></c><c><f>1+1</f><v>2</v></c>"
        "<c t=\"str\"><f>\"\"</f><v></v></c></row>");
    ASSERT_NE(reading.cell("A1"), nullptr);
    EXPECT_TRUE(reading.cell("A1")->stale);
    EXPECT_TRUE(reading.cell("B1")->stale);
    EXPECT_FALSE(reading.cell("C1")->stale);
    EXPECT_FALSE(reading.cell("D1")->stale);
    ASSERT_EQ(reading.findings.size(), 1U);
    EXPECT_EQ(reading.findings[0].rule, "formula-without-value");
    EXPECT_EQ(reading.findings[0].place, "Actions!A1");
    EXPECT_EQ(reading.findings[0].message, "2 formulas without a stored value");
    EXPECT_EQ(reading.findings[0].note, "first places: A1, B1");
}

TEST(XlsxCell, empty_cells_are_kept_for_their_fill_alone) {
    Parts parts;
    parts.set_styles(
        "<fills><fill/><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF00B050\"/>"
        "</patternFill></fill></fills><cellXfs><xf/><xf fillId=\"1\"/></cellXfs>");
    parts.set_rows("<row><c s=\"0\"/><c s=\"1\"/></row>");
    const Reading reading = read_workbook(parts);
    EXPECT_EQ(reading.value("A1"), "none");
    EXPECT_EQ(reading.value("B1"), "empty");
    EXPECT_EQ(reading.style("B1").fill, 0x00B050U);
}

}  // namespace
}  // namespace tidytracker
