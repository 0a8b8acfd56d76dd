// SPDX-License-Identifier: Apache-2.0
#include "normalise/progress.hpp"

#include <gtest/gtest.h>

namespace tidytracker {
namespace {

const DateContext k_context{.reference = "2024-09-30", .looks_back = true};

std::vector<std::string> texts(const ProgressReading& reading) {
    std::vector<std::string> out;
    for (const Progress& entry : reading.entries) out.push_back(entry.text);
    return out;
}

using Texts = std::vector<std::string>;

TEST(ProgressCell, status_words_and_labels_are_no_text) {
    const auto reading = read_progress("In progress – UPDATE- The group met.", k_context);
    EXPECT_EQ(texts(reading), Texts{"The group met."});
    EXPECT_EQ(reading.status, Status::in_progress);
    EXPECT_EQ(reading.status_text, "In progress");
}

TEST(ProgressCell, a_status_between_sentences_opens_an_entry) {
    const auto reading =
        read_progress("The guide is a good model. In progress This is being checked.", k_context);
    EXPECT_EQ(texts(reading), (Texts{"The guide is a good model.", "This is being checked."}));
}

TEST(ProgressCell, words_of_prose_are_no_status) {
    EXPECT_EQ(read_progress("Open spaces were cut.", k_context).status, Status::unknown);
    EXPECT_EQ(read_progress("Completed forms go to the clerk.", k_context).status, Status::unknown);
    EXPECT_EQ(read_progress("To be actioned in the new year.", k_context).status, Status::unknown);
    EXPECT_EQ(read_progress("Closed. Boards stand.", k_context).status, Status::complete);
}

TEST(ProgressCell, dated_entries_come_apart) {
    const auto reading =
        read_progress("12/03/2024: Met the smith.\n08/05/2024: The gate is ordered.", k_context);
    ASSERT_EQ(reading.entries.size(), 2U);
    EXPECT_EQ(reading.entries[0].date, "2024-03-12");
    EXPECT_EQ(reading.entries[1].date, "2024-05-08");
    EXPECT_EQ(reading.entries[1].text, "The gate is ordered.");
}

TEST(ProgressCell, a_date_that_the_line_above_asks_for_opens_no_entry) {
    const ProgressReading reading =
        read_progress("The notice went up on\n9 April.\n16 April: taken down.", k_context);
    ASSERT_EQ(reading.entries.size(), 2U);
    EXPECT_EQ(reading.entries[0].date, "");
    EXPECT_EQ(reading.entries[1].date, "2024-04-16");
}

TEST(ProgressCell, a_label_states_the_response) {
    const auto accepted = read_progress(
        "Recommendation Accepted: Initial Response (more in April): Boards are ordered.",
        k_context);
    EXPECT_EQ(accepted.response, Response::accepted);
    EXPECT_EQ(texts(accepted), Texts{"Boards are ordered."});
    // Behind a comma the words are part of the sentence.
    const auto kept = read_progress("Recommendation accepted, more will follow.", k_context);
    EXPECT_EQ(kept.response, Response::accepted);
    EXPECT_EQ(texts(kept), Texts{"Recommendation accepted, more will follow."});
}

}  // namespace
}  // namespace tidytracker
