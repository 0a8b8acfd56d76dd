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
    EXPECT_EQ(read("MAB LEPC, MAB ICS"), (Lines{"||MAB LEPC", "||MAB ICS"}));
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
    EXPECT_EQ(read("Nora O' Dare"), (Lines{"Nora O'Dare||"}));
    EXPECT_EQ(read("Cllr Nell Penhale- Wood"), (Lines{"Cllr Nell Penhale-Wood||"}));
    EXPECT_EQ(read("Ludo van der Berg"), (Lines{"Ludo van der Berg||"}));
}

TEST(Parties, a_post_or_body_on_the_line_beside_a_name_is_the_persons) {
    EXPECT_EQ(read("Ada Birch\nHead of Parks"), (Lines{"Ada Birch|Head of Parks|"}));
    EXPECT_EQ(read("Ada Birch\nWexbury Council"), (Lines{"Ada Birch||Wexbury Council"}));
    EXPECT_EQ(read("Parks lead\nAda Birch"), (Lines{"Ada Birch|Parks lead|"}));
    EXPECT_EQ(read("Head of Parks\nAda Birch\nHead of Trees\nCol Drew"),
              (Lines{"Ada Birch|Head of Parks|", "Col Drew|Head of Trees|"}));
    EXPECT_EQ(read("Ada Birch\nCol Drew"), (Lines{"Ada Birch||", "Col Drew||"}));
    EXPECT_EQ(read("Parks Team\nAda Birch"), (Lines{"||Parks Team", "Ada Birch||"}));
    EXPECT_EQ(read("Ada Birch (WCC)\nNorth Trust"), (Lines{"Ada Birch||WCC", "||North Trust"}));
    EXPECT_EQ(read("Manager / Pharmacist"), (Lines{"|Manager|", "|Pharmacist|"}));
}

TEST(Parties, first_names_alone_make_a_list_and_topics_do_not) {
    EXPECT_EQ(read("Bob and Sue"), (Lines{"Bob||", "Sue||"}));
    EXPECT_EQ(read("Culture and Heritage"), (Lines{"||Culture and Heritage"}));
    EXPECT_EQ(read("bob smith"), (Lines{"bob smith||"}));
}

TEST(Parties, whole_bodies_make_a_list) {
    EXPECT_EQ(read("WCC, MAB ICB and RNLB"), (Lines{"||WCC", "||MAB ICB", "||RNLB"}));
    EXPECT_EQ(read("Housing Team and Planning Team"), (Lines{"||Housing Team", "||Planning Team"}));
    EXPECT_EQ(read("Licensing, North Wex DC"), (Lines{"|Licensing|North Wex DC"}));
}

TEST(Parties, names_in_the_order_of_a_directory_are_turned) {
    EXPECT_EQ(read("Birch, Ada"), (Lines{"Ada Birch||"}));
    EXPECT_EQ(read("BIRCH, Ada"), (Lines{"Ada BIRCH||"}));
    // Two first names may be two people.
    EXPECT_EQ(read("James, Ruth"), (Lines{"James||", "Ruth||"}));
}

TEST(Parties, a_post_with_its_holder_is_one_party) {
    EXPECT_EQ(read("Director of Public Health (Ada Birch)"),
              (Lines{"Ada Birch|Director of Public Health|"}));
    EXPECT_EQ(read("Ada Birch, Head of Parks, Wexbury Council"),
              (Lines{"Ada Birch|Head of Parks|Wexbury Council"}));
    EXPECT_EQ(read("Ada Birch - Town Clerk"), (Lines{"Ada Birch|Town Clerk|"}));
    EXPECT_EQ(read("Dir. of Finance"), (Lines{"|Dir. of Finance|"}));
}

TEST(Parties, what_stands_around_a_name_is_not_part_of_it) {
    EXPECT_EQ(read("Lead: Ada Birch"), (Lines{"Ada Birch||"}));
    EXPECT_EQ(read("Ada Birch (AB)"), (Lines{"Ada Birch||"}));
    EXPECT_EQ(read("Ada Birch?"), (Lines{"Ada Birch||"}));
    EXPECT_EQ(read("PC Dana Holt"), (Lines{"PC Dana Holt||"}));
    EXPECT_EQ(read("PC Clerk"), (Lines{"|PC Clerk|"}));
    EXPECT_EQ(read("Professor Dame Ada Birch OBE"), (Lines{"Professor Dame Ada Birch OBE||"}));
}

TEST(Parties, a_sentence_names_nobody_for_sure) {
    const std::vector<Party> parties = parse_parties("Ada Birch to liaise with Col");
    ASSERT_EQ(parties.size(), 1U);
    EXPECT_EQ(parties[0], Party{.text = "Ada Birch to liaise with Col"});
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
