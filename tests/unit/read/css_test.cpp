// SPDX-License-Identifier: Apache-2.0
#include "read/html/css.hpp"

#include <gtest/gtest.h>

namespace tidytracker::html {
namespace {

TEST(Css, declarations_are_read) {
    const Style style = style_from_declarations(
        "font-weight: 700; text-decoration:underline line-through; background: url(a;b) #FFC7CE "
        "no-repeat; display:none; color:red; "
        "mso-number-format:\"\\0022Yes\\0022\\;\\#\\,\\#\\#0\"");
    EXPECT_EQ(style.bold, true);
    EXPECT_EQ(style.strike, true);
    EXPECT_EQ(style.hidden, true);
    EXPECT_EQ(style.fill, 0xFFC7CEU);
    EXPECT_EQ(style.number_format, "\"Yes\";#,##0");
    EXPECT_EQ(style_from_declarations("font-weight:normal").bold, false);
    EXPECT_EQ(style_from_declarations("text-decoration:none").strike, false);
    EXPECT_FALSE(style_from_declarations("text-decoration-color:red").strike);
    EXPECT_FALSE(style_from_declarations("background:transparent").fill);
}

TEST(Css, colours_are_read_in_every_form) {
    EXPECT_EQ(colour_from_css("#0f8"), 0x00FF88U);
    EXPECT_EQ(colour_from_css("rgba(255,0,16,0.5)"), 0xFF0010U);
    EXPECT_EQ(colour_from_css(" LightGreen "), 0x90EE90U);
    EXPECT_EQ(colour_from_css("FFC7CE"), 0xFFC7CEU);
    EXPECT_FALSE(colour_from_css("rgb(1,2)"));
    EXPECT_FALSE(colour_from_css("rgb(1,2,300)"));
    EXPECT_FALSE(colour_from_css("inherit"));
    EXPECT_FALSE(colour_from_css(""));
}

TEST(Css, rules_match_elements_classes_and_ids_in_this_order) {
    StyleSheet sheet;
    sheet.add(
        "/* x { */ td, th { font-weight:bold; background:red } @media print { .a { background: "
        "lime } } table td.b { background:blue } #one { background:yellow } @page { margin:1in }");
    EXPECT_EQ(sheet.style_of("td", "", "").fill, 0xFF0000U);
    EXPECT_EQ(sheet.style_of("td", "A", "").fill, 0x00FF00U);
    EXPECT_EQ(sheet.style_of("td", "a b", "").fill, 0x0000FFU);
    EXPECT_EQ(sheet.style_of("td", "b", "one").fill, 0xFFFF00U);
    EXPECT_EQ(sheet.style_of("td", "b", "one").bold, true);
    EXPECT_FALSE(sheet.style_of("tr", "b", "").fill);
}

}  // namespace
}  // namespace tidytracker::html
