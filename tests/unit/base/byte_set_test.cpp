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

TEST(ByteSet, any_of_its_bytes_is_seen_in_a_padded_text_and_none_behind_it) {
    constexpr ByteSet set(',', '"', '\n', '\r');
    for (std::size_t size = 0; size < 70; ++size) {
        std::string text(size, 'x');
        text.append(ByteSet::k_padding, ',');
        EXPECT_FALSE(set.any_in_padded(text.data(), size));
        for (std::size_t place = 0; place < size; ++place) {
            text[place] = '"';
            EXPECT_TRUE(set.any_in_padded(text.data(), size)) << place << " of " << size;
            text[place] = 'x';
        }
    }
}

TEST(ByteMarks, each_of_its_bytes_is_found_once_from_any_place_on) {
    for (std::size_t size = 0; size < 200; size += 7) {
        std::string text(size, 'x');
        for (std::size_t at = 0; at < size; ++at) {
            if (at % 5 == 0 || at % 64 > 61) text[at] = at % 2 == 0 ? ',' : '\n';
        }
        for (std::size_t from = 0; from <= size; from += 3) {
            ByteMarks marks(text, {',', '\n', '\n', '\n'});
            marks.seek(from);
            for (std::size_t at = from; at < size; ++at) {
                if (text[at] == 'x') continue;
                EXPECT_EQ(marks.next(), at);
            }
            EXPECT_EQ(marks.next(), size);
            EXPECT_EQ(marks.next(), size);
        }
    }
}

}  // namespace
}  // namespace tidytracker
