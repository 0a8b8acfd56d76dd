// SPDX-License-Identifier: Apache-2.0
#include "read/pdf/page.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "read/pdf/document.hpp"
#include "read/pdf/pdf_fixture.hpp"

namespace tidytracker::pdf {
namespace {

using test::pdf_of;
using test::text_at;

Page page_of(const std::string& bytes) {
    Budget budget(std::uint64_t{1} << 28, 1'000'000, 20);
    Result<Document> document = Document::open(bytes, budget);
    if (!document) return {};
    Result<Page> page = document->read_page(0);
    return page ? *page : Page{};
}

std::vector<std::string> texts_of(const Page& page) {
    std::vector<std::string> texts;
    for (const Word& word : page.words) texts.push_back(word.text);
    return texts;
}

using Texts = std::vector<std::string>;

TEST(PdfPage, a_word_stands_where_it_is_drawn) {
    const Page page = page_of(pdf_of({text_at(72, 100, "Hedge", 20)}));
    ASSERT_EQ(page.words.size(), 1U);
    const Word& word = page.words.front();
    EXPECT_NEAR(word.box.left, 72, 0.01);
    EXPECT_NEAR(word.box.right, 72 + 20 * (722 + 556 + 556 + 556 + 556) / 1000.0, 0.01);
    EXPECT_NEAR(word.baseline, 100, 0.01);
    EXPECT_LT(word.box.top, 90);
}

TEST(PdfPage, gaps_part_words_and_kerning_does_not) {
    const Page page =
        page_of(pdf_of({"BT /F1 10 Tf 50 700 Td [(Ga) 40 (te) -300 (post)] TJ ( lock) Tj ET"}));
    EXPECT_EQ(texts_of(page), (Texts{"Gate", "post", "lock"}));
}

TEST(PdfPage, is_turned_as_the_reader_sees_it) {
    const Page page =
        page_of(pdf_of({"BT /F1 10 Tf 0 1 -1 0 100 50 Tm (Ridge) Tj ET"}, "/Rotate 90"));
    ASSERT_EQ(page.words.size(), 1U);
    EXPECT_EQ(page.words[0].turn, 0);
    EXPECT_GT(page.width, page.height);
    EXPECT_NEAR(page.words[0].box.left, 50, 0.01);
    EXPECT_NEAR(page.words[0].baseline, 100, 0.01);
}

TEST(PdfPage, a_table_on_its_side_is_turned_upright) {
    const Page page =
        page_of(pdf_of({"BT /F1 10 Tf 0 1 -1 0 100 50 Tm (Ridge) Tj ET "
                        "90 40 m 90 400 l S"}));
    ASSERT_EQ(page.words.size(), 1U);
    EXPECT_EQ(page.words[0].turn, 0);
    ASSERT_EQ(page.horizontal.size(), 1U);
    EXPECT_NEAR(page.horizontal[0].to - page.horizontal[0].from, 360, 0.01);
    EXPECT_LT(page.horizontal[0].at, page.words[0].box.bottom);
}

TEST(PdfPage, text_drawn_twice_is_bold) {
    const Page page = page_of(pdf_of({text_at(72, 100, "Kiln") + text_at(72.3, 100, "Kiln")}));
    ASSERT_EQ(texts_of(page), (Texts{"Kiln"}));
    EXPECT_TRUE(page.words[0].bold);
    EXPECT_TRUE(page_of(pdf_of({text_at(72, 100, "Kiln", 10, "F2")})).words[0].bold);
}

TEST(PdfPage, a_rule_through_a_word_strikes_it_and_is_no_border) {
    const Page page =
        page_of(pdf_of({text_at(72, 100, "Closed") + test::line_between(72, 97, 104, 97) +
                        test::line_between(72, 101.5, 104, 101.5)}));
    ASSERT_EQ(page.words.size(), 1U);
    EXPECT_TRUE(page.words[0].struck);
    EXPECT_TRUE(page.horizontal.empty());
}

TEST(PdfPage, borders_are_rules_however_they_are_drawn) {
    const Page page =
        page_of(pdf_of({"100 100 200 0.5 re f 100 200 0.5 80 re f "
                        "100 300 m 300 300 l S 0.5 g 100 400 200 30 re f "
                        "1 g 100 500 200 0.5 re f"}));
    EXPECT_EQ(page.horizontal.size(), 2U);
    EXPECT_EQ(page.vertical.size(), 1U);
    ASSERT_EQ(page.fills.size(), 1U);
    EXPECT_EQ(page.fills[0].colour, 0x808080U);
}

TEST(PdfPage, what_is_clipped_is_not_there) {
    const Page page = page_of(pdf_of(
        {"q 0 0 100 842 re W n " + text_at(50, 100, "in") + text_at(300, 100, "out") + "Q"}));
    EXPECT_EQ(texts_of(page), (Texts{"in"}));
}

TEST(PdfPage, actual_text_stands_for_its_glyphs) {
    const Page page = page_of(
        pdf_of({"BT /F1 10 Tf 50 700 Td /Span <</ActualText (Mill)>> BDC (XYZQ) Tj EMC ET"}));
    EXPECT_EQ(texts_of(page), (Texts{"Mill"}));
}

TEST(PdfPage, marked_content_numbers_its_words) {
    const Page page = page_of(pdf_of({"/P <</MCID 4>> BDC " + text_at(50, 100, "a") + "EMC " +
                                      "/Artifact BMC " + text_at(50, 120, "b") + "EMC"}));
    ASSERT_EQ(page.words.size(), 2U);
    EXPECT_EQ(page.words[0].mark, 4);
    EXPECT_TRUE(page.words[1].artifact);
}

TEST(PdfPage, forms_that_show_themselves_end) {
    test::PdfWriter writer;
    const int font = writer.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    const int form = writer.next();
    writer.add_stream(
        fmt::format("/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /Font << /F1 "
                    "{} 0 R >> /XObject << /X {} 0 R >> >>",
                    font, form),
        text_at(50, 100, "again") + "/X Do /X Do /X Do");
    const int content = writer.add_stream("", "/X Do");
    const int pages = writer.next() + 1;
    const int page = writer.add(fmt::format(
        "<< /Type /Page /Parent {} 0 R /MediaBox [0 0 595 842] /Contents {} 0 R /Resources << "
        "/XObject << /X {} 0 R >> >> >>",
        pages, content, form));
    writer.add(fmt::format("<< /Type /Pages /Kids [{} 0 R] /Count 1 >>", page));
    const int root = writer.add(fmt::format("<< /Type /Catalog /Pages {} 0 R >>", pages));
    EXPECT_EQ(page_of(writer.finish(root)).words.size(), 1U);
}

TEST(PdfPage, the_tree_of_pages_may_loop) {
    test::PdfWriter writer;
    const int pages = writer.add("<< /Type /Pages /Kids [1 0 R 3 0 R 1 0 R] /Count 9 >>");
    const int root = writer.add(fmt::format("<< /Type /Catalog /Pages {} 0 R >>", pages));
    writer.add("<< /Type /Page /Parent 1 0 R /MediaBox [0 0 595 842] >>");
    Budget budget(1 << 20, 1000, 5);
    const std::string bytes = writer.finish(root);
    const Result<Document> document = Document::open(bytes, budget);
    ASSERT_TRUE(document.has_value());
    EXPECT_EQ(document->page_count(), 1U);
}

}  // namespace
}  // namespace tidytracker::pdf
