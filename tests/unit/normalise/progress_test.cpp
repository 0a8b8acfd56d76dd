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

/// "date|label|author|text" of each entry.
Texts entries(std::string_view text) {
    Texts out;
    for (const Progress& entry : read_progress(text, k_context).entries) {
        out.push_back(entry.date + "|" + entry.label + "|" + entry.author + "|" + entry.text);
    }
    return out;
}

TEST(ProgressCell, days_in_figures_open_entries_where_there_are_several) {
    EXPECT_EQ(entries("05.07 met with the smith. 19.07 chased him"),
              (Texts{"2024-07-05|||met with the smith.", "2024-07-19|||chased him"}));
    EXPECT_EQ(
        entries("5/7 met the smith, 19/7 chased him, 2/8 gate hung"),
        (Texts{"2024-07-05|||met the smith", "2024-07-19|||chased him", "2024-08-02|||gate hung"}));
    // One alone may be a number, and paragraphs are counted so.
    EXPECT_EQ(entries("3.5 tonnes were laid. More is due."),
              Texts{"|||3.5 tonnes were laid. More is due."});
    EXPECT_EQ(entries("1.1 agree the plan. 1.2 buy the paint."),
              Texts{"|||1.1 agree the plan. 1.2 buy the paint."});
    EXPECT_EQ(entries("Quotes of 3.5 and 4.6 thousand. 4.8 expected"),
              Texts{"|||Quotes of 3.5 and 4.6 thousand. 4.8 expected"});
}

TEST(ProgressCell, entries_that_run_together_come_apart_at_their_dates) {
    EXPECT_EQ(
        entries("[05 Dec 2023] Letter sent to all. Feb 24 update: letter was answered"),
        (Texts{"2023-12-05|||Letter sent to all.", "2024-02-29|update||letter was answered"}));
    EXPECT_EQ(
        entries("05/12/2023 Letter sent to all members 14/02/2024 Answered by the board"),
        (Texts{"2023-12-05|||Letter sent to all members", "2024-02-14|||Answered by the board"}));
    EXPECT_EQ(entries("5 July - met the smith 19 July - chased him"),
              (Texts{"2024-07-05|||met the smith", "2024-07-19|||chased him"}));
    // A day that a sentence asks for, and one to come.
    EXPECT_EQ(entries("05/12/2023 Letter sent with deadline 14/02/2024 Owners told"),
              Texts{"2023-12-05|||Letter sent with deadline 14/02/2024 Owners told"});
    EXPECT_EQ(entries("05/12/2023 Hall closes 14/02/2025 Owners told"),
              Texts{"2023-12-05|||Hall closes 14/02/2025 Owners told"});
    EXPECT_EQ(entries("Work began 12/3/24. Works finished 19/3/24."),
              Texts{"|||Work began 12/3/24. Works finished 19/3/24."});
}

TEST(ProgressCell, initials_sign_an_entry_at_either_end) {
    EXPECT_EQ(entries("05/12/2023 - Letter sent (JR)"), Texts{"2023-12-05||JR|Letter sent"});
    EXPECT_EQ(entries("05/12/2023 - Letter sent \xE2\x80\x93 JR"),
              Texts{"2023-12-05||JR|Letter sent"});
    EXPECT_EQ(entries("JR 12/3: Met the smith. TO 19/3: chased him"),
              (Texts{"2024-03-12||JR|Met the smith.", "2024-03-19||TO|chased him"}));
    EXPECT_EQ(entries("12/3 JR: Met the smith"), Texts{"2024-03-12||JR|Met the smith"});
    EXPECT_EQ(entries("12/3 (JR) Met the smith"), Texts{"2024-03-12||JR|Met the smith"});
    EXPECT_EQ(entries("12/3/24 J Birch: Met the smith"),
              Texts{"2024-03-12||J Birch|Met the smith"});
    EXPECT_EQ(entries("Update from J Birch 12/3/24: Met the smith"),
              Texts{"2024-03-12|Update|J Birch|Met the smith"});
    // What else stands in brackets, or before a colon.
    EXPECT_EQ(entries("05/12/2023 - Letter sent to the doctors (GP)"),
              Texts{"2023-12-05|||Letter sent to the doctors (GP)"});
    EXPECT_EQ(entries("Letter sent (JR)"), Texts{"|||Letter sent (JR)"});
}

