// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "normalise/dates/when.hpp"

namespace tidytracker {
namespace {

using Parts = std::vector<std::pair<std::string, DateRole>>;

Parts parts_of(std::string_view cell) {
    Parts parts;
    for (const DatedPart& part : read_periods(cell, {.reference = "2024-02-15"})) {
        parts.emplace_back(part.period.edtf, part.role);
    }
    return parts;
}

std::string standing(std::string_view cell) {
    return standing_part(read_periods(cell, {.reference = "2024-02-15"})).period.edtf;
}

constexpr DateRole k_plain = DateRole::plain;
constexpr DateRole k_original = DateRole::original;
constexpr DateRole k_revised = DateRole::revised;

TEST(WhenCells, several_dates_are_read_in_printed_order) {
    EXPECT_EQ(parts_of("13.09.2023 08.11.2023"),
              (Parts{{"2023-09-13", k_plain}, {"2023-11-08", k_plain}}));
    EXPECT_EQ(parts_of("By 31/12/2016 By 31/01/2017 By 28/02/2017"),
              (Parts{{"2016-12-31", k_plain}, {"2017-01-31", k_plain}, {"2017-02-28", k_plain}}));
    EXPECT_EQ(parts_of("March 2024\nJune 2024"),
              (Parts{{"2024-03", k_plain}, {"2024-06", k_plain}}));
    EXPECT_EQ(parts_of("31 March 2024 / 30 June 2024"),
              (Parts{{"2024-03-31", k_plain}, {"2024-06-30", k_plain}}));
    EXPECT_EQ(parts_of("31 March 2024 and 30 June 2024"),
              (Parts{{"2024-03-31", k_plain}, {"2024-06-30", k_plain}}));
}

TEST(WhenCells, words_say_which_date_was_replaced) {
    EXPECT_EQ(parts_of("30/06/23 31/07/23 (revised)"),
              (Parts{{"2023-06-30", k_plain}, {"2023-07-31", k_revised}}));
    EXPECT_EQ(parts_of("Original 31/03/24 Revised 30/06/24"),
              (Parts{{"2024-03-31", k_original}, {"2024-06-30", k_revised}}));
    EXPECT_EQ(parts_of("30/06/24 (was 31/03/24)"),
              (Parts{{"2024-06-30", k_plain}, {"2024-03-31", k_original}}));
    EXPECT_EQ(parts_of("31 March 2024, now 30 June 2024"),
              (Parts{{"2024-03-31", k_plain}, {"2024-06-30", k_revised}}));
    EXPECT_EQ(parts_of("31/03/24 -> 30/06/24"),
              (Parts{{"2024-03-31", k_original}, {"2024-06-30", k_revised}}));
    EXPECT_EQ(parts_of("31/03/24 \xE2\x86\x92 30/06/24"),
              (Parts{{"2024-03-31", k_original}, {"2024-06-30", k_revised}}));
    EXPECT_EQ(parts_of("31/03/2024 extended to end of June 2024"),
              (Parts{{"2024-03-31", k_plain}, {"2024-06-30", k_revised}}));
    EXPECT_EQ(parts_of("Completed 31/03/24"), (Parts{{"2024-03-31", DateRole::completed}}));
}

TEST(WhenCells, the_revised_date_stands) {
    EXPECT_EQ(standing("30/06/23 31/07/23 (revised)"), "2023-07-31");
    EXPECT_EQ(standing("Revised 31/07/23 (original 30/06/23)"), "2023-07-31");
    EXPECT_EQ(standing("30/06/24 (was 31/03/24)"), "2024-06-30");
    EXPECT_EQ(standing("13.09.2023 08.11.2023"), "2023-11-08");
    EXPECT_EQ(parse_when("June 2024 (slipped from March)", {.reference = "2024-02-15"}).edtf,
              "2024-06");
    EXPECT_EQ(standing("was 31/03/24"), "2024-03-31");
}

TEST(WhenCells, the_text_of_a_part_is_its_own) {
    const auto parts = read_periods("30 June 2024; revised to by 31 July 2024 (TBC)", {});
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(parts[0].text, "30 June 2024");
    EXPECT_EQ(parts[1].text, "by 31 July 2024 (TBC");
}

TEST(WhenCells, a_cell_that_is_not_all_dates_is_left_alone) {
    EXPECT_TRUE(parts_of("31/03/2024 - awaiting funding").empty());
    EXPECT_TRUE(parts_of("1. 31/03/2024 2. 30/06/2024").empty());
    EXPECT_TRUE(parts_of("30 Sept 14 Oct").empty());
    EXPECT_TRUE(parts_of("Wednesday of the second week").empty());
    EXPECT_TRUE(parts_of("31/03/2024 (revised by Jo from March)").empty());
    EXPECT_TRUE(parts_of(std::string(500, '-')).empty());
}

TEST(WhenCells, one_phrase_names_one_date) {
    EXPECT_FALSE(read_period("13.09.2023 08.11.2023", {}));
    EXPECT_EQ(parse_when("13.09.2023 08.11.2023", {}).date, "2023-11-08");
    // Two days of every year.
    EXPECT_EQ(parse_when("Feb & Oct", {.reference = "2024-02-15"}).date, "");
}

TEST(WhenCells, a_completion_date_is_read_only_looking_back) {
    EXPECT_EQ(parse_when("Completed 12/03/2024", {}).date, "");
    EXPECT_EQ(parse_when("Completed 12/03/2024", {.looks_back = true}).date, "2024-03-12");
}

struct Marker {
    std::string_view text{};
    std::string_view edtf{};
    std::string_view rest{};
};

TEST(WhenCells, entries_open_with_a_date_that_is_set_off) {
    const std::array k_markers = std::to_array<Marker>({
        {"12/3 \xE2\x80\x93 met with the provider", "2024-03-12", "met with the provider"},
        {"13.09.2023: gravel ordered", "2023-09-13", "gravel ordered"},
        {"13.09.2023 Gravel ordered", "2023-09-13", "Gravel ordered"},
        {"Mar 24: plan agreed", "2024-03", "plan agreed"},
        {"July \xE2\x80\x93 survey done", "2024-07", "survey done"},
        {"July - 12 people came", "2024-07", "12 people came"},
        {"12 Sept Quote received", "2023-09-12", "Quote received"},
        {"Update March 2024: all done", "2024-03", "all done"},
        {"Update (15/11/2016): all done", "2016-11-15", "all done"},
        {"UPDATE 12/03/24 chased", "2024-03-12", "chased"},
        {"As at 31 March 2018: 12 cases", "2018-03-31", "12 cases"},
        {"[Added: 2012/10/07] text", "2012-10-07", "text"},
        {"(12/03/2024) Work began", "2024-03-12", "Work began"},
        {"24/04/2024 (KB): chase", "2024-04-24", "(KB): chase"},
        {"24/04/24: 10:30 meeting held", "2024-04-24", "10:30 meeting held"},
        {"24/04/24 10:30 - meeting held", "2024-04-24", "meeting held"},
        {"Thursday 14th March 2024 - x", "2024-03-14", "x"},
        {"12.3.24. Met", "2024-03-12", "Met"},
        {"12/03/2024\nmet", "2024-03-12", "met"},
        {"Q1 2024/25: on plan", "2024-04/2024-06", "on plan"},
        {"w/c 4 March: on plan", "2024-03-04/2024-03-10", "on plan"},
        {"05/02/24", "2024-02-05", ""},
    });
    for (const Marker& marker : k_markers) {
        const auto found =
            read_leading_date(marker.text, {.reference = "2024-07-22", .looks_back = true});
        ASSERT_TRUE(found) << marker.text;
        EXPECT_EQ(found->period.edtf, marker.edtf) << marker.text;
        EXPECT_EQ(marker.text.substr(found->length), marker.rest) << marker.text;
    }
}

TEST(WhenCells, prose_does_not_open_with_a_date) {
    for (const std::string_view text :
         {"March saw a rise", "May be delayed", "12 people came", "3 - 4 members", "2024: the year",
          "1 April 2024 is the deadline", "1.2.3 Do the thing", "10:30 - meeting",
          "May 2024 meeting cancelled", "3/4 of members agreed", "Update - waiting",
          "Second item: x", "45382: x", "next week: x", "12 Sept contractor came", "", "("}) {
        EXPECT_FALSE(read_leading_date(text, {.reference = "2024-07-22", .looks_back = true}))
            << text;
    }
}

TEST(WhenCells, the_order_of_figures_is_proven_by_days_above_12) {
    const std::array<std::string_view, 4> dmy = {"31/03/2024", "03/04/24", "1.2.2023", "TBC"};
    const OrderEvidence evidence = tally_order(dmy);
    EXPECT_EQ(evidence.only_dmy, 1U);
    EXPECT_EQ(evidence.only_mdy, 0U);
    EXPECT_EQ(evidence.both, 2U);
    EXPECT_EQ(proven_order(evidence), DateOrder::dmy);
    const std::array<std::string_view, 3> mdy = {"03/31/2024 (moved from 3/28/2024)", "03/04/2024",
                                                 "2024-03-31"};
    EXPECT_EQ(tally_order(mdy).only_mdy, 2U);
    EXPECT_EQ(tally_order(mdy).both, 1U);
    EXPECT_EQ(proven_order(tally_order(mdy)), DateOrder::mdy);
    EXPECT_EQ(proven_order({.only_dmy = 1, .only_mdy = 5}), DateOrder::dmy);
    EXPECT_EQ(proven_order({.both = 9}), DateOrder::dmy);
}

TEST(WhenCells, what_is_written_reads_back) {
    const DateContext context{.reference = "2024-02-15"};
    for (const std::string_view phrase :
         {"31/03/2024", "March 2024", "mid May", "Autumn 2024", "Q3 2024/25", "H2 2025/26",
          "2023/24", "w/c 4 March", "Dec 2023 - March 2024", "1-5 March 2024", "before June 2017",
          "from 27.1.15", "approx 2024", "31/03/2024?", "Spring term 2024", "2024 to 2026",
          "municipal year 2024/25", "Spring/Summer 2024", "late March - early April 2024"}) {
        const auto period = read_period(phrase, context);
        ASSERT_TRUE(period) << phrase;
        // "2023-24" is a season in EDTF and a financial year to everyone else.
        const auto again = read_period(period->edtf, {});
        ASSERT_TRUE(again) << period->edtf;
        EXPECT_EQ(again->edtf, period->edtf) << phrase;
        EXPECT_EQ(again->last,
                  period->edtf.find('~') == std::string::npos ? period->last : again->last)
            << phrase;
    }
}

TEST(WhenCells, every_day_of_ten_years_reads_back_from_its_spellings) {
    for (Day day = *day_from_iso("2019-12-31"); day < *day_from_iso("2030-01-02");
         day += std::chrono::days{1}) {
        const std::string iso = iso_day(day);
        const std::string slashes = iso.substr(8) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4);
        for (const std::string& text : {iso, slashes}) {
            const When when = parse_when(text, {});
            ASSERT_EQ(when.date, iso) << text;
            ASSERT_EQ(when.edtf, iso) << text;
        }
    }
}

}  // namespace
}  // namespace tidytracker
