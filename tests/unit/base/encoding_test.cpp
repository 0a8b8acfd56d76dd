// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.hpp"

#include <string>

#include <gtest/gtest.h>

#include "base/encoding_guess.hpp"

namespace tidytracker {
namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;

DecodedText decoded(std::string_view bytes, const std::optional<std::string>& encoding = {}) {
    Result<DecodedText> result = decode_text(bytes, encoding);
    EXPECT_TRUE(result.has_value());
    return result.value_or(DecodedText{});
}

/// ASCII text as UTF-16 or UTF-32.
std::string widened(std::string_view text, std::size_t before, std::size_t after) {
    std::string out;
    for (const char c : text) {
        out.append(before, '\0').append(1, c).append(after, '\0');
    }
    return out;
}

TEST(Encoding, utf8_is_not_copied) {
    const std::string text = "Zo\u00EB Ng\u0169gi";
    const DecodedText result = decoded(text);
    EXPECT_EQ(result.text().data(), text.data());
    EXPECT_EQ(result.encoding, "UTF-8");
    EXPECT_EQ(result.reason, "valid UTF-8");
    EXPECT_EQ(decoded("plain").reason, "only ASCII");
}

TEST(Encoding, byte_order_marks_decide_and_are_taken_off) {
    EXPECT_EQ(decoded("\xEF\xBB\xBFRef").text(), "Ref");
    EXPECT_TRUE(decoded("\xEF\xBB\xBFRef").byte_order_mark);
    EXPECT_EQ(decoded("\xFF\xFER\0\xE9\0"sv).text(), "R\u00E9");
    EXPECT_EQ(decoded("\xFE\xFF\0R\0\xE9"sv).encoding, "UTF-16BE");
    EXPECT_EQ(decoded("\xFF\xFE\0\0R\0\0\0"sv).text(), "R");
    EXPECT_EQ(decoded("\0\0\xFE\xFF\0\0\0R"sv).encoding, "UTF-32BE");
}

TEST(Encoding, a_mark_does_not_make_windows_bytes_utf8) {
    EXPECT_EQ(decoded("\xEF\xBB\xBF"
                      "Caf\xE9")
                  .text(),
              "Caf\u00E9");
}

TEST(Encoding, wide_text_without_a_mark_shows_by_its_nul_bytes) {
    const std::string_view text = "Ref,Action\r\n1,Mend the gate\r\n";
    EXPECT_EQ(decoded(widened(text, 0, 1)).encoding, "UTF-16LE");
    EXPECT_EQ(decoded(widened(text, 1, 0)).encoding, "UTF-16BE");
    EXPECT_EQ(decoded(widened(text, 0, 3)).encoding, "UTF-32LE");
    EXPECT_EQ(decoded(widened(text, 3, 0)).encoding, "UTF-32BE");
    EXPECT_EQ(decoded(widened(text, 3, 0)).text(), text);
}

TEST(Encoding, half_a_surrogate_pair_and_a_cut_unit_are_counted) {
    const DecodedText result = decoded(
        "\xFF\xFE"
        "A\0\0\xD8"
        "B\0C"sv);
    EXPECT_EQ(result.text(), "A\uFFFDB\uFFFD");
    EXPECT_EQ(result.lost_characters, 2U);
}

TEST(Encoding, windows_1252_is_the_western_default) {
    const DecodedText result = decoded("Th\xE9o\x92s \x80 5 \x96 caf\xE9");
    EXPECT_EQ(result.text(), "Th\u00E9o\u2019s \u20AC 5 \u2013 caf\u00E9");
    EXPECT_EQ(result.encoding, "Windows-1252");
}

TEST(Encoding, bytes_that_windows_1252_lacks_are_counted) {
    const DecodedText result = decoded("caf\xE9 \x81\x8D\x8F\x90\x9D fin");
    EXPECT_EQ(result.text(), "caf\u00E9 \uFFFD\uFFFD\uFFFD\uFFFD\uFFFD fin");
    EXPECT_EQ(result.lost_characters, 5U);
}

TEST(Encoding, mac_roman_shows_by_its_words) {
    const DecodedText result = decoded("Ren\x8E\x65 Dub\x8Ery\xD5s note: \xD2open\xD3");
    EXPECT_EQ(result.encoding, "macintosh");
    EXPECT_EQ(result.text(), "Ren\u00E9e Dub\u00E9ry\u2019s note: \u201Copen\u201D");
}

TEST(Encoding, carriage_returns_alone_tip_the_scales_to_mac_roman) {
    EXPECT_EQ(decoded("caf\xA5 5\r").encoding, "macintosh");
    EXPECT_EQ(decoded("caf\xA5 5\n").encoding, "Windows-1252");
}

TEST(Encoding, stray_windows_bytes_amid_utf8_are_read_one_by_one) {
    const DecodedText result = decoded("Zo\u00EB and Ren\u00E9 say \x93no\x94");
    EXPECT_EQ(result.text(), "Zo\u00EB and Ren\u00E9 say \u201Cno\u201D");
    EXPECT_EQ(result.encoding, "UTF-8");
    EXPECT_EQ(result.stray_bytes, 2U);
}

TEST(Encoding, a_character_that_the_end_cuts_off_is_lost_not_misread) {
    const DecodedText result = decoded("Zo\u00EB pays 5 \xE2\x82");
    EXPECT_EQ(result.text(), "Zo\u00EB pays 5 \uFFFD");
    EXPECT_EQ(result.stray_bytes, 0U);
    EXPECT_EQ(result.lost_characters, 1U);
}

TEST(Encoding, double_encoded_text_is_left_alone) {
    EXPECT_EQ(decoded("Caf\u00C3\u00A9").text(), "Caf\u00C3\u00A9");
}

TEST(Encoding, a_named_encoding_overrides_what_is_found) {
    EXPECT_EQ(decoded("Ren\xE9\x65", "ISO-8859-2").text(), "Ren\u00E9e");
    EXPECT_EQ(decoded("\xE9", "IBM850").text(), "\u00DA");
    EXPECT_EQ(decoded("\xFF\xFER\0"sv, "UTF-16").text(), "R");
    EXPECT_EQ(decoded("a\xFFz", "UTF-8").text(), "a\uFFFDz");
}

TEST(Encoding, an_unknown_name_is_refused_with_a_suggestion) {
    const Result<DecodedText> result = decode_text("x", "Window-1252");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::usage);
    EXPECT_EQ(result.error().help, "did you mean Windows-1252?");
    EXPECT_FALSE(decode_text("x", ""));
    EXPECT_FALSE(decode_text("x", "UTF-8//IGNORE"));
}

