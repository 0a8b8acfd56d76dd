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
using testing::ZipWriter;

constexpr std::string_view k_row = "<row><c t=\"str\"><v>read</v></c></row>";

int confidence(std::string_view bytes) {
    return xlsx_reader().confidence({"t.xlsx", bytes});
}

/// The parts with their names changed.
template <class Rename>
std::string renamed(const Parts& parts, Rename rename) {
    ZipWriter zip;
    for (const auto& [name, content] : parts) zip.add(rename(name), content);
    return zip.bytes();
}

TEST(XlsxWorkbook, sheets_come_in_tab_order_with_their_visibility) {
    Parts parts;
    parts["xl/workbook.xml"] =
        "<workbook><sheets><sheet name=\"R&amp;D\" r:id=\"rId2\" state=\"hidden\"/>"
        "<sheet name=\"Actions\" r:id=\"rId1\"/><sheet name=\"Lists\" r:id=\"rId2\" "
        "state=\"veryHidden\"/></sheets></workbook>";
    parts["xl/_rels/workbook.xml.rels"] =
        relationships(relationship("rId1", "worksheet", "worksheets/sheet1.xml") +
                      relationship("rId2", "worksheet", "worksheets/sheet2.xml"));
    parts["xl/worksheets/sheet2.xml"] = "<worksheet/>";
    const Workbook workbook = read_workbook(parts).workbook;
    ASSERT_EQ(workbook.sheets.size(), 3U);
    EXPECT_EQ(workbook.sheets[0].name, "R&D");
    EXPECT_EQ(workbook.sheets[0].visibility, Visibility::hidden);
    EXPECT_EQ(workbook.sheets[1].visibility, Visibility::visible);
    EXPECT_EQ(workbook.sheets[2].visibility, Visibility::very_hidden);
    EXPECT_EQ(workbook.format, "xlsx");
}

TEST(XlsxWorkbook, other_kinds_of_sheets_are_passed_over) {
    Parts parts;
    parts["xl/workbook.xml"] =
        "<workbook><sheets><sheet name=\"Macro\" r:id=\"rId3\"/><sheet name=\"Chart\" "
        "r:id=\"rId4\"/><sheet name=\"Actions\" r:id=\"rId1\"/></sheets></workbook>";
    parts["xl/_rels/workbook.xml.rels"] =
        relationships(relationship("rId1", "worksheet", "worksheets/sheet1.xml") +
                      relationship("rId3", "xlMacrosheet", "macrosheets/sheet1.xml") +
                      relationship("rId4", "chartsheet", "chartsheets/sheet1.xml"));
    const Reading reading = read_workbook(parts);
    ASSERT_EQ(reading.workbook.sheets.size(), 1U);
    EXPECT_EQ(reading.sheet().name, "Actions");
    EXPECT_TRUE(reading.findings.empty());
}

TEST(XlsxWorkbook, dates_may_count_from_1904) {
    Parts parts;
    parts["xl/workbook.xml"].insert(std::string("<workbook>").size(),
                                    "<workbookPr date1904=\"1\"/>");
    parts.set_rows("<row><c t=\"d\"><v>1904-01-02</v></c></row>");
    const Reading reading = read_workbook(parts);
    EXPECT_EQ(reading.workbook.date_system, DateSystem::from_1904);
    EXPECT_EQ(reading.value("A1"), "number:1");
}

TEST(XlsxWorkbook, the_title_is_read) {
    Parts parts;
    parts["docProps/core.xml"] =
        "<cp:coreProperties><dc:creator>A</dc:creator><dc:title>Depot actions &amp; "
        "risks</dc:title>"
        "</cp:coreProperties>";
    EXPECT_EQ(read_workbook(parts).workbook.title, "Depot actions & risks");
}

TEST(XlsxWorkbook, targets_may_be_absolute_or_climb) {
    for (const std::string_view target :
         {"/xl/worksheets/sheet1.xml", "../xl/./worksheets/sheet1.xml", "worksheets\\sheet1.xml",
          "\\XL\\Worksheets\\Sheet1.XML"}) {
        Parts parts;
        parts.set_rows(k_row);
        parts["xl/_rels/workbook.xml.rels"] =
            relationships(relationship("rId1", "worksheet", target));
        EXPECT_EQ(read_workbook(parts).value("A1"), "text:read") << target;
    }
}

TEST(XlsxWorkbook, part_names_may_be_spelt_in_any_way) {
    Parts parts;
    parts.set_rows(k_row);
    const std::string upper = renamed(parts, [](std::string name) {
        for (char& c : name) c = static_cast<char>(std::toupper(c));
        return name;
    });
    const std::string back = renamed(parts, [](std::string name) {
        std::ranges::replace(name, '/', '\\');
        return name;
    });
    for (const std::string& bytes : {upper, back}) {
        EXPECT_EQ(confidence(bytes), 100);
        EXPECT_EQ(read_workbook(bytes).value("A1"), "text:read");
    }
}

TEST(XlsxWorkbook, a_workbook_part_elsewhere_is_found_by_its_relationship) {
    Parts parts;
    parts.set_rows(k_row);
    parts["_rels/.rels"] = relationships(relationship("rId1", "officeDocument", "/book.xml"));
    parts["book.xml"] = parts["xl/workbook.xml"];
    parts["_rels/book.xml.rels"] =
        relationships(relationship("rId1", "worksheet", "xl/worksheets/sheet1.xml"));
    parts.erase("xl/workbook.xml");
    EXPECT_GT(confidence(parts.bytes()), 50);
    EXPECT_EQ(read_workbook(parts).value("A1"), "text:read");
}

