// SPDX-License-Identifier: Apache-2.0
#include "read/text/content_order.hpp"

#include <map>

#include <gtest/gtest.h>

#include "base/text.hpp"
#include "read/text/page_furniture.hpp"

namespace tidytracker {
namespace {

using Texts = std::vector<std::string>;

std::vector<LayoutLine> parsed(std::string_view text) {
    const std::vector<std::string_view> lines = split(text, '\n');
    return parse_content_order(without_furniture(lines, find_page_furniture(lines)).lines);
}

/// The texts of the row that begins with a line, down to the next row; lines are joined by a space.
Texts row_at(const std::vector<LayoutLine>& lines, std::size_t first) {
    std::map<std::uint32_t, std::string> cells;
    for (std::size_t i = first; i < lines.size(); ++i) {
        if (i > first && lines[i].flow == RowFlow::begins && lines[i].cells[0].text != "Ref") break;
        if (lines[i].flow == RowFlow::begins && i > first) continue;
        for (const LayoutCell& cell : lines[i].cells) {
            std::string& text = cells[cell.column];
            text += (text.empty() ? "" : " ") + cell.text;
        }
    }
    Texts texts;
    for (std::uint32_t i = 0; i < lines[first].columns; ++i) texts.push_back(cells[i]);
    return texts;
}

constexpr std::string_view k_log =
    "Action log\n"
    "Ref Action Owner Due date Progress update Status\n"
    "Actions from the meeting held on 3 May 2024\n"
    "HB/01 Paint the railings of the lower quay in\n"
    "the old green.\n"
    "Ada Birch 31/05/2024 The paint is ordered. Two volunteers\n"
    "have come forward.\n"
    "In progress\n"
    "HB/02 Count the boats. C. Drew Ongoing Complete\n"
    "HB/03 Write to the county about the\n"
    "bus stop.\n"
    "Harbour Master TBC A draft is with the board.\n"
    "Page 1\n"
    "\fRef Action Owner Due date Progress update Status\n"
    "HB/04 Sweep the steps. J. Finn June 2024 Not started\n";

TEST(ContentOrder, cells_are_told_by_the_kinds_of_their_columns) {
    const auto lines = parsed(k_log);
    ASSERT_FALSE(lines.empty());
    EXPECT_EQ(row_at(lines, 3),
              (Texts{"HB/01", "Paint the railings of the lower quay in the old green.", "Ada Birch",
                     "31/05/2024", "The paint is ordered. Two volunteers have come forward.",
                     "In progress"}));
    EXPECT_EQ(row_at(lines, 8),
              (Texts{"HB/02", "Count the boats.", "C. Drew", "Ongoing", "", "Complete"}));
    EXPECT_EQ(row_at(lines, 14),
              (Texts{"HB/04", "Sweep the steps.", "J. Finn", "June 2024", "", "Not started"}));
}

TEST(ContentOrder, captions_are_parted_so_that_one_is_that_of_actions) {
    const auto lines = parsed(k_log);
    ASSERT_EQ(lines[1].cells.size(), 6U);
    EXPECT_EQ(lines[1].cells[1].text, "Action");
    EXPECT_EQ(lines[1].cells[3].text, "Due date");
}

TEST(ContentOrder, headings_and_page_numbers_are_no_rows) {
    const auto lines = parsed(k_log);
    EXPECT_TRUE(lines[2].across);
}

TEST(ContentOrder, a_text_behind_a_page_break_goes_on_with_the_unfinished_cell) {
    const auto lines = parsed(
        "Ref Action Owner Progress update\n"
        "HB/01 Paint the railings. Ada Birch The paint is ordered and the\n"
        "volunteers of the quay\n"
        "Page 1\n"
        "\fRef Action Owner Progress update\n"
        "will begin in May.\n"
        "HB/02 Count the boats. C. Drew Done.\n"
        "HB/03 Sweep the steps. J. Finn Done.\n");
    ASSERT_FALSE(lines.empty());
    EXPECT_EQ(row_at(lines, 1)[3],
              "The paint is ordered and the volunteers of the quay will begin in May.");
}

TEST(ContentOrder, a_text_without_references_is_not_taken_for_a_table) {
    EXPECT_TRUE(
        parsed("Action Owner Due date\nPaint. Ada Birch May\nCount. C. Drew June\n").empty());
    EXPECT_TRUE(parsed("Ref Action Owner\n1 boat came.\n2 boats left.\n3 boats stay.\n").empty());
}

}  // namespace
}  // namespace tidytracker
