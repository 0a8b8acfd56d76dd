// SPDX-License-Identifier: Apache-2.0
#include "base/byte_set.hpp"

#include <string>

#include <gtest/gtest.h>

namespace tidytracker {
namespace {

TEST(ByteSet, the_first_of_its_bytes_is_found_at_every_place) {
    constexpr ByteSet set(',', '"', '\n', '\0');
    for (std::size_t size = 0; size < 70; ++size) {
        for (std::size_t place = 0; place < size; ++place) {
            std::string text(size, 'x');
            text[place] = ",\"\n\0"[place % 4];
            if (place + 3 < size) text[place + 3] = ',';
            EXPECT_EQ(set.find(text), place);
            EXPECT_EQ(set.find(text, place), place);
        }
    }
}

TEST(ByteSet, nothing_before_the_start_is_found) {
    constexpr ByteSet set(',', '"', '\n', '\r');
    for (std::size_t size = 1; size < 70; ++size) {
        std::string text(size, ',');
        for (std::size_t at = 0; at <= size; ++at) {
            EXPECT_EQ(set.find(text, at), at);
            if (at < size) text[at] = '\x80';
        }
        EXPECT_EQ(set.find(text), size);
        EXPECT_EQ(set.find(text, size), size);
    }
    EXPECT_EQ(set.find(""), 0U);
}

}  // namespace
}  // namespace tidytracker
