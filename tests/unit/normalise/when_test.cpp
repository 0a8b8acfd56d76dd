// SPDX-License-Identifier: Apache-2.0
#include "normalise/dates/when.hpp"

#include <gtest/gtest.h>

#include "normalise/when_rows.hpp"

namespace tidytracker {
namespace {

using testing::expect_days;
using testing::expect_rows;
using testing::expect_unread;
using testing::in_february;

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
    const std::vector<testing::WhenRow> rows{
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
        {"by Ramadan", "2025-03-01", "2025-03-01~", Qualifier::by},
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

}  // namespace
}  // namespace tidytracker
