// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "support/convert_text.hpp"

namespace tidytracker {
namespace {

using testing::convert_text;
using testing::count_findings;

TEST(NestedActions, a_recommendation_beside_its_first_action_only_heads_all_of_them) {
    const Conversion conversion = convert_text(
        "Rec No,Recommendation,Our response,Agreed action,Owner,Target date\n"
        "1,The mill should keep a log of visitors,Accepted,Buy a visitors' book,Ida Brook,3/6/24\n"
        ",,,Put up a sign at the gate,Tom Vale,10/6/24\n"
        "2,The weir should be cleared each spring,Partially accepted,Hire a barge,Ida Brook,"
        "1/3/25\n"
        ",,,Train two volunteers,Tom Vale,1/2/25\n"
        "3,The café should close on Mondays,Rejected,,,\n",
        "mill.csv");
    const auto& records = conversion.document.records;
    ASSERT_EQ(records.size(), 5U);
    EXPECT_EQ(records[1].action, "Put up a sign at the gate");
    EXPECT_EQ(records[1].parent, "1");
    EXPECT_EQ(records[1].ref, "");
    EXPECT_EQ(records[1].response, Response::accepted);
    EXPECT_EQ(records[1].kind, Kind::action);
    EXPECT_EQ(records[3].parent, "2");
    EXPECT_EQ(records[3].response, Response::partially_accepted);
    EXPECT_EQ(records[4].action, "The café should close on Mondays");
    EXPECT_EQ(records[4].ref, "3");
    EXPECT_EQ(records[4].parent, "");
    EXPECT_EQ(records[4].kind, Kind::recommendation);
    EXPECT_EQ(count_findings(conversion, "filled-down"), 3U);
}

TEST(NestedActions, a_recommendation_may_be_repeated_with_each_action) {
    const Conversion conversion = convert_text(
        "Recommendation,Key action,Lead,Due,Status\n"
        "R1: Mend the slipway before the regatta,R1.1 Order stone,Ida Brook,3/6/24,Open\n"
        "R1: Mend the slipway before the regatta,R1.2 Close the ramp,Tom Vale,5/6/24,Open\n"
        "R2: Light the towpath,R2.1 Ask for a quote,Ida Brook,9/7/24,Closed\n",
        "regatta.csv");
    const auto& records = conversion.document.records;
    ASSERT_EQ(records.size(), 3U);
    EXPECT_EQ(records[1].action, "Close the ramp");
    EXPECT_EQ(records[1].ref, "R1.2");
    EXPECT_EQ(records[1].parent, "R1");
    ASSERT_EQ(records[1].extra.size(), 1U);
    EXPECT_EQ(records[1].extra.front().second, "R1: Mend the slipway before the regatta");
}

TEST(NestedActions, one_action_for_each_recommendation_is_no_nesting) {
    const Conversion conversion = convert_text(
        "Recommendation,Action,Lead,Due\n"
        "Mend the slipway,Order stone,Ida Brook,3/6/24\n"
        "Light the towpath,Ask for a quote,Tom Vale,9/7/24\n",
        "regatta.csv");
    ASSERT_EQ(conversion.document.records.size(), 2U);
    EXPECT_EQ(conversion.document.records[0].action, "Mend the slipway");
}

TEST(NestedActions, merged_cells_of_a_page_head_their_rows) {
    const Conversion conversion = convert_text(
        "<table><tr><th rowspan=2>Recommendation</th><th colspan=3>Actions</th></tr>"
        "<tr><th>Action</th><th>Responsible</th><th>DueDate</th></tr>"
        "<tr><td rowspan=2>1. Teach the choir to read.</td><td>1.1 Find a tutor</td>"
        "<td>Ida Brook</td><td>03/06/2024</td></tr>"
        "<tr><td>1.2 Buy scores</td><td>Tom Vale</td><td>10/06/2024</td></tr>"
        "<tr><td>2. Heat the hall.</td><td>2.1 Mend the boiler</td><td>Ida Brook</td>"
        "<td>01/10/2024</td></tr></table>",
        "choir.html");
    const auto& records = conversion.document.records;
    ASSERT_EQ(records.size(), 3U);
    EXPECT_EQ(records[1].action, "Buy scores");
    EXPECT_EQ(records[1].ref, "1.2");
    EXPECT_EQ(records[1].parent, "1");
    ASSERT_TRUE(records[1].due.has_value());
    EXPECT_EQ(records[1].due->date, "2024-06-10");
}

TEST(NumberedTexts, references_in_front_of_nearly_all_actions_are_taken_off) {
    const Conversion conversion = convert_text(
        "Action,Owner,Due\n1. Paint the hide,Ida Brook,3/6/24\n2. Mow the bank,Tom Vale,4/6/24\n"
        "3. Count the newts,Ida Brook,5/6/24\n",
        "hide.csv");
    ASSERT_EQ(conversion.document.records.size(), 3U);
    EXPECT_EQ(conversion.document.records[1].ref, "2");
    EXPECT_EQ(conversion.document.records[1].action, "Mow the bank");
}

TEST(NumberedTexts, figures_of_sentences_stay) {
    const Conversion conversion = convert_text(
        "Action,Owner,Due\n12 Boats need paint,Ida Brook,3/6/24\n3.5 Tonnes of gravel to order,"
        "Tom Vale,4/6/24\nMow the bank,Ida Brook,5/6/24\n",
        "boats.csv");
    ASSERT_EQ(conversion.document.records.size(), 3U);
    EXPECT_EQ(conversion.document.records[0].action, "12 Boats need paint");
    EXPECT_EQ(conversion.document.records[1].action, "3.5 Tonnes of gravel to order");
}

}  // namespace
}  // namespace tidytracker