TEST(XlsxWorkbook, a_file_without_directory_is_read_with_a_finding) {
    Parts parts;
    parts.set_rows(k_row);
    ZipWriter zip;
    for (const auto& [name, content] : parts) zip.add(name, content);
    EXPECT_EQ(confidence(zip.body()), 100);
    const Reading reading = read_workbook(zip.body());
    EXPECT_EQ(reading.value("A1"), "text:read");
    EXPECT_NE(reading.finding("truncated-file"), nullptr);
}

TEST(XlsxWorkbook, sheets_are_read_without_a_workbook_part) {
    ZipWriter zip;
    for (const char* name : {"xl/worksheets/sheet10.xml", "xl/worksheets/sheet9.xml"}) {
        zip.add(name, "<worksheet><sheetData><row><c t=\"str\"><v>" + std::string(name) +
                          "</v></c></row></sheetData></worksheet>");
    }
    EXPECT_GT(confidence(zip.body()), 50);
    const Reading reading = read_workbook(zip.body());
    ASSERT_EQ(reading.workbook.sheets.size(), 2U);
    EXPECT_EQ(reading.sheet().name, "Sheet1");
    EXPECT_EQ(reading.value("A1"), "text:xl/worksheets/sheet9.xml");
}

TEST(XlsxWorkbook, a_missing_sheet_part_is_found) {
    Parts parts;
    parts.erase("xl/worksheets/sheet1.xml");
    const Reading reading = read_workbook(parts);
    ASSERT_EQ(reading.workbook.sheets.size(), 1U);
    ASSERT_NE(reading.finding("missing-part"), nullptr);
    EXPECT_EQ(reading.finding("missing-part")->place, "Actions");
}

TEST(XlsxWorkbook, a_wrong_checksum_is_a_warning) {
    Parts parts;
    parts.set_rows(k_row);
    std::string bytes = parts.bytes();
    // The entry's checksum stands in the directory, 30 bytes before the name.
    const std::size_t name = bytes.rfind("xl/worksheets/sheet1.xml");
    bytes[name - 30] = static_cast<char>(bytes[name - 30] ^ 1);
    const Reading reading = read_workbook(bytes);
    EXPECT_EQ(reading.value("A1"), "text:read");
    const Finding* finding = reading.finding("damaged-file");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->severity, Severity::warning);
}

TEST(XlsxWorkbook, links_whose_bytes_are_no_utf8_are_repaired) {
    Parts parts;
    parts["xl/worksheets/_rels/sheet1.xml.rels"] =
        relationships(relationship("rId1", "hyperlink", "https://example.org/\xFF", true));
    parts.set_rows(
        "<row r=\"1\"><c r=\"A1\"><f>HYPERLINK(\"\xFE\")</f><v>1</v></c></row>",
        "<hyperlinks><hyperlink ref=\"B1\" r:id=\"rId1\" location=\"\xFD\"/></hyperlinks>");
    const Reading reading = read_workbook(parts);
    ASSERT_EQ(reading.sheet().links.size(), 2U);
    EXPECT_EQ(reading.sheet().links[0].target, "\uFFFD");
    EXPECT_EQ(reading.sheet().links[1].target, "https://example.org/\uFFFD#\uFFFD");
}

TEST(XlsxWorkbook, an_encrypted_workbook_is_claimed_and_refused) {
    std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0');
    EXPECT_EQ(confidence(bytes), 0);
    for (const char c : std::string_view("EncryptedPackage")) bytes.append({c, '\0'});
    EXPECT_GT(confidence(bytes), 50);
    const Error error = error_of(bytes);
    EXPECT_EQ(error.kind, ErrorKind::encrypted);
    EXPECT_EQ(error.message, "the workbook is encrypted");
}

TEST(XlsxWorkbook, other_files_are_left_to_other_readers) {
    ZipWriter word;
    word.add("[Content_Types].xml", "<Types/>");
    word.add("word/document.xml", "<document/>");
    ZipWriter binary;
    binary.add("xl/workbook.bin", "");
    binary.add("xl/worksheets/sheet1.bin", "");
    EXPECT_EQ(confidence(word.bytes()), 0);
    EXPECT_EQ(confidence(binary.bytes()), 0);
    EXPECT_EQ(confidence("Ref,Action\n"), 0);
    EXPECT_EQ(confidence(""), 0);
    EXPECT_EQ(error_of(word.bytes()).message, "the file holds no workbook");
    EXPECT_EQ(error_of("Ref,Action\n").kind, ErrorKind::unreadable);
}

TEST(XlsxWorkbook, sheets_without_relationships_are_where_programs_put_them) {
    Parts parts;
    parts.erase("xl/_rels/workbook.xml.rels");
    parts.set_rows("<row><c><v>7</v></c></row>");
    const Reading reading = read_workbook(parts);
    EXPECT_EQ(reading.sheet().name, "Actions");
    EXPECT_EQ(reading.value("A1"), "number:7");
    EXPECT_EQ(reading.finding("missing-part"), nullptr);
}

}  // namespace
}  // namespace tidytracker
