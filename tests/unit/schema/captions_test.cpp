// SPDX-License-Identifier: Apache-2.0
#include "schema/captions.hpp"

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
    EXPECT_EQ(readings[0].field, Field::response);
    EXPECT_EQ(readings[1].field, Field::progress);
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

}  // namespace
}  // namespace tidytracker
