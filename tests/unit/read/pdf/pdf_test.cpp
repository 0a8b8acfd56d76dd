// SPDX-License-Identifier: Apache-2.0
#include "read/pdf.hpp"

#include <tidytracker/locate.hpp>
#include <tidytracker/place.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "read/pdf/pdf_fixture.hpp"
#include "read/pdf/qpdf.hpp"
// Behind the header that makes it one that clang 14 takes.
#include <qpdf/QPDFWriter.hh>

namespace tidytracker {
namespace {

using test::pdf_of;
using test::rows_of;
using test::rules_of;
using test::text_at;

using Rows = std::vector<std::string>;

Workbook read_pages(const std::string& bytes) {
    Findings findings;
    Result<Workbook> workbook = pdf_reader().read({"log.pdf", bytes}, {}, findings);
    return workbook ? *workbook : Workbook{.sheets = {Sheet{}}};
}

/// Three columns at 50, 110 and 300 with the given rows from `top` on, 20 points each.
std::string ruled_table(const std::vector<std::array<const char*, 3>>& rows, double top) {
    std::vector<double> ys{top};
    std::string content;
    for (const auto& row : rows) {
        content += text_at(54, ys.back() + 14, row[0]) + text_at(114, ys.back() + 14, row[1]) +
                   text_at(304, ys.back() + 14, row[2]);
        ys.push_back(ys.back() + 20);
    }
    return content + rules_of({50, 110, 300, 500}, ys);
}

TEST(PdfReader, a_ruled_table_stands_between_lines_of_text) {
    const Workbook workbook = read_pages(pdf_of(
        {text_at(50, 60, "Orchard action log") +
         ruled_table({{"Ref", "Action", "Due"}, {"A1", "Prune trees", "May"}, {"A2", "", "June"}},
                     100) +
         text_at(50, 300, "End of the log")}));
    EXPECT_EQ(rows_of(workbook),
              (Rows{"Orchard action log", "Ref | Action | Due", "A1 | Prune trees | May",
                    "A2 |  | June", "End of the log"}));
    const Sheet& sheet = workbook.sheets.front();
    const std::array cells{CellAddress{2, 1}};
    EXPECT_EQ(place_text(sheet, cells), "page 1 table 1 row 2");
    const std::array last{CellAddress{4, 0}};
    EXPECT_EQ(place_text(sheet, last), "page 1 line 2");
}

TEST(PdfReader, a_cell_over_two_columns_is_a_span) {
    std::string content = test::line_between(50, 100, 500, 100) +
                          test::line_between(50, 120, 500, 120) +
                          test::line_between(50, 140, 500, 140);
    for (const double x : {50.0, 500.0}) content += test::line_between(x, 100, x, 140);
    content += test::line_between(250, 120, 250, 140);
    content += text_at(54, 114, "Both") + text_at(54, 134, "Left") + text_at(254, 134, "Right");
    content +=
        text_at(54, 154, "Low") + text_at(254, 154, "Down") + rules_of({50, 250, 500}, {140, 160});
    const Workbook workbook = read_pages(pdf_of({content}));
    ASSERT_EQ(workbook.sheets.front().merged.size(), 1U);
    EXPECT_EQ(workbook.sheets.front().merged[0], (CellRange{{0, 0}, {0, 1}}));
}

TEST(PdfReader, columns_without_rules_are_told_by_the_header_and_the_text) {
    // Rules between the captions, and between the rows, but not between the body's columns.
    std::string content = rules_of({50, 200, 350, 500}, {100, 120});
    const std::array<std::array<const char*, 3>, 4> rows{{{"Kind", "Number", "Share"},
                                                          {"Apple", "12", "60"},
                                                          {"Pear", "6", "30"},
                                                          {"Plum", "2", "10"}}};
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const double y = 100 + 20 * static_cast<double>(r);
        for (std::size_t c = 0; c < 3; ++c) {
            content += text_at(60 + 150 * static_cast<double>(c), y + 14, rows[r][c]);
        }
        content += rules_of({50, 500}, {y, y + 20});
    }
    EXPECT_EQ(rows_of(read_pages(pdf_of({content}))),
              (Rows{"Kind | Number | Share", "Apple | 12 | 60", "Pear | 6 | 30", "Plum | 2 | 10"}));
}

/// A tracker without any rules, whose actions wrap.
std::string open_table(double top) {
    std::string content = text_at(50, top, "Ref") + text_at(110, top, "Action") +
                          text_at(330, top, "Owner") + text_at(430, top, "Due");
    for (int i = 1; i <= 3; ++i) {
        const double y = top + 40 * i - 20;
        content += text_at(50, y, fmt::format("A{}", i)) +
                   text_at(110, y, "Mend the fence along the lower") +
                   text_at(110, y + 12, "meadow before the sheep return") +
                   text_at(330, y, "Ida Bramble") + text_at(430, y, "3 May 2024");
    }
    return content;
}

TEST(PdfReader, keys_begin_the_rows_of_a_table_without_rules) {
    const Rows rows = rows_of(read_pages(pdf_of({open_table(100)})));
    ASSERT_EQ(rows.size(), 4U);
    EXPECT_EQ(rows[0], "Ref | Action | Owner | Due");
    EXPECT_EQ(rows[3],
              "A3 | Mend the fence along the lower meadow before the sheep return | Ida Bramble | "
              "3 May 2024");
}

TEST(PdfReader, prose_in_two_columns_is_no_table) {
    std::string content;
    for (int i = 0; i < 12; ++i) {
        content +=
            text_at(50, 100 + 12 * i, "The committee heard that the barn roof has been mended", 9) +
            text_at(310, 100 + 12 * i, "and that the hedges along the lane are to be laid now", 9);
    }
    const Workbook workbook = read_pages(pdf_of({content}));
    EXPECT_TRUE(std::ranges::none_of(workbook.sheets.front().blocks, [](const Block& block) {
        return block.kind == BlockKind::table;
    }));
}

TEST(PdfReader, a_table_goes_on_over_the_page_with_its_broken_row) {
    const std::string first = ruled_table({{"Ref", "Action", "Owner"},
                                           {"A1", "Sweep the yard", "Ida Bramble"},
                                           {"A2", "Ask the farrier for", "Tom Rill"}},
                                          700);
    const std::string second = ruled_table({{"Ref", "Action", "Owner"},
                                            {"", "a date in spring", ""},
                                            {"A3", "Order hay", "Ida Bramble"}},
                                           60);
    const Workbook workbook = read_pages(pdf_of({first, second}));
    const Sheet& sheet = workbook.sheets.front();
    ASSERT_EQ(sheet.blocks.size(), 2U);
    EXPECT_TRUE(sheet.blocks[1].continues);
    Findings findings;
    const SheetLayout layout = locate_tables(workbook, 0, findings);
    ASSERT_EQ(layout.tables.size(), 1U);
    const Table& table = layout.tables[0];
    ASSERT_EQ(table.rows.size(), 3U);
    EXPECT_EQ(table.rows[1].cells[1].text, "Ask the farrier for a date in spring");
    EXPECT_EQ(place_text(sheet, table.rows[1].cells[1].cells),
              "page 1 table 1 row 3; page 2 table 1 row 2");
}

TEST(PdfReader, running_heads_and_page_numbers_are_set_apart) {
    Rows contents;
    for (int i = 1; i <= 3; ++i) {
        contents.push_back(
            text_at(50, 30, "Orchard Trust papers") +
            text_at(50, 400, fmt::format("Text {}", std::string(1, static_cast<char>('a' + i)))) +
            text_at(290, 820, fmt::format("Page {} of 3", i)));
    }
    const Workbook workbook = read_pages(pdf_of(contents));
    std::size_t furniture = 0;
    for (const Block& block : workbook.sheets.front().blocks) {
        furniture += block.kind >= BlockKind::page_header ? 1U : 0U;
    }
    EXPECT_EQ(furniture, 6U);
    EXPECT_EQ(workbook.sheets.front().rows.size(), 9U);
}

TEST(PdfReader, a_scanned_page_is_said_to_be_scanned) {
    const std::string content = "q 500 0 0 700 50 50 cm /Im Do Q";
    test::PdfWriter writer;
    const int image = writer.add_stream(
        "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
        "/BitsPerComponent 8",
        "x");
    const int stream = writer.add_stream("", content);
    const int pages = writer.next() + 1;
    const int page = writer.add(fmt::format(
        "<< /Type /Page /Parent {} 0 R /MediaBox [0 0 595 842] /Contents {} 0 R /Resources << "
        "/XObject << /Im {} 0 R >> >> >>",
        pages, stream, image));
    writer.add(fmt::format("<< /Type /Pages /Kids [{} 0 R] /Count 1 >>", page));
    const int root = writer.add(fmt::format("<< /Type /Catalog /Pages {} 0 R >>", pages));
    Findings findings;
    const std::string bytes = writer.finish(root);
    ASSERT_TRUE(pdf_reader().read({"scan.pdf", bytes}, {}, findings).has_value());
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].rule, "scanned-page");
    EXPECT_EQ(findings[0].place, "page 1");
}

