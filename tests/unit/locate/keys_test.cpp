// SPDX-License-Identifier: Apache-2.0
#include "locate/keys.hpp"

#include <gtest/gtest.h>

#include "support/locate_text.hpp"

namespace tidytracker::testing {
namespace {

TEST(LocateKeys, a_table_of_initials_is_a_key_and_no_tracker) {
    const Located located = locate_text(
        "Ref,Action,Lead,Due date\n1,Mend gate,AB,1 May\n2,Cut keys,CD,2 May\n,,,\n"
        "Initials,Name,Role,\nAB,Ada Birch,Clerk,\nCD,Col Drew,Warden,\n",
        "a.csv");
    ASSERT_EQ(located.layout.tables.size(), 1U);
    EXPECT_EQ(located.layout.tables[0].rows.size(), 2U);
    ASSERT_EQ(located.layout.keys.size(), 1U);
    const Key& key = located.layout.keys[0];
    ASSERT_EQ(key.entries.size(), 2U);
    EXPECT_EQ(key.entries[1].sign, "CD");
    EXPECT_EQ(key.entries[1].meaning, "Col Drew, Warden");
    EXPECT_EQ(role_at_line(located.layout, 6), RowRole::note);
}

TEST(LocateKeys, a_key_may_stand_beside_the_tracker) {
    const Located located = locate_text(
        "Ref,Action,Lead,,Initials,Name\n1,Mend gate,AB,,AB,Ada Birch\n2,Cut keys,CD,,CD,Col Drew\n"
        "3,Paint door,AB,,,\n",
        "a.csv");
    ASSERT_EQ(located.layout.tables.size(), 1U);
    EXPECT_EQ(located.layout.tables[0].columns.size(), 3U);
    ASSERT_EQ(located.layout.keys.size(), 1U);
    EXPECT_EQ(located.layout.keys[0].entries.size(), 2U);
}

TEST(LocateKeys, the_name_of_a_sheet_may_say_that_it_is_a_key) {
    constexpr std::string_view k_lines = "Blue,Complete\nAmber,At risk\nRed,Overdue\n";
    const Located located =
        locate_changed(k_lines, "a.csv", [](Sheet& sheet) { sheet.name = "RAG key"; });
    EXPECT_TRUE(located.layout.tables.empty());
    ASSERT_EQ(located.layout.keys.size(), 1U);
    ASSERT_EQ(located.layout.keys[0].entries.size(), 3U);
    EXPECT_EQ(located.layout.keys[0].entries[0].sign, "Blue");
    EXPECT_EQ(located.layout.keys[0].entries[0].meaning, "Complete");
    // A tracker stays one, whatever the name of its sheet.
    const Located tracker =
        locate_changed("Ref,Action,Lead\n1,Mend gate,Ada Birch\n2,Cut keys,Col Drew\n", "a.csv",
                       [](Sheet& sheet) { sheet.name = "Key"; });
    EXPECT_TRUE(tracker.layout.keys.empty());
    EXPECT_EQ(tracker.layout.tables.size(), 1U);
}

TEST(LocateKeys, a_line_may_spell_out_letters) {
    const Located located = locate_text(
        "Bridge programme,,,\n\"Key: C = complete, signed off; O = on target; blank = not "
        "begun\",,,\nJob,Action,Engineer,Target date\nB1,Reset the plates,Una Falk,May 2024\n",
        "a.csv");
    ASSERT_EQ(located.layout.keys.size(), 1U);
    const auto& entries = located.layout.keys[0].entries;
    ASSERT_EQ(entries.size(), 3U);
    EXPECT_EQ(entries[0].sign, "C");
    EXPECT_EQ(entries[0].meaning, "complete, signed off");
    EXPECT_EQ(entries[2].sign, "blank");
}

TEST(LocateKeys, coloured_cells_part_into_colour_and_meaning) {
    GridRow row{.row = 2};
    row.cells.push_back({.column = 0, .text = "Key:", .at = {2, 0}});
    row.cells.push_back({.column = 1,
                         .text = "Teal – finished and seen",
                         .at = {2, 1},
                         .emphasised = true,
                         .fill = 0x008080});
    const auto key = key_of_line(row);
    ASSERT_TRUE(key.has_value());
    ASSERT_EQ(key->entries.size(), 1U);
    EXPECT_EQ(key->entries[0].fill, 0x008080U);
    EXPECT_EQ(key->entries[0].sign, "Teal");
    EXPECT_EQ(key->entries[0].meaning, "finished and seen");
}

TEST(LocateKeys, a_sentence_with_a_dash_is_no_key) {
    GridRow row{.row = 0};
    row.cells.push_back({.column = 0, .text = "Harbour Trust – open actions", .at = {0, 0}});
    EXPECT_FALSE(key_of_line(row).has_value());
}

}  // namespace
}  // namespace tidytracker::testing
