// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/place.hpp>

#include <vector>

#include <gtest/gtest.h>

namespace tidytracker {
namespace {

Sheet document_sheet() {
    Sheet sheet{.places = PlaceStyle::document};
    sheet.blocks = {{0, BlockKind::paragraphs, 1},  {4, BlockKind::table, 1},
                    {10, BlockKind::paragraphs, 4}, {13, BlockKind::footnote, 1},
                    {15, BlockKind::endnote, 2},    {17, BlockKind::page_header, 1},
                    {19, BlockKind::page_footer, 1}};
    return sheet;
}

std::string place_of_rows(const std::vector<std::uint32_t>& rows) {
    std::vector<CellAddress> cells;
    for (const std::uint32_t row : rows) cells.push_back({row, 0});
    return place_text(document_sheet(), cells);
}

TEST(PlaceText, names_the_parts_of_a_document) {
    EXPECT_EQ(place_of_rows({1}), "paragraph 2");
    EXPECT_EQ(place_of_rows({10, 11}), "paragraphs 4-5");
    EXPECT_EQ(place_of_rows({4}), "table 1 row 1");
    EXPECT_EQ(place_of_rows({6, 5, 7}), "table 1 rows 2-4");
    EXPECT_EQ(place_of_rows({5, 13}), "table 1 row 2; footnote 1");
    EXPECT_EQ(place_of_rows({15, 17, 19}), "endnote 2; page header; page footer");
}

TEST(Sheet, knows_the_block_of_a_row) {
    const Sheet sheet = document_sheet();
    ASSERT_NE(sheet.block_of(9), nullptr);
    EXPECT_EQ(sheet.block_of(9)->kind, BlockKind::table);
    EXPECT_EQ(sheet.block_of(10)->number, 4U);
    EXPECT_EQ(Sheet{}.block_of(3), nullptr);
}

}  // namespace
}  // namespace tidytracker
