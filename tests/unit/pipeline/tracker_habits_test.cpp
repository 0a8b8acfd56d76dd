// SPDX-License-Identifier: Apache-2.0
// Habits of trackers that only show once all steps have seen them: letters with a key, meetings in
// headings, captions in people's own words.
#include <string_view>

#include <gtest/gtest.h>

#include "support/convert_text.hpp"

namespace tidytracker {
namespace {

Document tracker(std::string_view text) {
    return testing::convert_text(text, "log.csv", "2025-10-01").document;
}

TEST(TrackerHabits, letters_that_a_key_explains_are_the_status) {
    const Document document = tracker(
        "\"Key: C = complete, O = on track, D = delayed, N = not started\",,,\n"
        "No,Action,Lead,RAG\n"
        "1,Clear the culvert,Ada Birch,C\n2,Agree the rota,Col Drew,O\n"
        "3,Write to owners,Eve Fox,N\n");
    ASSERT_EQ(document.records.size(), 3U);
    EXPECT_EQ(document.records[0].status, Status::complete);
    EXPECT_EQ(document.records[0].status_text, "C");
    EXPECT_EQ(document.records[0].rag, Rag::none);
    EXPECT_EQ(document.records[1].status, Status::in_progress);
    EXPECT_EQ(document.records[2].status, Status::not_started);
}

TEST(TrackerHabits, names_below_the_table_are_the_key_of_its_initials) {
    const Document document = tracker(
        "No,Action,By,Due\n1,Invite the fire service,DH,30/09/2025\n"
        "2,Map the reports,DH / KSC,31/10/2025\n,,,\n"
        "DH \xE2\x80\x93 Dana Hale; KSC \xE2\x80\x93 Karl St Clair,,,\n");
    ASSERT_EQ(document.records.size(), 2U);
    EXPECT_EQ(document.records[0].leads[0].person, "Dana Hale");
    ASSERT_EQ(document.records[1].leads.size(), 2U);
    EXPECT_EQ(document.records[1].leads[1].person, "Karl St Clair");
}

TEST(TrackerHabits, the_first_meeting_may_stand_above_the_header) {
    const Document document = tracker(
        "Matters arising,,,\nMeeting: 10 September 2024,,,\nNo,Action,By,Due\n"
        "1,Invite the fire service,DH,Next meeting\nMeeting: 8 October 2024,,,\n"
        "No,Action,By,Due\n1,Chase the data,DH,12/11/24\n");
    ASSERT_EQ(document.records.size(), 2U);
    ASSERT_TRUE(document.records[0].meeting);
    EXPECT_EQ(*document.records[0].meeting, (Meeting{.date = "2024-09-10"}));
    ASSERT_TRUE(document.records[1].meeting);
    EXPECT_EQ(*document.records[1].meeting, (Meeting{.date = "2024-10-08"}));
}

TEST(TrackerHabits, numbered_headings_part_the_rows) {
    const Document document = tracker(
        "No,Action,Lead,Status\nA. Drainage,,,\n1,Clear the culvert,Ada Birch,Open\n"
        "B. Leaflets,,,\n1,Print the leaflet,Col Drew,Open\n");
    ASSERT_EQ(document.records.size(), 2U);
    EXPECT_EQ(document.records[0].section, "A. Drainage");
    EXPECT_EQ(document.records[1].section, "B. Leaflets");
}

TEST(TrackerHabits, what_is_due_now_replaces_what_was_due_originally) {
    const Document document = tracker(
        "Ref,What needs to happen,Person,Due originally,Due now,Where are we now?\n"
        "1,Ask for a second line,Ada Birch,01/12/2024,15/12/2024,Quote requested\n"
        "2,Measure the foyer,Col Drew,12/11/2024,,Tape found\n");
    ASSERT_EQ(document.records.size(), 2U);
    EXPECT_EQ(document.records[0].due->date, "2024-12-15");
    ASSERT_EQ(document.records[0].due_history.size(), 1U);
    EXPECT_EQ(document.records[0].due_history[0].date, "2024-12-01");
    EXPECT_EQ(document.records[1].due->date, "2024-11-12");
}

TEST(TrackerHabits, the_last_word_of_an_update_may_close_the_action) {
    const Document document = tracker(
        "No,Action,Lead,Outcome / update\n"
        "1,Share the form,Ada Birch,Shared 12/9 \xE2\x80\x93 closed\n"
        "2,Present on hoarding,Col Drew,Presented 8 Oct. CLOSED\n"
        "3,Settle the terms,Eve Fox,Agreed 12 Nov\n");
    ASSERT_EQ(document.records.size(), 3U);
    EXPECT_EQ(document.records[0].status, Status::complete);
    EXPECT_EQ(document.records[1].status, Status::complete);
    ASSERT_EQ(document.records[2].progress.size(), 1U);
    EXPECT_EQ(document.records[2].progress[0].date, "2024-11-12");
    EXPECT_EQ(document.records[2].progress[0].text, "Agreed 12 Nov");
}

TEST(TrackerHabits, no_status_beside_one_in_words_is_none) {
    const Document document = tracker(
        "No,Action,Lead,Done? (Y/N),Comments\n1,Translate the pack,Ada Birch,N/A,Superseded by 2d\n"
        "2,Run a fair,Col Drew,Y,Dropped - no takers\n3,Buy benches,Eve Fox,N/A,\n");
    ASSERT_EQ(document.records.size(), 3U);
    EXPECT_EQ(document.records[0].rag, Rag::none);
    EXPECT_EQ(document.records[1].status, Status::complete);
    EXPECT_EQ(document.records[2].status, Status::unknown);
}

TEST(TrackerHabits, a_month_over_updates_is_the_last_one_of_that_name) {
    const Document document = tracker(
        "Objective,Ref,Key milestones,Milestone owner,Finish,Sept update\n"
        "Cut emissions,1.1,Install solar on the depot,Nia Rees,31/12/2025,Tender out\n"
        ",1.2,Switch twelve vans,Col Drew,31/03/2026,Awaiting grant\n"
        "Help residents,2.1,Run advice sessions,Eve Fox,31/03/2026,Three held\n");
    ASSERT_EQ(document.records.size(), 3U);
    EXPECT_EQ(document.records[0].progress[0].date, "2025-09-30");
    EXPECT_EQ(document.records[1].section, "Cut emissions");
    EXPECT_EQ(document.records[1].due->date, "2026-03-31");
}

TEST(TrackerHabits, due_dates_beside_it_tell_the_year_of_one_without) {
    const Document document = tracker(
        "No,Action,Lead,Due\n1,Train seniors,Ada Birch,30.6.25\n2,Review plans,Col Drew,By 31 "
        "August\n"
        "3,Name a resident of the day,Eve Fox,1 July 2025\n");
    ASSERT_EQ(document.records.size(), 3U);
    EXPECT_EQ(document.records[1].due->date, "2025-08-31");
}

TEST(TrackerHabits, every_column_of_a_meeting_is_progress) {
    const Document document = tracker(
        "No,Agreed action,Lead agency,Named lead,Due,22 Jan 2025,23 Apr 2025,16 Jul 2025\n"
        "1,Publish the guidance,ICB,Dr T Hall,Q3,Draft went out to partners,Signed off,\n"
        "2,Map the providers,WCC,Jo Wells,Jul-25,,Started,Map is with legal now\n");
    ASSERT_EQ(document.records.size(), 2U);
    ASSERT_EQ(document.records[0].progress.size(), 2U);
    EXPECT_EQ(document.records[0].progress[1].date, "2025-04-23");
    EXPECT_EQ(document.records[0].leads[0].person, "T Hall");
    EXPECT_EQ(document.records[0].leads[0].organisation, "ICB");
    // The log was last written in July.
    EXPECT_EQ(document.records[0].due->date, "2025-12-31");
}

TEST(TrackerHabits, numbers_of_minutes_are_references) {
    const Document document = tracker(
        "Minute,Action,Who,By,State of play\n24/101,Mend the shelter,Clerk,Next mtg,Chasing\n"
        "24/107,Report the potholes,Clerk,ASAP,Done\n");
    ASSERT_EQ(document.records.size(), 2U);
    EXPECT_EQ(document.records[0].ref, "24/101");
    EXPECT_EQ(document.records[1].status, Status::complete);
}

TEST(TrackerHabits, a_lone_row_between_a_heading_and_a_repeated_header_is_no_header) {
    const Document document = tracker(
        "No.,Action,Owner,Target\n1,Patch the lane,Ed Cole,1/12/24\nPARKS,,,\n"
        "2,Sweep the square,Ed Cole,Jul-24\nNo.,Action,Owner,Target\n3,Buy salt,Fay Dee,Aug-24\n");
    ASSERT_EQ(document.records.size(), 3U);
    EXPECT_EQ(document.records[1].action, "Sweep the square");
    EXPECT_EQ(document.records[1].section, "PARKS");
}

}  // namespace
}  // namespace tidytracker
