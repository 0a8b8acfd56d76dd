// SPDX-License-Identifier: Apache-2.0
// Actions that stand in lines instead of rows and columns.
#include <gtest/gtest.h>

#include "support/locate_text.hpp"

namespace tidytracker::testing {
namespace {

constexpr std::string_view k_blocks =
    "Ferry Board\nTracker, June 2024\n\nCheck the hoist\n- Reference: F1\n- Lead: Dev Nair\n"
    "- Due date: 4 June 2024\n- Status: In hand.\nThe engineer comes on Monday.\n\n"
    "Order slings\n- Reference: F2\n- Lead: Ana Petrov\n- Due date: 11 June 2024\n- Status:\n\n"
    "Last updated 1 June 2024\n";

TEST(LocateLines, blocks_of_labels_are_one_table) {
    const Located located = locate_text(k_blocks, "a.txt");
    ASSERT_EQ(located.layout.tables.size(), 1U);
    const Table& table = located.layout.tables[0];
    EXPECT_EQ(table.shape, TableShape::labels);
    EXPECT_EQ(captions_of(table), (Texts{"", "Reference", "Lead", "Due date", "Status"}));
    EXPECT_EQ(texts_of_column(table, 0), (Texts{"Check the hoist", "Order slings"}));
    EXPECT_EQ(texts_of_column(table, 4), (Texts{"In hand.\nThe engineer comes on Monday.", ""}));
    EXPECT_EQ(role_at_line(located.layout, 1), RowRole::title);
    EXPECT_EQ(role_at_line(located.layout, 17), RowRole::note);
}

TEST(LocateLines, a_form_in_two_columns_needs_no_colons) {
    const Located located = locate_text(
        "Action,Check the hoist\nOwner,Dev Nair\nDue date,4 June 2024\n,\nAction,Order slings\n"
        "Owner,Ana Petrov\nDue date,11 June 2024\n",
        "a.csv");
    ASSERT_EQ(located.layout.tables.size(), 1U);
    EXPECT_EQ(captions_of(located.layout.tables[0]), (Texts{"Action", "Owner", "Due date"}));
    EXPECT_EQ(located.layout.tables[0].rows.size(), 2U);
}

TEST(LocateLines, a_list_holds_reference_action_lead_and_status) {
    const Located located = locate_text(
        "Matters arising\n\nFB101 – Send the terms of reference to all\nmembers (LM) – Closed\n"
        "FB102 – Ask about the shelter (TK) – Open\n",
        "a.txt");
    ASSERT_EQ(located.layout.tables.size(), 1U);
    const Table& table = located.layout.tables[0];
    EXPECT_EQ(texts_of_column(table, 0), (Texts{"FB101", "FB102"}));
    EXPECT_EQ(table.rows[0].cells[1].text, "Send the terms of reference to all members");
    EXPECT_EQ(texts_of_column(table, 2), (Texts{"LM", "TK"}));
    EXPECT_EQ(texts_of_column(table, 3), (Texts{"Closed", "Open"}));
}

TEST(LocateLines, minutes_name_who_below_what) {
    const Located located = locate_text(
        "Valley Forum\n\n3. Drainage\nThe ditch floods.\nAction: Clerk to write to the owner by\n"
        "20 June.\n\n4. Footpaths\nThe stiles on path 12 will be mended.\nAction: Path Warden\n",
        "a.txt");
    ASSERT_EQ(located.layout.tables.size(), 1U);
    const Table& table = located.layout.tables[0];
    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_EQ(table.rows[0].cells[0].text, "Clerk to write to the owner by\n20 June.");
    EXPECT_EQ(table.rows[1].cells[0].text, "The stiles on path 12 will be mended.");
    EXPECT_EQ(table.rows[1].cells[1].text, "Path Warden");
    EXPECT_EQ(texts_of_column(table, 2), (Texts{"Drainage", "Footpaths"}));
}

TEST(LocateLines, minutes_may_be_numbered_by_year_and_name_who_in_front) {
    const Located located = locate_text(
        "2/24 Drainage\nAction: Ada Birch and the Clerk to walk the ditch.\n\n"
        "3/24 Footpaths\nAction: Agree with the county to mend the stiles.\n",
        "a.txt");
    ASSERT_EQ(located.layout.tables.size(), 1U);
    const Table& table = located.layout.tables[0];
    EXPECT_EQ(texts_of_column(table, 1), (Texts{"Ada Birch and the Clerk", ""}));
    EXPECT_EQ(texts_of_column(table, 2), (Texts{"Drainage", "Footpaths"}));
}

TEST(LocateLines, actions_go_on_over_page_breaks_but_for_page_furniture) {
    const Located located = locate_text(
        "Valley Forum\n\nAction: Clerk to write to the owner of the mill and to\n\n"
        "Minutes, page 1 of 2\n\nValley Forum\n\nsend him the map.\n\n"
        "Action: Warden to mend the stiles.\n\nMinutes, page 2 of 2\n",
        "a.txt");
    ASSERT_EQ(located.layout.tables.size(), 1U);
    const Table& table = located.layout.tables[0];
    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_EQ(table.rows[0].cells[0].text,
              "Clerk to write to the owner of the mill and to\nsend him the map.");
    EXPECT_EQ(role_at_line(located.layout, 5), RowRole::note);
    EXPECT_EQ(role_at_line(located.layout, 7), RowRole::note);
}

TEST(LocateLines, a_heading_ends_what_is_minuted) {
    const Located located = locate_text(
        "2. Water\nACTION: Ann Teal / Rob Finch - draft a letter (by end of July)\n"
        "ACTION: Urgent - mend the tap\n\n3. Next meeting\nTuesday 2 July 2024\n",
        "a.txt");
    ASSERT_EQ(located.layout.tables.size(), 1U);
    const Table& table = located.layout.tables[0];
    EXPECT_EQ(texts_of_column(table, 0),
              (Texts{"draft a letter (by end of July)", "Urgent - mend the tap"}));
    EXPECT_EQ(texts_of_column(table, 1), (Texts{"Ann Teal / Rob Finch", ""}));
}

TEST(LocateLines, one_line_about_action_makes_no_list) {
    const Located located = locate_text(
        "The council met.\nAction: the chair thanked all.\nNothing else was said.\n", "a.txt");
    EXPECT_TRUE(located.layout.tables.empty());
}

}  // namespace
}  // namespace tidytracker::testing
