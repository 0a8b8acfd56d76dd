// SPDX-License-Identifier: Apache-2.0
// Columns of people: what one cell leaves open, the others of its column and the columns beside it
// tell.
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "support/convert_text.hpp"

namespace tidytracker {
namespace {

using People = std::vector<std::string>;

std::vector<People> people_of(const Document& document) {
    std::vector<People> all;
    for (const Record& record : document.records) {
        People people;
        for (const Party& party : record.leads) people.push_back(party.person);
        all.push_back(std::move(people));
    }
    return all;
}

TEST(People, a_column_with_surnames_first_is_turned_round_and_says_why) {
    const Conversion conversion = testing::convert_text(
        "No,Action,Lead\n1,Clear the culvert,\"Birch, Ada\"\n2,Agree the rota,\"Drew, Zebedee\"\n"
        "3,Write to owners,\"Osei, Quill; Fox, E\"\n4,Book the hall,Estates Team\n",
        "log.csv");
    EXPECT_EQ(
        people_of(conversion.document),
        (std::vector<People>{{"Ada Birch"}, {"Zebedee Drew"}, {"Quill Osei", "E Fox"}, {""}}));
    EXPECT_EQ(testing::count_findings(conversion, "surname-first"), 1U);
}

TEST(People, in_a_column_where_every_lead_has_that_shape_one_known_forename_is_enough) {
    const Conversion conversion = testing::convert_text(
        "No,Action,Lead\n1,Clear the culvert,\"Birch, James\"\n2,Agree the rota,\"Drew, Quill\"\n"
        "3,Write to owners,\"Osei, Hollis\"\n",
        "log.csv");
    EXPECT_EQ(people_of(conversion.document),
              (std::vector<People>{{"James Birch"}, {"Quill Drew"}, {"Hollis Osei"}}));
}

TEST(People, pairs_of_surnames_do_not_become_one_person) {
    const Conversion conversion = testing::convert_text(
        "No,Action,Lead\n1,Clear the culvert,\"Quill, Osei\"\n2,Agree the rota,\"Drew, Hollis\"\n"
        "3,Write to owners,\"Penrose, Birch\"\n",
        "log.csv");
    EXPECT_EQ(people_of(conversion.document),
              (std::vector<People>{{"Quill", "Osei"}, {"Drew", "Hollis"}, {"Penrose", "Birch"}}));
}

TEST(People, surnames_in_a_column_of_surnames_stay_two) {
    const Conversion conversion = testing::convert_text(
        "No,Action,Lead\n1,Clear the culvert,\"Birch, James\"\n2,Agree the rota,James\n"
        "3,Write to owners,Birch\n4,Book the hall,\"Drew, Fox and Osei\"\n",
        "log.csv");
    EXPECT_EQ(
        people_of(conversion.document),
        (std::vector<People>{{"Birch", "James"}, {"James"}, {"Birch"}, {"Drew", "Fox", "Osei"}}));
    EXPECT_EQ(testing::count_findings(conversion, "surname-first"), 0U);
}

TEST(People, surnames_that_change_sides_are_two) {
    const Conversion conversion = testing::convert_text(
        "No,Action,Lead\n1,Clear the culvert,\"Birch, Drew\"\n2,Agree the rota,\"Drew, Osei\"\n"
        "3,Write to owners,\"Osei, Birch\"\n",
        "log.csv");
    EXPECT_EQ(people_of(conversion.document),
              (std::vector<People>{{"Birch", "Drew"}, {"Drew", "Osei"}, {"Osei", "Birch"}}));
}

TEST(People, two_columns_of_leads_are_both_kept) {
    const Conversion conversion = testing::convert_text(
        "No,Action,Lead officer,Lead member,Status\n1,Clear the culvert,Ada Birch,Cllr Osei,Open\n"
        "2,Agree the rota,Col Drew,Cllr Brand,Open\n3,Write to owners,Eve Fox,,Open\n",
        "log.csv");
    EXPECT_EQ(people_of(conversion.document),
              (std::vector<People>{{"Ada Birch", "Osei"}, {"Col Drew", "Brand"}, {"Eve Fox"}}));
    EXPECT_EQ(conversion.document.records[0].leads[1].title, "Cllr");
}

TEST(People, a_cell_of_leads_may_name_supporters_and_those_yet_to_be_found) {
    const Conversion conversion = testing::convert_text(
        "No,Action,Lead,Status\n1,Clear the culvert,Lead: Ada Birch; Support: Col Drew,Open\n"
        "2,Agree the rota,Eve Fox / TBC,Open\n3,Write to owners,Eve Fox (supported by Ann "
        "Osei),Open\n",
        "log.csv");
    const std::vector<Record>& records = conversion.document.records;
    ASSERT_EQ(records.size(), 3U);
    EXPECT_EQ(people_of(conversion.document),
              (std::vector<People>{{"Ada Birch"}, {"Eve Fox"}, {"Eve Fox"}}));
    ASSERT_EQ(records[0].support.size(), 1U);
    EXPECT_EQ(records[0].support[0].person, "Col Drew");
    using Extra = std::vector<std::pair<std::string, std::string>>;
    EXPECT_EQ(records[1].extra, (Extra{{"Lead", "Eve Fox / TBC"}}));
    ASSERT_EQ(records[2].support.size(), 1U);
    EXPECT_EQ(records[2].support[0].person, "Ann Osei");
}

TEST(People, captions_may_be_shortened) {
    const Conversion conversion = testing::convert_text(
        "Mtg date,No,Action,Resp officer,Status\n12/03/2024,1,Clear the culvert,Ada Birch,Open\n"
        "09/04/2024,2,Agree the rota,Col Drew,Open\n",
        "log.csv");
    ASSERT_EQ(conversion.document.records.size(), 2U);
    ASSERT_TRUE(conversion.document.records[1].meeting);
    EXPECT_EQ(conversion.document.records[1].meeting->date, "2024-04-09");
    EXPECT_EQ(people_of(conversion.document), (std::vector<People>{{"Ada Birch"}, {"Col Drew"}}));
}

}  // namespace
}  // namespace tidytracker
