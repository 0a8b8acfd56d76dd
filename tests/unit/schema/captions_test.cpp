// SPDX-License-Identifier: Apache-2.0
#include "schema/captions.hpp"

#include <array>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>

namespace tidytracker {
namespace {

Field strongest(std::string_view caption) {
    const auto readings = read_caption(caption);
    return readings.empty() ? Field::none : readings.front().field;
}

TEST(Captions, spelling_marks_and_hints_do_not_count) {
    EXPECT_EQ(caption_key("  DUE DATE (dd/mm/yyyy): "), "due date");
    EXPECT_EQ(caption_key("Implemen- tation Date"), "implementation date");
    EXPECT_EQ(caption_key("Action / Recommendation*"), "action/recommendation");
    EXPECT_EQ(caption_key("Owner(s)"), "owner(s)");
    EXPECT_EQ(caption_key("Done?"), "done");
}

TEST(Captions, a_caption_that_means_several_things_has_several_readings) {
    const auto readings = read_caption("Response");
    ASSERT_EQ(readings.size(), 2U);
    EXPECT_EQ(readings[0].field, Field::progress);
    EXPECT_EQ(readings[1].field, Field::response);
}

TEST(Captions, an_unknown_caption_is_read_by_its_words_but_weaker) {
    EXPECT_FALSE(is_known_caption("Agreed deadline for this piece of work"));
    EXPECT_EQ(strongest("Agreed deadline for this piece of work"), Field::due);
    EXPECT_LT(read_caption("Who is the responsible lead officer?").front().weight, 1.0);
    EXPECT_EQ(strongest("Budget code"), Field::none);
}

TEST(Captions, our_own_captions_are_known_by_name_and_in_readable_form) {
    EXPECT_EQ(own_caption("due_text"), Field::due_text);
    EXPECT_EQ(own_caption(info(Field::due_text).caption), Field::due_text);
    EXPECT_FALSE(own_caption("Due when?"));
}

TEST(Captions, the_form_of_a_caption_does_not_matter) {
    EXPECT_EQ(caption_key("DueDate"), "due date");
    EXPECT_EQ(caption_key("3. Agreed action"), "agreed action");
    EXPECT_EQ(caption_key("(Owner)"), "owner");
    EXPECT_EQ(caption_key("Action #"), "action no");
}

TEST(Captions, a_date_is_of_what_its_caption_says) {
    EXPECT_EQ(strongest("Date first logged on the system"), Field::raised);
    EXPECT_EQ(strongest("Expected finish date"), Field::due);
    EXPECT_EQ(strongest("Date discharged"), Field::completed);
    EXPECT_EQ(strongest("Start date"), Field::none);
    EXPECT_EQ(strongest("Agreed target date \u2013 Original"), Field::due_history);
}

TEST(Captions, typing_errors_are_forgiven_only_when_asked) {
    EXPECT_TRUE(read_caption("Responsibilty").empty());
    ASSERT_FALSE(guess_caption("Responsibilty").empty());
    EXPECT_EQ(guess_caption("Responsibilty").front().field, Field::leads);
    EXPECT_TRUE(guess_caption("Colour").front().field == Field::rag);
    EXPECT_TRUE(guess_caption("Zebra").empty());
}

// Captions as other bodies might word them, none of them in the table: what the words alone give.
TEST(Captions, most_new_captions_are_read_and_few_wrongly) {
    const auto captions = std::to_array<std::pair<std::string_view, Field>>({
        {"Agreed way forward / action", Field::action},
        {"Task to be carried out", Field::action},
        {"Nominated lead", Field::leads},
        {"Officer in charge", Field::leads},
        {"Responsible manager", Field::leads},
        {"Person responsible for the task", Field::leads},
        {"Proposed finish date", Field::due},
        {"Latest revised date", Field::due},
        {"Date the action was opened", Field::raised},
        {"Date recorded", Field::raised},
        {"Date actually completed", Field::completed},
        {"Overall RAG", Field::rag},
        {"Priority level", Field::priority},
        {"Log reference", Field::ref},
        {"Entry ID", Field::ref},
        {"Quarterly update", Field::progress},
        {"Comments from the owner", Field::progress},
        {"Supporting evidence seen", Field::evidence},
        {"Current status of the task", Field::status},
        {"Agenda topic", Field::item},
    });
    std::size_t right = 0;
    std::size_t wrong = 0;
    for (const auto& [caption, field] : captions) {
        EXPECT_FALSE(is_known_caption(caption)) << caption;
        const auto readings = guess_caption(caption);
        if (readings.empty()) continue;
        ++(readings.front().field == field ? right : wrong);
        EXPECT_EQ(readings.front().field, field) << caption;
    }
    EXPECT_GE(right * 100, captions.size() * 70);
    EXPECT_LE(wrong * 100, captions.size() * 5);
}

TEST(Captions, one_or_several_is_said_in_brackets) {
    EXPECT_EQ(strongest("Action(s)"), Field::action);
    EXPECT_EQ(strongest("Lead officer(s)"), Field::leads);
    EXPECT_EQ(strongest("Due date(s)"), Field::due);
}

TEST(Captions, of_two_columns_the_words_tell_which_holds_what_stands_now) {
    EXPECT_EQ(strongest("Revised timescale"), Field::due);
    EXPECT_EQ(strongest("New by when"), Field::due);
    EXPECT_EQ(strongest("Initial deadline"), Field::due_history);
    EXPECT_EQ(strongest("Previous RAG"), Field::rag);
    EXPECT_LT(read_caption("Previous RAG").front().weight,
              read_caption("Current RAG").front().weight);
}

}  // namespace
}  // namespace tidytracker
