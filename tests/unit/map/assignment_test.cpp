// SPDX-License-Identifier: Apache-2.0
#include "map/assignment.hpp"

#include <cstdint>

#include <gtest/gtest.h>

namespace tidytracker {
namespace {

TEST(Assignment, the_sum_counts_and_not_the_first_come) {
    // Row 0 would take column 0 by itself, but then row 1 gets nothing.
    EXPECT_EQ(best_assignment({{0.9, 0.8}, {0.7, 0.0}}), (std::vector<std::size_t>{1, 0}));
}

TEST(Assignment, a_pair_without_gain_is_not_made) {
    EXPECT_EQ(best_assignment({{0.0, 0.5}, {0.0, 0.0}}), (std::vector<std::size_t>{1, SIZE_MAX}));
    EXPECT_TRUE(best_assignment({}).empty());
}

TEST(Assignment, more_rows_than_columns_leave_some_alone) {
    EXPECT_EQ(best_assignment({{0.3}, {0.6}, {0.5}}),
              (std::vector<std::size_t>{SIZE_MAX, 0, SIZE_MAX}));
}

}  // namespace
}  // namespace tidytracker
