// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"

#include <gtest/gtest.h>

namespace tidytracker {
namespace {

TEST(Text, trim_takes_no_break_spaces_and_byte_order_marks_off) {
    EXPECT_EQ(trim("\xEF\xBB\xBF \xC2\xA0 Ref\xE2\x80\x8B\n"), "Ref");
    EXPECT_EQ(trim("  "), "");
    EXPECT_EQ(trim("\xC2"), "\xC2");
}

TEST(Text, squeeze_makes_each_run_of_white_space_one_space) {
    EXPECT_EQ(squeeze(" a \t\n b\xC2\xA0\xC2\xA0 c "), "a b c");
    EXPECT_EQ(squeeze_lines(" a \n\n b\xC2\xA0 c \r\n"), "a\nb c");
}

TEST(Text, squeeze_leaves_single_spaces_alone_wherever_they_stand) {
    for (const std::string_view text : {"a b c", "a \xE2\x80\x93 b", "\xC2\xA3 5", "a\x7F b", ""}) {
        EXPECT_EQ(squeeze(text), text);
    }
    EXPECT_EQ(squeeze("a  b"), "a b");
    EXPECT_EQ(squeeze(" a"), "a");
    EXPECT_EQ(squeeze("a "), "a");
    EXPECT_EQ(squeeze("a \xC2\xA0 b"), "a b");
}

TEST(Text, plain_ascii_has_neither_controls_nor_other_scripts) {
    EXPECT_TRUE(is_plain_ascii(" az~"));
    EXPECT_TRUE(is_plain_ascii(""));
    for (const std::string_view text : {"a\n", "a\x7F", "\xC3\xA9", "0123456789abcdef\t"}) {
        EXPECT_FALSE(is_plain_ascii(text));
    }
}

TEST(Text, split_keeps_empty_parts) {
    EXPECT_EQ(split("a,,b", ','), (std::vector<std::string_view>{"a", "", "b"}));
    EXPECT_EQ(split("", ','), (std::vector<std::string_view>{""}));
}

TEST(Text, nearest_suggests_only_what_is_near) {
    EXPECT_EQ(nearest("convrt", {"check", "convert", "diff"}), "convert");
    EXPECT_EQ(nearest("xyz", {"check", "convert", "diff"}), "");
    EXPECT_EQ(nearest("mising-lead", {"missing-lead", "missing-due"}), "missing-lead");
}

}  // namespace
}  // namespace tidytracker
