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

using Texts = std::vector<std::string>;

TEST(DocxText, paragraphs_are_rows_in_order) {
    const DocumentReading reading =
        read_body(paragraph("Minutes") + paragraph("") + paragraph("The pump was mended."));
    EXPECT_EQ(reading.texts(), (Texts{"Minutes", "The pump was mended."}));
    EXPECT_EQ(reading.sheet().rows[1].index, 2U);
    EXPECT_EQ(reading.place(2), "paragraph 3");
}

TEST(DocxText, runs_tabs_breaks_and_hyphens_make_one_text) {
    const std::string inner = element("r", element("br w:type=\"page\"")) + run("Due") +
                              element("r", "<w:tab/><w:t>3 &amp; 4</w:t><w:br/>") +
                              element("r", "<w:t>co</w:t><w:noBreakHyphen/><w:softHyphen/>") +
                              run("op");
    EXPECT_EQ(read_body(element("p", inner)).texts(), (Texts{"Due\t3 & 4\nco-op"}));
}

TEST(DocxText, tracked_changes_are_read_as_accepted) {
    const std::string deleted = element("del", element("r", element("delText", "May")));
    const std::string inserted = element("ins", run("June"));
    const DocumentReading reading = read_body(element("p", run("By ") + deleted + inserted));
    EXPECT_EQ(reading.texts(), (Texts{"By June"}));
    ASSERT_NE(reading.finding("tracked-changes"), nullptr);
    EXPECT_EQ(reading.finding("tracked-changes")->note,
              "1 insertion, 1 deletion and 0 moves, read as if all were accepted");
}

TEST(DocxText, moved_text_stands_once_where_it_went) {
    const std::string from = element("p", element("moveFrom", run("Clerk to write.")));
    const std::string to = element("p", element("moveTo", run("Clerk to write.")));
    const DocumentReading reading = read_body(from + paragraph("Between") + to);
    EXPECT_EQ(reading.texts(), (Texts{"Between", "Clerk to write."}));
}

TEST(DocxText, a_deleted_paragraph_mark_joins_two_paragraphs) {
    const std::string first = paragraph("The gate ", element("rPr", element("del")));
    EXPECT_EQ(read_body(first + paragraph("was painted.")).texts(),
              (Texts{"The gate was painted."}));
    EXPECT_EQ(read_body(first).texts(), (Texts{"The gate "}));
}

TEST(DocxText, former_properties_say_nothing) {
    const std::string former = element("rPrChange", element("rPr", element("strike")));
    const DocumentReading reading = read_body(element("p", run("Open", former)));
    EXPECT_FALSE(reading.style(0, 0).strike);
}

TEST(DocxText, uniform_looks_are_the_cells_style_and_mixed_ones_are_runs) {
    const DocumentReading reading =
        read_body(element("p", run("Closed", "<w:b/><w:strike/>")) +
                  element("p", run("Was ") + run("May", "<w:dstrike/>") + run(" June")) +
                  element("p", run("Red", "<w:highlight w:val=\"red\"/>")));
    EXPECT_TRUE(reading.style(0, 0).bold);
    EXPECT_TRUE(reading.style(0, 0).strike);
    const RichText* rich = reading.workbook.rich_text_of(*reading.cell(1, 0));
    ASSERT_NE(rich, nullptr);
    ASSERT_EQ(rich->runs.size(), 3U);
    EXPECT_TRUE(rich->runs[1].strike);
    EXPECT_EQ(rich->runs[1].first, 4U);
    EXPECT_EQ(rich->runs[1].length, 3U);
    EXPECT_FALSE(reading.workbook.is_struck(*reading.cell(1, 0)));
    EXPECT_EQ(reading.style(2, 0).fill, 0xFF0000U);
}

TEST(DocxText, looks_come_from_styles_and_what_they_are_based_on) {
    DocumentParts parts(element("p", element("pPr", element("pStyle w:val=\"Child\"")) +
                                         run("bold") +
                                         run("struck", "<w:rStyle w:val=\"Gone\"/>")));
    parts.set_part("styles", "styles",
                   "<w:style w:styleId=\"Base\"><w:rPr><w:b/></w:rPr></w:style>"
                   "<w:style w:styleId=\"Child\"><w:basedOn w:val=\"Base\"/></w:style>"
                   "<w:style w:styleId=\"Gone\"><w:rPr><w:strike/></w:rPr></w:style>"
                   "<w:style w:styleId=\"Ring\"><w:basedOn w:val=\"Ring\"/></w:style>");
    const DocumentReading reading = read_document_file(parts);
    const RichText* rich = reading.workbook.rich_text_of(*reading.cell(0, 0));
    ASSERT_NE(rich, nullptr);
    ASSERT_EQ(rich->runs.size(), 2U);
    EXPECT_TRUE(rich->runs[0].bold);
    EXPECT_FALSE(rich->runs[0].strike);
    EXPECT_TRUE(rich->runs[1].bold);
    EXPECT_TRUE(rich->runs[1].strike);
}

TEST(DocxText, headings_are_emphasised_whatever_their_font) {
    DocumentParts parts(paragraph("Roads", element("pStyle w:val=\"H\"")) +
                        paragraph("Bins", element("outlineLvl w:val=\"1\"")) +
                        paragraph("Text", element("outlineLvl w:val=\"9\"")));
    parts.set_part("styles", "styles",
                   "<w:style w:styleId=\"H\"><w:name w:val=\"heading 2\"/></w:style>");
    const DocumentReading reading = read_document_file(parts);
    EXPECT_TRUE(reading.style(0, 0).bold);
    EXPECT_TRUE(reading.style(1, 0).bold);
    EXPECT_FALSE(reading.style(2, 0).bold);
}

