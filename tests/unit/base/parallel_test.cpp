// SPDX-License-Identifier: Apache-2.0
#include "base/parallel.hpp"

#include <atomic>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

namespace tidytracker {
namespace {

TEST(Parallel, does_each_piece_of_work_once) {
    std::vector<int> done(1000);
    for_each_parallel(done.size(), [&done](std::size_t i) { ++done[i]; });
    EXPECT_EQ(done, std::vector<int>(1000, 1));
}

TEST(Parallel, an_exception_of_a_thread_comes_out) {
    EXPECT_THROW(for_each_parallel(100,
                                   [](std::size_t i) {
                                       if (i == 57) throw std::runtime_error("57");
                                   }),
                 std::runtime_error);
}

TEST(Parallel, takes_in_order_what_was_made_in_any) {
    std::vector<std::size_t> made(200);
    std::vector<std::size_t> taken;
    make_in_order(
        made.size(), 3, [&made](std::size_t i) { made[i] = i * i; },
        [&](std::size_t i) { taken.push_back(made[i]); });
    ASSERT_EQ(taken.size(), made.size());
    for (std::size_t i = 0; i < taken.size(); ++i) EXPECT_EQ(taken[i], i * i);
}

TEST(Parallel, never_makes_much_more_than_was_taken) {
    std::atomic<std::size_t> made{0};
    std::size_t taken = 0;
    std::size_t most = 0;
    const std::size_t ahead = std::max<std::size_t>(4, worker_count());
    make_in_order(
        300, ahead, [&made](std::size_t) { ++made; },
        [&](std::size_t) {
            most = std::max(most, made.load() - taken);
            ++taken;
        });
    EXPECT_LE(most, ahead);
}

TEST(Parallel, an_exception_of_the_maker_ends_the_taking) {
    EXPECT_THROW(make_in_order(
                     50, 4,
                     [](std::size_t i) {
                         if (i == 20) throw std::runtime_error("20");
                     },
                     [](std::size_t) {}),
                 std::runtime_error);
}

}  // namespace
}  // namespace tidytracker
