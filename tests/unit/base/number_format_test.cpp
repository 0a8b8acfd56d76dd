// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/number_format.hpp>

#include <cmath>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>

#include "base/number_format_cases.hpp"

namespace tidytracker {
namespace {

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
