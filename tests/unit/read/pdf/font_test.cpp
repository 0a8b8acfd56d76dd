// SPDX-License-Identifier: Apache-2.0
#include "read/pdf/font.hpp"

#include <string>

#include <gtest/gtest.h>

#include "read/pdf/character_map.hpp"
#include "read/pdf/encodings.hpp"
#include "read/pdf/font_program.hpp"
#include "read/pdf/glyph_names.hpp"
#include "read/pdf/text_string.hpp"

namespace tidytracker::pdf {
namespace {

using namespace std::string_literals;

TEST(CharacterMap, reads_characters_ranges_and_lists) {
    const CharacterMap map = CharacterMap::parse(
        "1 begincodespacerange <0000> <FFFF> endcodespacerange "
        "2 beginbfchar <0003> <0020> <0010> <D83DDE00> endbfchar "
        "2 beginbfrange <0024> <0026> <0041> <0030> <0031> [<00660069> <0078>] endbfrange");
    EXPECT_EQ(map.text_of(3), " ");
    EXPECT_EQ(map.text_of(0x10), "\xF0\x9F\x98\x80");
    EXPECT_EQ(map.text_of(0x26), "C");
    EXPECT_EQ(map.text_of(0x30), "fi");
    EXPECT_EQ(map.text_of(0x31), "x");
    EXPECT_FALSE(map.text_of(0x32).has_value());
}

TEST(CharacterMap, codes_are_as_long_as_their_code_space_says) {
    const CharacterMap map = CharacterMap::parse(
        "begincodespacerange <00> <80> <8140> <9FFC> endcodespacerange "
        "begincidrange <20> <7E> 1 <8140> <817E> 633 endcidrange");
    std::string_view bytes = "\x41\x81\x41";
    const CharacterCode one = map.take_code(bytes);
    EXPECT_EQ(one.bytes, 1U);
    EXPECT_EQ(map.cid_of(one.code), 34U);
    const CharacterCode two = map.take_code(bytes);
    EXPECT_EQ(two.bytes, 2U);
    EXPECT_EQ(map.cid_of(two.code), 634U);
    EXPECT_TRUE(bytes.empty());
}

TEST(CharacterMap, the_last_code_may_be_cut_off) {
    std::string_view bytes = "\x41";
    EXPECT_EQ(CharacterMap::identity().take_code(bytes).code, 0x41U);
    EXPECT_TRUE(bytes.empty());
}

TEST(GlyphNames, are_put_together_of_letters_accents_and_numbers) {
    EXPECT_EQ(text_of_glyph_name("eacute"), "\xC3\xA9");
    EXPECT_EQ(text_of_glyph_name("period"), ".");
    EXPECT_EQ(text_of_glyph_name("uni20AC"), "\xE2\x82\xAC");
    EXPECT_EQ(text_of_glyph_name("f_f_i"), "ffi");
    EXPECT_EQ(text_of_glyph_name("A.sc"), "A");
    EXPECT_EQ(text_of_glyph_name("g45"), "");
    EXPECT_EQ(text_of_glyph_name(".notdef"), "");
}

TEST(FontProgram, a_type_1_font_lists_its_codes) {
    const CodeTexts texts = type1_encoding(
        "%!PS-AdobeFont-1.0\n/Encoding 256 array 0 1 255 {1 index exch /.notdef put} for\n"
        "dup 65 /eacute put dup 66 /period put readonly def /Private 1 put");
    EXPECT_EQ(texts[65], "\xC3\xA9");
    EXPECT_EQ(texts[66], ".");
    EXPECT_EQ(texts[67], "");
}

/// Header, name index, dictionary index, string index with one name, then charset and codes.
std::string small_cff() {
    const std::string dictionary =
        "\x1D\x00\x00\x00\x2A\x0F"s   // charset at 42
        "\x1D\x00\x00\x00\x2F\x10"s   // encoding at 47
        "\x1D\x00\x00\x00\x33\x11"s;  // glyphs at 51
    std::string font = "\x01\x00\x04\x01"s + "\x00\x01\x01\x01\x02N"s;
    font += "\x00\x01\x01\x01\x13"s + dictionary;
    font +=
        "\x00\x01\x01\x01\x05"
        "Euro"s;
    font += std::string(42 - font.size(), '\0');
    font += "\x00\x00\x22\x01\x87"s;  // format 0: A (34), and the first string of its own (391)
    font += "\x00\x02\x58\x59"s;      // format 0: codes 88 and 89
    font += "\x00\x03"s;              // three glyphs
    return font;
}

TEST(FontProgram, a_compact_font_numbers_its_names) {
    const CodeTexts texts = cff_encoding(small_cff());
    EXPECT_EQ(texts[88], "A");
    EXPECT_EQ(texts[89], "\xE2\x82\xAC");
}

TEST(FontProgram, a_compact_font_cut_off_anywhere_does_no_harm) {
    const std::string font = small_cff();
    for (std::size_t size = 0; size < font.size(); ++size) {
        EXPECT_EQ(cff_encoding(std::string_view(font).substr(0, size)).size(), 256U);
    }
}

TEST(Encodings, standard_fonts_have_widths) {
    EXPECT_EQ(standard_width("Helvetica", U'A'), 667);
    EXPECT_EQ(standard_width("Times-Bold", U'W'), 1000);
    EXPECT_EQ(standard_width("Courier", U'i'), 600);
}

TEST(TextString, glyphs_become_letters) {
    EXPECT_EQ(tidy_glyph_text("\xEF\xAC\x83", "Calibri"), "ffi");
    EXPECT_EQ(tidy_glyph_text("\xEF\x83\xBC", "Wingdings"), "\xE2\x9C\x93");
    EXPECT_EQ(tidy_glyph_text("a\x01", "Calibri"), "a");
    EXPECT_EQ(decode_text_string("\xFE\xFF\x00\x41\x20\xAC"s), "A\xE2\x82\xAC");
    EXPECT_EQ(decode_text_string("caf\xE9"), "caf\xC3\xA9");
}

}  // namespace
}  // namespace tidytracker::pdf
