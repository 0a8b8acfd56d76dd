// SPDX-License-Identifier: Apache-2.0
#include "base/row_bands.hpp"

#include <string_view>

#include <gtest/gtest.h>

namespace tidytracker {
namespace {

using Starts = std::vector<std::size_t>;

/// A stretch drawn with a character for each cell: "#" a key, "a" a text, "." the rest of one,
/// a blank for nothing. The first column is that of the keys.
BandStretch stretch_of(std::initializer_list<std::string_view> lines) {
    BandStretch stretch;
    for (const std::string_view drawn : lines) {
        BandLine& line = stretch.lines.emplace_back();
        const auto at = static_cast<double>(stretch.lines.size());
        for (std::uint32_t column = 0; column < drawn.size(); ++column) {
            if (drawn[column] == ' ') continue;
            line.cells.push_back({column, at, drawn[column] == '.'});
            line.key = line.key || drawn[column] == '#';
        }
    }
    return stretch;
}

RowBands bands_of(const BandStretch& stretch) {
    return find_row_bands({&stretch, 1}, 0);
}

TEST(RowBands, keys_at_the_top_begin_rows) {
    const RowBands bands = bands_of(stretch_of({"#aa", " . ", " . ", "#aa", "  .", "#aa"}));
    EXPECT_EQ(bands.alignment, RowAlignment::top);
    EXPECT_EQ(bands.starts, (std::vector<Starts>{{0, 3, 5}}));
}

TEST(RowBands, keys_in_the_middle_have_as_much_above_as_below) {
    const RowBands bands =
        bands_of(stretch_of({" a ", "#.a", " . ", "  a", " a.", "#  ", " ..", "  .", "#aa"}));
    EXPECT_EQ(bands.alignment, RowAlignment::middle);
    EXPECT_EQ(bands.starts, (std::vector<Starts>{{0, 3, 8}}));
}

TEST(RowBands, keys_at_the_bottom_end_rows) {
    const RowBands bands = bands_of(stretch_of({" a ", " . ", "#.a", "  a", "#a.", " a ", "#.a"}));
    EXPECT_EQ(bands.alignment, RowAlignment::bottom);
    EXPECT_EQ(bands.starts, (std::vector<Starts>{{0, 3, 5}}));
}

TEST(RowBands, keys_that_wrap_count_as_a_whole) {
    const RowBands bands = bands_of(stretch_of({" aa", "#..", ". .", " . ", "#aa", ". ."}));
    EXPECT_EQ(bands.alignment, RowAlignment::middle);
    EXPECT_EQ(bands.starts, (std::vector<Starts>{{0, 4}}));
}

TEST(RowBands, texts_that_no_alignment_explains_are_unclear) {
    const RowBands bands =
        bands_of(stretch_of({" aa", " . ", "#  ", " a ", "  a", "  .", "#  ", " a ", " . "}));
    EXPECT_EQ(bands.alignment, RowAlignment::unclear);
    EXPECT_TRUE(bands.starts.empty());
}

TEST(RowBands, the_rest_of_a_row_on_a_new_page_is_left_above_the_first) {
    BandStretch first = stretch_of({" a ", "#.a", " . ", " a ", "#.a", " . "});
    BandStretch second = stretch_of({" . ", " a ", "#.a", " . ", " a ", "#.a", " . "});
    second.open_above = true;
    const std::vector<BandStretch> both{first, second};
    const RowBands bands = find_row_bands(both, 0);
    EXPECT_EQ(bands.alignment, RowAlignment::middle);
    EXPECT_EQ(bands.starts, (std::vector<Starts>{{0, 3}, {1, 4}}));
}

}  // namespace
}  // namespace tidytracker
