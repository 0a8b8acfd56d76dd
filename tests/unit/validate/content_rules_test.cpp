// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "support/checking.hpp"

namespace tidytracker {
namespace {

using testing::check_records;
using testing::only;
using testing::Places;
using testing::places_in;
using testing::Rows;
using testing::sound_record;
using testing::sound_rows;

std::size_t told_of_action(std::string_view rule, std::string text) {
    Record record = sound_record("A-1");
    record.action = std::move(text);
    return only(rule, check_records({record})).size();
}

/// Where a rule finds something when the action of row 2 is this text.
Places told_of_cell(std::string_view rule, std::string text) {
    Rows rows = sound_rows();
    rows[1][1] = std::move(text);
    return places_in(rule, rows);
}

TEST(ContentRules, as_above_says_nothing) {
    EXPECT_EQ(told_of_action("vague-action", "As above"), 1U);
    EXPECT_EQ(told_of_action("vague-action", "TBC"), 1U);
    EXPECT_EQ(told_of_action("vague-action", "Budget review"), 0U);
}

TEST(ContentRules, a_list_is_several_actions) {
    const std::string_view rule = "several-actions-in-one";
    EXPECT_EQ(told_of_action(rule, "(a) write to the landlord (b) tell the residents"), 1U);
    EXPECT_EQ(told_of_action(rule, "Officers to: 1. write to the landlord 2. tell residents"), 1U);
    EXPECT_EQ(told_of_action(rule, "Agree the route with Ward 1. Then tell Ward 2. Report back"),
              0U);
    EXPECT_EQ(told_of_action(rule, "Consider option (a) of the report"), 0U);
}

TEST(ContentRules, a_text_that_ends_with_the_is_cut_off) {
    const std::string_view rule = "truncated-text";
    EXPECT_EQ(told_of_action(rule, "Circulate the revised terms of reference to the"), 1U);
    EXPECT_EQ(told_of_action(rule, "Circulate the revised terms to all we refer to"), 0U);
    EXPECT_EQ(told_of_action(rule, "Vitamins B and A"), 0U);
    std::string words;
    while (words.size() < 250) words += "plan ";
    EXPECT_EQ(told_of_action(rule, words + "plans"), 1U);   // 255 characters
    EXPECT_EQ(told_of_action(rule, words + "plan."), 0U);   // a full stop
    EXPECT_EQ(told_of_action(rule, words + "planes"), 0U);  // 256
}

TEST(ContentRules, letters_that_went_wrong_are_told_with_what_was_meant) {
    const std::string wrong = "Ask the caf\xC3\x83\xC2\xA9 for its accounts";
    EXPECT_EQ(told_of_cell("mojibake", wrong), Places{"Actions!B2"});
    EXPECT_EQ(told_of_cell("mojibake", "Ask the caf\xC3\xA9 for its accounts"), Places{});
}

TEST(ContentRules, characters_that_nobody_sees_are_told) {
    const std::string_view rule = "control-characters";
    EXPECT_EQ(told_of_cell(rule, "Order\xE2\x80\x8B new signs"), Places{"Actions!B2"});
    EXPECT_EQ(told_of_cell(rule, "Order\x02 new signs"), Places{"Actions!B2"});
    EXPECT_EQ(told_of_cell(rule, "Order\nnew signs"), Places{});
}

TEST(ContentRules, a_text_that_would_run_is_told_and_a_list_mark_is_not) {
    const std::string_view rule = "formula-injection";
    EXPECT_EQ(told_of_cell(rule, "=HYPERLINK(\"http://example.org\")"), Places{"Actions!B2"});
    EXPECT_EQ(told_of_cell(rule, "=cmd|' /C calc'!A0"), Places{"Actions!B2"});
    EXPECT_EQ(told_of_cell(rule, "- call the clerk (urgent)"), Places{});
    EXPECT_EQ(told_of_cell(rule, "+44 20 7946 0018 is the number"), Places{});
    EXPECT_EQ(told_of_cell(rule, "@Jo: please call"), Places{});
}

TEST(ContentRules, the_address_of_a_person_is_told_and_that_of_an_office_is_not) {
    const std::string_view rule = "personal-contact-data";
    EXPECT_EQ(told_of_cell(rule, "Write to ada.quill@example.org"), Places{"Actions!B2"});
    EXPECT_EQ(told_of_cell(rule, "Call Ms Tamm on 07700 900123"), Places{"Actions!B2"});
    EXPECT_EQ(told_of_cell(rule, "Write to enquiries@example.org"), Places{});
    EXPECT_EQ(told_of_cell(rule, "See order 0770090 of 2024"), Places{});
    EXPECT_EQ(told_of_cell(rule, "Meet @ noon"), Places{});
}

TEST(DocumentRules, a_count_that_no_table_has_is_told) {
    Rows rows = sound_rows();
    rows.insert(rows.begin(), {"Actions of the forum (5 actions)"});
    EXPECT_EQ(places_in("declared-count-differs", rows), Places{});
    rows[0] = {"Actions of the forum (6 actions)"};
    EXPECT_EQ(places_in("declared-count-differs", rows), Places{"Actions!A1"});
    // A sentence may say anything.
    rows[0] = {"In May the forum took 6 actions and dropped others"};
    EXPECT_EQ(places_in("declared-count-differs", rows), Places{});
}

TEST(DocumentRules, a_day_without_year_needs_a_dated_document) {
    // Other due dates tell the year, as long as there are two of them.
    Rows rows = sound_rows();
    rows[2][3] = "14 June";
    EXPECT_EQ(places_in("no-meeting-date", rows), Places{});
    for (std::size_t row = 1; row < rows.size(); ++row) rows[row][3] = "14 June";
    EXPECT_EQ(places_in("no-meeting-date", rows), Places{"Actions!D2"});
    rows.insert(rows.begin(), {"Actions of the forum, 6 March 2024"});
    EXPECT_EQ(places_in("no-meeting-date", rows), Places{});
    rows = sound_rows();
    rows[2][3] = "14 June 2024";
    EXPECT_EQ(places_in("no-meeting-date", rows), Places{});
}

}  // namespace
}  // namespace tidytracker
