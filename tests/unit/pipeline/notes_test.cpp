// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "read/xlsx_fixture.hpp"
#include "support/convert_text.hpp"

namespace tidytracker {
namespace {

using testing::convert_text;
using testing::Parts;
using testing::relationship;
using testing::relationships;

using Extra = std::vector<std::pair<std::string, std::string>>;

std::string log_cell(std::string_view text) {
    if (text.empty()) return "<c/>";
    return std::string("<c t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>");
}

std::string log_row(std::string_view ref, std::string_view action, std::string_view lead) {
    return "<row>" + log_cell(ref) + log_cell(action) + log_cell(lead) + "</row>";
}

/// A log of two actions, the second of which nobody leads; C3 is the gap.
Parts log_with(const std::string& notes, const std::string& messages) {
    Parts parts;
    parts.set_rows(log_row("Ref", "Action", "Lead") + log_row("1", "Mend the gate", "Cai Rees") +
                   log_row("2", "Order new keys", ""));
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = relationships(
        relationship("rId1", "comments", "../comments1.xml") +
        relationship("rId2", "threadedComment", "../threadedComments/threadedComment1.xml"));
    parts["xl/comments1.xml"] =
        "<comments><authors><author>Ada Byrne</author></authors>"
        "<commentList>" +
        notes + "</commentList></comments>";
    parts["xl/threadedComments/threadedComment1.xml"] =
        "<ThreadedComments>" + messages + "</ThreadedComments>";
    parts["xl/persons/person.xml"] =
        "<personList><person displayName=\"Cai Rees\" id=\"{P1}\"/>"
        "<person displayName=\"Ada Byrne\" id=\"{P2}\"/></personList>";
    return parts;
}

Extra extra_of_log(const Parts& parts, std::size_t record) {
    const Conversion conversion = convert_text(parts.bytes(), "log.xlsx");
    EXPECT_EQ(conversion.document.records.size(), 2U);
    return conversion.document.records.at(record).extra;
}

TEST(PipelineNotes, a_thread_is_kept_with_its_answers) {
    const Parts parts = log_with(
        "",
        "<threadedComment ref=\"B2\" personId=\"{P1}\" id=\"{T1}\"><text>Which gate?</text>"
        "</threadedComment><threadedComment ref=\"B2\" personId=\"{P2}\" parentId=\"{T1}\">"
        "<text>The one by the ford</text></threadedComment><threadedComment ref=\"B2\" "
        "personId=\"{P1}\" parentId=\"{T1}\"><text>Thanks</text></threadedComment>");
    EXPECT_EQ(extra_of_log(parts, 0),
              (Extra{{"Note on Action (Cai Rees)",
                      "Which gate?\nAda Byrne: The one by the ford\nCai Rees: Thanks"}}));
}

TEST(PipelineNotes, a_note_on_an_empty_cell_is_kept) {
    const Parts parts = log_with(
        "<comment ref=\"C3\" authorId=\"0\"><text><t>Who takes this?</t></text></comment>", "");
    EXPECT_EQ(extra_of_log(parts, 1), (Extra{{"Note on Lead (Ada Byrne)", "Who takes this?"}}));
    EXPECT_TRUE(extra_of_log(parts, 0).empty());
}

TEST(PipelineNotes, a_note_on_a_caption_is_listed_as_not_converted) {
    const Parts parts = log_with(
        "<comment ref=\"C1\" authorId=\"0\"><text><t>Initials will do</t></text></comment>"
        "<comment ref=\"H9\" authorId=\"9\"><text><t>Print on A3</t></text></comment>"
        "<comment ref=\"B3\" authorId=\"0\"><text><t>Two each</t></text></comment>",
        "");
    const Conversion conversion = convert_text(parts.bytes(), "log.xlsx");
    Extra listed;
    for (const Unconverted& left : conversion.document.unconverted) {
        listed.emplace_back(left.place, left.text);
    }
    EXPECT_EQ(listed, (Extra{{"Actions!C1", "Ada Byrne: Initials will do"},
                             {"Actions!H9", "Print on A3"}}));
}

}  // namespace
}  // namespace tidytracker
