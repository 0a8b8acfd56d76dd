// SPDX-License-Identifier: Apache-2.0
// Ways in which officers shorten, mistype, move and hedge the dates of actions, each read by hand.
#include <tidytracker/normalise.hpp>

#include <array>

#include <gtest/gtest.h>

namespace tidytracker {
namespace {

/// A phrase of a meeting held on Thursday 12 September 2024; quarters count from April.
struct OfficerPhrase {
    std::string_view text{};
    std::string_view date{};
    std::string_view edtf{};
    Qualifier qualifier{Qualifier::none_given};
};

// clang-format off
constexpr auto k_officer_phrases = std::to_array<OfficerPhrase>({
    // Days, as they are typed in haste
    {"11//10/24", "2024-10-11", "2024-10-11", Qualifier::exact},
    {"11/10/24/", "2024-10-11", "2024-10-11", Qualifier::exact},
    {"11\\10\\24", "2024-10-11", "2024-10-11", Qualifier::exact},
    {"11 /10/ 2024", "2024-10-11", "2024-10-11", Qualifier::exact},
    {"11102024", "2024-10-11", "2024-10-11", Qualifier::exact},
    {"30 \xE2\x80\x93 Sep \xE2\x80\x93 24", "2024-09-30", "2024-09-30", Qualifier::exact},
    {"\"11 Oct 24\"", "2024-10-11", "2024-10-11", Qualifier::exact},
    {"11 Ocotber 2024", "2024-10-11", "2024-10-11", Qualifier::exact},
    {"11 Septemer 2024", "2024-09-11", "2024-09-11", Qualifier::exact},
    {"11 Novemeber 2024", "2024-11-11", "2024-11-11", Qualifier::exact},
    {"3 Janaury 2025", "2025-01-03", "2025-01-03", Qualifier::exact},
    {"Decemeber 2024", "2024-12-31", "2024-12"},
    {"Feburary 2025", "2025-02-28", "2025-02"},
    {"11/10/2024 Friday", "2024-10-11", "2024-10-11", Qualifier::exact},
    {"11 Oct (Fri)", "2024-10-11", "2024-10-11", Qualifier::exact},
    {"Fri, 11 Oct 2024", "2024-10-11", "2024-10-11", Qualifier::exact},
    {"EOD 20/9/24", "2024-09-20", "2024-09-20", Qualifier::exact},
    {"by end of day 20 September", "2024-09-20", "2024-09-20", Qualifier::by},
    {"12 noon on 20 September 2024", "2024-09-20", "2024-09-20", Qualifier::exact},
    {"20 September 2024 (12 noon)", "2024-09-20", "2024-09-20", Qualifier::exact},
    {"EOD Friday", "2024-09-13", "2024-09-13", Qualifier::exact},
    {"NLT 20/9/24", "2024-09-20", "2024-09-20", Qualifier::by},
    {"31/10/24 \xE2\x9C\x93", "2024-10-31", "2024-10-31", Qualifier::exact},
    {"31/10/24 - overdue", "2024-10-31", "2024-10-31", Qualifier::exact},
    {"OVERDUE - 31/10/24", "2024-10-31", "2024-10-31", Qualifier::exact},
    {"31/10/24 - extension requested", "2024-10-31", "2024-10-31", Qualifier::exact},
    {"Complete by 31/10/24", "2024-10-31", "2024-10-31", Qualifier::by},
    {"to be completed by end of October", "2024-10-31", "2024-10-31", Qualifier::by},
    {"to be in place by March 2025", "2025-03-31", "2025-03", Qualifier::by},
    {"By when: Oct 24", "2024-10-31", "2024-10"},
    {"To be reviewed March 2025", "2025-03-31", "2025-03"},
    {"HWB 10 Oct 2024", "2024-10-10", "2024-10-10", Qualifier::exact},
    {"PEG - 10/10/24", "2024-10-10", "2024-10-10", Qualifier::exact},
    {"Start: 01/10/24 End: 31/03/25", "2025-03-31", "2025-03-31", Qualifier::exact},
    // Months and their parts
    {"mid-Jan 26", "2026-01-20", "2026-01~", Qualifier::approximate},
    {"Jan 25 (early)", "2025-01-10", "2025-01~", Qualifier::approximate},
    {"Dec 24 (end)", "2024-12-31", "2024-12-31"},
    {"Nov start", "2024-11-10", "2024-11~", Qualifier::approximate},
    {"mid to late October 2024", "2024-10-31", "2024-10~", Qualifier::approximate},
    {"mid/late Oct", "2024-10-31", "2024-10~", Qualifier::approximate},
    {"Early-mid Oct", "2024-10-20", "2024-10~", Qualifier::approximate},
    {"First half of October", "2024-10-15", "2024-10-01/2024-10-15"},
    {"2nd half of Oct 2024", "2024-10-31", "2024-10-16/2024-10-31"},
    {"end Oct / early Nov 24", "2024-11-10", "2024-10-31/2024-11~"},
    {"Sept/Oct 2024", "2024-10-31", "2024-09/2024-10"},
    {"April/May/June 2025", "2025-06-30", "2025-04/2025-06"},
    {"Apr, May & June 2025", "2025-06-30", "2025-04/2025-06"},
    {"Oct, Nov, Dec 2024", "2024-12-31", "2024-10/2024-12"},
    {"Nov/Dec/Jan 2025", "2025-01-31", "2024-11/2025-01"},
    {"From Oct 24 to Mar 25", "2025-03-31", "2024-10/2025-03"},
    {"Oct 24 till Mar 25", "2025-03-31", "2024-10/2025-03"},
    {"Oct 24 - Mar 25", "2025-03-31", "2024-10/2025-03"},
    {"Oct 24 ish", "2024-10-31", "2024-10~", Qualifier::approximate},
    {"Oct-ish", "2024-10-31", "2024-10~", Qualifier::approximate},
    {"poss Oct", "2024-10-31", "2024-10", Qualifier::likely},
    {"ETA Oct 24", "2024-10-31", "2024-10", Qualifier::likely},
    {"Exp. Oct 24", "2024-10-31", "2024-10", Qualifier::likely},
    {"launch Oct 24", "2024-10-31", "2024-10"},
    {"throughout October", "2024-10-31", "2024-10"},
    {"next Mar 25", "2025-03-31", "2025-03"},
    // Quarters, halves and years
    {"FY24/25 Q2", "2024-09-30", "2024-07/2024-09"},
    {"Q2 FY 2024-25", "2024-09-30", "2024-07/2024-09"},
    {"Q2 (24/25)", "2024-09-30", "2024-07/2024-09"},
    {"Q3 25", "2025-12-31", "2025-10/2025-12"},
    {"Q3-25", "2025-12-31", "2025-10/2025-12"},
    {"H1 25", "2025-09-30", "2025-04/2025-09"},
    {"Q3 (Oct-Dec)", "2024-12-31", "2024-10/2024-12"},
    {"Q3 Oct-Dec 24", "2024-12-31", "2024-10/2024-12"},
    {"Q3 Oct \xE2\x80\x93 Dec 2024", "2024-12-31", "2024-10/2024-12"},
    {"by Q3 end", "2024-12-31", "2024-12-31", Qualifier::by},
    {"by close of FY25", "2025-03-31", "2025-03-31", Qualifier::by},
    {"FYE 2025", "2025-03-31", "2024-04/2025-03"},
    {"CY 2025", "2025-12-31", "2025"},
    {"throughout 24/25", "2025-03-31", "2024-04/2025-03"},
    {"over winter 24/25", "2025-02-28", "2024-24"},
    {"over the summer", "2025-08-31", "2025-22"},
    {"Week 40 2024", "2024-10-06", "2024-09-30/2024-10-06"},
    {"wk 3 of 2025", "2025-01-19", "2025-01-13/2025-01-19"},
    {"wk/c 7 Oct", "2024-10-13", "2024-10-07/2024-10-13"},
    // Terms and breaks
    {"end of term", "2024-12-31", "2024-12-31"},
    {"by end of this term", "2024-12-31", "2024-12-31", Qualifier::by},
    {"next term", "2025-04-30", "2025-01/2025-04~"},
    {"Autumn term 24", "2024-12-31", "2024-09/2024-12"},
    {"Lent term 2025", "2025-04-30", "2025-01/2025-04~"},
    {"Trinity term 2025", "2025-07-31", "2025-04/2025-07"},
    {"before Christmas recess", "2024-12-20", "../2024-12-20~", Qualifier::before},
    {"by the Christmas break", "2024-12-21", "2024-12-21~", Qualifier::by},
    {"after the summer holidays", "", "2025-09-01~/..", Qualifier::after},
    {"by summer recess", "2025-07-24", "2025-07-24~", Qualifier::by},
    {"October half term", "2024-11-01", "2024-10-28~/2024-11-01~"},
    {"by February half term 2025", "2025-02-17", "2025-02-17~", Qualifier::by},
    {"May half-term 2026", "2026-05-29", "2026-05-25~/2026-05-29~"},
    {"By Xmas 24", "2024-12-25", "2024-12-25", Qualifier::by},
    // Time allowed
    {"in 2-3 weeks", "2024-10-03", "2024-10-03", Qualifier::exact},
    {"within 2-3 months", "2024-12-12", "2024-12-12", Qualifier::by},
    {"review in 6/52", "2024-10-24", "2024-10-24", Qualifier::exact},
    {"in 3/12", "2024-12-12", "2024-12-12", Qualifier::exact},
    {"Review in 6 months", "2025-03-12", "2025-03-12", Qualifier::exact},
    // Dates that replace others
    {"30/09/24 / 31/10/24", "2024-10-31", "2024-10-31", Qualifier::exact},
    {"Orig 30/09/24 Rev 31/10/24", "2024-10-31", "2024-10-31", Qualifier::exact},
    {"Rev. 31/10/24", "2024-10-31", "2024-10-31", Qualifier::exact},
    {"31/10/24 (orig. 30/09/24)", "2024-10-31", "2024-10-31", Qualifier::exact},
    {"31/10/24 (prev 30/09/24)", "2024-10-31", "2024-10-31", Qualifier::exact},
    {"31/10/24 (from 30/09/24)", "2024-10-31", "2024-10-31", Qualifier::exact},
    {"30/09/24 - now 31/10/24", "2024-10-31", "2024-10-31", Qualifier::exact},
    {"30/09/24; 31/10/24; 30/11/24", "2024-11-30", "2024-11-30", Qualifier::exact},
    {"30/09/24 (revised 31/10/24; 30/11/24)", "2024-11-30", "2024-11-30", Qualifier::exact},
    {"Rolled over to Jan 25", "2025-01-31", "2025-01"},
    {"Pushed back to 31/01/25", "2025-01-31", "2025-01-31", Qualifier::exact},
    {"carry forward to November 2024", "2024-11-30", "2024-11"},
    {"Draft by Oct 24, final by Dec 24", "2024-12-31", "2024-12", Qualifier::by},
    {"CLT 14/11/24; Cabinet 12/12/24", "2024-12-12", "2024-12-12", Qualifier::exact},
    // Meetings and words
    {"Next SMT", "", "", Qualifier::next_meeting},
    {"next HWB", "", "", Qualifier::next_meeting},
    {"in time for next meeting", "", "", Qualifier::next_meeting},
    {"next month's meeting", "", "", Qualifier::next_meeting},
    {"Annual Council May 2025", "2025-05-31", "2025-05"},
    {"6-monthly", "", "", Qualifier::recurring},
    {"6 monthly review - next Mar 25", "2025-03-31", "2025-03", Qualifier::recurring},
    {"Subject to funding - Mar 25", "2025-03-31", "2025-03", Qualifier::tbc},
    {"subject to funding", "", "", Qualifier::tbc},
    {"?", "", "", Qualifier::tbc},
    {"Short term", "", "", Qualifier::none},
    {"Short term (by March 2025)", "2025-03-31", "2025-03", Qualifier::by},
});

constexpr auto k_unread_phrases = std::to_array<std::string_view>({
    "31/11/24", "31 November 2024", "29/02/2025", "11/1024", "1110/2024", "111024", "11/10/024",
    "6 weeks", "3 months", "12 months", "within 6 weeks of approval", "by year end", "week 40",
    "Year 2", "Phase 2", "Lifetime of plan", "post-election", "once agreed", "end of March - June",
    "In progress", "Overdue", "Draft", "when complete", "by half term", "PLAN 2", "next PHASE of it",
    "Octopus 2024", "11 Novella 2024", "when funds allow",
});
// clang-format on

TEST(WhenOfficerPhrases, all_are_read_as_meant) {
    for (const OfficerPhrase& phrase : k_officer_phrases) {
        const When when = parse_when(phrase.text, {.reference = "2024-09-12"});
        EXPECT_EQ(when.date, phrase.date) << phrase.text;
        EXPECT_EQ(when.edtf, phrase.edtf) << phrase.text;
        EXPECT_EQ(to_string(when.qualifier), to_string(phrase.qualifier)) << phrase.text;
    }
}

TEST(WhenOfficerPhrases, what_names_no_certain_day_is_left_alone) {
    for (const std::string_view phrase : k_unread_phrases) {
        const When when = parse_when(phrase, {.reference = "2024-09-12"});
        EXPECT_EQ(when.date + when.edtf, "") << phrase;
        EXPECT_EQ(to_string(when.qualifier), "") << phrase;
    }
}

TEST(WhenOfficerPhrases, an_amount_alone_is_time_allowed_where_a_day_to_count_from_is_known) {
    const DateContext from_meeting{.reference = "2024-09-12", .counts_from = true};
    EXPECT_EQ(parse_when("6 weeks", from_meeting).date, "2024-10-24");
    EXPECT_EQ(parse_when("3-6 months", from_meeting).date, "2025-03-12");
    EXPECT_EQ(to_string(parse_when("6 weeks", from_meeting).qualifier), "by");
    EXPECT_EQ(parse_when("6 weeks late", from_meeting).date, "");
}

}  // namespace
}  // namespace tidytracker
