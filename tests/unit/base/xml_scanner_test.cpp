// SPDX-License-Identifier: Apache-2.0
#include "base/xml_scanner.hpp"

#include <gtest/gtest.h>

namespace tidytracker {
namespace {

/// Hands out a few bytes at a time.
class DrippingSource final : public ByteSource {
  public:
    explicit DrippingSource(std::string_view bytes) : rest_(bytes) {}
    Result<std::size_t> read(std::span<char> room) override {
        const std::size_t size = rest_.copy(room.data(), std::min<std::size_t>(room.size(), 7));
        rest_.remove_prefix(size);
        return size;
    }

  private:
    std::string_view rest_{};
};

class FailingSource final : public ByteSource {
  public:
    Result<std::size_t> read(std::span<char> /*room*/) override {
        return fail(ErrorKind::too_large, "too much");
    }
};

/// The document as "<name attribute=value>text</>" with all references resolved.
std::string replayed(ByteSource& source, XmlEnd* end = nullptr) {
    XmlScanner xml(source, 256);
    std::string out;
    for (;;) {
        switch (xml.next()) {
            case XmlToken::open:
                out.append("<").append(xml.name());
                for (const XmlScanner::Attribute& attribute : xml.attributes()) {
                    out.append(" ").append(attribute.name).append("=");
                    out += xml.attribute(attribute.name);
                }
                out += ">";
                break;
            case XmlToken::close:
                out += "</>";
                break;
            case XmlToken::text:
                xml.append_text(out);
                break;
            case XmlToken::end:
                if (end != nullptr) *end = xml.how_it_ended();
                return out;
        }
    }
}

std::string replayed(std::string_view document, XmlEnd* end = nullptr) {
    MemorySource source(document);
    return replayed(source, end);
}

XmlEnd end_of(std::string_view document) {
    XmlEnd end{};
    (void)replayed(document, &end);
    return end;
}

TEST(XmlScanner, tags_attributes_and_text_are_told) {
    EXPECT_EQ(replayed("<a x='1' y = \"two\"><b>text</b><c/></a>"),
              "<a x=1 y=two><b>text</><c></></>");
}

TEST(XmlScanner, prefixes_are_left_out) {
    EXPECT_EQ(replayed("<x:row xmlns:x='u' r:id='rId1'><x:c/></x:row>"),
              "<row x=u id=rId1><c></></>");
}

TEST(XmlScanner, references_are_resolved_and_unknown_ones_kept) {
    EXPECT_EQ(replayed("<a v='&lt;&#65;&quot;'>&amp;&#x20AC;&apos;&gt;&nbsp;&</a>"),
              "<a v=<A\">&\xE2\x82\xAC'>&nbsp;&</>");
}

TEST(XmlScanner, references_to_no_character_become_the_replacement) {
    EXPECT_EQ(replayed("<a>&#0;&#xD800;&#x110000;</a>"),
              "<a>\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD</>");
}

TEST(XmlScanner, line_ends_are_levelled_and_white_space_kept) {
    EXPECT_EQ(replayed("<a> 1\r\n2\r3 \n</a>"), "<a> 1\n2\n3 \n</>");
}

TEST(XmlScanner, literal_sections_are_text) {
    EXPECT_EQ(replayed("<a>he<![CDATA[<l>&amp;]]>lo<![CDATA[]]></a>"), "<a>he<l>&amp;lo</>");
}

TEST(XmlScanner, comments_and_instructions_are_skipped) {
    EXPECT_EQ(replayed("<?xml version='1.0'?><!-- <x> --><a>1<!-- -> -->2<?p <q>?>3</a>"),
              "<a>123</>");
}

TEST(XmlScanner, greater_than_may_stand_in_attributes) {
    EXPECT_EQ(replayed("<a v='1>2' w=\"'/>\"/>"), "<a v=1>2 w='/>></>");
}

TEST(XmlScanner, nothing_depends_on_where_the_source_breaks) {
    std::string document = "<?xml version='1.0'?><root>";
    for (int i = 0; i < 500; ++i) {
        document += "<row number='" + std::to_string(i) + "'>a &amp; b\r\n<![CDATA[<&>]]></row>";
        document += "<!-- between -->";
    }
    document += std::string(3000, 'x') + "<long v='" + std::string(2000, 'y') + "'/></root>";
    DrippingSource dripping(document);
    EXPECT_EQ(replayed(dripping), replayed(document));
    EXPECT_EQ(end_of(document), XmlEnd::complete);
}

TEST(XmlScanner, long_text_is_not_cut_within_a_reference) {
    std::string document = "<a>";
    std::string expected = "<a>";
    for (int i = 0; i < 2000; ++i) {
        document += "&amp;&#x20AC;";
        expected += "&\xE2\x82\xAC";
    }
    EXPECT_EQ(replayed(document + "</a>"), expected + "</>");
}

TEST(XmlScanner, utf16_is_transcoded) {
    const std::string little("\xFF\xFE<\0a\0>\0\xAC\x20=\xD8\0\xDE<\0/\0a\0>\0", 22);
    const std::string big("\0<\0a\0>\0x\0<\0/\0a\0>", 16);
    EXPECT_EQ(replayed(little), "<a>\xE2\x82\xAC\xF0\x9F\x98\x80</>");
    EXPECT_EQ(replayed(big), "<a>x</>");
    EXPECT_EQ(replayed("\xEF\xBB\xBF<a/>"), "<a></>");
}

TEST(XmlScanner, document_types_are_refused) {
    EXPECT_EQ(end_of("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), XmlEnd::doctype);
}

TEST(XmlScanner, ends_are_told_apart) {
    EXPECT_EQ(end_of("<a><b/></a>\n"), XmlEnd::complete);
    for (const std::string_view cut : {"", "<", "<a", "<a b='", "<a>", "<a>text", "<a><!-- ",
                                       "<a></", "<a><![CDATA[x", "<a><?p", "<a><b/"}) {
        EXPECT_EQ(end_of(cut), XmlEnd::truncated) << cut;
    }
    for (const std::string_view odd :
         {"<a b></a>", "<a b=c/>", "< a/>", "<a/></a>", "<a/b>", "<a><!ELEMENT></a>"}) {
        EXPECT_EQ(end_of(odd), XmlEnd::malformed) << odd;
    }
}

TEST(XmlScanner, what_precedes_the_damage_is_told) {
    EXPECT_EQ(replayed("<a><b>1</b><b>2"), "<a><b>1</><b>2");
}

TEST(XmlScanner, a_failing_source_ends_the_document) {
    FailingSource source;
    XmlScanner xml(source);
    EXPECT_EQ(xml.next(), XmlToken::end);
    EXPECT_EQ(xml.how_it_ended(), XmlEnd::failed);
    ASSERT_TRUE(xml.error());
    EXPECT_EQ(xml.error()->message, "too much");
}

TEST(XmlScanner, stopping_ends_the_document) {
    MemorySource source("<a><b/><b/></a>");
    XmlScanner xml(source);
    ASSERT_TRUE(xml.next_element(0));
    xml.stop({ErrorKind::too_large, "enough"});
    EXPECT_FALSE(xml.next_element(0));
    EXPECT_EQ(xml.how_it_ended(), XmlEnd::failed);
}

TEST(XmlScanner, elements_are_visited_within_their_parent) {
    MemorySource source("<a><list><i/><i><deep/></i></list><after/></a>");
    XmlScanner xml(source);
    ASSERT_TRUE(xml.next_element(0));
    ASSERT_TRUE(xml.next_element(1));
    ASSERT_EQ(xml.name(), "list");
    std::string visited;
    while (xml.next_element(2)) visited += std::string(xml.name()) + " ";
    EXPECT_EQ(visited, "i i deep ");
    ASSERT_TRUE(xml.next_element(1));
    EXPECT_EQ(xml.name(), "after");
}

TEST(XmlScanner, element_text_leaves_out_inner_elements) {
    MemorySource source("<a>1<b>2</b>3&amp;<![CDATA[4]]></a>");
    XmlScanner xml(source);
    ASSERT_TRUE(xml.next_element(0));
    EXPECT_EQ(xml.element_text(), "13&4");
    EXPECT_EQ(xml.depth(), 0U);
}

TEST(XmlScanner, empty_elements_have_no_text) {
    MemorySource source("<a><b/>x</a>");
    XmlScanner xml(source);
    ASSERT_TRUE(xml.next_element(0));
    ASSERT_TRUE(xml.next_element(1));
    EXPECT_EQ(xml.element_text(), "");
    EXPECT_EQ(xml.depth(), 1U);
    EXPECT_EQ(xml.next(), XmlToken::text);
}

TEST(XmlScanner, the_quick_way_is_taken_only_for_a_sole_plain_child) {
    const auto quick = [](std::string_view document) {
        MemorySource source(document);
        XmlScanner xml(source);
        EXPECT_TRUE(xml.next_element(0));
        const auto text = xml.sole_child_text("v");
        const std::string found = text ? std::string(*text) : "(none)";
        EXPECT_EQ(xml.depth(), text ? 0U : 1U);
        return found;
    };
    EXPECT_EQ(quick("<c r='A1'><v>12</v></c>"), "12");
    EXPECT_EQ(quick("<c><v></v></c>"), "");
    for (const std::string_view other :
         {"<c/>", "<c></c>", "<c><f>1</f><v>2</v></c>", "<c><v>1</v><x/></c>",
          "<c><v>1&lt;</v></c>", "<c><v/></c>", "<c><v>1<b/></v></c>", "<c><v>1</v>", "<c><v>1"}) {
        EXPECT_EQ(quick(other), "(none)") << other;
    }
}

}  // namespace
}  // namespace tidytracker
