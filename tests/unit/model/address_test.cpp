// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/workbook.hpp>

#include <gtest/gtest.h>

namespace tidytracker {
namespace {

TEST(Address, letters_count_without_a_zero) {
    EXPECT_EQ(column_letters(0), "A");
    EXPECT_EQ(column_letters(25), "Z");
    EXPECT_EQ(column_letters(26), "AA");
    EXPECT_EQ(column_letters(16383), "XFD");
}

TEST(Address, a1_is_read_and_written) {
    EXPECT_EQ(address_from_a1("$XFD$1048576"), (CellAddress{1048575, 16383}));
    EXPECT_EQ(range_from_a1("D7:A1"), (CellRange{{0, 0}, {6, 3}}));
    EXPECT_EQ(to_a1(CellRange{{0, 0}, {6, 3}}), "A1:D7");
    EXPECT_EQ(to_a1(CellRange{{3, 1}, {3, 1}}), "B4");
}

TEST(Address, what_is_none_is_refused) {
    EXPECT_FALSE(address_from_a1("A0"));
    EXPECT_FALSE(address_from_a1("12"));
    EXPECT_FALSE(address_from_a1("AB"));
    EXPECT_FALSE(range_from_a1("A1:"));
    EXPECT_FALSE(address_from_a1("A1B"));
}

}  // namespace
}  // namespace tidytracker
