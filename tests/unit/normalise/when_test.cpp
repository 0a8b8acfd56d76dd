// SPDX-License-Identifier: Apache-2.0
#include "normalise/when.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace tidytracker {
namespace {

/// A phrase and what is read of it. All stand in a document of Thursday 15 February 2024.
struct Row {
    std::string_view phrase{};
    std::string_view date{};
    std::string_view edtf{};
    Qualifier qualifier{Qualifier::none_given};
};

DateContext in_february() {
    return {.reference = "2024-02-15"};
}

void expect_rows(const std::vector<Row>& rows, const DateContext& context) {
    for (const Row& row : rows) {
        const When when = parse_when(row.phrase, context);
        EXPECT_EQ(when.date, row.date) << row.phrase;
        EXPECT_EQ(when.edtf, row.edtf) << row.phrase;
        EXPECT_EQ(to_string(when.qualifier), to_string(row.qualifier)) << row.phrase;
    }
}

void expect_days(const std::vector<std::pair<std::string_view, std::string_view>>& rows,
                 const DateContext& context) {
    for (const auto& [phrase, day] : rows) {
        expect_rows({{phrase, day, day, Qualifier::exact}}, context);
    }
}

void expect_unread(const std::vector<std::string_view>& phrases, const DateContext& context) {
    for (const std::string_view phrase : phrases) {
        const When when = parse_when(phrase, context);
        EXPECT_EQ(when.date + when.edtf, "") << phrase;
        EXPECT_EQ(to_string(when.qualifier), "") << phrase;
    }
}

TEST(When, full_days_are_read_day_first_in_every_spelling) {
    expect_days({{"31/03/2024", "2024-03-31"},
                 {"31/3/24", "2024-03-31"},
                 {"31.03.2024", "2024-03-31"},
                 {"9.2.15", "2015-02-09"},
                 {"31-03-2024", "2024-03-31"},
                 {"31 03 2024", "2024-03-31"},
                 {"31-Mar-24", "2024-03-31"},
                 {"31/Mar/2024", "2024-03-31"},
                 {"31 March 2024", "2024-03-31"},
                 {"31st March 2024", "2024-03-31"},
                 {"31st of March, 2024", "2024-03-31"},
                 {"Friday 1 March 2024", "2024-03-01"},
                 {"Fri. 1st March 2024", "2024-03-01"},
                 {"2024-03-31", "2024-03-31"},
                 {"2024/03/31", "2024-03-31"},
                 {"2024/31/03", "2024-03-31"},
                 {"25 09 24", "2024-09-25"},
                 {"20240331", "2024-03-31"},
                 {"March 31, 2024", "2024-03-31"},
                 {"Mar 31st 2024", "2024-03-31"},
                 {"05-Aug-2016", "2016-08-05"},
                 {"9 th of February 2023", "2023-02-09"},
                 {"14april 2015", "2015-04-14"},
                 {"13NOV2017", "2017-11-13"},
                 {"2019-Aug-01", "2019-08-01"},
                 {"12 Sept. '24", "2024-09-12"},
                 {"the first of March 2024", "2024-03-01"},
                 {"30th June 2024.", "2024-06-30"},
                 {"30\xC2\xA0June\xC2\xA0"
                  "2024",
                  "2024-06-30"},
                 {"  30\n June 2024 ", "2024-06-30"}},
                in_february());
}

TEST(When, two_digit_years_are_of_this_century_up_to_69) {
    expect_days({{"1/2/00", "2000-02-01"},
                 {"1/2/69", "2069-02-01"},
                 {"1/2/70", "1970-02-01"},
                 {"1 Feb 99", "1999-02-01"}},
                in_february());
}

TEST(When, a_weekday_that_contradicts_the_date_is_marked) {
    expect_days({{"Monday 1 March 2024", "2024-03-01"}}, in_february());
    EXPECT_TRUE(read_period("Monday 1 March 2024", {})->weekday_contradicts);
    EXPECT_FALSE(read_period("Friday 1 March 2024", {})->weekday_contradicts);
}

TEST(When, a_weekday_tells_which_year_is_meant) {
    // 11 February 2024 was a Sunday; of 2025 it is a Tuesday.
    expect_days({{"Sunday 11 February", "2024-02-11"}, {"Tues 11 Feb", "2025-02-11"}},
                in_february());
    // Far on the wrong side of the reference it is a slip of the pen.
    EXPECT_TRUE(
        read_period("Tuesday 10 January", {.reference = "2012-08-10"})->weekday_contradicts);
}

TEST(When, a_day_without_year_is_the_next_one) {
    expect_days({{"16 February", "2024-02-16"},
                 {"15 Feb", "2024-02-15"},
                 {"14 Feb", "2025-02-14"},
                 {"12/3", "2024-03-12"},
                 {"30 Sept", "2024-09-30"},
                 {"15-2", "2024-02-15"},
                 {"Thursday 14th November", "2024-11-14"},
                 {"September 17th", "2024-09-17"},
                 {"29 Feb", "2024-02-29"}},
                in_february());
}

TEST(When, a_day_without_year_is_the_last_one_looking_back) {
    const DateContext context{.reference = "2024-02-15", .looks_back = true};
    expect_days({{"16 February", "2023-02-16"},
                 {"15 Feb", "2024-02-15"},
                 {"12/3", "2023-03-12"},
                 {"30 Sept", "2023-09-30"}},
                context);
    expect_rows({{"January", "2024-01-31", "2024-01"},
                 {"February", "2024-02-29", "2024-02"},
                 {"March", "2023-03-31", "2023-03"},
                 {"Autumn", "2023-11-30", "2023-23"}},
                context);
}

TEST(When, without_a_reference_no_year_is_made_up) {
    expect_unread({"12/3", "16 February", "June", "Autumn", "Q3", "next month", "Friday", "Sept 17",
                   "EOM", "within 3 months", "tomorrow", "in two weeks"},
                  {});
}

TEST(When, impossible_days_are_not_moved) {
    expect_unread({"31/02/2024", "30 February 2024", "29/02/2023", "31 April", "32 March 2024",
                   "2024-13-01", "2014/22/29", "13/13/2024", "06/31/2022", "June 10 - 31, 2022",
                   "0/5/2024", "February 29, 2022"},
                  in_february());
    // Not the one of 2028 either.
    expect_unread({"29 February", "Feb 29th"}, {.reference = "2024-03-10"});
}

TEST(When, feasts_of_many_calendars_fall_on_their_days) {
    const DateContext context{.reference = "2024-09-12"};
    const std::vector<Row> rows{
        {"Michaelmas 2025", "2025-09-29", "2025-09-29"},
        {"Father's Day", "2025-06-15", "2025-06-15"},
        {"Diwali", "2024-11-01", "2024-11-01"},
        {"before Diwali 2023", "2023-11-11", "../2023-11-11", Qualifier::before},
        {"Chinese New Year", "2025-01-29", "2025-01-29"},
        {"Rosh Hashanah 2024", "2024-10-03", "2024-10-03"},
        {"Yom Kippur", "2024-10-12", "2024-10-12"},
        {"Passover 2025", "2025-04-13", "2025-04-13"},
        {"Hanukkah 2023", "2023-12-08", "2023-12-08"},
        {"Hanukkah 2024", "2024-12-26", "2024-12-26"},
        // The moon is seen a day earlier in one place than in another.
        {"Eid al-Fitr 2025", "2025-03-30", "2025-03-30~", Qualifier::approximate},
        {"Eid ul-Adha 2024", "2024-06-16", "2024-06-16~", Qualifier::approximate},
        {"Ramadan 2025", "2025-03-29", "2025-03-01~/2025-03-29~"},
        {"by Ramadan", "2025-03-29", "2025-03-01~/2025-03-29~", Qualifier::by},
    };
    expect_rows(rows, context);
    // There are two of them.
    expect_unread({"Eid", "Eid 2025"}, context);
}

TEST(When, decades_have_years_without_their_last_figure) {
    expect_rows({{"by the 2030s", "2039-12-31", "203X", Qualifier::by},
                 {"2020s - early 2030s", "2039-12-31", "202X/203X~"},
                 {"early 2030s", "2039-12-31", "203X~", Qualifier::approximate}},
                in_february());
    // A century as well.
    expect_unread({"2000s"}, in_february());
}

TEST(When, weekdays_are_counted_from_the_reference) {
    // 15 February 2024 is a Thursday.
    expect_days({{"3 Fridays from now", "2024-03-01"},
                 {"two Thursdays from now", "2024-02-29"},
                 {"2 Thursdays ago", "2024-02-01"},
                 {"two months from today on Tuesday", "2024-04-16"},
                 {"this Friday-Feb-16", "2024-02-16"}},
                in_february());
}

TEST(When, month_first_is_read_where_the_column_says_so) {
    const DateContext context{.reference = "2024-02-15", .order = DateOrder::mdy};
    expect_days({{"03/04/2024", "2024-03-04"}, {"3/31/24", "2024-03-31"}, {"3/4", "2024-03-04"}},
                context);
}

TEST(When, a_date_that_fits_only_the_other_order_is_read_and_marked) {
    const auto swapped = read_period("03/31/2024", in_february());
    ASSERT_TRUE(swapped);
    EXPECT_EQ(swapped->edtf, "2024-03-31");
    EXPECT_TRUE(swapped->order_swapped);
    EXPECT_FALSE(swapped->order_ambiguous);
    EXPECT_TRUE(read_period("03/04/2024", in_february())->order_ambiguous);
    EXPECT_FALSE(read_period("04/04/2024", in_february())->order_ambiguous);
    EXPECT_FALSE(read_period("31/03/2024", in_february())->order_ambiguous);
    EXPECT_FALSE(read_period("4 March 2024", in_february())->order_ambiguous);
}

TEST(When, months_are_due_on_their_last_day) {
    expect_rows({{"March 2024", "2024-03-31", "2024-03"},
                 {"in March 2024", "2024-03-31", "2024-03"},
                 {"Mar-24", "2024-03-31", "2024-03"},
                 {"May-12", "2012-05-31", "2012-05"},
                 {"Sept. 2024", "2024-09-30", "2024-09"},
                 {"sept'24", "2024-09-30", "2024-09"},
                 {"April of 87", "1987-04-30", "1987-04"},
                 {"03/2024", "2024-03-31", "2024-03"},
                 {"03/24", "2024-03-31", "2024-03"},
                 {"2024-03", "2024-03-31", "2024-03"},
                 {"2024/03", "2024-03-31", "2024-03"},
                 {"2024 March", "2024-03-31", "2024-03"},
                 {"MAY 2024", "2024-05-31", "2024-05"},
                 {"June", "2024-06-30", "2024-06"},
                 {"January", "2025-01-31", "2025-01"},
                 {"February", "2024-02-29", "2024-02"}},
                in_february());
}

TEST(When, a_month_with_two_figures_is_a_year_only_near_the_reference) {
    expect_rows({{"Sept 24", "2024-09-30", "2024-09"},
                 {"Sept 26", "2026-09-30", "2026-09"},
                 {"Sept 21", "2024-09-21", "2024-09-21", Qualifier::exact},
                 {"Sept 17", "2024-09-17", "2024-09-17", Qualifier::exact},
                 {"Sept 5", "2024-09-05", "2024-09-05", Qualifier::exact}},
                in_february());
    EXPECT_EQ(parse_when("Sept 21", {.reference = "2024-02-15", .looks_back = true}).edtf,
              "2021-09");
    EXPECT_TRUE(read_period("Sept 24", in_february())->year_or_day);
    EXPECT_FALSE(read_period("Sept 5", in_february())->year_or_day);
}

TEST(When, parts_of_periods) {
    expect_rows({{"end of March 2024", "2024-03-31", "2024-03-31"},
                 {"March end", "2024-03-31", "2024-03-31"},
                 {"end Sept 17", "2017-09-30", "2017-09-30"},
                 {"EOM", "2024-02-29", "2024-02-29"},
                 {"end of the month", "2024-02-29", "2024-02-29"},
                 {"month end", "2024-02-29", "2024-02-29"},
                 {"end of next week", "2024-02-23", "2024-02-23"},
                 {"end of 2017-18", "2018-03-31", "2018-03-31"},
                 {"end of the financial year", "2024-03-31", "2024-03-31"},
                 {"end of the calendar year", "2024-12-31", "2024-12-31"},
                 {"end of Autumn 2024", "2024-11-30", "2024-11-30"},
                 {"early June 2024", "2024-06-10", "2024-06~", Qualifier::approximate},
                 {"beginning of June 2024", "2024-06-10", "2024-06~", Qualifier::approximate},
                 {"mid-June 2024", "2024-06-20", "2024-06~", Qualifier::approximate},
                 {"Mid June", "2024-06-20", "2024-06~", Qualifier::approximate},
                 {"late June 2024", "2024-06-30", "2024-06~", Qualifier::approximate},
                 {"mid Feb", "2024-02-20", "2024-02~", Qualifier::approximate},
                 {"early Feb", "2025-02-10", "2025-02~", Qualifier::approximate},
                 {"early 2025", "2025-03-31", "2025-01~/2025-03~", Qualifier::approximate},
                 {"early autumn 2024", "2024-09-30", "2024-09~", Qualifier::approximate},
                 {"late 2024/25", "2025-03-31", "2025-01~/2025-03~", Qualifier::approximate}},
                in_february());
}

TEST(When, seasons_end_with_their_last_month) {
    expect_rows({{"Spring 2024", "2024-05-31", "2024-21"},
                 {"Summer 2024", "2024-08-31", "2024-22"},
                 {"Autumn 2023", "2023-11-30", "2023-23"},
                 {"Autumn 23", "2023-11-30", "2023-23"},
                 {"Winter 2023/24", "2024-02-29", "2023-24"},
                 {"Winter 2022", "2023-02-28", "2022-24"},
                 {"Winter", "2024-02-29", "2023-24"},
                 {"Autumn", "2024-11-30", "2024-23"},
                 {"Spring/Summer 2024", "2024-08-31", "2024-21/2024-22"}},
                in_february());
    expect_unread({"Autumn 2023/24"}, in_february());
}

TEST(When, quarters_and_halves_count_from_april) {
    expect_rows({{"Q3 2024/25", "2024-12-31", "2024-10/2024-12"},
                 {"Q4 2024/25", "2025-03-31", "2025-01/2025-03"},
                 {"Q1 24/25", "2024-06-30", "2024-04/2024-06"},
                 {"2024/25 Q2", "2024-09-30", "2024-07/2024-09"},
                 {"Qtr 2 2024-25", "2024-09-30", "2024-07/2024-09"},
                 {"Q4 FY25", "2025-03-31", "2025-01/2025-03"},
                 {"third quarter 2024/25", "2024-12-31", "2024-10/2024-12"},
                 {"3rd Quarter of 2024/25", "2024-12-31", "2024-10/2024-12"},
                 {"Q3 2024", "2024-12-31", "2024-10/2024-12"},
                 {"quarter 3", "2024-12-31", "2024-10/2024-12"},
                 {"Q4", "2024-03-31", "2024-01/2024-03"},
                 {"Q3 calendar year 2024", "2024-09-30", "2024-07/2024-09"},
                 {"Q1/Q2 2024/25", "2024-09-30", "2024-04/2024-09"},
                 {"H1 2024/25", "2024-09-30", "2024-04/2024-09"},
                 {"Q3 - 2024/25", "2024-12-31", "2024-10/2024-12"},
                 {"2024/25 - Q3", "2024-12-31", "2024-10/2024-12"},
                 {"last quarter of 2024/25", "2025-03-31", "2025-01/2025-03"},
                 {"last quarter", "2023-12-31", "2023-10/2023-12"},
                 {"first six months of 2024/25", "2024-09-30", "2024-04/2024-09"},
                 {"last 2 quarters of 2024", "2024-12-31", "2024-07/2024-12"},
                 {"second half of 2024/25", "2025-03-31", "2024-10/2025-03"},
                 {"first half of 2024", "2024-06-30", "2024-01/2024-06"}},
                in_february());
    expect_unread({"Q5 2024/25", "Q0", "H3 2024/25"}, in_february());
}

TEST(When, bare_quarters_follow_the_context) {
    DateContext context = in_february();
    context.quarters = QuarterYear::calendar;
    expect_rows({{"Q3 2024", "2024-09-30", "2024-07/2024-09"},
                 {"Q3 2024/25", "2024-12-31", "2024-10/2024-12"}},
                context);
    context.quarters = QuarterYear::unstated;
    expect_unread({"Q3 2024", "third quarter", "H1 2024"}, context);
    expect_rows({{"Q3 2024/25", "2024-12-31", "2024-10/2024-12"},
                 {"this quarter", "2024-03-31", "2024-01/2024-03"}},
                context);
}

TEST(When, years_that_span_two) {
    expect_rows({{"2023/24", "2024-03-31", "2023-04/2024-03"},
                 {"2023-24", "2024-03-31", "2023-04/2024-03"},
                 {"2011-12", "2012-03-31", "2011-04/2012-03"},
                 {"2023/2024", "2024-03-31", "2023-04/2024-03"},
                 {"FY24", "2024-03-31", "2023-04/2024-03"},
                 {"FY 2023/24", "2024-03-31", "2023-04/2024-03"},
                 {"23/24", "2024-03-31", "2023-04/2024-03"},
                 {"2023/24 financial year", "2024-03-31", "2023-04/2024-03"},
                 {"municipal year 23/24", "2024-05-31", "2023-05~/2024-05~"},
                 {"new municipal year", "2025-05-31", "2024-05~/2025-05~"},
                 {"academic year 2017/18", "2018-08-31", "2017-09/2018-08"},
                 {"by end of 2017/18 academic year", "2018-08-31", "2018-08-31", Qualifier::by},
                 {"Autumn term 2017", "2017-12-31", "2017-09/2017-12"},
                 {"Spring Term 2023/24", "2024-04-30", "2024-01/2024-04~"},
                 {"summer term", "2024-07-31", "2024-04/2024-07"},
                 {"2024", "2024-12-31", "2024"},
                 {"the year 2024", "2024-12-31", "2024"},
                 {"2024 to 2026", "2026-12-31", "2024/2026"},
                 {"next financial year", "2025-03-31", "2024-04/2025-03"}},
                in_february());
    // A date in ISO order does not begin with a financial year.
    expect_days({{"2010-11-12", "2010-11-12"}}, in_february());
}

TEST(When, weeks_run_from_monday_to_sunday) {
    expect_rows({{"w/c 4 March", "2024-03-10", "2024-03-04/2024-03-10"},
                 {"week commencing 04/03", "2024-03-10", "2024-03-04/2024-03-10"},
                 {"W/B Monday 4th March 2024", "2024-03-10", "2024-03-04/2024-03-10"},
                 {"w/c 7 May 2024", "2024-05-12", "2024-05-06/2024-05-12"},
                 {"w/c Saturday 2 March 2024", "2024-03-08", "2024-03-02/2024-03-08"},
                 {"week of 6 March 2024", "2024-03-10", "2024-03-04/2024-03-10"},
                 {"w/e 8 March", "2024-03-08", "2024-03-08"},
                 {"week ending 8/3/24", "2024-03-08", "2024-03-08"},
                 {"first week of April 2024", "2024-04-07", "2024-04-01/2024-04-07"},
                 {"last week in July", "2024-07-28", "2024-07-22/2024-07-28"},
                 {"next week", "2024-02-25", "2024-02-19/2024-02-25"}},
                in_february());
}

TEST(When, ranges_take_what_they_lack_from_their_other_end) {
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
         {"2024-27", "2027-12-31", "2024/2027"}},
        in_february());
    // "2021-24" may be years or a season of EDTF.
    expect_unread({"June 2024 - May 2024", "Feb & Oct", "March/October 2024", "end of March - June",
                   "Aug 23 - Nov 24", "2021-24"},
                  {.reference = "2024-02-15"});
}

TEST(When, bounds) {
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

TEST(When, hedges_keep_the_date) {
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

TEST(When, words_that_stand_for_no_date) {
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

TEST(When, words_beside_a_date) {
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

TEST(When, distances_from_the_reference) {
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

TEST(When, day_numbers_typed_as_text) {
    expect_days({{"45382", "2024-03-31"}, {"45382.5", "2024-03-31"}, {" 20000 ", "1954-10-03"}},
                in_february());
    expect_unread({"19999", "60001", "453820", "4538", "45 382"}, in_february());
}

TEST(When, what_is_no_date_is_left_alone) {
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

TEST(When, the_text_is_kept_as_printed_but_for_spaces) {
    EXPECT_EQ(parse_when(" Mid \n May  ", in_february()).text, "Mid May");
    EXPECT_EQ(parse_when("no idea", in_february()).text, "no idea");
}

TEST(When, a_span_has_both_ends) {
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