TEST(ProgressCell, a_date_behind_a_status_word_is_the_day_of_completion) {
    const auto done = read_progress("Done 21/5/24", k_context);
    EXPECT_EQ(done.status, Status::complete);
    ASSERT_TRUE(done.completed);
    EXPECT_EQ(done.completed->date, "2024-05-21");
    const auto more =
        read_progress("COMPLETED 12/9/24 \xE2\x80\x93 gate hung and painted", k_context);
    EXPECT_EQ(more.status, Status::complete);
    EXPECT_EQ(more.status_text, "COMPLETED");
    ASSERT_TRUE(more.completed);
    EXPECT_EQ(more.completed->date, "2024-09-12");
    EXPECT_EQ(texts(more), Texts{"gate hung and painted"});
    EXPECT_EQ(read_progress("Complete (June 2024). Gate hung", k_context).completed->edtf,
              "2024-06");
    // Plans and sentences.
    EXPECT_FALSE(read_progress("Completed by May", k_context).completed);
    EXPECT_FALSE(read_progress("Closed June to March for repairs", k_context).completed);
    EXPECT_EQ(read_progress("Done 3 of 5 sites", k_context).status, Status::unknown);
}

TEST(ProgressCell, amounts_and_shares_are_no_days) {
    for (const char* text :
         {"1.5 million approved. 2.5 million requested, 3.5 million spent",
          "1/2 of the homes are done, 3/4 of the rest are ordered",
          "10/11 actions done, 9/11 tested", "3.2 Plan agreed. 4.1 Budget agreed.",
          "2.5 FTE in post. 1.5 FTE vacant"}) {
        const auto reading = read_progress(text, k_context);
        EXPECT_EQ(texts(reading), Texts{text});
        EXPECT_TRUE(reading.entries.front().date.empty()) << text;
    }
}

TEST(ProgressCell, a_day_without_text_is_an_entry_of_its_own) {
    const auto reading = read_progress("12/09/24 In progress. 19/09/24 Complete", k_context);
    ASSERT_EQ(reading.entries.size(), 2U);
    EXPECT_EQ(reading.entries[0].date, "2024-09-12");
    EXPECT_EQ(reading.entries[0].label, "In progress");
    EXPECT_EQ(reading.entries[1].date, "2024-09-19");
    EXPECT_EQ(reading.entries[1].label, "Complete");
    EXPECT_EQ(reading.status, Status::complete);
}

TEST(ProgressCell, the_newest_status_counts_wherever_it_stands) {
    const auto reading =
        read_progress("19/09/24: Complete. Paid.\n12/09/24: In progress. Ordered.", k_context);
    EXPECT_EQ(reading.status, Status::complete);
}

TEST(ProgressCell, a_label_alone_is_text) {
    EXPECT_EQ(texts(read_progress("Update:", k_context)), Texts{"Update:"});
}

TEST(ProgressCell, many_entries_take_no_more_than_linear_time) {
    std::string text;
    for (int i = 0; i < 20000; ++i) text += "1/1/24 Done it. ";
    EXPECT_FALSE(read_progress(text, k_context).entries.empty());
}

TEST(ProgressCell, a_status_with_a_day_keeps_its_word_before_initials) {
    const auto reading = read_progress("Done 3/9/24 (KL)", k_context);
    EXPECT_EQ(reading.status, Status::complete);
    ASSERT_EQ(reading.entries.size(), 1U);
    EXPECT_EQ(reading.entries[0].date, "2024-09-03");
    EXPECT_EQ(reading.entries[0].label, "Done");
    EXPECT_EQ(reading.entries[0].author, "KL");
}

}  // namespace
}  // namespace tidytracker