TEST(DocxText, fields_show_their_result_and_links_their_target) {
    const auto mark = [](std::string_view type) {
        return element("r", element("fldChar w:fldCharType=\"" + std::string(type) + "\""));
    };
    const auto told = [](std::string_view text) {
        return element("r", element("instrText", text));
    };
    const std::string nested = mark("begin") + told("IF ") + mark("begin") + told("PAGE") +
                               mark("separate") + run("7") + mark("end") + mark("separate") +
                               run("draft") + mark("end");
    const std::string link = mark("begin") + told("HYPERLINK \"https://a.example/x\" \\o \"tip\"") +
                             mark("separate") + run("paper") + mark("end");
    const DocumentReading reading =
        read_body(element("p", nested) + element("p", link) +
                  element("p", mark("begin") + told("PAGE") + run("lost")) + paragraph("after"));
    EXPECT_EQ(reading.texts(), (Texts{"draft", "paper", "after"}));
    ASSERT_EQ(reading.sheet().links.size(), 1U);
    EXPECT_EQ(reading.sheet().links[0].target, "https://a.example/x");
    EXPECT_EQ(reading.sheet().links[0].at.first.row, 1U);
}

TEST(DocxText, hyperlinks_lead_by_their_relationship) {
    DocumentParts parts(element("p", element("hyperlink r:id=\"rId7\"", run("paper")) +
                                         element("hyperlink w:anchor=\"top\"", run(" up"))));
    parts.set_links({DocumentParts::link("rId7", "hyperlink", "https://b.example/", true)});
    const DocumentReading reading = read_document_file(parts);
    EXPECT_EQ(reading.texts(), (Texts{"paper up"}));
    ASSERT_EQ(reading.sheet().links.size(), 1U);
    EXPECT_EQ(reading.sheet().links[0].target, "https://b.example/");
}

TEST(DocxText, content_controls_show_their_value_and_no_prompt) {
    const auto control = [](std::string_view properties, std::string_view text) {
        return element("sdt", element("sdtPr", properties) + element("sdtContent", run(text)));
    };
    const DocumentReading reading = read_body(
        element("p", control("<w:dropDownList/>", "Amber") + run(".")) +
        element("p", control("<w:showingPlcHdr/>", "Choose an item.")) +
        element("p", control("<w14:checkbox><w14:checked w14:val=\"1\"/></w14:checkbox>", "x") +
                         run(" Yes ") +
                         control("<w14:checkbox><w14:checked w14:val=\"0\"/></w14:checkbox>", "o") +
                         run(" No")));
    EXPECT_EQ(reading.texts(), (Texts{"Amber.", "\xE2\x98\x92 Yes \xE2\x98\x90 No"}));
}

TEST(DocxText, old_form_fields_show_their_state) {
    const auto field = [](std::string_view data) {
        return element("r", element("fldChar w:fldCharType=\"begin\"", element("ffData", data))) +
               element("r", element("fldChar w:fldCharType=\"separate\"")) + run("stale") +
               element("r", element("fldChar w:fldCharType=\"end\""));
    };
    const DocumentReading reading = read_body(
        element("p", field("<w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox>")) +
        element("p", field("<w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"Red\"/>"
                           "<w:listEntry w:val=\"Green\"/></w:ddList>")));
    EXPECT_EQ(reading.texts(), (Texts{"\xE2\x98\x92", "Green"}));
}

TEST(DocxText, symbol_fonts_become_characters) {
    const std::string symbol = element("r", "<w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/>");
    const std::string letter = run("\xC3\xBB", "<w:rFonts w:ascii=\"Wingdings\"/>");
    EXPECT_EQ(read_body(element("p", symbol + letter)).texts(),
              (Texts{"\xE2\x9C\x93\xE2\x9C\x97"}));
}

TEST(DocxText, raised_numbers_are_not_glued_to_numbers) {
    const std::string raised = "<w:vertAlign w:val=\"superscript\"/>";
    EXPECT_EQ(
        read_body(element("p", run("Rec 31") + run("1", raised) + run(" by 9") + run("th", raised)))
            .texts(),
        (Texts{"Rec 31\xC2\xB9 by 9th"}));
}

TEST(DocxText, hidden_text_is_left_out_and_told) {
    const DocumentReading reading =
        read_body(element("p", run("Seen") + run(" unseen", "<w:vanish/>")));
    EXPECT_EQ(reading.texts(), (Texts{"Seen"}));
    ASSERT_NE(reading.finding("hidden-text"), nullptr);
    EXPECT_EQ(reading.finding("hidden-text")->message, "1 part of the text is hidden");
}

TEST(DocxText, text_boxes_are_read_once_behind_their_paragraph) {
    const std::string box = element("txbxContent", paragraph("Key: DH is Dilys Hart"));
    const std::string drawing =
        element("r", "<mc:AlternateContent><mc:Choice>" + box + "</mc:Choice><mc:Fallback>" + box +
                         "</mc:Fallback></mc:AlternateContent>");
    EXPECT_EQ(read_body(element("p", run("Above") + drawing) + paragraph("Below")).texts(),
              (Texts{"Above", "Key: DH is Dilys Hart", "Below"}));
}

TEST(DocxText, embedded_files_are_told) {
    const DocumentReading reading =
        read_body(element("p", element("r", element("object", "<o:OLEObject Type=\"Embed\"/>"))));
    EXPECT_NE(reading.finding("embedded-document"), nullptr);
}

TEST(DocxText, deep_nesting_ends_without_harm) {
    std::string body;
    for (int i = 0; i < 5'000; ++i) body += "<w:tbl><w:tr><w:tc>";
    const DocumentReading reading = read_body(body);
    EXPECT_NE(reading.finding("truncated-file"), nullptr);
}

}  // namespace
}  // namespace tidytracker
