// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "support/checking.hpp"

namespace tidytracker {
namespace {

using testing::check_records;
using testing::only;
using testing::sound_record;

std::vector<Record> series(std::initializer_list<std::string> refs) {
    std::vector<Record> records;
    for (const std::string& ref : refs) records.push_back(sound_record(ref));
    return records;
}

TEST(IdentityRules, a_missing_reference_is_an_exception_among_many) {
    std::vector<Record> records = series({"A-1", "A-2", "A-3", "A-4", "A-5"});
    records[2].ref.clear();
    records[2].id = "x";
    EXPECT_EQ(only("missing-ref", check_records(records)).size(), 1U);
    records[2].parent = "A-2";
    EXPECT_EQ(only("missing-ref", check_records(records)).size(), 0U);
    records[2].parent.clear();
    records[3].ref.clear();  // two in five: the table does without
    EXPECT_EQ(only("missing-ref", check_records(records)).size(), 0U);
}

TEST(IdentityRules, a_gap_is_told_only_in_a_series_that_is_whole_otherwise) {
    const auto gaps = [](std::vector<Record> records) {
        return only("ref-gap", check_records(std::move(records))).size();
    };
    EXPECT_EQ(gaps(series({"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"})), 0U);
    EXPECT_EQ(gaps(series({"1", "2", "3", "4", "5", "7", "8", "9", "10", "11"})), 1U);
    // Closed actions are taken out as a matter of course.
    EXPECT_EQ(gaps(series({"1", "3", "4", "8", "9", "12", "13", "17", "18", "20"})), 0U);
    // Sorted by something else.
    EXPECT_EQ(gaps(series({"9", "2", "3", "4", "5", "7", "8", "6", "10", "11"})), 0U);
    EXPECT_EQ(gaps(series({"1", "2", "4"})), 0U);
}

TEST(IdentityRules, plain_numbers_may_begin_again_with_each_meeting) {
    std::vector<Record> records = series({"1", "2", "1", "2"});
    for (std::size_t i = 0; i < records.size(); ++i) {
        records[i].action += std::to_string(i);
        records[i].meeting = Meeting{.date = i < 2 ? "2024-03-06" : "2024-06-05"};
    }
    EXPECT_EQ(only("duplicate-ref", check_records(records)).size(), 0U);
    records[3].ref = "1";
    EXPECT_EQ(only("duplicate-ref", check_records(records)).size(), 1U);
}

TEST(IdentityRules, a_number_that_goes_on_through_the_sections_is_unique) {
    std::vector<Record> records = series({"1", "2", "3", "3"});
    for (std::size_t i = 0; i < records.size(); ++i) records[i].action += std::to_string(i);
    records[3].section = "Housing";
    EXPECT_EQ(only("duplicate-ref", check_records(records)).size(), 1U);
}

/// Two open actions with these texts.
std::size_t duplicates(std::string first, std::string second) {
    std::vector<Record> records = series({"A-1", "A-2"});
    records[0].action = std::move(first);
    records[1].action = std::move(second);
    return only("probable-duplicate", check_records(records)).size();
}

TEST(IdentityRules, equal_words_are_a_duplicate_and_another_number_or_place_is_not) {
    const std::string text = "Write to the landlord about the broken gate";
    EXPECT_EQ(duplicates(text, text + "."), 1U);
    EXPECT_EQ(duplicates(text, "Write to the landlord about the brokne gate"), 1U);
    EXPECT_EQ(duplicates("Repaint the doors of house 1 this summer",
                         "Repaint the doors of house 2 this summer"),
              0U);
    EXPECT_EQ(duplicates("Visit the school in North Parish in May",
                         "Visit the school in South Parish in May"),
              0U);
    EXPECT_EQ(duplicates("Update the website", "Update the website"), 0U);
}

TEST(IdentityRules, a_task_that_comes_back_is_no_duplicate) {
    std::vector<Record> records = series({"A-1", "A-2"});
    records[0].action = records[1].action = "Send the arrears figures to the board";
    records[1].due = When{.date = "2024-06-30", .text = "30/06/2024"};
    EXPECT_EQ(only("probable-duplicate", check_records(records)).size(), 0U);
    records[1].due = records[0].due;
    records[1].leads = {Party{.person = "Bo Lind", .text = "Bo Lind"}};
    EXPECT_EQ(only("probable-duplicate", check_records(records)).size(), 0U);
    records[1].leads = records[0].leads;
    records[0].status = Status::complete;
    EXPECT_EQ(only("probable-duplicate", check_records(records)).size(), 0U);
    records[0].status = Status::in_progress;
    EXPECT_EQ(only("probable-duplicate", check_records(records)).size(), 1U);
}

}  // namespace
}  // namespace tidytracker
