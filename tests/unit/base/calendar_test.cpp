// SPDX-License-Identifier: Apache-2.0
#include "base/calendar.hpp"

#include <gtest/gtest.h>

namespace tidytracker {
namespace {

TEST(Calendar, serials_of_both_systems_are_the_same_day) {
    EXPECT_EQ(iso_day(*day_from_serial(45382, DateSystem::from_1900)), "2024-03-31");
    EXPECT_EQ(iso_day(*day_from_serial(43920, DateSystem::from_1904)), "2024-03-31");
    EXPECT_EQ(serial_from_day(*day_from_iso("2024-03-31"), DateSystem::from_1900), 45382);
    EXPECT_EQ(serial_from_day(*day_from_iso("2024-03-31"), DateSystem::from_1904), 43920);
}

TEST(Calendar, the_1900_leap_day_shifts_what_follows) {
    EXPECT_EQ(iso_day(*day_from_serial(1, DateSystem::from_1900)), "1900-01-01");
    EXPECT_EQ(iso_day(*day_from_serial(59, DateSystem::from_1900)), "1900-02-28");
    EXPECT_EQ(iso_day(*day_from_serial(61, DateSystem::from_1900)), "1900-03-01");
    EXPECT_EQ(serial_from_day(*day_from_iso("1900-02-28"), DateSystem::from_1900), 59);
    EXPECT_EQ(serial_from_day(*day_from_iso("1900-03-01"), DateSystem::from_1900), 61);
}

TEST(Calendar, impossible_days_are_refused) {
    EXPECT_FALSE(day_from_iso("2023-02-29"));
    EXPECT_FALSE(day_from_iso("2023-2-9"));
    EXPECT_FALSE(day_from_iso("20230209"));
    EXPECT_FALSE(day_from_serial(-1, DateSystem::from_1900));
    EXPECT_FALSE(day_from_serial(1e9, DateSystem::from_1900));
    EXPECT_FALSE(make_day(2024, 4, 31));
}

}  // namespace
}  // namespace tidytracker
