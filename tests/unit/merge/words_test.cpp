// SPDX-License-Identifier: Apache-2.0
#include "merge/words.hpp"

#include <gtest/gtest.h>

namespace tidytracker::matching {
namespace {

TEST(Words, endings_do_not_tell_words_apart) {
    for (const char* word : {"circulate", "circulated", "circulates", "Circulating"}) {
        EXPECT_EQ(stem_of(word), "circulat") << word;
    }
    EXPECT_EQ(stem_of("policies"), stem_of("policy"));
    EXPECT_EQ(stem_of("planned"), stem_of("plan"));
    EXPECT_EQ(stem_of("organization"), stem_of("organisation"));
    EXPECT_NE(stem_of("bus"), stem_of("bu"));
}

TEST(Words, apostrophes_and_dashes_part_no_meaning) {
    Vocabulary vocabulary;
    const auto ids = [&vocabulary](std::string_view text) {
        std::vector<std::uint32_t> out;
        for (const Word& word : vocabulary.add(text)) out.push_back(word.id);
        return out;
    };
    EXPECT_EQ(ids("before half-term"), ids("before half term."));
    EXPECT_EQ(ids("residents’ survey"), ids("residents' survey"));
    EXPECT_EQ(ids("Café – opening"), ids("café: opening"));
}

TEST(Words, know_numbers_months_and_names) {
    Vocabulary vocabulary;
    const std::vector<Word> words = vocabulary.add("Deliver forty boxes to Fern Street in March");
    ASSERT_EQ(words.size(), 8U);
    EXPECT_EQ(words[1].kind, WordKind::number);
    EXPECT_EQ(words[3].kind, WordKind::filler);
    EXPECT_TRUE(words[4].name);
    EXPECT_EQ(words[7].kind, WordKind::number);
    EXPECT_FALSE(words[0].name) << "a sentence begins with a capital";
}

TEST(Words, a_slip_of_the_keys_is_a_variant_another_word_is_not) {
    EXPECT_TRUE(is_variant("recieve", "receive"));
    EXPECT_TRUE(is_variant("certificate", "certifcate"));
    EXPECT_TRUE(is_variant("org", "organisation"));
    EXPECT_FALSE(is_variant("moss", "moor"));
    EXPECT_FALSE(is_variant("hall", "mall"));
    EXPECT_FALSE(is_variant("lift", "roof"));
}

}  // namespace
}  // namespace tidytracker::matching
