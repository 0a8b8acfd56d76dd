// SPDX-License-Identifier: Apache-2.0
#include "normalise/text_repair.hpp"

#include <gtest/gtest.h>

#include "normalise/sections.hpp"

namespace tidytracker {
namespace {

TEST(TextRepair, hyphens_at_a_wrap_are_joined_but_hanging_ones_stay) {
    EXPECT_EQ(join_wraps("is co- produced\nwith clubs"), "is co-produced with clubs");
    EXPECT_EQ(join_wraps("short- and long-term"), "short- and long-term");
    EXPECT_EQ(join_wraps("2023 - a good year"), "2023 - a good year");
}

TEST(TextRepair, superscript_ordinals_are_joined) {
    EXPECT_EQ(join_wraps("the 9 th of May"), "the 9th of May");
    EXPECT_EQ(join_wraps("5 streets"), "5 streets");
}

TEST(Sections, a_heading_with_a_day_is_a_meeting) {
    const auto meeting = meeting_of_heading("24 November 2022 Meeting", {});
    ASSERT_TRUE(meeting);
    EXPECT_EQ(meeting->date, "2022-11-24");
    EXPECT_EQ(meeting->name, "");
    EXPECT_EQ(meeting_of_heading("14 July Meeting 2022", {})->date, "2022-07-14");
    EXPECT_EQ(meeting_of_heading("Board 02/09/2008", {})->name, "Board");
    EXPECT_FALSE(meeting_of_heading("Short term", {}));
    EXPECT_FALSE(meeting_of_heading("May 2012", {}));
}

TEST(TextRepair, misread_characters_are_read_right) {
    // "\xE2\x80\x99" read as Windows-1252, once and twice.
    EXPECT_EQ(repair_characters("children\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2s"),
              "children\xE2\x80\x99s");
    EXPECT_EQ(repair_characters("Zo\xC3\x83\xC2\xAB"), "Zo\xC3\xAB");
    EXPECT_EQ(repair_characters("Zo\xC3\x83\xC6\x92\xC3\x82\xC2\xAB"), "Zo\xC3\xAB");
    EXPECT_EQ(repair_characters("\xC3\x82\xC2\xA3"
                                "500"),
              "\xC2\xA3"
              "500");
}

TEST(TextRepair, characters_that_are_right_stay) {
    for (const std::string_view text : {"Zo\xC3\xAB", "S\xC3\xA2n", "\xC3\x82ngela",
                                        "\xE2\x80\x9Cquoted\xE2\x80\x9D", "\xC2\xA3 5"}) {
        EXPECT_EQ(repair_characters(text), text);
    }
}

TEST(TextRepair, ligatures_and_unseen_characters_go) {
    EXPECT_EQ(repair_characters("o\xEF\xAC\x83"
                                "ce"),
              "office");
    EXPECT_EQ(repair_characters("co\xC2\xADoperate\xE2\x80\x8B"), "cooperate");
    EXPECT_FALSE(needs_repair("plain"));
}

}  // namespace
}  // namespace tidytracker
