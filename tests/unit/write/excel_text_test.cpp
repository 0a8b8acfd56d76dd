// SPDX-License-Identifier: Apache-2.0
#include "write/excel_text.hpp"

#include <gtest/gtest.h>

namespace tidytracker {
namespace {

TEST(ExcelText, plain_text_stays) {
    EXPECT_EQ(excel_text("Café – 100 %\n\tsecond line"), "Café – 100 %\n\tsecond line");
    EXPECT_EQ(excel_text("a_x_b snake_x0"), "a_x_b snake_x0");
}

TEST(ExcelText, what_xml_cannot_hold_is_replaced) {
    EXPECT_EQ(excel_text(std::string_view("a\0b\x1F", 4)),
              "a\xEF\xBF\xBD"
              "b\xEF\xBF\xBD");
    EXPECT_EQ(excel_text("a\xFFz"), "a\xEF\xBF\xBDz");
    EXPECT_EQ(excel_text("\xEF\xBF\xBEz"), "\xEF\xBF\xBDz");
}

TEST(ExcelText, line_ends_are_levelled) {
    EXPECT_EQ(excel_text("a\r\nb\rc"), "a\nb\nc");
}

TEST(ExcelText, what_looks_like_an_escape_is_guarded) {
    EXPECT_EQ(excel_text("_x0041_ and _x00zz_"), "_x005F_x0041_ and _x00zz_");
}

}  // namespace
}  // namespace tidytracker