std::string encrypted(const std::string& bytes, const char* password) {
    QPDF file;
    file.processMemoryFile("plain", bytes.data(), bytes.size());
    QPDFWriter writer(file);
    writer.setOutputMemory();
    writer.setR6EncryptionParameters(password, "owner", true, true, true, true, true, true,
                                     qpdf_r3p_full, true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

TEST(PdfReader, an_empty_password_opens_and_another_is_told) {
    const std::string plain = pdf_of({text_at(50, 60, "Sealed")});
    EXPECT_EQ(rows_of(read_pages(encrypted(plain, ""))), (Rows{"Sealed"}));
    Findings findings;
    const std::string sealed = encrypted(plain, "secret");
    const Result<Workbook> workbook = pdf_reader().read({"log.pdf", sealed}, {}, findings);
    ASSERT_FALSE(workbook.has_value());
    EXPECT_EQ(workbook.error().kind, ErrorKind::encrypted);
    EXPECT_NE(workbook.error().help.find("qpdf --decrypt"), std::string::npos);
}

TEST(PdfReader, what_is_damaged_is_told) {
    Findings findings;
    const Result<Workbook> workbook =
        pdf_reader().read({"log.pdf", "%PDF-1.7\nnothing else"}, {}, findings);
    ASSERT_FALSE(workbook.has_value());
    EXPECT_EQ(workbook.error().kind, ErrorKind::unreadable);
}

}  // namespace
}  // namespace tidytracker
