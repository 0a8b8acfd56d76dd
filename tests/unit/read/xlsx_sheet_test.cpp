// SPDX-License-Identifier: Apache-2.0
#include "read/xlsx_fixture.hpp"

namespace tidytracker {
namespace {

using testing::error_of;
using testing::Parts;
using testing::read_workbook;
using testing::Reading;
using testing::relationship;
using testing::relationships;

Reading with_rows(std::string_view rows, std::string_view behind = "") {
    Parts parts;
    parts.set_rows(rows, behind);
    return read_workbook(parts);
}

TEST(XlsxSheet, addresses_may_be_missing) {
    const Reading reading = with_rows(
        "<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"5\"><c r=\"C5\"><v>3</v></c><c><v>4</v>"
        "</c></row><row><c><v>5</v></c></row>");
    EXPECT_EQ(reading.value("B1"), "number:2");
    EXPECT_EQ(reading.value("D5"), "number:4");
    EXPECT_EQ(reading.value("A6"), "number:5");
}

TEST(XlsxSheet, rows_and_cells_in_any_order_are_put_in_order_and_the_later_wins) {
    const Reading reading = with_rows(
        "<row r=\"3\"><c r=\"B3\"><v>1</v></c><c r=\"A3\"><v>2</v></c></row>"
        "<row r=\"1\"><c r=\"A1\"><v>3</v></c><c r=\"A1\"><v>4</v></c></row>"
        "<row r=\"3\"><c r=\"B3\"><v>5</v></c></row>");
    ASSERT_EQ(reading.sheet().rows.size(), 2U);
    EXPECT_EQ(reading.value("A1"), "number:4");
    EXPECT_EQ(reading.value("A3"), "number:2");
    EXPECT_EQ(reading.value("B3"), "number:5");
}

TEST(XlsxSheet, the_address_of_a_cell_counts_more_than_that_of_its_row) {
    const Reading reading = with_rows(
        "<row r=\"1\" hidden=\"1\"><c r=\"A2\"><v>1</v></c><c r=\"$B$1\"><v>2</v></c></row>");
    EXPECT_EQ(reading.value("A2"), "number:1");
    EXPECT_EQ(reading.value("B1"), "number:2");
    EXPECT_FALSE(reading.sheet().find_row(1)->hidden);
    EXPECT_TRUE(reading.sheet().find_row(0)->hidden);
}

TEST(XlsxSheet, far_cells_cost_nothing_and_cells_outside_are_found) {
    const Reading reading = with_rows(
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v>"
        "</c><c r=\"XFE1048576\"><v>3</v></c></row><row r=\"4000000000\"><c><v>4</v></c></row>");
    EXPECT_EQ(reading.value("XFD1048576"), "number:2");
    EXPECT_EQ(reading.sheet().cells.size(), 2U);
    const Finding* finding = reading.finding("cell-outside-sheet");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->place, "Actions!XFE1048576");
}

TEST(XlsxSheet, regular_cells_are_read_as_any_others) {
    const std::string tail(100, ' ');  // the quick way looks that far ahead
    for (const std::string_view cell :
         {"<c r=\"B7\" s=\"3\" t=\"s\"><v>0</v></c>", "<c r=\"B7\"><v>-1.25E2</v></c>",
          "<c r=\"B7\" t=\"b\"><v>1</v></c>", "<c r=\"B7\" t=\"str\"><v>x &amp; y</v></c>",
          "<c r=\"B7\" t=\"str\"><v>a<!-- -->b</v></c>", "<c r=\"B7\" t=\"e\"><v>#REF!</v></c>",
          "<c r=\"B7\" s=\"1\"/>", "<c r=\"B7\" s=\"99999999\"><v>1</v></c>",
          "<c r=\"B7\" t=\"d\"><v>2024-03-31</v></c>", "<c r=\"B7\" t=\"odd\"><v>5</v></c>",
          "<c r=\"AAAA1\"><v>6</v></c>", "<c r=\"B12345678\"><v>7</v></c>",
          "<c r=\"B0\"><v>8</v></c>", "<c r=\"B7\" t=\"s\"><v>77</v></c>",
          "<c r=\"B7\"><v></v></c>", "<c r=\"B7\"><v>9</v><extLst/></c>"}) {
        std::string irregular(cell);
        irregular.insert(2, "\n");
        std::vector<std::string> seen;
        for (const std::string& form : {std::string(cell), irregular}) {
            Parts parts;
            parts.set_strings("<si><t>shared</t></si>");
            parts.set_rows("<row r=\"7\">" + form + "<c><v>1</v></c></row>" + tail);
            const Reading reading = read_workbook(parts);
            std::string shown;
            for (const Row& row : reading.sheet().rows) {
                for (const Cell& at : reading.sheet().cells_of(row)) {
                    const std::string address = to_a1(CellAddress{row.index, at.column});
                    shown += address + " " + reading.value(address) + " " +
                             reading.workbook.displayed(at) + "\n";
                }
            }
            for (const Finding& finding : reading.findings) shown += finding.rule + finding.place;
            seen.push_back(shown);
        }
        EXPECT_EQ(seen[0], seen[1]) << cell;
    }
}

TEST(XlsxSheet, a_lying_dimension_is_ignored) {
    Parts parts;
    parts["xl/worksheets/sheet1.xml"] =
        "<worksheet><dimension ref=\"A1\"/><sheetData><row r=\"2\" spans=\"1:1\"><c r=\"C2\"><v>1"
        "</v></c></row></sheetData></worksheet>";
    EXPECT_EQ(read_workbook(parts).value("C2"), "number:1");
}

TEST(XlsxSheet, merges_and_hidden_rows_and_columns_are_told) {
    Parts parts;
    parts["xl/worksheets/sheet1.xml"] =
        "<worksheet><cols><col min=\"2\" max=\"3\" hidden=\"1\"/><col min=\"4\" max=\"99999\"/>"
        "<col min=\"0\" max=\"1\"/></cols><sheetData><row r=\"1\" hidden=\"true\"><c><v>1</v></c>"
        "</row><row r=\"2\" hidden=\"0\"><c><v>2</v></c></row></sheetData><mergeCells count=\"9\">"
        "<mergeCell ref=\"A1:B2\"/><mergeCell ref=\"C1\"/><mergeCell ref=\"odd\"/></mergeCells>"
        "</worksheet>";
    const Sheet sheet = read_workbook(parts).sheet();
    EXPECT_TRUE(sheet.rows[0].hidden);
    EXPECT_FALSE(sheet.rows[1].hidden);
    EXPECT_FALSE(sheet.column_hidden(0));
    EXPECT_TRUE(sheet.column_hidden(2));
    EXPECT_FALSE(sheet.column_hidden(3));
    ASSERT_EQ(sheet.merged.size(), 1U);
    EXPECT_EQ(to_a1(sheet.merged[0]), "A1:B2");
}

TEST(XlsxSheet, rows_of_controls_are_no_rows) {
    const Reading reading = with_rows(
        "<row r=\"1\"><c><v>1</v></c></row>",
        "<controls><control><controlPr><anchor><from><xdr:col>4</xdr:col><xdr:row>5</xdr:row>"
        "</from></anchor></controlPr></control></controls>");
    EXPECT_EQ(reading.sheet().rows.size(), 1U);
}

TEST(XlsxSheet, links_lead_out_of_the_file_and_into_it) {
    Parts parts;
    parts.set_rows(
        "<row><c><f>HYPERLINK(\"https://example.org/f?a=1&amp;b=2\",\"Plan\")</f>"
        "<v>0</v></c></row>",
        "<hyperlinks><hyperlink ref=\"A2:B3\" r:id=\"rId7\" location=\"part\"/>"
        "<hyperlink ref=\"A4\" location=\"'Old'!A1\" display=\"x\"/>"
        "<hyperlink ref=\"A5\" r:id=\"rId99\"/></hyperlinks>");
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = relationships(
        relationship("rId7", "hyperlink", "https://example.org/a%20b?x=1&amp;y=2", true));
    const Reading reading = read_workbook(parts);
    const std::vector<Link>& links = reading.sheet().links;
    ASSERT_EQ(links.size(), 3U);
    EXPECT_EQ(links[0].target, "https://example.org/f?a=1&b=2");
    EXPECT_EQ(to_a1(links[1].at), "A2:B3");
    EXPECT_EQ(links[1].target, "https://example.org/a%20b?x=1&y=2#part");
    EXPECT_EQ(links[2].target, "#'Old'!A1");
}

TEST(XlsxSheet, any_prefix_and_strict_namespaces_are_read) {
    Parts parts;
    parts["_rels/.rels"] =
        "<Relationships><Relationship Id=\"a\" Target=\"xl/workbook.xml\" "
        "Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\"/>"
        "</Relationships>";
    parts["xl/workbook.xml"] =
        "<x:workbook xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" "
        "conformance=\"strict\"><x:sheets><x:sheet name=\"Actions\" q:id=\"rId1\"/></x:sheets>"
        "</x:workbook>";
    parts["xl/worksheets/sheet1.xml"] =
        "<x:worksheet><x:sheetData><x:row r=\"1\"><x:c r=\"B1\" "
        "t=\"inlineStr\"><x:is><x:t>any</x:t>"
        "</x:is></x:c><x:c r=\"C1\"><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>";
    const Reading reading = read_workbook(parts);
    EXPECT_EQ(reading.value("B1"), "text:any");
    EXPECT_EQ(reading.value("C1"), "number:2");
    EXPECT_EQ(reading.workbook.description, "Office Open XML (strict), dates from 1900");
}

TEST(XlsxSheet, utf16_parts_are_read) {
    Parts parts;
    parts.set_rows("<row><c t=\"str\"><v>ok</v></c></row>");
    std::string& sheet = parts["xl/worksheets/sheet1.xml"];
    std::string wide = "\xFF\xFE";
    for (const char c : sheet) wide.append({c, '\0'});
    sheet = wide;
    EXPECT_EQ(read_workbook(parts).value("A1"), "text:ok");
}

TEST(XlsxSheet, a_sheet_that_breaks_off_gives_what_is_readable) {
    Parts parts;
    std::string& sheet = parts["xl/worksheets/sheet1.xml"];
    sheet =
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A";
    const Reading reading = read_workbook(parts);
    EXPECT_EQ(reading.value("A1"), "number:1");
    const Finding* finding = reading.finding("truncated-file");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->severity, Severity::error);
    EXPECT_EQ(finding->place, "Actions");
}

