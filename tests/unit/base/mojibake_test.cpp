// SPDX-License-Identifier: Apache-2.0
#include "base/mojibake.hpp"

#include <gtest/gtest.h>

namespace tidytracker {
namespace {

TEST(Mojibake, is_mended_run_by_run) {
    EXPECT_EQ(mended_mojibake("caf\xC3\x83\xC2\xA9"), "caf\xC3\xA9");
    // A curly apostrophe as three characters.
    EXPECT_EQ(mended_mojibake("the clerk\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2s"),
              "the clerk\xE2\x80\x99s");
    EXPECT_EQ(mended_mojibake("\xC3\x82\xC2\xA3"
                              "20 and \xC3\x83\xC2\xA9t\xC3\x83\xC2\xA9"),
              "\xC2\xA3"
              "20 and \xC3\xA9t\xC3\xA9");
}

TEST(Mojibake, honest_text_stays) {
    EXPECT_EQ(mended_mojibake("plain"), std::nullopt);
    EXPECT_EQ(mended_mojibake("caf\xC3\xA9 \xC2\xA3"
                              "20"),
              std::nullopt);
    EXPECT_EQ(mended_mojibake("\xC3\x83o"), std::nullopt);                 // a lone A with tilde
    EXPECT_EQ(mended_mojibake("na\xC3\xAF\xE2\x80\x99ve"), std::nullopt);  // letter and apostrophe
}

}  // namespace
}  // namespace tidytracker
