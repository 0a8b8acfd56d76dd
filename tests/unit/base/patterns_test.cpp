// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "base/pattern.hpp"
#include "base/similar.hpp"
#include "base/wildcard.hpp"

namespace tidytracker {
namespace {

TEST(Pattern, tells_what_is_wrong_with_an_expression) {
    EXPECT_TRUE(Pattern::compile("a+")->matches("aaa"));
    EXPECT_FALSE(Pattern::compile("a+")->matches("aab"));
    const Result<Pattern> wrong = Pattern::compile("a(");
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().kind, ErrorKind::usage);
    EXPECT_NE(wrong.error().message.find("a("), std::string::npos);
}

TEST(Wildcard, star_and_question_mark) {
    EXPECT_TRUE(matches_wildcard("Actions!F17", "actions!F*"));
    EXPECT_TRUE(matches_wildcard("A-1", "?-1"));
    EXPECT_TRUE(matches_wildcard("", "*"));
    EXPECT_TRUE(matches_wildcard("aXbXc", "a*b*c"));
    EXPECT_FALSE(matches_wildcard("Actions!F17", "Actions!F"));
    EXPECT_FALSE(matches_wildcard("A-12", "?-?"));
}

TEST(Similar, one_slip_and_no_more) {
    EXPECT_TRUE(is_one_slip_away("John", "Jon"));
    EXPECT_TRUE(is_one_slip_away("broken", "brokne"));
    EXPECT_TRUE(is_one_slip_away("2024", "2042"));
    EXPECT_TRUE(is_one_slip_away("a", ""));
    EXPECT_FALSE(is_one_slip_away("North", "South"));
    EXPECT_FALSE(is_one_slip_away("same", "same"));
    EXPECT_FALSE(is_one_slip_away("abcd", "badc"));
}

}  // namespace
}  // namespace tidytracker