TEST(XlsxSheet, what_is_no_xml_is_found) {
    Parts parts;
    parts["xl/worksheets/sheet1.xml"] =
        "<worksheet><sheetData><row><c><v>1</v></c></row><row r=2></row></sheetData></worksheet>";
    const Reading reading = read_workbook(parts);
    EXPECT_EQ(reading.value("A1"), "number:1");
    EXPECT_NE(reading.finding("damaged-file"), nullptr);
}

TEST(XlsxSheet, a_document_type_is_an_error) {
    Parts parts;
    parts["xl/worksheets/sheet1.xml"] =
        "<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet><sheetData/></worksheet>";
    const Error error = error_of(parts.bytes());
    EXPECT_EQ(error.kind, ErrorKind::unreadable);
    EXPECT_NE(error.message.find("document type"), std::string::npos);
}

TEST(XlsxSheet, the_budget_of_cells_names_its_flag) {
    Parts parts;
    parts.set_rows("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>");
    ReadOptions options;
    options.limits.cells = 2;
    const Error error = error_of(parts.bytes(), options);
    EXPECT_EQ(error.kind, ErrorKind::too_large);
    EXPECT_NE(error.message.find("--max-cells"), std::string::npos);
}

TEST(XlsxSheet, the_budget_of_bytes_names_its_flag) {
    ReadOptions options;
    options.limits.inflated_bytes = 100;
    const Error error = error_of(Parts().bytes(), options);
    EXPECT_EQ(error.kind, ErrorKind::too_large);
    EXPECT_NE(error.message.find("--max-inflated"), std::string::npos);
}

}  // namespace
}  // namespace tidytracker
