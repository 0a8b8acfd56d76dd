// SPDX-License-Identifier: Apache-2.0
#include "read/text/text_layout.hpp"

#include <gtest/gtest.h>

#include "base/text.hpp"
#include "read/text/page_furniture.hpp"

namespace tidytracker {
namespace {

using Texts = std::vector<std::string>;
using Kind = LayoutLine::Kind;

std::vector<LayoutLine> layout_of(std::string_view text) {
    const std::vector<std::string_view> lines = split(text, '\n');
    return fit_layout(without_furniture(lines, find_page_furniture(lines)).lines).lines;
}

/// The texts of a line by their columns; columns without a text are "-".
Texts texts_of(const LayoutLine& line) {
    Texts texts(line.columns, "-");
    for (const LayoutCell& cell : line.cells) texts.at(cell.column) = cell.text;
    return texts;
}

constexpr std::string_view k_plan =
    "Quay improvement plan\n"
    "\n"
    "Ref    Action                       Lead           Due date\n"
    "Q1     Paint the railings of the    Ada Birch      3 May 2024\n"
    "       lower quay\n"
    "Q2     Count the boats              Col Drew and   Autumn\n"
    "                                    Jude Finn      2024\n"
    "Q3     Order a second life ring     Ada Birch\n"
    "\n"
    "The plan was agreed by the whole of the forum at its meeting in the spring.\n";

TEST(TextLayout, cells_are_parted_by_the_columns_of_their_captions) {
    const auto lines = layout_of(k_plan);
    ASSERT_FALSE(lines.empty());
    EXPECT_EQ(texts_of(lines[2]), (Texts{"Ref", "Action", "Lead", "Due date"}));
    EXPECT_EQ(texts_of(lines[3]),
              (Texts{"Q1", "Paint the railings of the", "Ada Birch", "3 May 2024"}));
    EXPECT_EQ(texts_of(lines[4]), (Texts{"-", "lower quay", "-", "-"}));
    EXPECT_EQ(texts_of(lines[6]), (Texts{"-", "-", "Jude Finn", "2024"}));
}

TEST(TextLayout, a_reference_begins_a_row_and_other_lines_go_on_with_it) {
    const auto lines = layout_of(k_plan);
    EXPECT_EQ(lines[3].flow, RowFlow::begins);
    EXPECT_EQ(lines[4].flow, RowFlow::continues);
    EXPECT_EQ(lines[7].flow, RowFlow::begins);
}

TEST(TextLayout, text_above_and_below_is_no_part_of_the_table) {
    const auto lines = layout_of(k_plan);
    EXPECT_EQ(lines[0].kind, Kind::text);
    EXPECT_EQ(lines[9].kind, Kind::text);
    EXPECT_TRUE(lines[9].cells.empty());
}

TEST(TextLayout, a_text_without_captions_is_no_table) {
    EXPECT_TRUE(layout_of("Dear all,\n\nthe quay    is    open.\n").empty());
}

TEST(TextLayout, cells_with_one_blank_between_them_are_parted) {
    const auto lines = layout_of(
        "Ref    Date        Action                    Lead\n"
        "Q1     03/05/2024 Paint the railings         Ada Birch\n"
        "                   of the lower quay\n"
        "Q2     04/05/2024 Count the boats            Col Drew\n"
        "                   of the upper quay\n"
        "Q3     05/05/2024 Sweep the steps            Col Drew\n"
        "                   of the slipway\n");
    ASSERT_FALSE(lines.empty());
    EXPECT_EQ(texts_of(lines[1]), (Texts{"Q1", "03/05/2024", "Paint the railings", "Ada Birch"}));
    EXPECT_EQ(texts_of(lines[2]), (Texts{"-", "-", "of the lower quay", "-"}));
}

TEST(TextLayout, a_date_that_touches_the_next_cell_is_parted_from_it) {
    const auto lines = layout_of(
        "Ref    Action              Due date  Status\n"
        "Q1     Paint the railings  03/05/2024Open\n"
        "Q2     Count the boats     04/05/2024In progress\n"
        "Q3     Sweep the steps     05/05/2024Closed\n");
    ASSERT_FALSE(lines.empty());
    EXPECT_EQ(texts_of(lines[2]), (Texts{"Q2", "Count the boats", "04/05/2024", "In progress"}));
}

TEST(TextLayout, centred_cells_are_parted_by_the_gutters_between_them) {
    const auto lines = layout_of(
        "Ref          Agreed action              Owner             Status           Comments\n"
        "Q1     Paint the railings of the     Ada Birch          Open          Wet paint sign\n"
        "          lower quay in May\n"
        "Q2       Count the boats             Col Drew       In progress   The count is at dusk\n"
        "Q3    Order a second life ring      Jude Finn         Closed         Ring came today\n"
        "Q4        Sweep the steps         Maud Amberley       Open\n"
        "Q5     Mend the old crane and       Ada Birch      Not started     Waits for the smith\n"
        "             its chain\n");
    ASSERT_FALSE(lines.empty());
    EXPECT_EQ(texts_of(lines[1]),
              (Texts{"Q1", "Paint the railings of the", "Ada Birch", "Open", "Wet paint sign"}));
    EXPECT_EQ(texts_of(lines[3]),
              (Texts{"Q2", "Count the boats", "Col Drew", "In progress", "The count is at dusk"}));
    EXPECT_EQ(texts_of(lines[4])[0], "Q3");
    EXPECT_EQ(texts_of(lines[6])[4], "Waits for the smith");
}

TEST(TextLayout, captions_over_several_lines_are_joined) {
    const auto lines = layout_of(
        "Ref     Action planned        Timescale to    Responsibility\n"
        "                              meet action     for taking\n"
        "                                              action\n"
        "Q1:     Paint the railings    May 2024        Harbour Master\n"
        "Q2:     Count the boats       June 2024       Warden\n");
    ASSERT_FALSE(lines.empty());
    EXPECT_EQ(texts_of(lines[0]), (Texts{"Ref", "Action planned", "Timescale to meet action",
                                         "Responsibility for taking action"}));
    EXPECT_EQ(lines[0].joined_with, 2U);
    EXPECT_EQ(texts_of(lines[3])[2], "May 2024");
}

/// Three pages; the second has its columns elsewhere, the third has no captions.
constexpr std::string_view k_pages =
    "Harbour Board papers\n"
    "Ref    Action               Lead        Due date\n"
    "Q1     Paint the railings   A. Birch    May 2024\n"
    "Q2     Count the            C. Drew     June 2024\n"
    "       boats\n"
    "Page 1\n"
    "\fHarbour Board papers\n"
    "Ref  Action             Lead       Due date\n"
    "     of the upper quay\n"
    "Q3   Sweep the steps    J. Finn    July 2024\n"
    "Page 2\n"
    "\fHarbour Board papers\n"
    "Q4     Order a life ring      A. Birch      May 2025\n"
    "       for the slip\n"
    "Q5     Mend the crane         C. Drew       June 2025\n"
    "Page 3\n";

TEST(TextLayout, columns_are_fitted_anew_on_each_page) {
    const auto lines = layout_of(k_pages);
    ASSERT_FALSE(lines.empty());
    EXPECT_EQ(texts_of(lines[9]), (Texts{"Q3", "Sweep the steps", "J. Finn", "July 2024"}));
    EXPECT_EQ(texts_of(lines[12]), (Texts{"Q4", "Order a life ring", "A. Birch", "May 2025"}));
    EXPECT_EQ(texts_of(lines[8]), (Texts{"-", "of the upper quay", "-", "-"}));
    EXPECT_EQ(lines[8].flow, RowFlow::continues);
    EXPECT_EQ(lines[12].table, lines[2].table);
}

TEST(TextLayout, a_heading_among_rows_stands_across_the_columns) {
    const auto lines = layout_of(
        "Ref   Action            Lead       Due date\n"
        "Actions from the meeting held on 3 May 2024\n"
        "Q1    Paint railings    A. Birch   May 2024\n"
        "Closed\n"
        "Q2    Count boats       C. Drew    June 2024\n");
    ASSERT_FALSE(lines.empty());
    EXPECT_TRUE(lines[1].across);
    EXPECT_TRUE(lines[3].across);
    EXPECT_FALSE(lines[2].across);
}

std::vector<RowFlow> flows_of(const std::vector<LayoutLine>& lines) {
    std::vector<RowFlow> flows;
    for (const LayoutLine& line : lines) flows.push_back(line.flow);
    return flows;
}

constexpr std::string_view k_centred =
    "Ref    Action                       Lead           Due date\n"
    "       Paint the railings of the\n"
    "Q1     lower quay and of the        Ada Birch      3 May 2024\n"
    "       slipway beside it\n"
    "                                    Col Drew and   Autumn\n"
    "Q2     Count the boats\n"
    "                                    Jude Finn      2024\n"
    "       Order a second life ring\n"
    "Q3                                  Ada Birch      4 May 2024\n"
    "       and a rope\n";

TEST(TextLayout, rows_are_told_where_references_stand_in_their_middle) {
    using enum RowFlow;
    EXPECT_EQ(flows_of(layout_of(k_centred)),
              (std::vector{begins, begins, continues, continues, begins, continues, continues,
                           begins, continues, continues, unknown}));
}

TEST(TextLayout, rows_end_with_references_that_stand_at_their_bottom) {
    using enum RowFlow;
    const auto lines = layout_of(
        "Ref    Action                       Lead\n"
        "       Paint the railings of the\n"
        "Q1     lower quay                   Ada Birch\n"
        "                                    Col Drew and\n"
        "Q2     Count the boats              Jude Finn\n");
    EXPECT_EQ(flows_of(lines),
              (std::vector{begins, begins, continues, begins, continues, unknown}));
}

TEST(TextLayout, references_that_wrap_are_one) {
    using enum RowFlow;
    const auto lines = layout_of(
        "Ref    Action                       Lead\n"
        "QUAY-  Paint the railings of the    Ada Birch\n"
        "001    lower quay\n"
        "QUAY-  Count the boats of the       Col Drew\n"
        "002    upper quay\n");
    EXPECT_EQ(flows_of(lines),
              (std::vector{begins, begins, continues, begins, continues, unknown}));
}

TEST(TextLayout, a_table_whose_rows_cannot_be_told_stays_text) {
    const std::vector<std::string_view> lines = split(
        "Ref    Action                       Lead\n"
        "       Paint the railings of the    Ada Birch\n"
        "       lower quay\n"
        "Q1\n"
        "       Count the boats\n"
        "                                    Col Drew and\n"
        "                                    Jude Finn\n"
        "Q2\n"
        "       Order a second life ring\n"
        "       and a rope\n",
        '\n');
    const FittedLayout layout = fit_layout(lines);
    EXPECT_EQ(layout.lost, std::vector<std::size_t>{0});
    for (const LayoutLine& line : layout.lines) EXPECT_EQ(line.kind, Kind::text);
}

TEST(TextLayout, captions_one_blank_apart_are_parted_where_a_column_begins) {
    const auto lines = layout_of(
        "Ref    Date raised Agreed action             Lead\n"
        "Q1     03/05/2024  Paint the railings        Ada Birch\n"
        "Q2     04/05/2024  Count the boats           Col Drew\n");
    EXPECT_EQ(texts_of(lines[0]), (Texts{"Ref", "Date raised", "Agreed action", "Lead"}));
}

TEST(TextLayout, captions_have_their_first_words_in_the_line_above) {
    const auto lines = layout_of(
        "Quay improvement plan\n"
        "                                             Due\n"
        "Ref    Action                 Lead           date\n"
        "Q1     Paint the railings     Ada Birch      3 May\n"
        "Q2     Count the boats        Col Drew       4 May\n");
    EXPECT_EQ(lines[0].kind, Kind::text);
    EXPECT_EQ(texts_of(lines[1]), (Texts{"Ref", "Action", "Lead", "Due date"}));
    EXPECT_EQ(lines[1].joined_with, 1U);
}

}  // namespace
}  // namespace tidytracker
