// SPDX-License-Identifier: Apache-2.0
#include "read/text/block_order.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/text.hpp"

namespace tidytracker {
namespace {

using Rows = std::vector<std::string>;

/// The rows of the tables: "key|first cell|second cell", with / for lines and // for paragraphs.
Rows rows_in_blocks(std::string_view text) {
    Rows rows;
    std::vector<std::vector<std::string>> cells;
    for (const LayoutLine& line : parse_block_order(split(text, '\n'))) {
        if (line.kind != LayoutLine::Kind::table) continue;
        if (line.flow == RowFlow::begins) cells.emplace_back(3);
        for (const LayoutCell& cell : line.cells) {
            std::string& whole = cells.back()[cell.column];
            if (!whole.empty()) whole += line.flow == RowFlow::adds_paragraph ? " // " : " / ";
            whole += cell.text;
        }
    }
    for (const auto& row : cells) rows.push_back(join(row, "|"));
    return rows;
}

constexpr std::string_view k_numbered =
    "Recommendation Next Steps\n\n"
    "1 The harbour wall should be inspected by\nan engineer every year\n\n"
    "A contract is out to tender.\n\n"
    "3 Life rings should be placed at each set\nof steps and checked weekly\n\n"
    "Rings are in place at the north steps.\n\n"
    "4 The tide tables should be displayed at\nthe slipway\n\n"
    "The board is being repaired.\n";

TEST(BlockOrder, numbers_open_rows_of_two_cells) {
    EXPECT_EQ(rows_in_blocks(k_numbered),
              (Rows{"|Recommendation|Next Steps",
                    "1|The harbour wall should be inspected by / an engineer every year|"
                    "A contract is out to tender.",
                    "3|Life rings should be placed at each set / of steps and checked weekly|"
                    "Rings are in place at the north steps.",
                    "4|The tide tables should be displayed at / the slipway|"
                    "The board is being repaired."}));
}

TEST(BlockOrder, captions_may_stand_below_each_other_and_rows_be_labelled) {
    const Rows rows = rows_in_blocks(
        "Recommendation\n\nProgress to date\n\n"
        "Recommendation 1\nThe ferry should run on\nSundays\n\n"
        "Complete: Ferry Company\nIt does since May.\n\n"
        "Recommendation 2\nFares should be shown\n\n"
        "Some progress\nA sign with all the fares is on order.\n\n"
        "Recommendation 5 Complete: Harbour Office\n\fThe office should open\nearlier\n\n"
        "All offices open at eight.\n");
    ASSERT_EQ(rows.size(), 4U);
    EXPECT_EQ(rows[1],
              "Recommendation 1|The ferry should run on / Sundays|"
              "Complete: Ferry Company // It does since May.");
    EXPECT_EQ(rows[3],
              "Recommendation 5|The office should open / earlier|"
              "Complete: Harbour Office // All offices open at eight.");
}

TEST(BlockOrder, a_page_break_parts_both_cells) {
    const Rows rows = rows_in_blocks(
        "Recommendation Next Steps\n\n"
        "1 The wall should be inspected by an\nengineer every\n\nThe contract is out and will\n\f"
        "year in spring\n\nbe let in May.\n\n"
        "2 Life rings should be placed at the\nsteps\n\nRings are in place.\n\n"
        "3 The tables should be displayed at\nthe slip\n\nThe board is being repaired.\n");
    ASSERT_EQ(rows.size(), 4U);
    EXPECT_EQ(rows[1],
              "1|The wall should be inspected by an / engineer every / year in spring|"
              "The contract is out and will / be let in May.");
}

TEST(BlockOrder, footnotes_of_a_page_are_of_no_cell) {
    const std::string text =
        fmt::format("{}\n{}\n1\n http://harbour.example/board\n", k_numbered, std::string(40, ' '));
    EXPECT_EQ(rows_in_blocks(text).back(),
              "4|The tide tables should be displayed at / the slipway|"
              "The board is being repaired.");
}

TEST(BlockOrder, a_table_ends_before_prose_that_runs_over_both_columns) {
    const std::string text = fmt::format(
        "{}\nThe committee will look at all of this again in the autumn, once the "
        "engineers have reported.\n",
        k_numbered);
    EXPECT_EQ(rows_in_blocks(text).size(), 4U);
}

TEST(BlockOrder, captions_without_numbered_rows_are_no_table) {
    EXPECT_TRUE(
        parse_block_order(split("Recommendation\n\nProgress\n\nThe wall\n\nIn hand\n", '\n'))
            .empty());
    EXPECT_TRUE(parse_block_order({}).empty());
}

}  // namespace
}  // namespace tidytracker
