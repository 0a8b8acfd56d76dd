// SPDX-License-Identifier: Apache-2.0
// Sheets whose tables a reader that takes the first row for the header gets wrong.
#include <gtest/gtest.h>

#include "support/locate_text.hpp"

namespace tidytracker::testing {
namespace {

TEST(LocateShapes, trackers_beside_each_other_are_two_tables) {
    const Located located = locate_text(
        "Harbour lists,,,,,,,\n,,,,,,,\nRef,Action,Owner,,Ref,Action,Owner,Status\n"
        "H1,Paint the rails,Olive Tran,,E1,Book the survey,Ned Abara,Open\n"
        "H2,Replace the ladder,Sam Pryce,,E2,Write to the board,Ned Abara,Closed\n"
        "H3,Order life rings,Olive Tran,,,,,\n",
        "a.csv");
    ASSERT_EQ(located.layout.tables.size(), 2U);
    EXPECT_EQ(texts_of_column(located.layout.tables[0], 0), (Texts{"H1", "H2", "H3"}));
    EXPECT_EQ(texts_of_column(located.layout.tables[1], 0), (Texts{"E1", "E2"}));
    EXPECT_EQ(to_a1(located.layout.tables[1].range), "E3:H5");
}

TEST(LocateShapes, an_empty_column_alone_parts_no_table) {
    const Located located = locate_text(
        "Ref,Action,Owner,,Status,Comments\n1,Mend gate,Ada Birch,,Open,Ordered.\n"
        "2,Cut keys,Col Drew,,Closed,Done.\n",
        "a.csv");
    ASSERT_EQ(located.layout.tables.size(), 1U);
    EXPECT_EQ(located.layout.tables[0].columns.size(), 5U);
}

TEST(LocateShapes, parts_of_a_spanning_caption_stand_in_a_second_header_row) {
    const Located located = locate_text(
        "Orchard committee,,,,,,\n,,,,,,\nNo,Action agreed,Responsibility,,Date,,Update\n"
        ",,Officer,Support,Original,Revised,\n"
        "1,Hire the marquee,Tess Boyle,Rui Costa,01/04/2024,15/04/2024,Deposit paid.\n"
        "2,Print the programme,Rui Costa,,12/04/2024,,Draft is with the printer.\n",
        "a.csv");
    ASSERT_EQ(located.layout.tables.size(), 1U);
    const Table& table = located.layout.tables[0];
    EXPECT_EQ(captions_of(table),
              (Texts{"No", "Action agreed", "Responsibility – Officer", "Responsibility – Support",
                     "Date – Original", "Date – Revised", "Update"}));
    EXPECT_EQ(table.header_rows, (std::vector<std::uint32_t>{2, 3}));
    EXPECT_EQ(table.rows.size(), 2U);
}

TEST(LocateShapes, rows_above_a_repeated_header_stay_rows) {
    const Located located = locate_text(
        "Ref,Action,Owner,Target date\n1,Mend gate,Ada Birch,Autumn 2024\n2,Cut keys,Col Drew,"
        "Weekly\nRef,Action,Owner,Target date\n3,Paint door,Eve Fox,Ongoing\n",
        "a.csv");
    ASSERT_EQ(located.layout.tables.size(), 1U);
    EXPECT_EQ(texts_of_column(located.layout.tables[0], 0), (Texts{"1", "2", "3"}));
    EXPECT_EQ(located.layout.tables[0].header_rows, (std::vector<std::uint32_t>{0, 3}));
}

TEST(LocateShapes, a_blank_group_means_as_above_and_is_reported) {
    const Located located = locate_text(
        "Theme,Ref,Action,Who,By when\nWarm homes,1,Visit the blocks,Ida Frost,30/09/2024\n"
        ",2,Train the champions,Ida Frost,31/10/2024\n,3,Publish the guide,Ravi Sood,15/08/2024\n"
        "Food,4,Open the pantry,May Lund,01/07/2024\n,5,Map the lists,May Lund,30/11/2024\n",
        "a.csv");
    ASSERT_EQ(located.layout.tables.size(), 1U);
    EXPECT_EQ(texts_of_column(located.layout.tables[0], 0),
              (Texts{"Warm homes", "Warm homes", "Warm homes", "Food", "Food"}));
    EXPECT_EQ(located.layout.tables[0].rows[1].cells[0].cells.front().row, 1U);
    ASSERT_EQ(located.findings.size(), 1U);
    EXPECT_EQ(located.findings[0].rule, "filled-down");
}

TEST(LocateShapes, a_column_filled_now_and_then_is_not_filled_down) {
    const Located located = locate_text(
        "Topic,Ref,Action,Who\nRoofs,1,Visit the blocks,Ida Frost\n,2,Train the wardens,Ida Frost\n"
        ",3,Publish the guide,Ravi Sood\nRoofs,4,Open the hatch,May Lund\n,5,Map it,May Lund\n",
        "a.csv");
    EXPECT_EQ(texts_of_column(located.layout.tables.at(0), 0),
              (Texts{"Roofs", "", "", "Roofs", ""}));
}

TEST(LocateShapes, numbered_rows_that_nobody_has_used_are_no_rows) {
    const Located located = locate_text(
        "No.,Action,Lead,Deadline,Status\n1,Check the alarms,Bo Hart,1/5/2024,Open\n"
        "2,Clear the stair,Bo Hart,8/5/2024,Closed\n3,,,,\n4,,,,Open\n5,,Bo Hart,,\n",
        "a.csv");
    EXPECT_EQ(texts_of_column(located.layout.tables.at(0), 0), (Texts{"1", "2", "5"}));
    EXPECT_EQ(role_at_line(located.layout, 4), RowRole::empty);
}

TEST(LocateShapes, a_row_with_nothing_but_a_remark_belongs_to_the_row_above) {
    const Located located = locate_text(
        "Ref,Action,Lead,Notes\nA1,Survey the culvert,Gil Wray,Contractor appointed.\n"
        ",,,Survey done on 9 May.\nA2,Clear the screen,Gil Wray,\n",
        "a.csv");
    const Table& table = located.layout.tables.at(0);
    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_EQ(table.rows[0].cells[3].text, "Contractor appointed.\nSurvey done on 9 May.");
    EXPECT_EQ(table.rows[0].sheet_rows, (std::vector<std::uint32_t>{1, 2}));
    ASSERT_EQ(located.findings.size(), 1U);
    EXPECT_EQ(located.findings[0].rule, "split-row");
}

TEST(LocateShapes, a_reference_above_its_action_belongs_to_it) {
    const Located located = locate_text(
        "Ref,Action,Lead,Due\nMB-01,,,\n,Survey the culvert,Gil Wray,1 May\n"
        "MB-02,,,\n,Clear the screen,Gil Wray,2 May\n",
        "a.csv");
    const Table& table = located.layout.tables.at(0);
    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_EQ(table.rows[0].cells[0].text, "MB-01");
    EXPECT_EQ(table.rows[0].cells[1].text, "Survey the culvert");
    EXPECT_EQ(table.rows[1].sheet_rows, (std::vector<std::uint32_t>{3, 4}));
    EXPECT_EQ(table.sections.size(), 1U);
    EXPECT_EQ(located.findings.size(), 2U);
    // A heading is no reference, and what heads rows with references of their own is a heading.
    const Located headed = locate_text(
        "Ref,Action,Lead,Due\nLot4,,,\nMB-01,Survey the culvert,Gil Wray,1 May\n"
        "Drainage,,,\n,Clear the screen,Gil Wray,2 May\n",
        "a.csv");
    ASSERT_EQ(headed.layout.tables.at(0).rows.size(), 2U);
    EXPECT_EQ(headed.layout.tables.at(0).sections.size(), 3U);
}

TEST(LocateShapes, rows_whose_texts_count_themselves_are_rows) {
    const Located located = locate_text(
        "Action               Owner       Deadline     Update\n"
        "1. Mend gates        Jo Finch    31/5/2025    Done\n"
        "2. Bid for a grant   Bea Low     30/6/2025    Draft\n"
        "3. Flag pole         Sol Hurst   31/7/2025    Not begun\n"
        "4. Benches           -           TBA          None\n",
        "a.txt");
    ASSERT_EQ(located.layout.tables.size(), 1U);
    EXPECT_EQ(texts_of_column(located.layout.tables[0], 0),
              (Texts{"1. Mend gates", "2. Bid for a grant", "3. Flag pole", "4. Benches"}));
}

TEST(LocateShapes, the_line_above_a_second_table_is_its_title_and_section) {
    const Located located = locate_text(
        "Open actions,,,\nRef,Action,By whom,Progress\n7,Fill the rack,Ellen Ray,Printed.\n,,,\n"
        "Closed actions,,,\nRef,Action taken,Closed on,Officer\n5,Mended the bell,02/05/2024,Tom "
        "Vale\n",
        "a.csv");
    ASSERT_EQ(located.layout.tables.size(), 2U);
    const Table& closed = located.layout.tables[1];
    EXPECT_EQ(closed.titles, (Texts{"Closed actions"}));
    EXPECT_EQ(closed.sections[closed.rows[0].section].text, "Closed actions");
    EXPECT_EQ(role_at_line(located.layout, 5), RowRole::title);
}

TEST(LocateShapes, a_sheet_named_by_a_day_heads_its_rows) {
    const Located located = locate_changed("Ref,Action,Lead\n1,Mend gate,Ada Birch\n", "a.csv",
                                           [](Sheet& sheet) { sheet.name = "6 June 2024"; });
    const Table& table = located.layout.tables.at(0);
    EXPECT_EQ(table.sections[table.rows[0].section].text, "6 June 2024");
}

TEST(LocateShapes, merged_captions_and_cells_count_for_all_that_they_cover) {
    const Located located = locate_changed(
        "Area,Date,,Action,Lead\n,Set,Met,,\nParks,1 May,,Mend gate,Ada Birch\n,2 May,,Cut keys,"
        "Col Drew\n",
        "a.csv", [](Sheet& sheet) {
            sheet.merged = {{{0, 1}, {0, 2}}, {{0, 0}, {1, 0}}, {{2, 0}, {3, 0}}};
        });
    const Table& table = located.layout.tables.at(0);
    EXPECT_EQ(captions_of(table), (Texts{"Area", "Date – Set", "Date – Met", "Action", "Lead"}));
    EXPECT_EQ(texts_of_column(table, 0), (Texts{"Parks", "Parks"}));
}

TEST(LocateShapes, columns_beyond_the_widest_table_are_reported) {
    std::string header = "Ref,Action,Lead";
    std::string row = "1,Mend gate,Ada Birch";
    for (int i = 0; i < 300; ++i) {
        header += ",Measure " + std::to_string(i);
        row += ",x";
    }
    const Located located = locate_text(header + "\n" + row + "\n", "a.csv");
    ASSERT_EQ(located.layout.tables.size(), 1U);
    EXPECT_EQ(located.layout.tables[0].columns.size(), 256U);
    ASSERT_EQ(located.findings.size(), 1U);
    EXPECT_EQ(located.findings[0].rule, "table-too-large");
}

TEST(LocateShapes, figures_under_unknown_captions_are_a_table_with_roles) {
    const Located located = locate_text(
        "Table 4. Boats moored by pier,,,\n,,,\nPier,2019,2020,2021\nNorth,120,131,140\n"
        "South,80,77,69\nWest,12,9,15\nTotal,212,217,224\n,,,\nSource: harbour office.,,,\n",
        "a.csv");
    EXPECT_EQ(role_at_line(located.layout, 1), RowRole::title);
    EXPECT_EQ(role_at_line(located.layout, 3), RowRole::header);
    EXPECT_EQ(role_at_line(located.layout, 5), RowRole::data);
    EXPECT_EQ(role_at_line(located.layout, 7), RowRole::total);
    EXPECT_EQ(role_at_line(located.layout, 9), RowRole::note);
}

}  // namespace
}  // namespace tidytracker::testing
