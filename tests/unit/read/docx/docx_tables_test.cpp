// SPDX-License-Identifier: Apache-2.0
#include "read/docx/docx_fixture.hpp"

namespace tidytracker {
namespace {

using testing::DocumentParts;
using testing::DocumentReading;
using testing::element;
using testing::paragraph;
using testing::read_body;
using testing::read_document_file;
using testing::run;
using testing::table_cell;
using testing::table_row;

using Texts = std::vector<std::string>;

std::string grid(const std::vector<int>& widths) {
    std::string columns;
    for (const int width : widths) {
        columns += "<w:gridCol w:w=\"" + std::to_string(width) + "\"/>";
    }
    return element("tblGrid", columns);
}

TEST(DocxTables, rows_follow_the_paragraphs_and_an_empty_row_stands_between) {
    const DocumentReading reading =
        read_body(paragraph("Log") +
                  element("tbl", table_row({"Ref", "Action"}) + table_row({"1", "Mend the pump"})) +
                  paragraph("End"));
    EXPECT_EQ(reading.texts(), (Texts{"Log", "Ref", "Action", "1", "Mend the pump", "End"}));
    EXPECT_EQ(reading.text(3, 1), "Mend the pump");
    EXPECT_EQ(reading.place(0), "paragraph 1");
    EXPECT_EQ(reading.place(3), "table 1 row 2");
    EXPECT_EQ(reading.place(5), "paragraph 2");
}

TEST(DocxTables, paragraphs_of_a_cell_are_lines) {
    const std::string blocks = paragraph("R. Osei") + paragraph("") + paragraph("D. Lund");
    const DocumentReading reading = read_body(element("tbl", element("tr", table_cell(blocks))));
    EXPECT_EQ(reading.text(0, 0), "R. Osei\n\nD. Lund");
}

TEST(DocxTables, spans_are_merged_ranges) {
    const std::string wide = table_cell(paragraph("Meeting"), "<w:gridSpan w:val=\"3\"/>");
    const DocumentReading reading = read_body(
        element("tbl", grid({900, 900, 900}) + element("tr", wide) + table_row({"a", "b", "c"})));
    ASSERT_EQ(reading.sheet().merged.size(), 1U);
    EXPECT_EQ(to_a1(reading.sheet().merged[0]), "A1:C1");
    EXPECT_EQ(reading.text(1, 2), "c");
}

TEST(DocxTables, vertical_merges_end_where_the_next_cell_begins) {
    const auto row = [](std::string_view merge, std::string_view text) {
        return element("tr", table_cell(paragraph(text), merge) + table_cell(paragraph("x")));
    };
    const DocumentReading reading = read_body(
        element("tbl", row("<w:vMerge w:val=\"restart\"/>", "Roads") + row("<w:vMerge/>", "") +
                           row("<w:vMerge/>", "") + row("<w:vMerge w:val=\"restart\"/>", "Bins") +
                           row("", "Trees")));
    ASSERT_EQ(reading.sheet().merged.size(), 1U);
    EXPECT_EQ(to_a1(reading.sheet().merged[0]), "A1:A3");
    EXPECT_EQ(reading.text(3, 0), "Bins");
    EXPECT_EQ(reading.text(4, 0), "Trees");
}

TEST(DocxTables, edges_dragged_by_hand_do_not_make_columns) {
    const auto row = [](int first, int second) {
        const auto span = [](int columns) {
            return "<w:gridSpan w:val=\"" + std::to_string(columns) + "\"/>";
        };
        return element("tr", table_cell(paragraph("a"), span(first)) +
                                 table_cell(paragraph("b"), span(second)));
    };
    // The edge between the columns stands at 2000 in one row and at 2100 in the other.
    const DocumentReading reading =
        read_body(element("tbl", grid({2000, 100, 3000}) + row(1, 2) + row(2, 1)));
    EXPECT_EQ(reading.text(0, 1), "b");
    EXPECT_EQ(reading.text(1, 1), "b");
    EXPECT_TRUE(reading.sheet().merged.empty());
}

TEST(DocxTables, a_narrow_column_of_its_own_stays_one) {
    const DocumentReading reading =
        read_body(element("tbl", grid({2000, 150, 3000}) + table_row({"a", "!", "b"})));
    EXPECT_EQ(reading.text(0, 1), "!");
    EXPECT_EQ(reading.text(0, 2), "b");
}

TEST(DocxTables, a_row_may_begin_further_right) {
    const std::string late = element(
        "tr", element("trPr", "<w:gridBefore w:val=\"1\"/>") + table_cell(paragraph("late")));
    const DocumentReading reading =
        read_body(element("tbl", grid({900, 900}) + table_row({"a", "b"}) + late));
    EXPECT_EQ(reading.text(1, 1), "late");
}

TEST(DocxTables, shading_is_fill_and_white_is_none) {
    const auto shaded = [](std::string_view fill) {
        return table_cell(paragraph("x"),
                          "<w:shd w:val=\"clear\" w:fill=\"" + std::string(fill) + "\"/>");
    };
    const DocumentReading reading = read_body(
        element("tbl", element("tr", shaded("FFC000") + shaded("auto") + shaded("FFFFFF") +
                                         table_cell("", "<w:shd w:fill=\"00B050\"/>"))));
    EXPECT_EQ(reading.style(0, 0).fill, 0xFFC000U);
    EXPECT_FALSE(reading.style(0, 1).fill);
    EXPECT_FALSE(reading.style(0, 2).fill);
    ASSERT_NE(reading.cell(0, 3), nullptr);
    EXPECT_EQ(reading.style(0, 3).fill, 0x00B050U);
}

TEST(DocxTables, deleted_rows_are_gone_and_hidden_rows_are_hidden) {
    const auto row = [](std::string_view property, std::string_view text) {
        return element("tr", element("trPr", property) + table_cell(paragraph(text)));
    };
    const DocumentReading reading = read_body(
        element("tbl", row("", "kept") + row("<w:del/>", "gone") + row("<w:hidden/>", "filtered")));
    EXPECT_EQ(reading.texts(), (Texts{"kept", "filtered"}));
    EXPECT_TRUE(reading.sheet().rows[1].hidden);
}

TEST(DocxTables, repeated_header_rows_and_first_rows_of_a_style_are_emphasised) {
    const std::string header =
        element("tr", element("trPr", "<w:tblHeader/>") + table_cell(paragraph("Ref")));
    EXPECT_TRUE(read_body(element("tbl", header)).style(0, 0).bold);
    DocumentParts parts(
        element("tbl", element("tblPr", "<w:tblStyle w:val=\"T\"/><w:tblLook w:val=\"0020\"/>") +
                           table_row({"Ref"}) + table_row({"1"})));
    parts.set_part("styles", "styles",
                   "<w:style w:styleId=\"T\"><w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/>"
                   "</w:rPr></w:tblStylePr></w:style>");
    const DocumentReading reading = read_document_file(parts);
    EXPECT_TRUE(reading.style(0, 0).bold);
    EXPECT_FALSE(reading.style(1, 0).bold);
}

TEST(DocxTables, a_table_in_a_cell_beside_others_is_text_of_the_cell) {
    const std::string inner = element("tbl", table_row({"May", "done"}) + table_row({"June", ""}));
    const std::string outer =
        element("tr", table_cell(paragraph("7")) +
                          table_cell(paragraph("Steps:") + inner + paragraph("End")));
    EXPECT_EQ(read_body(element("tbl", outer)).text(0, 1), "Steps:\nMay\tdone\nJune\nEnd");
}

TEST(DocxTables, a_table_that_only_lays_out_the_page_gives_way_to_the_one_in_it) {
    const std::string inner = element("tbl", table_row({"Ref", "Action"}) + table_row({"1", "Go"}));
    const DocumentReading reading =
        read_body(element("tbl", element("tr", table_cell(inner + paragraph("")))));
    EXPECT_EQ(reading.texts(), (Texts{"Ref", "Action", "1", "Go"}));
    EXPECT_EQ(reading.place(reading.sheet().rows[1].index), "table 2 row 2");
}

TEST(DocxTables, rows_and_cells_may_stand_in_content_controls) {
    const std::string row = element("sdt", element("sdtContent", table_row({"a", "b"})));
    EXPECT_EQ(read_body(element("tbl", row)).texts(), (Texts{"a", "b"}));
}

}  // namespace
}  // namespace tidytracker
