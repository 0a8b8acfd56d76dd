// SPDX-License-Identifier: Apache-2.0
#include "read/pdf/content_lexer.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace tidytracker::pdf {
namespace {

std::vector<double> numbers_in(std::string_view content) {
    std::vector<double> numbers;
    ContentLexer lexer(content);
    for (Token token = lexer.next(); token.kind != TokenKind::end; token = lexer.next()) {
        if (token.kind == TokenKind::number) numbers.push_back(token.number);
    }
    return numbers;
}

TEST(ContentLexer, numbers_are_read_as_other_programs_read_broken_ones) {
    EXPECT_EQ(numbers_in("1 +2 -3 .5 -.25 4. --5 12-34"),
              (std::vector<double>{1, 2, -3, 0.5, -0.25, 4, -5, 12}));
}

TEST(ContentLexer, a_number_too_long_to_hold_is_zero) {
    const std::string digits(400, '9');
    EXPECT_EQ(numbers_in(digits + " 0." + digits), (std::vector<double>{0, 0}));
}

TEST(ContentLexer, strings_nest_and_escape) {
    ContentLexer lexer("(a\\(b(c)d\\051\\n\\\r\nend)<48656C6C6F7>");
    EXPECT_EQ(lexer.next().text, "a(b(c)d)\nend");
    EXPECT_EQ(lexer.next().text, "Hellop");
}

TEST(ContentLexer, names_resolve_their_codes) {
    ContentLexer lexer("/A#20B/C");
    EXPECT_EQ(lexer.next().text, "A B");
    EXPECT_EQ(lexer.next().text, "C");
}

TEST(ContentLexer, comments_and_dictionaries_are_told_apart) {
    ContentLexer lexer("% a (comment)\n<</MCID 3>>BDC");
    EXPECT_EQ(lexer.next().kind, TokenKind::open);
    EXPECT_EQ(lexer.next().text, "MCID");
    EXPECT_EQ(lexer.next().number, 3);
    EXPECT_EQ(lexer.next().kind, TokenKind::close);
    EXPECT_EQ(lexer.next().text, "BDC");
}

TEST(ContentLexer, an_inline_image_may_hold_the_bytes_of_its_end) {
    const std::string content = std::string("ID a\x01 EI\x02\x03 b EI") + " Q (text) Tj";
    ContentLexer lexer(content);
    EXPECT_EQ(lexer.next().text, "ID");
    lexer.skip_inline_image();
    EXPECT_EQ(lexer.next().text, "Q");
}

TEST(ContentLexer, what_never_ends_ends_with_the_stream) {
    for (const char* const content : {"(abc", "<48", "/", "(a\\", "ID", "[[[", ">", "{"}) {
        ContentLexer lexer(content);
        int tokens = 0;
        while (lexer.next().kind != TokenKind::end && tokens < 10) ++tokens;
        EXPECT_LT(tokens, 10) << content;
    }
}

}  // namespace
}  // namespace tidytracker::pdf
