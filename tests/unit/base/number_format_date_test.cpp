// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/number_format.hpp>

#include <string_view>

#include <gtest/gtest.h>

#include "base/number_format_cases.hpp"

namespace tidytracker {
namespace {

constexpr double k_day = 45382;  // Sunday 31 March 2024

TEST(NumberFormatDate, dates_show_their_parts) {
    expect_shown({
        {"dd/mm/yyyy", k_day, "31/03/2024"},
        {"d/m/yy", 45296, "5/1/24"},
        {"m/d/yy", 45296, "1/5/24"},
        {"dd-mmm-yy", k_day, "31-Mar-24"},
        {"d mmmm yyyy", k_day, "31 March 2024"},
        {"dddd, mmmm dd, yyyy", k_day, "Sunday, March 31, 2024"},
        {"ddd", k_day, "Sun"},
        {"mmmmm", k_day, "M"},
        {"mmm-yy;@", k_day, "Mar-24"},
        {"[$-409]mmmm\\ d\\,\\ yyyy;@", k_day, "March 31, 2024"},
        {"yyyy\\-mm\\-dd", k_day, "2024-03-31"},
        {"yyyy-mm-dd", k_day, "2024-03-31"},
        {"dd.mm.yyyy", k_day, "31.03.2024"},
        {"DD/MM/YYYY", k_day, "31/03/2024"},
        {"yyy", k_day, "2024"},
        {"y", k_day, "24"},
        {"d, mmm", k_day, "31, Mar"},
        {"\"Q\"m", k_day, "Q3"},
        {"[Red]dd/mm", k_day, "31/03"},
        {"e", k_day, "2024"},
        {"e-mm-dd", k_day, "2024-03-31"},
        {"ggge\"year\"", k_day, "2024year"},
        {"bbbb", k_day, "2567"},
        {"bb", k_day, "67"},
        {"[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", 45352, "01 March 2024"},
        {"[$-x-sysdate]dddd, mmmm dd, yyyy", 45352, "01 March 2024"},
        {"dd/mm/yyyy", k_day + 0.75, "31/03/2024"},
        {"dd/mm/yyyy", 2958465, "31/12/9999"},
    });
}

TEST(NumberFormatDate, names_are_of_the_language_that_the_code_says) {
    expect_shown({
        {"[$-452]dddd, d mmmm yyyy", k_day, "Dydd Sul, 31 Mawrth 2024"},
        {"[$-40C]d mmmm yyyy;@", 45319, "28 janvier 2024"},
        {"[$-40C]ddd d mmm", 45319, "dim. 28 janv."},
        {"[$-fr-FR]mmm", 45519, "août"},
        {"[$-100040C]mmmmm", 45519, "a"},
        {"[$-0407]dddd, d. mmmm yyyy", k_day, "Sonntag, 31. März 2024"},
        {"[$-C0A]dddd d \"de\" mmmm", k_day, "domingo 31 de marzo"},
        {"[$-410]ddd d mmm", k_day, "dom 31 mar"},
        {"[$-413]d mmm", k_day, "31 mrt"},
        {"[$-816]dddd", k_day + 1, "segunda-feira"},
        {"[$-en-GB]mmmm", k_day, "March"},
        {"[$-1009]d mmmm", k_day, "31 March"},
        {"[$-nowhere]mmm", k_day, "Mar"},
        {"[$-40C]0.0", 2.5, "2.5"},
        {"[$-40C]#,##0", 1234, "1,234"},
        {"0[$-407]0", 12, "12"},
    });
}

TEST(NumberFormatDate, times_show_their_parts) {
    expect_shown({
        {"h:mm", 0.5, "12:00"},
        {"hh:mm", 0.25, "06:00"},
        {"h:mm AM/PM", 0.25, "6:00 AM"},
        {"h:mm AM/PM", 0, "12:00 AM"},
        {"h:mm AM/PM", 0.5, "12:00 PM"},
        {"hh:mm AM/PM", 0.7, "04:48 PM"},
        {"h AM/PM", 0.999, "11 PM"},
        {"h A/P", 0.7, "4 P"},
        {"h a/p", 0.7, "4 p"},
        {"h:mm:ss", 0.7, "16:48:00"},
        {"mm:ss", 0.7, "48:00"},
        {"mm:ss.0", 0.70707, "58:10.8"},
        {"hh:mm:ss.000", 0.70707, "16:58:10.848"},
        {"ss.00", 0.70707, "10.85"},
        {"dd/mm/yyyy hh:mm", k_day + 0.75, "31/03/2024 18:00"},
        {"[$-F400]h:mm:ss\\ AM/PM", 0.75, "18:00:00"},
        {"s", 5.0 / 86400, "5"},
        {"h\"h\" m\"m\"", 0.5208334, "12h 30m"},
    });
}

TEST(NumberFormatDate, times_round_to_what_is_shown_of_a_second) {
    const double almost_midnight = k_day + 1 - 0.3 / 86400;
    expect_shown({
        {"dd/mm/yyyy hh:mm:ss", almost_midnight, "01/04/2024 00:00:00"},
        {"dd/mm/yyyy hh:mm", almost_midnight, "01/04/2024 00:00"},
        {"dd/mm/yyyy", almost_midnight, "31/03/2024"},
        {"hh:mm:ss.0", almost_midnight, "23:59:59.7"},
        {"hh:mm", 59.0 / 86400, "00:00"},
        {"dd/mm/yyyy", k_day + 1 - 1e-10, "01/04/2024"},
    });
}

TEST(NumberFormatDate, elapsed_time_counts_beyond_a_day) {
    expect_shown({
        {"[h]:mm", 1.5, "36:00"},
        {"[h]:mm:ss", 1.5, "36:00:00"},
        {"[hh]:mm", 0.125, "03:00"},
        {"[hhh]", 1, "024"},
        {"[mm]:ss", 0.0625, "90:00"},
        {"[m]", 123.456, "177776"},
        {"[ss]", 123.456, "10666598"},
        {"[ss].00", 1.0 / 86400, "01.00"},
    });
}

TEST(NumberFormatDate, m_is_minutes_only_beside_hours_or_seconds) {
    expect_shown({
        {"mm/dd hh:mm", k_day + 0.5, "03/31 12:00"},
        {"hh:mm dd/mm", k_day + 0.5, "12:00 31/03"},
        {"hh mm mm", k_day + 0.5, "12 00 03"},
        {"hh:mmm:ss", 0.7, "16:Jan:00"},
        {"h AM/PM mm", k_day + 0.5, "12 PM 00"},
        {"m/d/yyyy h:m:s", k_day + 0.5, "3/31/2024 12:0:0"},
        {"[h] m", 1.0 + 1.0 / 24 / 6, "24 10"},
        {"m", k_day, "3"},
    });
}

TEST(NumberFormatDate, the_1900_system_has_a_day_0_and_a_leap_day) {
    expect_shown({
        {"dd/mm/yyyy", 0, "00/01/1900"},
        {"d/m/yyyy", 0, "0/1/1900"},
        {"dd/mm/yyyy", 1, "01/01/1900"},
        {"dd/mm/yyyy", 59, "28/02/1900"},
        {"dd/mm/yyyy", 60, "29/02/1900"},
        {"dd/mm/yyyy", 61, "01/03/1900"},
        {"ddd", 1, "Sun"},
        {"ddd", 60, "Wed"},
        {"ddd", 61, "Thu"},
    });
}

TEST(NumberFormatDate, the_1904_system_starts_four_years_later) {
    const auto in_1904 = [](std::string_view code, double value) {
        return shown(code, value, DateSystem::from_1904);
    };
    EXPECT_EQ(in_1904("ddd dd/mm/yyyy", 0), "Fri 01/01/1904");
    EXPECT_EQ(in_1904("dd/mm/yyyy", 60), "01/03/1904");
    EXPECT_EQ(in_1904("ddd dd/mm/yyyy", 43920), "Sun 31/03/2024");
    EXPECT_EQ(in_1904("h:mm", -0.25), "-6:00");
}

TEST(NumberFormatDate, what_is_no_date_is_shown_as_a_number) {
    expect_shown({
        {"dd/mm/yyyy", -1, "-1"},
        {"h:mm", -0.25, "-0.25"},
        {"dd/mm/yyyy", 2958466, "2958466"},
        {"dd/mm/yyyy", 1e300, "1E+300"},
        {"hh:mm", 2958465.9999999, "2958466"},
    });
    EXPECT_EQ(shown("dd/mm/yyyy", 2957004, DateSystem::from_1904), "2957004");
}

TEST(NumberFormatDate, tells_days_from_times) {
    struct Kind {
        std::string_view code;
        bool day;
        bool time;
    };
    for (const Kind& kind : {
             Kind{"General", false, false},
             Kind{"0.00", false, false},
             Kind{"@", false, false},
             Kind{"\"day\"0", false, false},
             Kind{"[Red]0", false, false},
             Kind{"dd/mm/yyyy", true, false},
             Kind{"mmm-yy;@", true, false},
             Kind{"yyyy", true, false},
             Kind{"[$-F800]dddd, mmmm dd, yyyy", true, false},
             Kind{"dd/mm/yyyy hh:mm", true, true},
             Kind{"h:mm", false, true},
             Kind{"mm:ss", false, true},
             Kind{"[h]:mm:ss", false, true},
             Kind{"[$-F400]h:mm:ss AM/PM", false, true},
             Kind{"[m]", false, true},
             Kind{"0;dd/mm", true, false},
         }) {
        EXPECT_EQ(NumberFormat(kind.code).shows_day(), kind.day) << kind.code;
        EXPECT_EQ(NumberFormat(kind.code).shows_time(), kind.time) << kind.code;
    }
}

}  // namespace
}  // namespace tidytracker
