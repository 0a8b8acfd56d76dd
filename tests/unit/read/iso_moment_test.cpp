// SPDX-License-Identifier: Apache-2.0
#include "read/iso_moment.hpp"

#include <gtest/gtest.h>

namespace tidytracker {
namespace {

TEST(IsoMoment, durations_are_days) {
    EXPECT_DOUBLE_EQ(days_from_iso_duration("PT12H30M00S").value(), 12.5 / 24);
    EXPECT_DOUBLE_EQ(days_from_iso_duration("PT26H").value(), 26.0 / 24);
    EXPECT_DOUBLE_EQ(days_from_iso_duration("-P1DT12H").value(), -1.5);
    EXPECT_DOUBLE_EQ(days_from_iso_duration("PT0.5S").value(), 0.5 / 86400);
}

TEST(IsoMoment, what_has_no_length_in_days_is_refused) {
    for (const char* text : {"", "P", "PT", "P1Y", "P1M", "12H", "PT5", "PTxS", "P1H"}) {
        EXPECT_FALSE(days_from_iso_duration(text)) << text;
    }
}

}  // namespace
}  // namespace tidytracker
