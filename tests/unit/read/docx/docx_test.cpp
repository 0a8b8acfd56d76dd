// SPDX-License-Identifier: Apache-2.0
#include "read/docx/docx_fixture.hpp"

namespace tidytracker {
namespace {

using testing::DocumentParts;
using testing::DocumentReading;
using testing::element;
using testing::paragraph;
using testing::read_body;
using testing::read_document_file;
using testing::run;
using testing::table_cell;
using testing::ZipWriter;

using Texts = std::vector<std::string>;

int confidence_in(std::string_view bytes) {
    return docx_reader().confidence({"log.bin", bytes});
}

TEST(Docx, is_known_by_its_content) {
    EXPECT_EQ(confidence_in(DocumentParts().bytes()), 100);
    EXPECT_EQ(confidence_in("PK"), 0);
    ZipWriter other;
    other.add("xl/workbook.xml", "<workbook/>");
    EXPECT_EQ(confidence_in(other.bytes()), 0);
    ZipWriter odd;
    odd.add("word/document2.xml", "<document/>");
    EXPECT_EQ(confidence_in(odd.bytes()), 90);
}

TEST(Docx, has_one_sheet_whose_places_are_those_of_a_document) {
    const DocumentReading reading = read_body(paragraph("Minutes"));
    EXPECT_EQ(reading.workbook.format, "docx");
    ASSERT_EQ(reading.workbook.sheets.size(), 1U);
    EXPECT_EQ(reading.sheet().places, PlaceStyle::document);
    EXPECT_FALSE(reading.sheet().has_wrapped_rows());
    EXPECT_EQ(reading.workbook.description, "Office Open XML text, 0 tables");
}

TEST(Docx, the_main_part_is_found_by_its_relationship) {
    DocumentParts parts;
    parts["_rels/.rels"] =
        DocumentParts::list_of({DocumentParts::link("r", "officeDocument", "/word/document7.xml")});
    parts["word/document7.xml"] = element("document", element("body", paragraph("Here")));
    EXPECT_EQ(read_document_file(parts).texts(), (Texts{"Here"}));
}

TEST(Docx, a_package_without_its_text_is_an_error) {
    DocumentParts parts;
    parts.erase("word/document.xml");
    Findings findings;
    const std::string bytes = parts.bytes();
    const Result<Workbook> workbook = docx_reader().read({"t.docx", bytes}, {}, findings);
    ASSERT_FALSE(workbook);
    EXPECT_EQ(workbook.error().kind, ErrorKind::unreadable);
}

TEST(Docx, the_title_is_that_of_the_properties) {
    DocumentParts parts;
    parts["_rels/.rels"] =
        DocumentParts::list_of({DocumentParts::link("a", "officeDocument", "word/document.xml"),
                                DocumentParts::link("b", "core-properties", "docProps/core.xml")});
    parts["docProps/core.xml"] = "<c><dc:title>Action log</dc:title></c>";
    EXPECT_EQ(read_document_file(parts).workbook.title, "Action log");
}

TEST(Docx, footnotes_follow_the_body_and_hang_on_their_cell) {
    const std::string mark = element("r", "<w:footnoteReference w:id=\"2\"/>");
    DocumentParts parts(element("p", run("Rec 31") + mark + run(" was agreed")));
    parts.set_part("footnotes", "footnotes",
                   "<w:footnote w:type=\"separator\" w:id=\"0\"/>" +
                       element("footnote w:id=\"2\"", paragraph("Also of 2019")));
    const DocumentReading reading = read_document_file(parts);
    EXPECT_EQ(reading.texts(), (Texts{"Rec 31 was agreed", "Also of 2019"}));
    EXPECT_EQ(reading.place(reading.sheet().rows[1].index), "footnote 1");
    ASSERT_EQ(reading.sheet().notes.size(), 1U);
    EXPECT_EQ(reading.sheet().notes[0].author, "footnote 1");
    EXPECT_EQ(reading.sheet().notes[0].text, "Also of 2019");
}

TEST(Docx, comments_are_notes_with_their_authors) {
    const auto mark = [](std::string_view id) {
        return element("r", "<w:commentReference w:id=\"" + std::string(id) + "\"/>");
    };
    DocumentParts parts(paragraph("Log") +
                        element("p", run("Open") + mark("1") + mark("2") + mark("9")));
    parts.set_part("comments", "comments",
                   element("comment w:id=\"1\" w:author=\"Ines Park\"", paragraph("Still?")) +
                       element("comment w:id=\"2\" w:author=\"Roy Brand\"", paragraph("Yes")));
    const DocumentReading reading = read_document_file(parts);
    ASSERT_EQ(reading.sheet().notes.size(), 1U);
    EXPECT_EQ(reading.sheet().notes[0].at, (CellAddress{1, 0}));
    EXPECT_EQ(reading.sheet().notes[0].text, "Ines Park: Still?\nRoy Brand: Yes");
}

TEST(Docx, page_headers_and_footers_come_last_and_once) {
    DocumentParts parts(paragraph("Body"));
    parts.set_links({DocumentParts::link("a", "header", "header1.xml"),
                     DocumentParts::link("b", "header", "header2.xml"),
                     DocumentParts::link("c", "footer", "footer1.xml")});
    parts.set_part("header1", "hdr", paragraph("Harbour Board"));
    parts.set_part("header2", "hdr", paragraph("Harbour Board"));
    parts.set_part("footer1", "ftr",
                   element("p", run("Page ") + element("fldSimple w:instr=\"PAGE\"", run("1"))));
    const DocumentReading reading = read_document_file(parts);
    EXPECT_EQ(reading.texts(), (Texts{"Body", "Harbour Board", "Page 1"}));
    EXPECT_EQ(reading.place(reading.sheet().rows[1].index), "page header");
    EXPECT_EQ(reading.place(reading.sheet().rows[2].index), "page footer");
}

TEST(Docx, too_many_cells_for_the_budget_are_an_error) {
    const DocumentParts parts(paragraph("a") + paragraph("b") + paragraph("c"));
    ReadOptions options;
    options.limits.cells = 2;
    Findings findings;
    const std::string bytes = parts.bytes();
    const Result<Workbook> workbook = docx_reader().read({"t.docx", bytes}, options, findings);
    ASSERT_FALSE(workbook);
    EXPECT_EQ(workbook.error().kind, ErrorKind::too_large);
}

}  // namespace
}  // namespace tidytracker
