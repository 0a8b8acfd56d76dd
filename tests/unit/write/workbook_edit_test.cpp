// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/edit.hpp>
#include <tidytracker/read.hpp>

#include <algorithm>

#include <gtest/gtest.h>

#include "support/checking.hpp"

namespace tidytracker {
namespace {

Workbook read_back(const std::string& bytes) {
    Findings findings;
    Result<Workbook> workbook = read({.name = "marked.xlsx", .bytes = bytes}, {}, findings);
    EXPECT_TRUE(workbook.has_value()) << (workbook ? "" : workbook.error().message);
    EXPECT_EQ(findings, Findings{});
    return workbook ? std::move(*workbook) : Workbook{};
}

std::string shown(const Workbook& workbook, std::size_t sheet, CellAddress at) {
    const Cell* cell = workbook.sheets.at(sheet).find(at);
    return cell == nullptr ? "" : workbook.displayed(*cell);
}

std::optional<std::uint32_t> fill_at(const Workbook& workbook, std::size_t sheet, CellAddress at) {
    const Cell* cell = workbook.sheets.at(sheet).find(at);
    return cell == nullptr ? std::nullopt : workbook.style_of(*cell).fill;
}

const EditSheet k_list{.name = "Findings",
                       .title = "What was found",
                       .captions = {"Cell", "Finding"},
                       .widths = {20, 40},
                       .marked_column = 1,
                       .lines = {{.at = {1, 2},
                                  .placed = true,
                                  .mark = Severity::warning,
                                  .cells = {"Actions!C2", "no lead"}},
                                 {.cells = {"", "no date"}}}};

/// The sound tracker as a workbook file, with one cell marked and explained.
std::string marked_tracker() {
    Workbook workbook = testing::workbook_of_rows(testing::sound_rows());
    workbook.format = "csv";
    const std::vector<CellEdit> edits{
        {.at = {1, 2}, .mark = Severity::error, .note = "error: no lead"},
        {.at = {7, 6}, .mark = Severity::info, .note = "a cell that was empty"}};
    const Result<std::string> bytes = edit_workbook({}, workbook, edits, k_list, {});
    EXPECT_TRUE(bytes.has_value());
    return bytes.value_or("");
}

TEST(WorkbookEdit, makes_a_workbook_of_other_documents_with_cells_at_their_addresses) {
    const Workbook workbook = read_back(marked_tracker());
    ASSERT_EQ(workbook.sheets.size(), 2U);
    EXPECT_EQ(workbook.sheets[0].name, "Findings");
    EXPECT_EQ(workbook.sheets[1].name, "Actions");
    EXPECT_EQ(shown(workbook, 1, {1, 1}), "Order new signs for the car park");
    EXPECT_EQ(fill_at(workbook, 1, {1, 2}), 0xFFC7CEU);
    EXPECT_EQ(fill_at(workbook, 1, {7, 6}), 0xDDEBF7U);
    EXPECT_EQ(fill_at(workbook, 1, {1, 1}), std::nullopt);
    ASSERT_EQ(workbook.sheets[1].notes.size(), 2U);
    EXPECT_EQ(workbook.sheets[1].notes[0].text, "error: no lead");
    EXPECT_EQ(workbook.sheets[1].notes[0].author, "tidytracker");
}

TEST(WorkbookEdit, lists_edits_in_front_with_links_to_their_cells) {
    const Workbook workbook = read_back(marked_tracker());
    EXPECT_EQ(shown(workbook, 0, {0, 0}), "What was found");
    EXPECT_EQ(shown(workbook, 0, {3, 1}), "no lead");
    EXPECT_EQ(shown(workbook, 0, {4, 1}), "no date");
    EXPECT_EQ(fill_at(workbook, 0, {3, 1}), 0xFFEB9CU);
    EXPECT_EQ(fill_at(workbook, 0, {4, 1}), std::nullopt);
    ASSERT_EQ(workbook.sheets[0].links.size(), 1U);
    EXPECT_EQ(workbook.sheets[0].links[0].target, "#'Actions'!C2");
}

TEST(WorkbookEdit, changes_a_workbook_and_leaves_the_rest_of_it) {
    const std::string before = marked_tracker();
    Workbook workbook = read_back(before);
    const std::vector<CellEdit> edits{{.sheet = 1, .at = {1, 2}, .note = "warning: still none"},
                                      {.sheet = 1, .at = {2, 4}, .text = "Closed & <done>"},
                                      {.sheet = 1, .at = {2, 3}, .day = 45473}};
    const Result<std::string> bytes = edit_workbook(before, workbook, edits, {}, {});
    ASSERT_TRUE(bytes.has_value()) << bytes.error().message;
    const Workbook after = read_back(*bytes);
    ASSERT_EQ(after.sheets.size(), 2U);  // no list was asked for
    EXPECT_EQ(shown(after, 1, {2, 4}), "Closed & <done>");
    EXPECT_EQ(after.sheets[1].notes[0].text, "error: no lead\n\nwarning: still none");
    EXPECT_EQ(fill_at(after, 1, {1, 2}), 0xFFC7CEU);
    const Cell* day = after.sheets[1].find({2, 3});
    ASSERT_NE(day, nullptr);
    EXPECT_TRUE(after.is_date(*day));
    EXPECT_EQ(day->number, 45473);
    EXPECT_EQ(shown(after, 1, {3, 1}), shown(workbook, 1, {3, 1}));
}

TEST(WorkbookEdit, a_second_list_gets_a_name_of_its_own) {
    const std::string before = marked_tracker();
    const Workbook workbook = read_back(before);
    EditSheet list = k_list;
    list.lines[0].sheet = 1;
    const Result<std::string> bytes = edit_workbook(before, workbook, {}, list, {});
    ASSERT_TRUE(bytes.has_value()) << bytes.error().message;
    const Workbook after = read_back(*bytes);
    ASSERT_EQ(after.sheets.size(), 3U);
    EXPECT_EQ(after.sheets[0].name, "Findings 2");
    EXPECT_EQ(after.sheets[0].links[0].target, "#'Actions'!C2");
}

TEST(WorkbookEdit, bytes_that_are_no_workbook_are_refused) {
    Workbook workbook = testing::workbook_of_rows(testing::sound_rows());
    EXPECT_FALSE(edit_workbook("PK nonsense", workbook, {}, k_list, {}).has_value());
}

TEST(CsvCopy, holds_the_new_texts_and_the_gaps) {
    const Workbook workbook =
        testing::workbook_of_rows({{"Ref", "", "Status"}, {}, {"A-1", "x, y", "Opne"}});
    EXPECT_EQ(edit_csv(workbook, {{.at = {2, 2}, .text = "Open"}}),
              "Ref,,Status\r\n\r\nA-1,\"x, y\",Open\r\n");
}

TEST(CsvCopy, keeps_the_delimiter_of_the_file) {
    Workbook workbook = testing::workbook_of_rows({{"Ref", "Status"}, {"A;1", "Opne"}});
    workbook.delimiter = ";";
    EXPECT_EQ(edit_csv(workbook, {{.at = {1, 1}, .text = "Open"}}),
              "Ref;Status\r\n\"A;1\";Open\r\n");
}

TEST(Annotation, explains_all_findings_of_a_cell_in_one_note) {
    const Workbook workbook = testing::workbook_of_rows(testing::sound_rows());
    const Findings findings{
        {.rule = "missing-due", .message = "no due date", .place = "Actions!D3"},
        {.rule = "overdue",
         .severity = Severity::error,
         .message = "overdue",
         .place = "Actions!D3",
         .help = "close it"},
        {.rule = "no-tracker", .message = "nothing here"}};
    const Annotation annotation = annotation_of(findings, workbook, "Findings");
    ASSERT_EQ(annotation.edits.size(), 1U);
    EXPECT_EQ(annotation.edits[0].at, (CellAddress{2, 3}));
    EXPECT_EQ(annotation.edits[0].mark, Severity::error);
    EXPECT_EQ(annotation.edits[0].note,
              "warning (missing-due): no due date\n\nerror (overdue): overdue\nclose it");
    ASSERT_EQ(annotation.list.lines.size(), 3U);
    EXPECT_FALSE(annotation.list.lines[2].placed);
}

}  // namespace
}  // namespace tidytracker
