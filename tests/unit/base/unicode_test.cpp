// SPDX-License-Identifier: Apache-2.0
#include "base/unicode.hpp"

#include <gtest/gtest.h>

namespace tidytracker {
namespace {

TEST(Unicode, fold_levels_case_quotes_dashes_and_compatibility_forms) {
    EXPECT_EQ(fold("Chair’s  RAG – Ref №"), "chair's rag - ref no");
    EXPECT_EQ(fold("ÉTAT"), "état");
    EXPECT_EQ(fold("oﬃcer"), "officer");
}

TEST(Unicode, repair_replaces_each_stray_byte) {
    EXPECT_TRUE(is_valid_utf8("Caf\xC3\xA9"));
    EXPECT_FALSE(is_valid_utf8("Caf\xE9"));
    EXPECT_EQ(repair_utf8("Caf\xE9!"), "Caf\xEF\xBF\xBD!");
}

TEST(Unicode, surrogates_are_no_characters) {
    std::string text;
    append_utf8(static_cast<char32_t>(0xD800), text);
    EXPECT_EQ(text, "\xEF\xBF\xBD");
}

TEST(Unicode, wide_characters_take_two_columns) {
    EXPECT_EQ(display_width("Ni Bhriain"), 10);
    EXPECT_EQ(display_width("Ní"), 2);
    EXPECT_EQ(display_width("表"), 2);
}

}  // namespace
}  // namespace tidytracker
