// SPDX-License-Identifier: Apache-2.0
#include "merge/numbering.hpp"

#include <gtest/gtest.h>

namespace tidytracker::merging {
namespace {

TEST(Numbering, goes_on_as_the_register_does) {
    auto numbering = numbering_of({"CSB-08", "CSB-09", "B/1"});
    ASSERT_TRUE(numbering);
    EXPECT_EQ(numbering->next(), "CSB-10");
    EXPECT_EQ(numbering->next(), "CSB-11");
    EXPECT_TRUE(numbering->fits("CSB-99"));
    EXPECT_FALSE(numbering->fits("CSB-99a"));
}

TEST(Numbering, keeps_leading_zeros_and_what_follows_the_number) {
    auto year_last = numbering_of({"008/24", "009/24", "010/24"});
    ASSERT_TRUE(year_last);
    EXPECT_EQ(year_last->next(), "011/24");
    auto year_first = numbering_of({"2024/008", "2024/009"});
    ASSERT_TRUE(year_first);
    EXPECT_EQ(year_first->next(), "2024/010");
}

TEST(Numbering, none_is_made_up) {
    EXPECT_FALSE(numbering_of({}));
    EXPECT_FALSE(numbering_of({"Roof", "Fence"}));
    EXPECT_FALSE(numbering_of({"A1", "B7", "C3x", "x", "y"}));
}

}  // namespace
}  // namespace tidytracker::merging
