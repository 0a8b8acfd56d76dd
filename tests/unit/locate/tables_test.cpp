// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "support/locate_text.hpp"

namespace tidytracker::testing {
namespace {

TEST(Locate, titles_above_and_notes_below_are_no_rows) {
    const Located located = locate_text(
        "Town of Arrel,,,\nOpen actions,,,\n,,,\nRef,Action,Owner,Due date\n1,Mend gate,Ada Birch,"
        "01/02/2024\n2,Order keys,Col Drew,02/02/2024\n,,,\nClosed rows are removed.,,,\n",
        "a.csv");
    ASSERT_EQ(located.layout.tables.size(), 1U);
    EXPECT_EQ(texts_of_column(located.layout.tables[0], 1), (Texts{"Mend gate", "Order keys"}));
    EXPECT_EQ(role_at_line(located.layout, 1), RowRole::title);
    EXPECT_EQ(role_at_line(located.layout, 4), RowRole::header);
    EXPECT_EQ(role_at_line(located.layout, 5), RowRole::data);
    EXPECT_EQ(role_at_line(located.layout, 8), RowRole::note);
    EXPECT_EQ(role_at_line(located.layout, 3), RowRole::empty);
}

TEST(Locate, another_header_begins_another_table) {
    const Located located = locate_text(
        "Ref,Action,Owner,Due date\n1,Mend gate,Ada Birch,01/02/2024\n\nRisk,Likelihood,Priority,"
        "Status\nFlood,High,1,Open\n",
        "a.csv");
    ASSERT_EQ(located.layout.tables.size(), 2U);
    EXPECT_EQ(located.layout.tables[1].columns[0].caption, "Risk");
}

TEST(Locate, a_total_is_no_action) {
    const Located located = locate_text(
        "Action,Owner,Cost,Due date\nMend gate,Ada Birch,20,01/02/2024\nTotal,,20,\n", "a.csv");
    ASSERT_EQ(located.layout.tables.size(), 1U);
    EXPECT_EQ(located.layout.tables[0].rows.size(), 1U);
    EXPECT_EQ(role_at_line(located.layout, 3), RowRole::total);
}

constexpr std::string_view k_pages =
    "\tItem\tAction\tLead\tUpdate\n"
    "1\tGates\tMend the gate at the\tAda\tThe smith came\n"
    "\t\tdepot before winter.\tBirch\ton Monday.\n"
    "\t5 June 2024\t\t\n"
    "\tMeeting\t\t\n"
    "2\tKeys\tOrder new keys.\tCol Drew\tOrdered.\n"
    "\n"
    "Item\tAction\tLead\tUpdate\n"
    "\t\t\tThey came on Friday.\n"
    "Paint\tPaint the doors of the hall.\tEve Fox\tThe paint is here.\n"
    "Paint\tPaint the fence by the road.\tEve Fox\tNot yet.\n";

TEST(Locate, wrapped_rows_are_joined_and_pages_change_their_columns) {
    const Located located = locate_text(k_pages, "a.txt");
    ASSERT_EQ(located.layout.tables.size(), 1U);
    const Table& table = located.layout.tables[0];
    EXPECT_EQ(texts_of_column(table, 0), (Texts{"1", "2", "", ""}));
    EXPECT_EQ(texts_of_column(table, 2),
              (Texts{"Mend the gate at the\ndepot before winter.", "Order new keys.",
                     "Paint the doors of the hall.", "Paint the fence by the road."}));
    EXPECT_EQ(texts_of_column(table, 3), (Texts{"Ada\nBirch", "Col Drew", "Eve Fox", "Eve Fox"}));
    EXPECT_EQ(table.rows[1].cells[4].text, "Ordered.\nThey came on Friday.");
    EXPECT_EQ(table.header_rows, (std::vector<std::uint32_t>{0, 7}));
}

TEST(Locate, a_heading_over_two_lines_is_one_and_holds_over_pages) {
    const Located located = locate_text(k_pages, "a.txt");
    const Table& table = located.layout.tables.at(0);
    ASSERT_EQ(table.sections.size(), 2U);
    EXPECT_EQ(table.sections[1].text, "5 June 2024 Meeting");
    EXPECT_EQ(table.rows[0].section, 0U);
    EXPECT_EQ(table.rows[3].section, 1U);
}

TEST(Locate, rows_fused_by_a_break_are_parted_on_evidence) {
    const Located located = locate_text(
        "\tItem\tAction\tLead\tUpdate\n"
        "1\tGate Repair Update\tMend the gate at the depot soon.\tAda Birch\tOn hold - the smith "
        "is ill.\n"
        "2\tKeys\tOrder new keys for the hall doors.\tAda Birch\tOn hold - no money.\n"
        "3\tHall Roof Update\tSlate the roof of the hall again.\tAda Birch\tOn hold - too wet.\n"
        "5\tPond Update Car Park\tClear the pond of all weed. Mark the bays in the car park\tAda "
        "Birch Ada Birch\tOn hold - frogs are spawning. On hold - the paint is late.\n"
        "6\tBench\tMend the bench by the pond with oak.\tCol Drew\tDone.\n",
        "a.txt");
    const Table& table = located.layout.tables.at(0);
    EXPECT_EQ(texts_of_column(table, 0), (Texts{"1", "2", "3", "", "5", "6"}));
    EXPECT_EQ(table.rows[3].cells[2].text, "Clear the pond of all weed.");
    EXPECT_EQ(table.rows[4].cells[2].text, "Mark the bays in the car park");
    EXPECT_EQ(table.rows[3].cells[1].text, "Pond Update");
    EXPECT_EQ(table.rows[4].cells[4].text, "On hold - the paint is late.");
    ASSERT_EQ(located.findings.size(), 1U);
    EXPECT_EQ(located.findings[0].rule, "fused-rows");
}

TEST(Locate, a_missing_number_alone_parts_nothing) {
    const Located located = locate_text(
        "\tItem\tAction\tLead\n1\tGate\tMend the gate.\tAda Birch\n3\tKeys\tOrder keys. Count "
        "them.\tCol Drew\n",
        "a.txt");
    EXPECT_EQ(located.layout.tables.at(0).rows.size(), 2U);
    EXPECT_TRUE(located.findings.empty());
}

TEST(Locate, asks_of_a_paper_are_a_list_with_its_heading) {
    const Located located = locate_text(
        "Rounds were changed.\n\nAction Required\nThe board is asked to:\n\n"
        "• Note the results\nof the year.\n\n• Support a trial.\n\nNone.\n",
        "paper.txt");
    ASSERT_EQ(located.layout.tables.size(), 1U);
    const Table& table = located.layout.tables[0];
    EXPECT_EQ(table.shape, TableShape::list);
    EXPECT_EQ(texts_of_column(table, 0),
              (Texts{"Note the results\nof the year.", "Support a trial."}));
    EXPECT_EQ(table.sections[table.rows[0].section].text, "Action Required");
}

TEST(Locate, prose_has_no_table) {
    const Located located = locate_text(
        "Our neighbours have acted.\nYou can:\n - ask at the bakery\n - ring us\n", "news.txt");
    EXPECT_TRUE(located.layout.tables.empty());
    EXPECT_EQ(located.layout.labels.size(), 4U);
}

TEST(Locate, details_outside_tables_are_found) {
    const Located located =
        locate_text("\tDate:\n\t15 July 2024\n\nTo: Council\nText follows here.\n", "paper.txt");
    ASSERT_EQ(located.layout.details.size(), 2U);
    EXPECT_EQ(located.layout.details[0].label, "Date");
    EXPECT_EQ(located.layout.details[0].value, "15 July 2024");
    EXPECT_EQ(located.layout.details[1].value, "Council");
}

}  // namespace
}  // namespace tidytracker::testing
