// SPDX-License-Identifier: Apache-2.0
#include "read/docx/docx_fixture.hpp"

namespace tidytracker {
namespace {

using testing::DocumentParts;
using testing::element;
using testing::paragraph;
using testing::read_document_file;

using Texts = std::vector<std::string>;

constexpr std::string_view k_lists =
    "<w:abstractNum w:abstractNumId=\"0\">"
    "<w:lvl w:ilvl=\"0\"><w:start w:val=\"3\"/><w:numFmt w:val=\"decimal\"/>"
    "<w:lvlText w:val=\"%1.\"/></w:lvl>"
    "<w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%1(%2)\"/></w:lvl>"
    "<w:lvl w:ilvl=\"2\"><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%3\"/></w:lvl>"
    "</w:abstractNum>"
    "<w:abstractNum w:abstractNumId=\"1\">"
    "<w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\xEF\x82\xB7\"/></w:lvl>"
    "</w:abstractNum>"
    "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
    "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>"
    "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\">"
    "<w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>";

std::string item(std::string_view text, int list, int level = 0) {
    return paragraph(text,
                     element("numPr", "<w:ilvl w:val=\"" + std::to_string(level) +
                                          "\"/><w:numId w:val=\"" + std::to_string(list) + "\"/>"));
}

Texts texts_of(std::string_view body, std::string_view styles = "") {
    DocumentParts parts(body);
    parts.set_part("numbering", "numbering", k_lists);
    parts.set_part("styles", "styles", styles);
    return read_document_file(parts).texts();
}

TEST(DocxLists, numbers_that_word_prints_are_read) {
    EXPECT_EQ(texts_of(item("Roads", 1) + item("Holes", 1, 1) + item("Signs", 1, 1) +
                       item("Bins", 1) + item("Lids", 1, 1) + item("", 1)),
              (Texts{"3. Roads", "3(a) Holes", "3(b) Signs", "4. Bins", "4(a) Lids", "5."}));
}

TEST(DocxLists, a_level_in_roman_numbers_starts_anew_below_each_higher_one) {
    EXPECT_EQ(
        texts_of(item("x", 1) + item("y", 1, 2) + item("z", 1, 2) + item("x", 1) + item("y", 1, 2)),
        (Texts{"3. x", "I y", "II z", "4. x", "I y"}));
}

TEST(DocxLists, bullets_stand_only_before_text) {
    EXPECT_EQ(texts_of(item("two posts", 2) + item("", 2)), (Texts{"\xE2\x80\xA2 two posts"}));
}

TEST(DocxLists, an_override_starts_the_list_anew_once) {
    EXPECT_EQ(texts_of(item("a", 1) + item("b", 3) + item("c", 3)),
              (Texts{"3. a", "1. b", "2. c"}));
}

TEST(DocxLists, deleted_items_are_not_counted) {
    const std::string gone =
        element("p", element("pPr", element("numPr", "<w:numId w:val=\"1\"/>") +
                                        element("rPr", element("del"))) +
                         element("del", element("r", element("delText", "gone"))));
    EXPECT_EQ(texts_of(item("a", 1) + gone + item("b", 1)), (Texts{"3. a", "4. b"}));
}

TEST(DocxLists, a_style_may_make_list_items_and_a_paragraph_may_leave_the_list) {
    const std::string style =
        "<w:style w:styleId=\"L\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
        "</w:style>";
    const std::string in_style = element("pStyle w:val=\"L\"");
    EXPECT_EQ(texts_of(paragraph("a", in_style) +
                           paragraph("b", in_style + element("numPr", "<w:numId w:val=\"0\"/>")),
                       style),
              (Texts{"3. a", "b"}));
}

TEST(DocxLists, an_unknown_list_prints_nothing) {
    EXPECT_EQ(texts_of(item("a", 77)), (Texts{"a"}));
}

}  // namespace
}  // namespace tidytracker
