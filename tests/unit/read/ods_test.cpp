// SPDX-License-Identifier: Apache-2.0
#include "read/ods/ods.hpp"

#include <map>

#include "read/reading.hpp"
#include "support/zip_writer.hpp"

namespace tidytracker {
namespace {

using testing::error_of;
using testing::read_as;
using testing::Reading;
using testing::ZipWriter;

/// content.xml with these automatic styles and this content of its tables.
std::string ods_content(std::string_view styles, std::string_view tables) {
    std::string out = "<?xml version=\"1.0\"?><office:document-content office:version=\"1.3\">";
    out.append("<office:automatic-styles>").append(styles).append("</office:automatic-styles>");
    out.append("<office:body><office:spreadsheet>").append(tables);
    return out.append("</office:spreadsheet></office:body></office:document-content>");
}

std::string ods_bytes(std::map<std::string, std::string> parts) {
    ZipWriter zip;
    zip.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
    for (const auto& [name, content] : parts) zip.add(name, content);
    return zip.bytes();
}

Reading ods_table(std::string_view rows, std::string_view styles = "") {
    std::string table = "<table:table table:name=\"Actions\">";
    table.append(rows).append("</table:table>");
    return read_as(ods_reader(), ods_bytes({{"content.xml", ods_content(styles, table)}}));
}

std::string ods_row(std::string_view cells, std::string_view attributes = "") {
    std::string out = "<table:table-row";
    return out.append(attributes).append(">").append(cells).append("</table:table-row>");
}

TEST(Ods, every_type_keeps_its_value_and_shows_its_paragraph) {
    const Reading reading = ods_table(ods_row(
        "<table:table-cell office:value-type=\"string\"><text:p>Paint &amp; mend</text:p>"
        "</table:table-cell>"
        "<table:table-cell office:value-type=\"float\" office:value=\"1234.5\"><text:p>1,234.50"
        "</text:p></table:table-cell>"
        "<table:table-cell office:value-type=\"percentage\" office:value=\"0.5\"><text:p>50%"
        "</text:p></table:table-cell>"
        "<table:table-cell office:value-type=\"currency\" office:currency=\"GBP\" "
        "office:value=\"20\"><text:p>£20.00</text:p></table:table-cell>"
        "<table:table-cell office:value-type=\"date\" office:date-value=\"2024-03-18\"><text:p>"
        "18 March</text:p></table:table-cell>"
        "<table:table-cell office:value-type=\"time\" office:time-value=\"PT14H30M00S\"><text:p>"
        "14:30</text:p></table:table-cell>"
        "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"><text:p>"
        "WAHR</text:p></table:table-cell>"));
    EXPECT_EQ(reading.value("A1"), "text:Paint & mend");
    EXPECT_EQ(reading.value("B1"), "number:1234.5");
    EXPECT_EQ(reading.shown("B1"), "1,234.50");
    EXPECT_EQ(reading.value("C1"), "number:0.5");
    EXPECT_EQ(reading.shown("C1"), "50%");
    EXPECT_EQ(reading.shown("D1"), "£20.00");
    EXPECT_EQ(reading.value("E1"), "number:45369");
    EXPECT_EQ(reading.shown("E1"), "18 March");
    EXPECT_TRUE(reading.workbook.is_date(*reading.cell("E1")));
    EXPECT_EQ(reading.shown("F1"), "14:30");
    EXPECT_FALSE(reading.workbook.is_date(*reading.cell("F1")));
    EXPECT_EQ(reading.value("G1"), "boolean:1");
    EXPECT_EQ(reading.shown("G1"), "WAHR");
    EXPECT_EQ(reading.workbook.description, "OpenDocument 1.3");
    EXPECT_TRUE(reading.findings.empty());
}

TEST(Ods, a_value_without_paragraph_is_shown_by_its_data_style) {
    const Reading reading = ods_table(
        ods_row("<table:table-cell table:style-name=\"d\" office:value-type=\"date\" "
                "office:date-value=\"2024-03-18T09:05:00\"/>"
                "<table:table-cell table:style-name=\"p\" office:value-type=\"percentage\" "
                "office:value=\"0.125\"><text:p/></table:table-cell>"
                "<table:table-cell office:value-type=\"string\" office:string-value=\"Open\"/>"
                "<table:table-cell table:style-name=\"n\" office:value-type=\"float\" "
                "office:value=\"-1500\"/>"),
        "<number:date-style style:name=\"N1\"><number:day number:style=\"long\"/><number:text>/"
        "</number:text><number:month number:style=\"long\" number:textual=\"true\"/><number:text> "
        "</number:text><number:year/><number:text> at &quot;</number:text><number:hours/>"
        "<number:text>:</number:text><number:minutes number:style=\"long\"/></number:date-style>"
        "<number:percentage-style style:name=\"N2\"><number:number number:decimal-places=\"1\" "
        "number:min-integer-digits=\"1\"/><number:text>%</number:text></number:percentage-style>"
        "<number:number-style style:name=\"N3P0\"><number:number number:min-integer-digits=\"1\" "
        "number:grouping=\"true\"/></number:number-style>"
        "<number:number-style style:name=\"N3\"><number:text>minus </number:text><number:number "
        "number:min-integer-digits=\"1\" number:grouping=\"true\"/><style:map "
        "style:condition=\"value()&gt;=0\" style:apply-style-name=\"N3P0\"/></number:number-style>"
        "<style:style style:name=\"d\" style:family=\"table-cell\" style:data-style-name=\"N1\"/>"
        "<style:style style:name=\"p\" style:family=\"table-cell\" style:data-style-name=\"N2\"/>"
        "<style:style style:name=\"n\" style:family=\"table-cell\" "
        "style:data-style-name=\"N3\"/>");
    EXPECT_EQ(reading.shown("A1"), "18/March 24 at \"9:05");
    EXPECT_EQ(reading.shown("B1"), "12.5%");
    EXPECT_EQ(reading.shown("C1"), "Open");
    EXPECT_EQ(reading.shown("D1"), "minus 1,500");
}

TEST(Ods, repetitions_are_written_out_where_they_hold_something) {
    const Reading reading = ods_table(
        ods_row("<table:table-cell table:number-columns-repeated=\"2\" "
                "office:value-type=\"float\" office:value=\"7\"><text:p>7</text:p>"
                "</table:table-cell><table:table-cell table:number-columns-repeated=\"16382\"/>",
                " table:number-rows-repeated=\"3\"") +
        ods_row("<table:table-cell table:number-columns-repeated=\"16384\"/>",
                " table:number-rows-repeated=\"1048500\"") +
        ods_row("<table:table-cell office:value-type=\"string\"><text:p>last</text:p>"
                "</table:table-cell>"));
    EXPECT_EQ(reading.value("B3"), "number:7");
    EXPECT_EQ(reading.value("C3"), "none");
    EXPECT_EQ(reading.value("A1048504"), "text:last");
    EXPECT_EQ(reading.sheet().rows.size(), 4U);
}

TEST(Ods, repetition_beyond_all_reason_is_refused_by_name_of_the_flag) {
    const std::string row = ods_row(
        "<table:table-cell table:number-columns-repeated=\"16384\" "
        "office:value-type=\"string\"><text:p>x</text:p></table:table-cell>",
        " table:number-rows-repeated=\"1048576\"");
    const std::string bytes =
        ods_bytes({{"content.xml",
                    ods_content("", "<table:table table:name=\"A\">" + row + "</table:table>")}});
    const Error error = error_of(ods_reader(), bytes);
    EXPECT_EQ(error.kind, ErrorKind::too_large);
    EXPECT_NE(error.message.find("--max-cells"), std::string::npos);
}

TEST(Ods, a_fill_over_the_rest_of_the_sheet_makes_no_cells) {
    const Reading reading = ods_table(
        ods_row("<table:table-cell table:style-name=\"y\"/>"
                "<table:table-cell table:style-name=\"y\" "
                "table:number-columns-repeated=\"16383\"/>"),
        "<style:style style:name=\"y\" style:family=\"table-cell\"><style:table-cell-properties "
        "fo:background-color=\"#ffff00\"/></style:style>");
    EXPECT_EQ(reading.value("A1"), "empty");
    EXPECT_EQ(reading.style("A1").fill, 0xFFFF00U);
    EXPECT_EQ(reading.sheet().cells.size(), 1U);
}

TEST(Ods, text_keeps_breaks_tabs_and_spaces_and_runs_their_font) {
    const Reading reading = ods_table(
        ods_row("<table:table-cell office:value-type=\"string\"><text:p>one<text:line-break/>two"
                "<text:tab/>three<text:s text:c=\"2\"/>four</text:p><text:p>  five\n  six </text:p>"
                "</table:table-cell>"
                "<table:table-cell office:value-type=\"string\"><text:p>keep <text:span "
                "text:style-name=\"T1\">drop</text:span></text:p></table:table-cell>"),
        "<style:style style:name=\"T1\" style:family=\"text\"><style:text-properties "
        "style:text-line-through-style=\"solid\" fo:font-weight=\"bold\"/></style:style>");
    EXPECT_EQ(reading.value("A1"), "text:one\ntwo\tthree  four\nfive six ");
    EXPECT_EQ(reading.value("B1"), "text:keep drop");
    const RichText* rich = reading.workbook.rich_text_of(*reading.cell("B1"));
    ASSERT_NE(rich, nullptr);
    ASSERT_EQ(rich->runs.size(), 2U);
    EXPECT_FALSE(rich->runs[0].strike);
    EXPECT_EQ(rich->runs[1].first, 5U);
    EXPECT_EQ(rich->runs[1].length, 4U);
    EXPECT_TRUE(rich->runs[1].strike);
    EXPECT_TRUE(rich->runs[1].bold);
    EXPECT_EQ(reading.workbook.rich_text_of(*reading.cell("A1")), nullptr);
}

TEST(Ods, styles_inherit_and_columns_lend_theirs) {
    const std::string parts =
        "<office:document-styles><office:styles><style:default-style "
        "style:family=\"table-cell\"/><style:style style:name=\"Struck\" "
        "style:family=\"table-cell\"><style:table-cell-properties "
        "fo:background-color=\"#ff0000\"/><style:text-properties "
        "style:text-line-through-type=\"single\"/></style:style></office:styles>"
        "</office:document-styles>";
    const std::string content = ods_content(
        "<style:style style:name=\"ce1\" style:family=\"table-cell\" "
        "style:parent-style-name=\"Struck\"><style:table-cell-properties "
        "fo:background-color=\"transparent\"/><style:text-properties fo:font-weight=\"700\"/>"
        "</style:style>",
        "<table:table table:name=\"A\"><table:table-column "
        "table:default-cell-style-name=\"Struck\"/><table:table-column "
        "table:default-cell-style-name=\"ce1\"/>" +
            ods_row("<table:table-cell office:value-type=\"string\"><text:p>a</text:p>"
                    "</table:table-cell><table:table-cell office:value-type=\"string\"><text:p>b"
                    "</text:p></table:table-cell>") +
            "</table:table>");
    const Reading reading =
        read_as(ods_reader(), ods_bytes({{"styles.xml", parts}, {"content.xml", content}}));
    EXPECT_TRUE(reading.style("A1").strike);
    EXPECT_FALSE(reading.style("A1").bold);
    EXPECT_EQ(reading.style("A1").fill, 0xFF0000U);
    EXPECT_TRUE(reading.style("B1").strike);
    EXPECT_TRUE(reading.style("B1").bold);
    EXPECT_FALSE(reading.style("B1").fill);
}

TEST(Ods, merges_hidden_parts_notes_and_links_are_kept) {
    const Reading reading = ods_table(
        "<table:table-column/><table:table-column table:visibility=\"collapse\"/>"
        "<table:table-header-rows>" +
        ods_row("<table:table-cell table:number-columns-spanned=\"2\" "
                "table:number-rows-spanned=\"3\" office:value-type=\"string\">"
                "<office:annotation><dc:creator>Ada Quill</dc:creator><dc:date>2024-03-01"
                "</dc:date><text:p>ask</text:p><text:p>again</text:p></office:annotation>"
                "<text:p><text:a xlink:href=\"https://quill.example/?a=1&amp;b=2\">Log"
                "</text:a></text:p></table:table-cell><table:covered-table-cell/>") +
        "</table:table-header-rows><table:table-row-group>" +
        ods_row("<table:covered-table-cell table:number-columns-repeated=\"2\"/>"
                "<table:table-cell office:value-type=\"string\"><text:p>x</text:p>"
                "</table:table-cell>",
                " table:visibility=\"filter\"") +
        "</table:table-row-group>" +
        ods_row("<table:table-cell/><table:table-cell/><table:table-cell "
                "table:formula=\"of:=HYPERLINK(&quot;https://b.example&quot;;&quot;b&quot;)\" "
                "office:value-type=\"string\"><text:p>b</text:p></table:table-cell>"));
    const Sheet& sheet = reading.sheet();
    ASSERT_EQ(sheet.merged.size(), 1U);
    EXPECT_EQ(to_a1(sheet.merged[0]), "A1:B3");
    ASSERT_EQ(sheet.notes.size(), 1U);
    EXPECT_EQ(sheet.notes[0].author, "Ada Quill");
    EXPECT_EQ(sheet.notes[0].text, "ask\nagain");
    ASSERT_EQ(sheet.links.size(), 2U);
    EXPECT_EQ(sheet.links[0].target, "https://quill.example/?a=1&b=2");
    EXPECT_EQ(sheet.links[1].target, "https://b.example");
    EXPECT_EQ(to_a1(sheet.links[1].at), "C3");
    EXPECT_TRUE(sheet.column_hidden(1));
    EXPECT_FALSE(sheet.column_hidden(0));
    EXPECT_TRUE(sheet.find_row(1)->hidden);
    EXPECT_FALSE(sheet.find_row(0)->hidden);
}

TEST(Ods, errors_and_formulas_without_value_are_told) {
    const Reading reading = ods_table(
        ods_row("<table:table-cell table:formula=\"of:=1/0\" office:value-type=\"string\" "
                "office:string-value=\"\" calcext:value-type=\"error\"><text:p>#DIV/0!</text:p>"
                "</table:table-cell>"
                "<table:table-cell table:formula=\"of:=[.A1]\"/>"
                "<table:table-cell table:formula=\"of:=&quot;&quot;\" office:value-type=\"string\" "
                "office:string-value=\"\"/>"));
    EXPECT_EQ(reading.value("A1"), "error:#DIV/0!");
    EXPECT_TRUE(reading.cell("B1")->stale);
    EXPECT_FALSE(reading.cell("C1")->stale);
    ASSERT_EQ(reading.findings.size(), 1U);
    EXPECT_EQ(reading.findings[0].rule, "formula-without-value");
    EXPECT_EQ(reading.findings[0].place, "Actions!B1");
}

TEST(Ods, deleted_cells_and_copies_of_other_files_are_no_sheets) {
    const std::string cell = ods_row(
        "<table:table-cell office:value-type=\"string\"><text:p>gone</text:p>"
        "</table:table-cell>");
    const std::string content = ods_content(
        "<style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties "
        "table:display=\"false\"/></style:style>",
        "<table:tracked-changes><table:table table:name=\"Old\">" + cell +
            "</table:table></table:tracked-changes><table:table table:name=\"Lists\" "
            "table:style-name=\"ta2\">" +
            cell +
            "</table:table><table:table table:name=\"'file:///x.ods'#$A\" "
            "table:style-name=\"ta_extref\">" +
            cell + "</table:table>");
    const Reading reading = read_as(ods_reader(), ods_bytes({{"content.xml", content}}));
    ASSERT_EQ(reading.workbook.sheets.size(), 1U);
    EXPECT_EQ(reading.sheet().name, "Lists");
    EXPECT_EQ(reading.sheet().visibility, Visibility::hidden);
}

TEST(Ods, a_cut_file_gives_what_stands_before_the_cut) {
    std::string content = ods_content(
        "", "<table:table table:name=\"A\">" +
                ods_row("<table:table-cell office:value-type=\"string\"><text:p>kept</text:p>"
                        "</table:table-cell>") +
                "</table:table>");
    content.resize(content.find("</table:table>"));
    const Reading reading = read_as(ods_reader(), ods_bytes({{"content.xml", content}}));
    EXPECT_EQ(reading.value("A1"), "text:kept");
    ASSERT_NE(reading.finding("truncated-file"), nullptr);
    EXPECT_EQ(reading.finding("truncated-file")->severity, Severity::error);
}

TEST(Ods, encryption_is_said_plainly) {
    const std::string bytes =
        ods_bytes({{"META-INF/manifest.xml",
                    "<manifest:manifest><manifest:file-entry manifest:full-path=\"content.xml\">"
                    "<manifest:encryption-data/></manifest:file-entry></manifest:manifest>"},
                   {"content.xml", "\x01\x02\x03"}});
    EXPECT_EQ(error_of(ods_reader(), bytes).kind, ErrorKind::encrypted);
}

TEST(Ods, a_flat_file_is_read_like_a_packed_one) {
    const std::string bytes =
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<office:document "
        "office:version=\"1.2\" office:mimetype=\"application/vnd.oasis.opendocument."
        "spreadsheet\"><office:meta><dc:title>Log</dc:title></office:meta><office:body>"
        "<office:spreadsheet><table:table table:name=\"A\">" +
        ods_row(
            "<table:table-cell office:value-type=\"string\"><text:p>Caf\xE9</text:p>"
            "</table:table-cell>") +
        "</table:table></office:spreadsheet></office:body></office:document>";
    EXPECT_EQ(fods_reader().confidence({"a.xml", bytes}), 100);
    EXPECT_EQ(ods_reader().confidence({"a.xml", bytes}), 0);
    const Reading reading = read_as(fods_reader(), bytes);
    EXPECT_EQ(reading.value("A1"), "text:Café");
    EXPECT_EQ(reading.workbook.title, "Log");
    EXPECT_EQ(reading.workbook.format, "fods");
}

TEST(Ods, texts_and_other_documents_are_not_taken) {
    ZipWriter zip;
    zip.add("mimetype", "application/vnd.oasis.opendocument.text");
    zip.add("content.xml", "<office:document-content/>");
    EXPECT_EQ(ods_reader().confidence({"a.ods", zip.bytes()}), 0);
    EXPECT_EQ(fods_reader().confidence({"a.fods", "<Workbook/>"}), 0);
}

}  // namespace
}  // namespace tidytracker
