// SPDX-License-Identifier: Apache-2.0
#include "read/xlsx_fixture.hpp"

namespace tidytracker {
namespace {

using testing::Parts;
using testing::read_workbook;
using testing::relationship;
using testing::relationships;

constexpr std::string_view k_placeholder =
    "[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment. Learn "
    "more: https://go.microsoft.com/fwlink/?linkid=870924\n\nComment:\n    Is this still open?";

std::string note(std::string_view ref, std::string_view author, std::string_view text) {
    std::string out = "<comment ref=\"";
    out.append(ref).append("\" authorId=\"").append(author).append("\"><text><t>");
    return out.append(text).append("</t></text></comment>");
}

/// Authors 0 and 1 are a person and a thread.
std::string comments(std::string_view list) {
    return "<comments><authors><author>Ada Byrne</author><author>tc={1F2E}</author></authors>"
           "<commentList>" +
           std::string(list) + "</commentList></comments>";
}

Parts with_notes(std::string_view list) {
    Parts parts;
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = relationships(
        relationship("rId1", "comments", "../comments1.xml") +
        relationship("rId2", "threadedComment", "../threadedComments/threadedComment1.xml"));
    parts["xl/comments1.xml"] = comments(list);
    return parts;
}

std::vector<Note> notes_of(const Parts& parts) {
    return read_workbook(parts).sheet().notes;
}

TEST(XlsxNotes, notes_have_place_author_and_text) {
    const auto notes = notes_of(with_notes(
        "<comment ref=\"C4\" authorId=\"0\"><text><r><rPr><b/></rPr><t>Ada Byrne:</t></r><r><t>\n"
        "Chase the depot</t></r></text></comment>" +
        note("B2", "7", "unsigned") + note("odd", "0", "lost place")));
    ASSERT_EQ(notes.size(), 2U);
    EXPECT_EQ(to_a1(notes[0].at), "B2");
    EXPECT_EQ(notes[0].author, "");
    EXPECT_EQ(notes[1].author, "Ada Byrne");
    EXPECT_EQ(notes[1].text, "Chase the depot");
}

TEST(XlsxNotes, a_thread_gives_its_messages_instead_of_the_placeholder) {
    Parts parts = with_notes(note("A1", "1", k_placeholder) + note("A2", "0", "a plain note"));
    parts["xl/threadedComments/threadedComment1.xml"] =
        "<ThreadedComments><threadedComment ref=\"A1\" personId=\"{P1}\" id=\"{1F2E}\"><text>Is "
        "this still open?</text></threadedComment><threadedComment ref=\"A1\" personId=\"{P9}\" "
        "parentId=\"{1F2E}\"><text>No &amp; closed</text><mentions/></threadedComment>"
        "</ThreadedComments>";
    parts["xl/persons/person.xml"] =
        "<personList><person displayName=\"Cai Rees\" id=\"{P1}\"/></personList>";
    const auto notes = notes_of(parts);
    ASSERT_EQ(notes.size(), 3U);
    EXPECT_EQ(notes[0].author, "Cai Rees");
    EXPECT_EQ(notes[0].text, "Is this still open?");
    EXPECT_EQ(notes[1].text, "No & closed");
    EXPECT_EQ(notes[2].text, "a plain note");
}

TEST(XlsxNotes, a_lost_thread_gives_the_message_in_the_placeholder) {
    const auto notes = notes_of(with_notes(note("A1", "1", k_placeholder)));
    ASSERT_EQ(notes.size(), 1U);
    EXPECT_EQ(notes[0].text, "Is this still open?");
    EXPECT_EQ(notes[0].author, "");
}

}  // namespace
}  // namespace tidytracker
