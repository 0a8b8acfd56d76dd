// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/number_format.hpp>

#include <cmath>
#include <limits>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace tidytracker {
namespace {

std::string shown(std::string_view code, double value, DateSystem system = DateSystem::from_1900) {
    std::string out;
    NumberFormat(code).append(value, system, out);
    return out;
}

std::string shown(std::string_view code, std::string_view text) {
    std::string out;
    NumberFormat(code).append(text, out);
    return out;
}

struct Case {
    std::string_view code;
    double value;
    std::string_view expected;
};

template <std::size_t Size>
void expect_shown(const Case (&cases)[Size]) {
    for (const Case& each : cases) {
        EXPECT_EQ(shown(each.code, each.value), each.expected)
            << each.value << " in \"" << each.code << '"';
    }
}

constexpr double k_day = 45382;  // Sunday 31 March 2024

TEST(NumberFormat, general_takes_eleven_characters) {
    expect_shown({
        {"General", 0, "0"},
        {"General", -0.0, "0"},
        {"General", 1, "1"},
        {"General", -42, "-42"},
        {"General", 0.1 + 0.2, "0.3"},
        {"General", 1.0 / 3, "0.333333333"},
        {"General", -2.0 / 3, "-0.666666667"},
        {"General", 1234567.891234, "1234567.891"},
        {"General", 123456789.55, "123456789.6"},
        {"General", 1234567890.5, "1234567891"},
        {"General", 12345678901.5, "12345678902"},
        {"General", 12345678901, "12345678901"},
        {"General", -12345678901, "-12345678901"},
        {"General", 99999999999, "99999999999"},
        {"General", 99999999999.6, "1E+11"},
        {"General", 100000000000, "1E+11"},
        {"General", 123456789012, "1.23457E+11"},
        {"General", 9.999999e11, "1E+12"},
        {"General", 1e100, "1E+100"},
        {"General", -1.5e-300, "-1.5E-300"},
        {"General", 3300.0000000000005, "3300"},
        {"general", 2.5, "2.5"},
        {"", 2.5, "2.5"},
    });
}

TEST(NumberFormat, general_shows_small_numbers_plain_if_they_fit) {
    expect_shown({
        {"General", 0.0001, "0.0001"},
        {"General", 0.00001, "0.00001"},
        {"General", 1e-9, "0.000000001"},
        {"General", 1e-10, "1E-10"},
        {"General", 1.2e-9, "1.2E-09"},
        {"General", 0.0000123, "0.0000123"},
        {"General", 0.0001234567, "0.000123457"},
        {"General", 0.00001234567, "1.23457E-05"},
        {"General", 0.0000123456789, "1.23457E-05"},
        {"General", 0.001234567891, "0.001234568"},
        {"General", 1.999999e-7, "2E-07"},
    });
}

TEST(NumberFormat, decimals_round_the_fifteen_digit_number_half_up) {
    expect_shown({
        {"0", 0.5, "1"},
        {"0", 1.5, "2"},
        {"0", 2.5, "3"},
        {"0", -2.5, "-3"},
        {"0", 0.4999, "0"},
        {"0.00", 1.005, "1.01"},
        {"0.00", 2.675, "2.68"},
        {"0.00", 0, "0.00"},
        {"0.00", 1234.5, "1234.50"},
        {"0.00", 9.995, "10.00"},
        {"0.0", 0.05, "0.1"},
        {"0.0", 0.04, "0.0"},
        {"0.000", 0.1 + 0.2, "0.300"},
        {"0", 1e15, "1000000000000000"},
        {"0", 12345678901234567890.0, "12345678901234600000"},
        {"0.00", 123456789012345.678, "123456789012346.00"},
    });
}

TEST(NumberFormat, what_rounds_to_zero_has_no_minus_sign) {
    expect_shown({
        {"0.0", -0.01, "0.0"},
        {"0.0", -0.1, "-0.1"},
        {"-0.0", -0.01, "-0.0"},
        {"0.0;-0.0", -0.01, "-0.0"},
        {"0%", -0.001, "0%"},
    });
}

TEST(NumberFormat, placeholders_differ_in_what_stands_for_a_missing_digit) {
    expect_shown({
        {"000", 7, "007"},
        {"000", 1234, "1234"},
        {"#", 0, ""},
        {"#", 5, "5"},
        {"???", 7, "  7"},
        {"0.0#", 1, "1.0"},
        {"0.0#", 1.25, "1.25"},
        {"0.##", 1, "1."},
        {"0.##", 1.007, "1.01"},
        {"#.##", 0, "."},
        {"0.0?", 1.2, "1.2 "},
        {"#.?00", 1, "1. 00"},
        {"0.???", 1.25, "1.25 "},
        {".00", 1234.5, "1234.50"},
        {".00", 0.5, ".50"},
        {"0#", 1, "01"},
        {"0##", 1, "01"},
        {"0?", 0, "0 "},
        {"00000-0000", 941051630, "94105-1630"},
        {"000-00-0000", 123456789, "123-45-6789"},
        {"(###) ###-####", 2813308004, "(281) 330-8004"},
        {"###\\###", 1234, "12#34"},
        {"x.0", 1234, "x1234.0"},
    });
}

TEST(NumberFormat, commas_group_or_scale) {
    expect_shown({
        {"#,##0", 0, "0"},
        {"#,##0", 999, "999"},
        {"#,##0", 1000, "1,000"},
        {"#,##0", -1234567, "-1,234,567"},
        {"#,##0.00", 1234567.891, "1,234,567.89"},
        {"#,###", 0, ""},
        {"0,000", 7, "0,007"},
        {"0,???", 1, "0,  1"},
        {"#,##0,", 1234567, "1,235"},
        {"0.0,,", 12345678, "12.3"},
        {"#,##0.00,", 1234567, "1,234.57"},
        {"0.0,", 2950, "3.0"},
        {"#,,\"M\"", 6000000, "6M"},
        {"0,", 1, "0"},
        {"#.##0,00", 0, ".000"},
        {"\"x\",0", 5, "x,5"},
    });
}

TEST(NumberFormat, percent_multiplies_exactly) {
    expect_shown({
        {"0%", 0.285, "29%"},
        {"0%", 1, "100%"},
        {"0.0%", 0.0295, "3.0%"},
        {"0.00%", 0.12345, "12.35%"},
        {"0%%", 0.5, "5000%%"},
        {"0\"%\"", 0.5, "1%"},
        {"0\\%", 50, "50%"},
        {"%0", 0.5, "%50"},
    });
}

TEST(NumberFormat, scientific_notation_steps_by_the_integer_places) {
    expect_shown({
        {"0.00E+00", 12345, "1.23E+04"},
        {"0.00E+00", 0, "0.00E+00"},
        {"0.00E+00", -0.00012345, "-1.23E-04"},
        {"0.00E-00", 12345, "1.23E04"},
        {"0.00E-00", 0.012, "1.20E-02"},
        {"0E+0", 9.6, "1E+1"},
        {"0.0E+0", 9.99, "1.0E+1"},
        {"0.000E+000", 2.33e-32, "2.330E-032"},
        {"##0.0E+0", 1, "1.0E+0"},
        {"##0.0E+0", 12345, "12.3E+3"},
        {"##0.0E+0", 123456, "123.5E+3"},
        {"##0.0E+0", 999960, "1.0E+6"},
        {"##0.0E+0", 1234567, "1.2E+6"},
        {"#0.0E+0", 1.23457e-13, "12.3E-14"},
        {"000E+00", 12345.67, "012E+03"},
        {"0.0E+0x00", 1234567890000, "1.2E+0x12"},
        {"0.00E+00\" m\"", 5, "5.00E+00 m"},
        {"0.00e+00", 12345, "1.23E+04"},
    });
}

TEST(NumberFormat, fractions_are_convergents) {
    expect_shown({
        {"# ?/?", 1, "1    "},
        {"# ?/?", 0, "0    "},
        {"# ?/?", 0.5, " 1/2"},
        {"# ?/?", -1.2, "-1 1/5"},
        {"# ?/?", 123.45, "123 4/9"},
        {"# ?/?", -123.456, "-123 1/2"},
        {"# ?/?", 0.3, " 2/7"},
        {"# ?/?", 1.3, "1 1/3"},
        {"# ?/?", 0.99, "1    "},
        {"# ?/?", -0.01, "-0    "},
        {"# \?\?/\?\?", 12345.6789, "12345 55/81"},
        {"# \?\?/\?\?", -1.2, "-1  1/5 "},
        {"# \?\?/\?\?", 1, "1      "},
        {"# \?\?\?/\?\?\?", -1234.5678, "-1234  67/118"},
        {"\?\?/\?\?", 12.3, "123/10"},
        {"\?\?/\?\?", -1.2, "- 6/5 "},
        {"\?\?/\?\?", 0.00001, " 0/1 "},
        {"?/?", 1.5, "3/2"},
        {"0/0", 12.345, "37/3"},
        {"0 0/0", 1, "1 0/1"},
        {"# #/#", 1, "1"},
        {"# #/#", 12.345, "12 1/3"},
        {"? ?/?", 0, "0    "},
        {"00x00/00", 12345.67, "12345x65/97"},
        {"00 00/0z0", 12345.67, "12345 02/3z0"},
        {"# ?/?\" in\"", 2.25, "2 1/4 in"},
    });
}

TEST(NumberFormat, fixed_denominators_are_not_reduced) {
    expect_shown({
        {"# ?/2", -1.2, "-1    "},
        {"# ?/4", 123.45, "123 2/4"},
        {"# ?/8", 12345.6789, "12345 5/8"},
        {"# \?\?/16", 12.3, "12  5/16"},
        {"# ?/10", 1, "1     "},
        {"# \?\?/100", -12345.67891, "-12345 68/100"},
        {"# ?/8", 0.97, "1    "},
        {"?/8", 1.5, "12/8"},
    });
}

TEST(NumberFormat, literals_print_as_they_stand) {
    expect_shown({
        {"\"Week \"0", 5, "Week 5"},
        {"0\" days\"", 12, "12 days"},
        {"\\A0", 5, "A5"},
        {"\"A\"0", -5, "-A5"},
        {"$0.00", -5, "-$5.00"},
        {"£#,##0.00", 1234.5, "£1,234.50"},
        {"0.00\"\xC2\xB0\"", 21.5, "21.50\xC2\xB0"},
        {"\\\xC2\xB0"
         "0",
         5,
         "\xC2\xB0"
         "5"},
        {"_(0_)", 5, " 5 "},
        {"_\xC2\xA3"
         "0",
         5, " 5"},
        {"* 0", 5, "5"},
        {"$* #,##0.00", 5, "$5.00"},
        {"0_", 5, "5 "},
        {"0*", 5, "5"},
        {"0\\", 5, "5"},
        {"\"none\"", 5, "none"},
        {"+0", 5, "+5"},
        {"0 {x}", 5, "5 {x}"},
        {"123", 0.7, "123"},
    });
}

TEST(NumberFormat, brackets_print_only_their_currency) {
    expect_shown({
        {"[Red]0", 5, "5"},
        {"[Color 12]0.0", 5, "5.0"},
        {"[color12]0.0", 5, "5.0"},
        {"[$\xC2\xA3-809]#,##0.00", 1234.5,
         "\xC2\xA3"
         "1,234.50"},
        {"[$-409]0", 5, "5"},
        {"[$EUR] 0", 5, "EUR 5"},
        {"[$NZ$-1409]0", 5, "NZ$5"},
        {"0.00 [$\xE2\x82\xAC-407]", 5, "5.00 \xE2\x82\xAC"},
        {"[DBNum1][$-804]General", 5, "5"},
        {"[$-en-GB]0", 5, "5"},
    });
}

TEST(NumberFormat, sections_are_for_positive_negative_and_zero) {
    expect_shown({
        {"0;(0)", 5, "5"},
        {"0;(0)", -5, "(5)"},
        {"0;(0)", 0, "0"},
        {"0;-0;\"zero\"", 0, "zero"},
        {"0;-0;;@", 0, ""},
        {";;;", 5, ""},
        {";;;", -5, ""},
        {"0;;", -5, ""},
        {"0;@", -5, "-5"},
        {"0;-0;@", 0, "0"},
        {"\"yes\";\"no\";\"none\";\"text\"", 1, "yes"},
        {"\"yes\";\"no\";\"none\";\"text\"", -1, "no"},
        {"\"yes\";\"no\";\"none\";\"text\"", 0, "none"},
        {"[Red]0.0;[Blue]-0.0", -1.25, "-1.3"},
        {"_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_)", 1234.5, " 1,234.50 "},
        {"_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_)", -1234.5, " (1,234.50)"},
        {"_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_)", 0, " -   "},
        {"General;-General;\"-\"", -1.5, "-1.5"},
        {"@", 1.5, "1.5"},
        {"\"Ref \"@", 7, "7"},
        {"General\" kg\"", -2.5, "-2.5 kg"},
        {"[Blue]General", 2.5, "2.5"},
    });
}

TEST(NumberFormat, conditions_choose_the_section) {
    expect_shown({
        {"[>=100]\"A\"0;[<=-100]\"B\"0;\"C\"0", 100, "A100"},
        {"[>=100]\"A\"0;[<=-100]\"B\"0;\"C\"0", -100, "B100"},
        {"[>=100]\"A\"0;[<=-100]\"B\"0;\"C\"0", 6.3, "C6"},
        {"[>=100]\"A\"0;[<=-100]\"B\"0;\"C\"0", -6.3, "-C6"},
        {"[>=100]\"A\"0;[<=0]\"B\"0;\"C\"0", -6.3, "-B6"},
        {"[<=9999999]###-####;(###) ###-####", 8675309, "867-5309"},
        {"[<=9999999]###-####;(###) ###-####", 2018675309, "(201) 867-5309"},
        {"[<=-100]\"B\"0;\"C\"0", -6.3, "C6"},
        {"[>2]\"A\"0;\"B\"0", -5, "-B5"},
        {"[>=0]\"A\"0;\"B\"0", -5, "B5"},
        {"[=1]\"one\";[=2]\"two\";0", 2, "two"},
        {"[=1]\"one\";[=2]\"two\";0", 3, "3"},
        {"[<>6]\"B\"0", -6.3, "-B6"},
        {"[<1]0.00%;0", 0.5, "50.00%"},
        {"\"A\"0;[<-5]\"B\"0;\"C\"0", -10, "B10"},
        {"\"A\"0;[<-5]\"B\"0;\"C\"0", -1, "-C1"},
        {"\"A\"0;[<-5]\"B\"0;\"C\"0", 0, "C0"},
        {"[Red][>= 100]0", 150, "150"},
        {"[<=0]\"B\"0", 6.3, "6.3"},
        {"[>=100]\"A\"0;[<=-100]\"B\"0", 6.3, "6.3"},
    });
}

TEST(NumberFormat, text_takes_the_last_section) {
    EXPECT_EQ(shown("0.00", "abc"), "abc");
    EXPECT_EQ(shown("General", "abc"), "abc");
    EXPECT_EQ(shown("@", "abc"), "abc");
    EXPECT_EQ(shown("@@", "abc"), "abcabc");
    EXPECT_EQ(shown("\"Ref \"@", "A7"), "Ref A7");
    EXPECT_EQ(shown("0;-0;0;\"<\"@\">\"", "abc"), "<abc>");
    EXPECT_EQ(shown("0;-0;0;[Red]@_)", "abc"), "abc ");
    EXPECT_EQ(shown("dd/mm/yyyy;@", "abc"), "abc");
    EXPECT_EQ(shown(";;;", "abc"), "");
    EXPECT_EQ(shown(";;;\"hidden\"", "abc"), "hidden");
    EXPECT_EQ(shown("\"yes\";\"no\"", "abc"), "abc");
}

TEST(NumberFormat, dates_show_their_parts) {
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

TEST(NumberFormat, times_show_their_parts) {
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

TEST(NumberFormat, times_round_to_what_is_shown_of_a_second) {
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

TEST(NumberFormat, elapsed_time_counts_beyond_a_day) {
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

TEST(NumberFormat, m_is_minutes_only_beside_hours_or_seconds) {
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

TEST(NumberFormat, the_1900_system_has_a_day_0_and_a_leap_day) {
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

TEST(NumberFormat, the_1904_system_starts_four_years_later) {
    const auto in_1904 = [](std::string_view code, double value) {
        return shown(code, value, DateSystem::from_1904);
    };
    EXPECT_EQ(in_1904("ddd dd/mm/yyyy", 0), "Fri 01/01/1904");
    EXPECT_EQ(in_1904("dd/mm/yyyy", 60), "01/03/1904");
    EXPECT_EQ(in_1904("ddd dd/mm/yyyy", 43920), "Sun 31/03/2024");
    EXPECT_EQ(in_1904("h:mm", -0.25), "-6:00");
}

TEST(NumberFormat, what_is_no_date_is_shown_as_a_number) {
    expect_shown({
        {"dd/mm/yyyy", -1, "-1"},
        {"h:mm", -0.25, "-0.25"},
        {"dd/mm/yyyy", 2958466, "2958466"},
        {"dd/mm/yyyy", 1e300, "1E+300"},
        {"hh:mm", 2958465.9999999, "2958466"},
    });
    EXPECT_EQ(shown("dd/mm/yyyy", 2957004, DateSystem::from_1904), "2957004");
}

TEST(NumberFormat, what_is_no_code_prints_as_general) {
    expect_shown({
        {"0 days", 1.5, "1.5"},
        {"\"open", 1.5, "1.5"},
        {"[Red", 1.5, "1.5"},
        {"[>x]0", 1.5, "1.5"},
        {"0;0;0;@;0", 1.5, "1.5"},
    });
    EXPECT_EQ(shown(std::string(2000, '0'), 1.5), "1.5");
}

TEST(NumberFormat, infinite_numbers_are_an_error) {
    EXPECT_EQ(shown("0.00", std::numeric_limits<double>::infinity()), "#NUM!");
    EXPECT_EQ(shown("dd/mm/yyyy", std::nan("")), "#NUM!");
}

TEST(NumberFormat, built_in_codes_are_those_of_the_standard) {
    EXPECT_EQ(NumberFormat::built_in(0), "General");
    EXPECT_EQ(NumberFormat::built_in(2), "0.00");
    EXPECT_EQ(NumberFormat::built_in(10), "0.00%");
    EXPECT_EQ(NumberFormat::built_in(14), "dd/mm/yyyy");
    EXPECT_EQ(NumberFormat::built_in(22), "dd/mm/yyyy hh:mm");
    EXPECT_EQ(NumberFormat::built_in(30), "dd/mm/yyyy");
    EXPECT_EQ(NumberFormat::built_in(33), "h:mm:ss");
    EXPECT_EQ(NumberFormat::built_in(46), "[h]:mm:ss");
    EXPECT_EQ(NumberFormat::built_in(49), "@");
    EXPECT_EQ(NumberFormat::built_in(58), "dd/mm/yyyy");
    EXPECT_EQ(NumberFormat::built_in(163), "General");
    EXPECT_EQ(NumberFormat::built_in(4000000000U), "General");
}

TEST(NumberFormat, each_built_in_code_is_understood) {
    for (unsigned id = 1; id < 82; ++id) {
        const std::string_view code = NumberFormat::built_in(id);
        if (code == "General" || code == "@") continue;
        EXPECT_NE(shown(code, 45382.123456), shown("General", 45382.123456)) << code;
    }
}

TEST(NumberFormat, tells_days_from_times) {
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

TEST(NumberFormat, copies_and_moved_formats_print_alike) {
    NumberFormat format("0.0");
    const NumberFormat copy = format;
    const NumberFormat moved = std::move(format);
    EXPECT_EQ(copy.code(), "0.0");
    EXPECT_EQ(moved.code(), "0.0");
    EXPECT_EQ(NumberFormat().code(), "General");
    std::string out = "=";
    moved.append(2.25, DateSystem::from_1900, out);
    copy.append(2.25, DateSystem::from_1900, out);
    EXPECT_EQ(out, "=2.32.3");
}

}  // namespace
}  // namespace tidytracker
