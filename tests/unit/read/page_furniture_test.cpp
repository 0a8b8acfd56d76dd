// SPDX-License-Identifier: Apache-2.0
#include "read/text/page_furniture.hpp"

#include <gtest/gtest.h>

#include "base/text.hpp"

namespace tidytracker {
namespace {

/// The lines that are page furniture, trimmed.
std::vector<std::string> furniture_of(std::string_view text) {
    const std::vector<std::string_view> lines = split(text, '\n');
    const PageFurniture furniture = find_page_furniture(lines);
    std::vector<std::string> found;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (furniture.lines[i] != 0) found.emplace_back(trim(lines[i]));
    }
    return found;
}

using Lines = std::vector<std::string>;

TEST(PageFurniture, heads_and_feet_come_again_and_their_numbers_count) {
    EXPECT_EQ(furniture_of("Quay Trust\n\nAda swept the slip.\nThe boats came.\n\n"
                           "Log, sheet 1 of 3\n"
                           "\fQuay Trust\n\nCol painted the crane.\nIt is red.\n\n"
                           "Log, sheet 2 of 3\n"
                           "\fQuay Trust\n\nJude counted the nets.\nSix.\n\n"
                           "Log, sheet 3 of 3\n"),
              (Lines{"Quay Trust", "Log, sheet 1 of 3", "Quay Trust", "Log, sheet 2 of 3",
                     "Quay Trust", "Log, sheet 3 of 3"}));
}

TEST(PageFurniture, page_numbers_part_pages_where_form_feeds_are_lost) {
    EXPECT_EQ(
        furniture_of("OFFICIAL\n\nAda swept the slip and\n\nQuay log \xE2\x80\x93 page 1 of 2\n\n"
                     "OFFICIAL\n\nwashed the crane.\n\nQuay log \xE2\x80\x93 page 2 of 2\n"),
        (Lines{"OFFICIAL", "Quay log \xE2\x80\x93 page 1 of 2", "OFFICIAL",
               "Quay log \xE2\x80\x93 page 2 of 2"}));
    EXPECT_EQ(furniture_of("Ada swept the slip and\n\nPrinted on 4 June 2025\n1\n\n"
                           "washed the crane.\n\nPrinted on 4 June 2025\n2\n\nCol came.\n"),
              (Lines{"Printed on 4 June 2025", "1", "Printed on 4 June 2025", "2"}));
}

TEST(PageFurniture, a_first_page_may_have_a_title_instead) {
    EXPECT_EQ(furniture_of("The plan of the quay\nAda sweeps.\n\fQuay plan\nCol paints.\n"
                           "\fQuay plan\nJude counts.\n"),
              (Lines{"Quay plan", "Quay plan"}));
}

TEST(PageFurniture, what_comes_again_in_cells_is_none) {
    EXPECT_TRUE(furniture_of("Ada sweeps.\nClosed\n\fCol paints.\nClosed\n").empty());
    EXPECT_TRUE(furniture_of("A1\nAda sweeps.\n\fA2\nCol paints.\n\fA3\nJude counts.\n").empty());
    EXPECT_TRUE(furniture_of("Lead: Ada\nStatus: Open\n\fLead: Col\nStatus: Open\n").empty());
    EXPECT_TRUE(furniture_of("Action 1\nSweep.\n\fAction 2\nPaint.\n\fAction 3\nCount.\n").empty());
    EXPECT_TRUE(furniture_of("12\nAda sweeps.\n\f19\nCol paints.\n\f40\nJude counts.\n").empty());
}

TEST(PageFurniture, captions_of_a_table_are_none) {
    const std::string header =
        "Ref    Agreed          Lead     Due\n       action                   date\n";
    EXPECT_EQ(furniture_of("Quay board\n" + header + "A1     Sweep           Ada      May\n" +
                           "\fQuay board\n" + header + "A2     Paint           Col      June\n" +
                           "\fQuay board\n" + header + "A3     Count           Jude     July\n"),
              (Lines{"Quay board", "Quay board", "Quay board"}));
}

TEST(PageFurniture, without_it_a_form_feed_begins_the_first_line_of_each_page) {
    const std::string text = "Ada sweeps\n\nPage 1\n\nand washes.\n\nPage 2\n";
    const std::vector<std::string_view> lines = split(text, '\n');
    const BareText bare = without_furniture(lines, find_page_furniture(lines));
    ASSERT_EQ(bare.lines.size(), lines.size());
    EXPECT_EQ(bare.lines[2], "");
    EXPECT_EQ(bare.lines[4], "\fand washes.");
}

TEST(PageFurniture, a_printed_number_sign_is_no_number) {
    EXPECT_TRUE(furniture_of("The boats came.\n\f#\nAda sweeps.\n").empty());
    EXPECT_TRUE(furniture_of("Log # part 3\nAda.\n\fLog 12 part 3\nCol.\n").empty());
}

TEST(PageFurniture, the_end_of_a_wrapped_cell_is_none) {
    const std::string header = "Ref    Agreed               Lead            Due\n";
    const std::string row = "      Sweep the slip       Head of Quays   May\n";
    const std::string end = "                            and Moles\n";
    EXPECT_TRUE(furniture_of(header + "A1" + row + end + "\f" + header + "A2" + row + end).empty());
}

}  // namespace
}  // namespace tidytracker
