// SPDX-License-Identifier: Apache-2.0
#include "schema/wording.hpp"

#include <gtest/gtest.h>

namespace tidytracker {
namespace {

TEST(Wording, a_status_is_known_in_any_case_and_with_any_dash) {
    EXPECT_EQ(status_of_wording("In Progress"), Status::in_progress);
    EXPECT_EQ(status_of_wording("CLOSED."), Status::complete);
    EXPECT_EQ(status_of_wording("Complete – recommend removal"), Status::proposed_close);
    EXPECT_FALSE(status_of_wording("Ask the depot"));
}

TEST(Wording, the_longest_opening_phrase_wins) {
    const auto opening = opening_status("Complete - recommend removal from the log");
    ASSERT_TRUE(opening);
    EXPECT_EQ(opening->value, Status::proposed_close);
    EXPECT_FALSE(opening_status("Completeness of the data"));
}

TEST(Wording, labels_say_which_response_they_state) {
    EXPECT_EQ(opening_label("Recommendation Accepted: done")->value, Response::accepted);
    EXPECT_EQ(opening_label("Formal acceptance of the recommendation: done")->value,
              Response::accepted);
    EXPECT_EQ(opening_label("Reply and refusal (in full): no money")->value, Response::rejected);
    EXPECT_EQ(response_of_wording("Rejection of the recommendation"), Response::rejected);
    EXPECT_FALSE(opening_label("Agreement: in May"));
    EXPECT_FALSE(opening_label("Acceptance tests of the pump: in May"));
    EXPECT_FALSE(opening_label("Agreement on rejection of the plan: in May"));
    EXPECT_EQ(opening_label("Update – more")->value, Response::none);
    EXPECT_EQ(response_stated_in("A separate response will be sought from the port."),
              Response::awaited);
    EXPECT_FALSE(response_stated_in("The response was good."));
}

TEST(Wording, placeholders_and_asks_are_told_from_text) {
    EXPECT_TRUE(is_placeholder("TBC"));
    EXPECT_TRUE(is_placeholder(" n/a "));
    EXPECT_FALSE(is_placeholder("Nadia"));
    EXPECT_TRUE(introduces_asks("Members are asked to:"));
    EXPECT_FALSE(introduces_asks("Members were asked to leave early."));
}

}  // namespace
}  // namespace tidytracker
