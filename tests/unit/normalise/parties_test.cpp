// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/normalise.hpp>

#include <gtest/gtest.h>

namespace tidytracker {
namespace {

/// "title person | post | organisation" of each party.
std::vector<std::string> read(std::string_view text) {
    std::vector<std::string> out;
    for (const Party& party : parse_parties(text)) {
        std::string line = party.title.empty() ? party.person : party.title + " " + party.person;
        out.push_back(line + "|" + party.post + "|" + party.organisation);
    }
    return out;
}

using Lines = std::vector<std::string>;

TEST(Parties, separators_part_people) {
    EXPECT_EQ(read("Ada Birch / Col Drew"), (Lines{"Ada Birch||", "Col Drew||"}));
    EXPECT_EQ(read("Ada Birch; Col Drew"), (Lines{"Ada Birch||", "Col Drew||"}));
    EXPECT_EQ(read("Ada Birch, Col Drew and Eve Fox"),
              (Lines{"Ada Birch||", "Col Drew||", "Eve Fox||"}));
    EXPECT_EQ(read("Town Clerk and Ada Birch"), (Lines{"|Town Clerk|", "Ada Birch||"}));
}

TEST(Parties, a_body_behind_a_name_belongs_to_the_person) {
    EXPECT_EQ(read("Ada Birch, WCC"), (Lines{"Ada Birch||WCC"}));
    EXPECT_EQ(read("Ada Birch (Wexbury Housing Trust)"),
              (Lines{"Ada Birch||Wexbury Housing Trust"}));
    EXPECT_EQ(read("Ada Birch NHSW/Col Drew MAB ICB"),
              (Lines{"Ada Birch||NHSW", "Col Drew||MAB ICB"}));
    EXPECT_EQ(read("Ada Birch, RNLB, Col Drew"), (Lines{"Ada Birch||", "||RNLB", "Col Drew||"}));
}

TEST(Parties, bodies_and_posts_are_no_people) {
    EXPECT_EQ(read("Health and Safety Team"), (Lines{"||Health and Safety Team"}));
    EXPECT_EQ(read("Assistant Director (Parks)"), (Lines{"|Assistant Director (Parks)|"}));
    EXPECT_EQ(read("MAB HOSC, MAB ICS"), (Lines{"||MAB HOSC", "||MAB ICS"}));
    EXPECT_EQ(read("Director of Planning and Regeneration"),
              (Lines{"|Director of Planning and Regeneration|"}));
}

TEST(Parties, a_plural_title_holds_for_the_surnames) {
    EXPECT_EQ(read("Cllrs Osei, Brand and Ines Park"),
              (Lines{"Cllr Osei||", "Cllr Brand||", "Ines Park||"}));
    EXPECT_EQ(read("Dr Ada Birch"), (Lines{"Dr Ada Birch||"}));
}

TEST(Parties, names_that_a_wrap_parted_are_mended) {
    EXPECT_EQ(read("Col Drew/Ja ne Moss"), (Lines{"Col Drew||", "Jane Moss||"}));
    EXPECT_EQ(read("Hugh O' Dare"), (Lines{"Hugh O'Dare||"}));
    EXPECT_EQ(read("Cllr Nell Penhale- Wood"), (Lines{"Cllr Nell Penhale-Wood||"}));
    EXPECT_EQ(read("Ludo van der Berg"), (Lines{"Ludo van der Berg||"}));
}

TEST(Parties, placeholders_are_nobody) {
    EXPECT_TRUE(read("TBC").empty());
    EXPECT_TRUE(read("").empty());
    EXPECT_EQ(read("Ada Birch / TBC"), (Lines{"Ada Birch||"}));
}

TEST(Parties, a_long_text_is_no_list_of_people) {
    std::string text = "A";
    for (int i = 0; i < 50'000; ++i) text += " and A";
    EXPECT_EQ(read(text).size(), 1U);
}

}  // namespace
}  // namespace tidytracker
