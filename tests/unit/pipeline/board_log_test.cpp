// SPDX-License-Identifier: Apache-2.0
// Logs as officers keep them: several things in one cell, sentences over two rows, a key below.
#include <algorithm>
#include <string_view>

#include <gtest/gtest.h>

#include "support/convert_text.hpp"

namespace tidytracker {
namespace {

using testing::convert_text;

Document document_of(std::string_view text, std::string_view name = "log.csv") {
    return convert_text(text, name, "2024-10-01").document;
}

TEST(BoardLog, a_column_of_ratings_says_the_state_as_well) {
    const Document document = document_of(
        "No,Action,Owner,Due,RAG\n"
        "1,Paint the hall,Ann Lee,May 2024,Green - complete\n"
        "2,Mend the roof,Ann Lee,May 2024,Red (on hold)\n"
        "3,Buy chairs,Bo Dane,May 2024,Not started\n"
        "4,Sell the piano,Bo Dane,May 2024,Amber\n");
    ASSERT_EQ(document.records.size(), 4U);
    EXPECT_EQ(document.records[0].rag, Rag::green);
    EXPECT_EQ(document.records[0].status, Status::complete);
    EXPECT_EQ(document.records[0].status_text, "complete");
    EXPECT_EQ(document.records[1].rag, Rag::red);
    EXPECT_EQ(document.records[1].status, Status::on_hold);
    EXPECT_EQ(document.records[2].rag, Rag::none);
    EXPECT_EQ(document.records[2].status, Status::not_started);
    EXPECT_EQ(document.records[3].rag, Rag::amber);
    EXPECT_EQ(document.records[3].status, Status::unknown);
}

TEST(BoardLog, two_ratings_in_a_cell_are_none) {
    const Document document = document_of(
        "No,Action,Owner,Due,RAG\n1,Paint the hall,Ann Lee,May 2024,Amber/Red\n"
        "2,Mend the roof,Ann Lee,May 2024,Red\n");
    EXPECT_EQ(document.records[0].rag, Rag::none);
    EXPECT_EQ(document.records[0].rag_text, "Amber/Red");
}

TEST(BoardLog, a_sentence_goes_on_in_the_row_below) {
    const Document document = document_of(
        "No,Action,Owner,Due\nMeeting of 3 May 2024,,,\n1,Report on repairs,Ann Lee,May 2024\n"
        ",and compare with 2022/23,,\n2,Buy chairs,Bo Dane,May 2024\n");
    ASSERT_EQ(document.records.size(), 2U);
    EXPECT_EQ(document.records[0].action, "Report on repairs and compare with 2022/23");
    ASSERT_TRUE(document.records[1].meeting);
    EXPECT_EQ(document.records[1].meeting->date, "2024-05-03");
    EXPECT_TRUE(std::ranges::any_of(document.findings, [](const Finding& finding) {
        return finding.rule == "split-row" && finding.place == "B4";
    }));
}

TEST(BoardLog, a_key_and_a_count_right_below_are_no_headings) {
    const Document document = document_of(
        "No,Action,Owner,Due\n1,Report on repairs,AL,May 2024\n2,Buy chairs,BD / AL,May 2024\n"
        "Total actions: 2,,,\nKey: AL = Ann Lee; BD = Bo Dane,,,\n");
    ASSERT_EQ(document.records.size(), 2U);
    ASSERT_EQ(document.records[1].leads.size(), 2U);
    EXPECT_EQ(document.records[1].leads[0].person, "Bo Dane");
    ASSERT_EQ(document.unconverted.size(), 2U);
    EXPECT_EQ(document.unconverted[0].reason, "total");
    EXPECT_EQ(document.unconverted[1].reason, "key");
}

TEST(BoardLog, no_revised_date_leaves_the_original_one) {
    const Document document = document_of(
        "Ref,Action,Owner,Original date,Revised date,Position at June 2024\n"
        "1,Report on repairs,Ann Lee,31/03/2024,N/A,Implemented\n"
        "2,Buy chairs,Bo Dane,Immediate,-,Outstanding\n"
        "3,Sell the piano,Bo Dane,31/03/2024,30/04/2024,On track\n");
    ASSERT_EQ(document.records.size(), 3U);
    ASSERT_TRUE(document.records[0].due && document.records[1].due && document.records[2].due);
    EXPECT_EQ(document.records[0].due->date, "2024-03-31");
    EXPECT_EQ(document.records[0].due_history.size(), 0U);
    EXPECT_EQ(document.records[0].status, Status::complete);
    EXPECT_EQ(document.records[1].due->text, "Immediate");
    EXPECT_EQ(document.records[2].due->date, "2024-04-30");
    EXPECT_EQ(document.records[2].due_history.size(), 1U);
}

TEST(BoardLog, minutes_say_in_the_sentence_when_it_is_due) {
    const Document document = document_of(
        "Minutes of the Hall Committee\nheld on Tuesday 4 June 2024\n\n1. Hedge\n"
        "ACTION: Rob Finch to send the bill by 14 June.\n\n2. Tap\n"
        "ACTION: Clerk to ask what was agreed by the county\n",
        "minutes.txt");
    ASSERT_EQ(document.records.size(), 2U);
    ASSERT_TRUE(document.records[0].meeting);
    EXPECT_EQ(document.records[0].meeting->date, "2024-06-04");
    ASSERT_TRUE(document.records[0].due);
    EXPECT_EQ(document.records[0].due->date, "2024-06-14");
    EXPECT_EQ(document.records[0].due->text, "by 14 June");
    EXPECT_EQ(document.records[0].action, "Rob Finch to send the bill by 14 June.");
    EXPECT_FALSE(document.records[1].due);
}

}  // namespace
}  // namespace tidytracker