TEST(Encoding, binary_content_is_no_text) {
    std::string bytes;
    for (int i = 0; i < 2048; ++i) bytes += static_cast<char>(i * 37 % 256);
    const Result<DecodedText> result = decode_text(bytes);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::unreadable);
    EXPECT_FALSE(decode_text(std::string(100, '\0')));
}

TEST(Encoding, a_few_control_characters_do_not_make_text_binary) {
    EXPECT_EQ(decoded(std::string(500, 'x') + "\x01\x02"s).encoding, "UTF-8");
}

TEST(Encoding, only_well_formed_sequences_are_characters) {
    EXPECT_EQ(utf8_length("\xC3\xA9"), 2U);
    EXPECT_EQ(utf8_length("\xF0\x9F\x9A\xB2"), 4U);
    EXPECT_EQ(utf8_length("\xC0\x80"), 0U);          // overlong
    EXPECT_EQ(utf8_length("\xE0\x9F\xBF"), 0U);      // overlong
    EXPECT_EQ(utf8_length("\xED\xA0\x80"), 0U);      // surrogate
    EXPECT_EQ(utf8_length("\xF4\x90\x80\x80"), 0U);  // beyond U+10FFFF
    EXPECT_TRUE(is_cut_utf8("\xE2\x82"));
    EXPECT_FALSE(is_cut_utf8("\xE2\x20"));
}

}  // namespace
}  // namespace tidytracker
