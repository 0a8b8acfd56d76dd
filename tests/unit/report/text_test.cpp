// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/report.hpp>

#include <initializer_list>

#include <gtest/gtest.h>

#include "model/find_place.hpp"

namespace tidytracker {
namespace {

/// A work sheet with a header in row 4 and actions from row 5 on.
Workbook workbook_with(std::initializer_list<std::initializer_list<std::string_view>> rows) {
    Workbook workbook;
    Sheet& sheet = workbook.sheets.emplace_back();
    sheet.name = "Actions";
    std::uint32_t index = 3;
    for (const auto& row : rows) {
        const auto first = static_cast<std::uint32_t>(sheet.cells.size());
        std::uint16_t column = 0;
        for (const std::string_view text : row) {
            if (!text.empty()) {
                sheet.cells.push_back(Cell{
                    .text = workbook.strings.add(text), .column = column, .kind = CellKind::text});
            }
            ++column;
        }
        const auto count = static_cast<std::uint32_t>(sheet.cells.size()) - first;
        sheet.rows.push_back(Row{.index = index++, .first = first, .count = count});
    }
    return workbook;
}

Workbook register_of_two() {
    return workbook_with(
        {{"Ref", "Action", "Raised", "Due", "Lead"},
         {"A-1", "Replace the hose coupling", "11/03/2024", "18/03/23", "A. Quill"},
         {"A-2", "Review the policy", "12/03/2024", "30/04/2024"}});
}

std::string report(const Finding& finding, const Workbook& workbook, ReportOptions options = {}) {
    const Source source{.id = "s1", .name = "north.xlsx"};
    const std::vector<std::vector<RowLabel>> labels{
        {{3, RowRole::header}, {4, RowRole::data}, {5, RowRole::data}}};
    const ReportedSource reported{.source = &source, .workbook = &workbook, .labels = labels};
    return report_text({finding}, std::span(&reported, 1), options);
}

TEST(ReportText, shows_the_faulty_cell_below_its_caption) {
    const Finding finding{.rule = "due-before-raised",
                          .severity = Severity::error,
                          .message = "due date is before the date the action was raised",
                          .source = "s1",
                          .place = "Actions!D5",
                          .note = "read as 2023-03-18",
                          .help = "the year is probably 2024",
                          .other_place = "Actions!C5"};
    EXPECT_EQ(report(finding, register_of_two()),
              "error[due-before-raised]: due date is before the date the action was raised\n"
              "  --> north.xlsx:Actions!D5\n"
              "     4 | Ref  Action                     Raised      Due\n"
              "     5 | A-1  Replace the hose coupling  11/03/2024  18/03/23\n"
              "       |                                 ----------  ^^^^^^^^\n"
              "  = note: read as 2023-03-18\n"
              "  = help: the year is probably 2024\n\n");
}

TEST(ReportText, puts_one_caret_under_an_empty_cell) {
    const Finding finding{.rule = "missing-lead",
                          .severity = Severity::error,
                          .message = "action A-2 has no lead",
                          .source = "s1",
                          .place = "Actions!E6"};
    EXPECT_EQ(report(finding, register_of_two()),
              "error[missing-lead]: action A-2 has no lead\n"
              "  --> north.xlsx:Actions!E6\n"
              "     4 | Ref  Action             Lead\n"
              "     6 | A-2  Review the policy\n"
              "       |                         ^\n\n");
}

TEST(ReportText, counts_wide_characters_as_two_columns) {
    const Workbook workbook = workbook_with(
        {{"Ref", "Action", "Lead"}, {"1", "\xE4\xBC\x9A\xE8\xAD\xB0\xE5\xAE\xA4", "x"}});
    const Finding finding{.rule = "r", .message = "m", .source = "s1", .place = "Actions!C5"};
    EXPECT_EQ(report(finding, workbook),
              "warning[r]: m\n"
              "  --> north.xlsx:Actions!C5\n"
              "     4 | Ref  Action  Lead\n"
              "     5 | 1    \xE4\xBC\x9A\xE8\xAD\xB0\xE5\xAE\xA4  x\n"
              "       |              ^\n\n");
}

TEST(ReportText, clips_long_cells_to_the_terminal) {
    const Workbook workbook =
        workbook_with({{"Ref", "Action", "Due"},
                       {"A-1",
                        std::string_view("Write to every parish about the new grit bins "
                                         "and collect the answers in one list"),
                        "soon"}});
    const Finding finding{.rule = "r", .message = "m", .source = "s1", .place = "Actions!C5"};
    const std::string text = report(finding, workbook, {.width = 40});
    EXPECT_NE(text.find("     5 | A-1  Write to every pa...  soon\n"), std::string::npos) << text;
}

TEST(ReportText, folds_repetitions_of_a_rule_in_a_file) {
    const Source source{.id = "s1", .name = "north.xlsx"};
    const ReportedSource reported{.source = &source};
    const Findings findings(7, Finding{.rule = "missing-lead", .message = "m", .source = "s1"});
    const std::string folded = report_text(findings, std::span(&reported, 1), {.repeats = 5});
    EXPECT_TRUE(
        folded.ends_with("and 2 more missing-lead in north.xlsx; --max-repeats 0 shows all\n\n"))
        << folded;
    const std::string whole = report_text(findings, std::span(&reported, 1), {.repeats = 0});
    EXPECT_EQ(whole.find("more"), std::string::npos);
}

TEST(ReportText, follows_the_order_of_rows_and_not_of_letters) {
    const Workbook workbook = register_of_two();
    const Source source{.id = "s1", .name = "n"};
    const ReportedSource reported{.source = &source, .workbook = &workbook};
    const Findings findings{{.rule = "late", .source = "s1", .place = "Actions!A10"},
                            {.rule = "early", .source = "s1", .place = "Actions!A9"}};
    const std::string text = report_text(findings, std::span(&reported, 1), {});
    EXPECT_LT(text.find("early"), text.find("late"));
}

TEST(ReportText, lets_no_control_character_of_a_file_through) {
    const Finding finding{.rule = "r", .message = "bad \x1b[2J text\nand more"};
    const std::string text = report_text({finding}, {}, {});
    EXPECT_EQ(text, "warning[r]: bad \xEF\xBF\xBD[2J text and more\n\n");
}

TEST(ReportText, an_error_has_its_help_below) {
    EXPECT_EQ(report_error({.message = "a.xlsx: no such file", .help = "did you mean b.xlsx?"}, {}),
              "error: a.xlsx: no such file\n  = help: did you mean b.xlsx?\n");
}

TEST(Place, is_found_by_cells_line_and_page) {
    Workbook workbook = register_of_two();
    workbook.sheets.push_back(Sheet{.name = "log.csv", .places = PlaceStyle::line});
    Sheet pages{.name = "pages", .places = PlaceStyle::page};
    pages.blocks = {{0, BlockKind::paragraphs, 1, 3},
                    {5, BlockKind::table, 1, 3},
                    {10, BlockKind::table, 2, 3},
                    {15, BlockKind::page_footer, 1, 3}};
    workbook.sheets.push_back(pages);
    const auto cells = find_place(workbook, "Actions!B7:C7; Actions!B9");
    ASSERT_TRUE(cells.has_value());
    EXPECT_EQ(cells->range, (CellRange{{6, 1}, {6, 2}}));
    const auto lines = find_place(workbook, "lines 14-16");
    ASSERT_TRUE(lines.has_value());
    EXPECT_EQ(lines->sheet, 1U);
    EXPECT_EQ(lines->range.first.row, 13U);
    const auto page = find_place(workbook, "page 3 table 2 rows 4-5");
    ASSERT_TRUE(page.has_value());
    EXPECT_EQ(page->sheet, 2U);
    EXPECT_EQ(page->range.first.row, 13U);
    const auto text = find_place(workbook, "page 3 line 2");
    ASSERT_TRUE(text.has_value());
    EXPECT_EQ(text->range.first.row, 1U);
    workbook.sheets.push_back(Sheet{.name = "Ben's log"});
    workbook.sheets.push_back(Sheet{});
    const auto quoted = find_place(workbook, "'Ben''s log'!A1");
    ASSERT_TRUE(quoted.has_value());
    EXPECT_EQ(quoted->sheet, 3U);
    const auto unnamed = find_place(workbook, "C4");
    ASSERT_TRUE(unnamed.has_value());
    EXPECT_EQ(unnamed->sheet, 4U);
    EXPECT_FALSE(find_place(workbook, "Elsewhere!A1").has_value());
    EXPECT_FALSE(find_place(workbook, "page 9 table 1").has_value());
}

TEST(Place, is_found_by_the_part_of_a_document) {
    Workbook workbook;
    Sheet& sheet = workbook.sheets.emplace_back(Sheet{.places = PlaceStyle::document});
    sheet.blocks = {{0, BlockKind::paragraphs, 1},
                    {4, BlockKind::table, 1},
                    {10, BlockKind::paragraphs, 4},
                    {13, BlockKind::footnote, 1},
                    {15, BlockKind::page_footer, 1}};
    const auto row_of = [&workbook](std::string_view place) {
        const auto found = find_place(workbook, place);
        return found && found->whole_rows ? std::int64_t{found->range.first.row} : -1;
    };
    EXPECT_EQ(row_of("paragraph 2"), 1);
    EXPECT_EQ(row_of("paragraphs 5-6"), 11);
    EXPECT_EQ(row_of("table 1 rows 3-4; table 1 row 6"), 6);
    EXPECT_EQ(row_of("footnote 1"), 13);
    EXPECT_EQ(row_of("page footer"), 15);
    EXPECT_EQ(row_of("table 2 row 1"), -1);
    EXPECT_EQ(row_of("paragraph 99"), -1);
}

TEST(Place, is_written_as_editors_take_it) {
    EXPECT_EQ(located("north.xlsx", "Actions!F17"), "north.xlsx:Actions!F17");
    EXPECT_EQ(located("log.csv", "line 17"), "log.csv:17");
    EXPECT_EQ(located("log.csv", ""), "log.csv");
}

}  // namespace
}  // namespace tidytracker
