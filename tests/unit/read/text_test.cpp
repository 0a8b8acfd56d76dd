// SPDX-License-Identifier: Apache-2.0
#include "read/text/text.hpp"

#include <string>

#include <gtest/gtest.h>

namespace tidytracker {
namespace {

Workbook workbook_of(std::string_view bytes) {
    Findings findings;
    Result<Workbook> workbook = text_reader().read({"minutes.txt", bytes}, {}, findings);
    EXPECT_TRUE(workbook.has_value());
    return workbook.value_or(Workbook{});
}

std::string text_at(const Workbook& workbook, std::uint32_t row, std::uint32_t column) {
    const Cell* cell = workbook.sheets.at(0).find({row, column});
    return cell == nullptr ? "" : std::string(workbook.strings[cell->text]);
}

TEST(TextReader, every_line_is_the_row_of_its_number) {
    const Workbook workbook = workbook_of("Minutes\r\n\nPresent: Bo\rClose");
    EXPECT_EQ(workbook.sheets[0].places, PlaceStyle::line);
    EXPECT_EQ(workbook.sheets[0].rows.size(), 3U);
    EXPECT_EQ(text_at(workbook, 2, 0), "Present: Bo");
    EXPECT_EQ(text_at(workbook, 3, 0), "Close");
    EXPECT_EQ(workbook.description, "UTF-8, mixed line ends");
}

TEST(TextReader, parts_between_tabs_are_cells_and_empty_ones_are_none) {
    const Workbook workbook = workbook_of("1\t\tDig \t \tBo\n");
    EXPECT_EQ(workbook.sheets[0].cells.size(), 3U);
    EXPECT_EQ(text_at(workbook, 0, 2), "Dig");
    EXPECT_EQ(text_at(workbook, 0, 4), "Bo");
}

TEST(TextReader, indentation_stays_and_blanks_at_the_end_go) {
    EXPECT_EQ(text_at(workbook_of("    Dig   here \u00A0\n"), 0, 0), "    Dig   here");
}

TEST(TextReader, lines_of_white_space_have_no_cell) {
    EXPECT_TRUE(workbook_of(" \n\t \n\u00A0\n").sheets[0].cells.empty());
}

TEST(TextReader, a_form_feed_ends_no_line_but_marks_the_page) {
    const Workbook workbook = workbook_of("one\n\fPage 2\n\f\nlast\n");
    EXPECT_EQ(text_at(workbook, 1, 0), "\fPage 2");
    EXPECT_EQ(workbook.sheets[0].find_row(2), nullptr);
    EXPECT_EQ(text_at(workbook, 3, 0), "last");
}

TEST(TextReader, quotes_mean_nothing) {
    const Workbook workbook = workbook_of("\"a\tb\nc\"\n");
    EXPECT_EQ(text_at(workbook, 0, 0), "\"a");
    EXPECT_EQ(text_at(workbook, 1, 0), "c\"");
}

TEST(TextReader, a_line_of_endless_tabs_is_refused) {
    Findings findings;
    const auto result = text_reader().read({"a.txt", std::string(70'000, '\t')}, {}, findings);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::too_large);
}

TEST(TextReader, blank_lines_do_not_hide_from_the_budget) {
    Findings findings;
    ReadOptions options;
    options.limits.cells = 100;
    EXPECT_FALSE(text_reader().read({"a.txt", std::string(200, '\n')}, options, findings));
}

TEST(TextReader, text_claims_less_than_a_table_and_nothing_of_other_formats) {
    EXPECT_EQ(text_reader().confidence({"minutes", "The forum met.\n"}), 50);
    EXPECT_EQ(text_reader().confidence({"minutes.txt", "The forum met.\n"}), 55);
    EXPECT_EQ(text_reader().confidence({"minutes.txt", "<!DOCTYPE html><p>The forum"}), 0);
    EXPECT_EQ(text_reader().confidence({"minutes.txt", "\n \n"}), 0);
}

}  // namespace
}  // namespace tidytracker
