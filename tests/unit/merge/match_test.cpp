// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "merge/returns.hpp"

namespace tidytracker {
namespace {

using testing::Returns;

TEST(Match, joins_a_reworded_action_with_the_same_lead_and_day) {
    Returns returns;
    returns.source("a.csv").row("Print opening times of every mending table before the fair", {},
                                "Mina Okoro", "2024-10-18");
    returns.source("b.csv").row("Print the opening times of all mending tables before the fair", {},
                                "Mina Okoro", "2024-10-18");
    EXPECT_EQ(returns.matched().clusters, 1U);
}

TEST(Match, keeps_look_alikes_apart) {
    const std::pair<const char*, const char*> pairs[] = {
        {"Renew the kiln licence at Fern Street", "Renew the kiln licence at Ferry Street"},
        {"Deliver heaters to forty households", "Deliver heaters to fifty households"},
        {"Send the March figures to the board", "Send the April figures to the board"},
        {"Repair the north gate of the depot", "Repair the south gate of the depot"},
    };
    for (const auto& [one, other] : pairs) {
        Returns returns;
        returns.source("a.csv").row(one, {}, "Ravi Sen", "2024-11-30");
        returns.source("b.csv").row(other, {}, "Ravi Sen", "2024-11-30");
        EXPECT_EQ(returns.matched().clusters, 2U) << one;
    }
}

TEST(Match, the_same_reference_with_another_wording_is_another_action) {
    Returns returns;
    returns.source("a.csv").row("Order spill kits for the depot", "A-007", "Ravi Sen");
    returns.source("b.csv").row("Book the village hall for the spring fair", "A-007", "Mina Okoro");
    const Matching matching = returns.matched();
    EXPECT_EQ(matching.clusters, 2U);
    EXPECT_EQ(matching.shared_refs.size(), 1U);
}

TEST(Match, numbers_that_every_list_counts_from_one_prove_nothing) {
    Returns returns;
    const char* north[] = {"Paint the fence", "Mow the verges by the bridge",
                           "Empty the grit bins"};
    const char* south[] = {"Hire a marquee", "Print the programme", "Mow the verges by the bridge"};
    returns.source("north.csv");
    for (int i = 0; i < 3; ++i) returns.row(north[i], std::to_string(i + 1));
    returns.source("south.csv");
    for (int i = 0; i < 3; ++i) returns.row(south[i], std::to_string(i + 1));
    const Matching matching = returns.matched();
    EXPECT_EQ(matching.clusters, 5U);
    EXPECT_EQ(matching.cluster[1], matching.cluster[5]);
}

TEST(Match, a_trusted_reference_carries_a_rewording) {
    Returns returns;
    returns.source("a.csv").row("Write a guide to lost parcels", "CS-1", "Ravi Sen");
    returns.row("Train the front desk", "CS-2", "Mina Okoro");
    returns.source("b.csv").row("Lost parcels guide to be signed by all", "CS-1", "Ravi Sen");
    returns.row("Train the front desk", "CS-2", "Mina Okoro");
    EXPECT_EQ(returns.matched().clusters, 2U);
}

TEST(Match, takes_one_row_of_each_source_and_the_best_one) {
    Returns returns;
    returns.source("a.csv").row("Review the fire plan of the library", {}, "Ravi Sen",
                                "2024-05-01");
    returns.row("Review the fire plan of the library annex", {}, "Ravi Sen", "2024-05-01");
    returns.source("b.csv").row("Review the fire plan of the library annex", {}, "Ravi Sen",
                                "2024-05-01");
    const Matching matching = returns.matched();
    EXPECT_EQ(matching.cluster[1], matching.cluster[2]);
    EXPECT_NE(matching.cluster[0], matching.cluster[2]);
}

TEST(Match, a_row_that_repeats_another_of_its_source_is_a_duplicate) {
    Returns returns;
    returns.source("a.csv").row("Check the boiler", {}, "Ravi Sen", "2024-11-30");
    returns.row("Check the boiler.", {}, "Ravi Sen", "2024-11-30");
    returns.row("Check the boiler", {}, "Ravi Sen", "2025-11-30");
    const Matching matching = returns.matched();
    EXPECT_EQ(matching.clusters, 2U);
    EXPECT_EQ(matching.repeats.size(), 1U);
}

TEST(Match, what_the_user_says_counts) {
    Returns returns;
    returns.source("a.csv").row("Check the boiler", "A-1");
    returns.source("b.csv").row("Ask the plumber in", "B-1");
    returns.row("Check the boiler", "B-2");
    EXPECT_EQ(returns.matched({.same = {{"A-1", "b.csv:B-1"}}}).cluster,
              (std::vector<std::size_t>{0, 0, 1}));
    EXPECT_EQ(returns.matched({.distinct = {{"A-1", "B-2"}}}).clusters, 3U);
    EXPECT_EQ(returns.matched({.same = {{"A-1", "Z-9"}}}).unused,
              (std::vector<std::string>{"Z-9"}));
}

TEST(Match, the_order_of_sources_does_not_change_the_groups) {
    Returns returns;
    returns.source("a.csv").row("Fit a guard to conveyor belt three", "1", "Ravi Sen");
    returns.row("Print the safety leaflet", "2", "Mina Okoro");
    returns.source("b.csv").row("Print safety leaflets", "7", "Mina Okoro");
    returns.row("Guard for conveyor belt three to be fitted", "9", "Ravi Sen");
    Returns turned;
    turned.source("b.csv").row("Print safety leaflets", "7", "Mina Okoro");
    turned.row("Guard for conveyor belt three to be fitted", "9", "Ravi Sen");
    turned.source("a.csv").row("Fit a guard to conveyor belt three", "1", "Ravi Sen");
    turned.row("Print the safety leaflet", "2", "Mina Okoro");
    const Matching one = returns.matched();
    const Matching other = turned.matched();
    EXPECT_EQ(one.cluster[0] == one.cluster[3], other.cluster[2] == other.cluster[1]);
    EXPECT_EQ(one.cluster[1] == one.cluster[2], other.cluster[3] == other.cluster[0]);
    EXPECT_EQ(one.clusters, other.clusters);
}

TEST(Match, a_reworded_deed_is_the_same_action_another_thing_is_not) {
    Returns returns;
    returns.source("a.csv").row("Mend the sluice gate at the lock", {}, "Ravi Sen", "2024-05-01");
    returns.row("Renew the kiln licence of the annex", {}, "Mina Okoro", "2024-05-01");
    returns.source("b.csv").row("The sluice gate at the lock to be repaired", {}, "Ravi Sen",
                                "2024-05-01");
    returns.row("Check the lift contract of the annex", {}, "Mina Okoro", "2024-05-01");
    const Matching matching = returns.matched();
    EXPECT_EQ(matching.cluster[0], matching.cluster[2]);
    EXPECT_NE(matching.cluster[1], matching.cluster[3]);
}

TEST(Match, a_body_on_one_side_and_its_person_on_the_other_do_not_differ) {
    Returns returns;
    returns.source("list.csv")
        .row("Count the repeat visits to the night shelter", "NB-4", {}, "2024-05-31")
        .leads = {{.organisation = "Health Trust", .text = "Health Trust"}};
    returns.row("Install lamps along the canal", "NB-5", {}, "2024-10-31").leads = {
        {.organisation = "Waterways", .text = "Waterways"}};
    returns.source("return.csv")
        .row("Count the repeat visits to the night shelter each month", {}, "Ilse Roth",
             "2024-05-31");
    EXPECT_EQ(returns.matched().clusters, 2U);
}

TEST(Match, nothing_comes_of_nothing) {
    EXPECT_EQ(match({}, {}, {}).clusters, 0U);
    Returns returns;
    returns.source("a.csv").row("");
    returns.source("b.csv").row("");
    EXPECT_EQ(returns.matched().clusters, 2U);
}

}  // namespace
}  // namespace tidytracker
