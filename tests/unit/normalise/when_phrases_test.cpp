// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "normalise/when_rows.hpp"

namespace tidytracker {
namespace {

using testing::expect_days;
using testing::expect_rows;
using testing::expect_unread;
using testing::in_february;

TEST(WhenPhrases, ranges_take_what_they_lack_from_their_other_end) {
    expect_rows(
        {{"April 2023 \xE2\x80\x93 June 2023", "2023-06-30", "2023-04/2023-06"},
         {"Dec 2023-March 2024", "2024-03-31", "2023-12/2024-03"},
         {"Nov-Feb 2024", "2024-02-29", "2023-11/2024-02"},
         {"June and July 2024", "2024-07-31", "2024-06/2024-07"},
         {"June & July", "2024-07-31", "2024-06/2024-07"},
         {"March/April 2024", "2024-04-30", "2024-03/2024-04"},
         {"Mar-Apr 24", "2024-04-30", "2024-03/2024-04"},
         {"Dec/Jan 2025", "2025-01-31", "2024-12/2025-01"},
         {"December 2024 / January 2025", "2025-01-31", "2024-12/2025-01"},
         {"1-5 March 2024", "2024-03-05", "2024-03-01/2024-03-05"},
         {"1st to 5th March", "2024-03-05", "2024-03-01/2024-03-05"},
         {"from 13 to 15 July", "2024-07-15", "2024-07-13/2024-07-15"},
         {"March 12-14, 2024", "2024-03-14", "2024-03-12/2024-03-14"},
         {"28 Feb - 3 March 2024", "2024-03-03", "2024-02-28/2024-03-03"},
         {"01/04/2024 - 30/06/2024", "2024-06-30", "2024-04-01/2024-06-30"},
         {"from April until the end of June", "2024-06-30", "2024-04/2024-06-30"},
         {"between May and July 2024", "2024-07-31", "2024-05/2024-07"},
         {"May to March", "2024-03-31", "2023-05/2024-03"},
         {"late March - early April", "2024-04-10", "2024-03~/2024-04~", Qualifier::approximate},
         {"summer 2024 - autumn 2024", "2024-11-30", "2024-22/2024-23"},
         {"between the end of March and the end of June", "2024-06-30", "2024-04-01/2024-06-30"},
         {"next Monday to Friday", "2024-02-23", "2024-02-19/2024-02-23"},
         {"from 4-8 of next month", "2024-03-08", "2024-03-04/2024-03-08"},
         {"for 10 days from 18 March", "2024-03-28", "2024-03-18/2024-03-28"},
         {"Aug 10 - Nov 12", "2024-11-12", "2024-08-10/2024-11-12"},
         {"Q1-Q2 2025/26", "2025-09-30", "2025-04/2025-09"},
         // Two days of the month that are also the years of the time are taken for those.
         {"Aug 23 - Nov 24", "2024-11-30", "2023-08/2024-11"},
         {"end Oct / early Nov", "2024-11-10", "2024-10-31/2024-11~"},
         {"2024-27", "2027-12-31", "2024/2027"}},
        in_february());
    // "2021-24" may be years or a season of EDTF.
    expect_unread({"June 2024 - May 2024", "Feb & Oct", "March/October 2024", "end of March - June",
                   "2021-24"},
                  {.reference = "2024-02-15"});
}

TEST(WhenPhrases, bounds) {
    expect_rows({{"by 31 March", "2024-03-31", "2024-03-31", Qualifier::by},
                 {"By end of July 2024", "2024-07-31", "2024-07-31", Qualifier::by},
                 {"by March 2024", "2024-03-31", "2024-03", Qualifier::by},
                 {"By 2018", "2018-12-31", "2018", Qualifier::by},
                 {"no later than 31/03/2024", "2024-03-31", "2024-03-31", Qualifier::by},
                 {"31 March 2024 at the latest", "2024-03-31", "2024-03-31", Qualifier::by},
                 {"until 31 March 2024", "2024-03-31", "2024-03-31", Qualifier::by},
                 {"before December 2017", "2017-11-30", "../2017-11-30", Qualifier::before},
                 {"prior to 1 April 2024", "2024-03-31", "../2024-03-31", Qualifier::before},
                 {"before the end of March 2024", "2024-03-31", "../2024-03-31", Qualifier::before},
                 {"after 9 February 2023", "", "2023-02-09/..", Qualifier::after},
                 {"after February 2023", "", "2023-03-01/..", Qualifier::after},
                 {"From 27.1.15", "", "2015-01-27/..", Qualifier::after},
                 {"after the beginning of March", "", "2024-03-01/..", Qualifier::after},
                 {"April 2024 onwards", "", "2024-04-01/..", Qualifier::after},
                 {"not before June 2024", "", "2024-06-01/..", Qualifier::after},
                 {"since August", "", "2023-08-01/..", Qualifier::after}},
                in_february());
    expect_unread({"by the time", "before", "from", "by"}, in_february());
}

TEST(WhenPhrases, hedges_keep_the_date) {
    expect_rows({{"Likely Autumn 2023", "2023-11-30", "2023-23", Qualifier::likely},
                 {"expected June 2024", "2024-06-30", "2024-06", Qualifier::likely},
                 {"approx March 2024", "2024-03-31", "2024-03~", Qualifier::approximate},
                 {"March 2024 (approx)", "2024-03-31", "2024-03~", Qualifier::approximate},
                 {"c. March 2024", "2024-03-31", "2024-03~", Qualifier::approximate},
                 {"est. 31/03/2024", "2024-03-31", "2024-03-31~", Qualifier::approximate},
                 {"31/03/2024?", "2024-03-31", "2024-03-31?", Qualifier::approximate},
                 {"around Summer 2024", "2024-08-31", "2024-22", Qualifier::approximate},
                 {"March 2024 (TBC)", "2024-03-31", "2024-03", Qualifier::tbc},
                 {"TBC - March 2024", "2024-03-31", "2024-03", Qualifier::tbc}},
                in_february());
}

TEST(WhenPhrases, words_that_stand_for_no_date) {
    const auto expect_words = [](Qualifier qualifier, const std::vector<std::string_view>& words) {
        for (const std::string_view word : words) {
            expect_rows({{word, "", "", qualifier}}, in_february());
            expect_rows({{word, "", "", qualifier}}, {});
        }
    };
    expect_words(Qualifier::tbc, {"TBC", "tba", "TBD", "to be confirmed", "(TBC)", "Date TBC"});
    expect_words(Qualifier::asap, {"ASAP", "Immediate", "immediately", "As soon as possible"});
    expect_words(Qualifier::ongoing, {"Ongoing", "on-going", "On going", "BAU", "continuous",
                                      "as and when necessary", "Ongoing."});
    expect_words(Qualifier::none, {"N/A", "n/a", "-", "\xE2\x80\x93", "--", "No due date", "None",
                                   "in due course", "long term"});
    expect_words(Qualifier::recurring, {"Monthly", "Quarterly", "annually", "six monthly",
                                        "6 monthly", "every 6 months", "Every meeting"});
    expect_words(Qualifier::next_meeting,
                 {"Next meeting", "by next meeting", "at the next meeting", "following meeting",
                  "next Audit & Governance Committee", "verbal update at next meeting",
                  "before the next Board", "next agenda"});
}

TEST(WhenPhrases, words_beside_a_date) {
    expect_rows({{"31 August (annually)", "2024-08-31", "2024-08-31", Qualifier::recurring},
                 {"Annual review in May", "2024-05-31", "2024-05", Qualifier::recurring},
                 {"July 2023 and ongoing", "", "2023-07-01/..", Qualifier::ongoing},
                 {"Ongoing - March 2024", "2024-03-31", "2024-03", Qualifier::ongoing},
                 {"Annually - next due March 2025", "2025-03-31", "2025-03", Qualifier::recurring},
                 {"ongoing - next review June 2024", "2024-06-30", "2024-06", Qualifier::ongoing},
                 {"November 2024 Committee", "2024-11-30", "2024-11"},
                 {"14 July Meeting 2022", "2022-07-14", "2022-07-14", Qualifier::exact},
                 {"May meeting", "2024-05-31", "2024-05"},
                 {"Board 06/10/09", "2009-10-06", "2009-10-06", Qualifier::exact},
                 {"Harbour and Quays Committee - 12 June 2024", "2024-06-12", "2024-06-12",
                  Qualifier::exact},
                 {"31/03/2024 14:30", "2024-03-31", "2024-03-31", Qualifier::exact},
                 {"2024-03-31T09:30:00Z", "2024-03-31", "2024-03-31", Qualifier::exact},
                 {"31 March 2024 at 2.30pm", "2024-03-31", "2024-03-31", Qualifier::exact},
                 {"31/03/2024 (subject to weather)", "2024-03-31", "2024-03-31", Qualifier::exact},
                 {"Due: 30/6/24", "2024-06-30", "2024-06-30", Qualifier::exact},
                 {"Target date 30 June 2024", "2024-06-30", "2024-06-30", Qualifier::exact}},
                in_february());
}

TEST(WhenPhrases, distances_from_the_reference) {
    expect_rows(
        {{"within 3 months", "2024-05-15", "2024-05-15", Qualifier::by},
         {"in 6 months", "2024-08-15", "2024-08-15", Qualifier::exact},
         {"in two weeks", "2024-02-29", "2024-02-29", Qualifier::exact},
         {"fortnight", "2024-02-29", "2024-02-29", Qualifier::exact},
         {"2 weeks ago", "2024-02-01", "2024-02-01", Qualifier::exact},
         {"next month", "2024-03-31", "2024-03"},
         {"this month", "2024-02-29", "2024-02"},
         {"last month", "2024-01-31", "2024-01"},
         {"next year", "2025-12-31", "2025"},
         {"next 3 months", "2024-05-31", "2024-03/2024-05"},
         {"within 3 months of 1 April 2024", "2024-07-01", "2024-07-01", Qualifier::by},
         {"2 weeks before 31 March 2024", "2024-03-17", "2024-03-17", Qualifier::exact},
         {"2 weeks and 2 days ago", "2024-01-30", "2024-01-30", Qualifier::exact},
         {"Monday two weeks from now", "2024-02-26", "2024-02-26", Qualifier::exact},
         {"earlier this year", "2024-02-15", "2024-01-01/2024-02-15", Qualifier::approximate},
         {"first 2 weeks of May 2024", "2024-05-12", "2024-04-29/2024-05-12"},
         {"2nd last week of October 2018", "2018-10-21", "2018-10-15/2018-10-21"},
         {"5th last day of May", "2024-05-27", "2024-05-27"},
         {"last 2 quarters", "2023-12-31", "2023-07/2023-12"},
         {"20th of next month", "2024-03-20", "2024-03-20", Qualifier::exact},
         {"today", "2024-02-15", "2024-02-15", Qualifier::exact},
         {"tomorrow", "2024-02-16", "2024-02-16", Qualifier::exact},
         {"yesterday", "2024-02-14", "2024-02-14", Qualifier::exact},
         {"Friday", "2024-02-16", "2024-02-16", Qualifier::exact},
         {"next Friday", "2024-02-23", "2024-02-23", Qualifier::exact},
         {"Friday of next week", "2024-02-23", "2024-02-23", Qualifier::exact},
         {"next week Monday", "2024-02-19", "2024-02-19", Qualifier::exact},
         {"first Tuesday of next month", "2024-03-05", "2024-03-05", Qualifier::exact},
         {"by close of play Friday", "2024-02-16", "2024-02-16", Qualifier::by},
         {"first Tuesday in March", "2024-03-05", "2024-03-05"},
         {"last Monday of March 2024", "2024-03-25", "2024-03-25"},
         {"new year", "2025-01-31", "2025-01~"},
         {"by Christmas", "2024-12-25", "2024-12-25", Qualifier::by},
         {"Easter 2024", "2024-03-31", "2024-03-31"},
         {"Easter 2025", "2025-04-20", "2025-04-20"}},
        in_february());
    EXPECT_EQ(parse_when("in 1 month", {.reference = "2024-01-31"}).date, "2024-02-29");
}

TEST(WhenPhrases, day_numbers_typed_as_text) {
    expect_days({{"45382", "2024-03-31"}, {"45382.5", "2024-03-31"}, {" 20000 ", "1954-10-03"}},
                in_february());
    expect_unread({"19999", "60001", "453820", "4538", "45 382"}, in_february());
}

TEST(WhenPhrases, what_is_no_date_is_left_alone) {
    expect_unread({"",
                   " ",
                   "A-12/3",
                   "AP109",
                   "3/20/FE",
                   "Version: 1.1.3",
                   "1.1.3",
                   "12.53%",
                   "0.5",
                   "12.3",
                   "\xC2\xA3 12,000",
                   "01865 792422",
                   "80-32-89-89",
                   "192.168.1.1",
                   "10:30",
                   "2pm",
                   "5",
                   "12",
                   "3-4",
                   "12/13",
                   "24/7",
                   "5 days",
                   "3 months",
                   "2 upcoming days",
                   "within two weeks of the Council",
                   "14 July 2023 Meeting 2022",
                   "10 - 12 weeks",
                   "May be delayed",
                   "March saw a rise",
                   "for the year",
                   "Year 2",
                   "Phase 1",
                   "Council",
                   "Town Clerk",
                   "within six months of new Council",
                   "Wednesday of next week or so",
                   "31 March 2024 unless delayed",
                   "23rd Dynasty",
                   "12 people",
                   "jan",
                   "may",
                   "10 09 24",
                   "coming 2 days",
                   "last Monday",
                   "year end"},
                  in_february());
}

TEST(WhenPhrases, the_text_is_kept_as_printed_but_for_spaces) {
    EXPECT_EQ(parse_when(" Mid \n May  ", in_february()).text, "Mid May");
    EXPECT_EQ(parse_when("no idea", in_february()).text, "no idea");
}

TEST(WhenPhrases, a_span_has_both_ends) {
    const DateSpan autumn = parse_span("Autumn 2023", {});
    EXPECT_EQ(autumn.start, "2023-09-01");
    EXPECT_EQ(autumn.end, "2023-11-30");
    EXPECT_EQ(autumn.edtf, "2023-23");
    EXPECT_EQ(parse_span("before 2019", {}).start, "");
    EXPECT_EQ(parse_span("before 2019", {}).end, "2018-12-31");
    EXPECT_EQ(parse_span("after 2019", {}).start, "2020-01-01");
    EXPECT_EQ(parse_span("after 2019", {}).end, "");
    EXPECT_EQ(parse_span("no date here", {}), DateSpan{});
}

}  // namespace
}  // namespace tidytracker
