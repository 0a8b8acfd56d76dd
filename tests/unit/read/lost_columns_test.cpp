// SPDX-License-Identifier: Apache-2.0
#include "read/text/lost_columns.hpp"

#include <gtest/gtest.h>

#include "base/text.hpp"

namespace tidytracker {
namespace {

std::optional<std::size_t> found_in(std::string_view text) {
    const std::vector<std::string_view> lines = split(text, '\n');
    return captions_below_each_other(lines);
}

TEST(LostColumns, show_in_captions_below_each_other) {
    EXPECT_EQ(found_in("Quay log\n\nRef\nAction\n\nOwner\nDue date\nQ1\nPaint the railings\n"), 2U);
}

TEST(LostColumns, labels_with_their_values_are_no_header) {
    EXPECT_EQ(found_in("Action\nPaint the railings\nOwner\nAda Birch\nDue date\nMay\n"),
              std::nullopt);
    EXPECT_EQ(found_in("Ref:\nAction:\nOwner:\n"), std::nullopt);
}

TEST(LostColumns, captions_that_name_no_action_are_no_tracker) {
    EXPECT_EQ(found_in("Date\nStatus\nPriority\n"), std::nullopt);
}

}  // namespace
}  // namespace tidytracker
