// SPDX-License-Identifier: Apache-2.0
#include "write/plan/workbook_plan.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "schema/readable.hpp"
#include "write/example_document.hpp"
#include "write/plan/register_sheets.hpp"

namespace tidytracker {
namespace {

/// The text of a cell by its caption; "no column" if there is none.
std::string cell(const PlannedSheet& sheet, std::size_t row, std::string_view caption) {
    const auto found = std::ranges::find(sheet.columns, caption, &PlannedColumn::caption);
    if (found == sheet.columns.end()) return "no column";
    return sheet.rows.at(row).at(static_cast<std::size_t>(found - sheet.columns.begin())).text;
}

WorkbookPlan plan_with(std::string text) {
    WorkbookPlan plan{.title = "Register"};
    plan.sheets = {PlannedSheet{.name = "Actions",
                                .notes = {"one"},
                                .columns = {{.caption = "Ref"}, {.caption = "Action"}},
                                .rows = {{{.text = "A-1"}, {.text = std::move(text)}}}}};
    return plan;
}

TEST(PartLongTexts, what_fits_is_left_alone) {
    WorkbookPlan plan = plan_with(std::string(k_cell_limit, 'x'));
    part_long_texts(plan);
    EXPECT_EQ(plan.sheets.size(), 1U);
    std::string wide;
    for (std::size_t i = 0; i < k_cell_limit; ++i) wide += "é";
    plan = plan_with(wide);
    part_long_texts(plan);
    EXPECT_EQ(plan.sheets.size(), 1U) << "characters count, not bytes";
}

TEST(PartLongTexts, no_character_is_lost) {
    std::string text;
    while (text.size() < 3 * k_cell_limit) text += "ab\xF0\x9F\x9A\xB2";
    WorkbookPlan plan = plan_with(text);
    part_long_texts(plan);
    ASSERT_EQ(plan.sheets.size(), 2U);
    const PlannedSheet& rest = plan.sheets[1];
    std::string joined = plan.sheets[0].rows[0][1].text;
    joined.resize(joined.find("\n[goes on in the sheet Long texts]"));
    for (std::size_t row = 0; row < rest.rows.size(); ++row) {
        EXPECT_EQ(cell(rest, row, "Cell"), "Actions!B4");
        EXPECT_EQ(cell(rest, row, "Column"), "Action");
        EXPECT_EQ(cell(rest, row, "Part"), std::to_string(row + 2));
        joined += cell(rest, row, "Text");
    }
    EXPECT_EQ(joined, text);
}

TEST(PartLongTables, a_table_goes_on_in_the_next_sheet) {
    WorkbookPlan plan;
    plan.sheets.push_back({.name = "Actions", .notes = {"Note"}, .columns = {{.caption = "Ref"}}});
    for (int i = 0; i < 14; ++i) plan.sheets[0].rows.push_back({{.text = std::to_string(i)}});
    plan.sheets.push_back({.name = "Sources", .columns = {{.caption = "ID"}}});
    part_long_tables(plan, 10);
    ASSERT_EQ(plan.sheets.size(), 4U);
    EXPECT_EQ(plan.sheets[0].rows.size() + rows_above(plan.sheets[0]), 10U);
    EXPECT_EQ(plan.sheets[0].notes.back(), "Part 1 of 3: a sheet has too few rows for all.");
    EXPECT_EQ(plan.sheets[1].name, "Actions 2");
    EXPECT_EQ(plan.sheets[2].rows.back()[0].text, "13");
    EXPECT_EQ(plan.sheets[3].name, "Sources");
}

TEST(Contents, lists_the_sheets_with_links) {
    WorkbookPlan plan = plan_with("x");
    add_contents(plan, {"note"});
    ASSERT_EQ(plan.sheets.size(), 2U);
    EXPECT_EQ(plan.sheets[0].title, "Register");
    ASSERT_EQ(plan.sheets[0].rows.size(), 1U);
    EXPECT_EQ(plan.sheets[0].rows[0][0].link, "#Actions");
    EXPECT_EQ(cell(plan.sheets[0], 0, "Rows"), "1");
}

TEST(ActionsSheet, people_read_words_names_and_days) {
    const PlannedSheet sheet = actions_sheet(testing::full_document());
    EXPECT_EQ(cell(sheet, 0, "Ref"), "A-17");
    EXPECT_EQ(cell(sheet, 0, "Kind"), "Recommendation");
    EXPECT_EQ(cell(sheet, 0, "Lead"), "Cllr Nigel Marsh (Parks); Town Clerk");
    EXPECT_EQ(cell(sheet, 0, "Status"), "In progress");
    EXPECT_EQ(cell(sheet, 0, "Overdue"), "Yes");
    EXPECT_EQ(cell(sheet, 1, "Overdue"), "");
    EXPECT_EQ(cell(sheet, 0, "Due"), "2024-05-31");
    EXPECT_EQ(cell(sheet, 0, "Due (as printed)"), "by May 2024");
    EXPECT_EQ(cell(sheet, 0, "Progress"), "2 April 2024 Update (K. Bo): Bids are in.\nOrdered.");
    EXPECT_EQ(cell(sheet, 0, "Ward"), "North");
    EXPECT_EQ(cell(sheet, 1, "Ward"), "");
    EXPECT_EQ(cell(sheet, 0, "Source"), "north.xlsx");
}

TEST(ActionsSheet, columns_that_say_nothing_are_left_out) {
    Document document = testing::full_document();
    document.sources.resize(1);
    Record plain{.id = "A-1", .ref = "A-1", .action = "Paint the fence"};
    plain.due = When{"2024-05-31", "2024-05-31", "31/05/24", Qualifier::exact};
    plain.status = Status::complete;
    plain.status_text = "complete";
    document.records = {plain};
    const PlannedSheet sheet = actions_sheet(document);
    for (const char* caption : {"ID", "Kind", "Due (as printed)", "Due (period)", "Due (qualifier)",
                                "Status (as printed)", "Source", "Outcome", "Other columns"}) {
        EXPECT_EQ(cell(sheet, 0, caption), "no column") << caption;
    }
    EXPECT_EQ(cell(sheet, 0, "Priority"), "") << "officers expect it";
}

TEST(ActionsSheet, the_sources_own_columns_share_one_when_there_are_many) {
    Document document;
    document.records.resize(1);
    for (int i = 0; i < 21; ++i) {
        document.records[0].extra.emplace_back("Own " + std::to_string(i), "text");
    }
    const PlannedSheet sheet = actions_sheet(document);
    EXPECT_TRUE(cell(sheet, 0, "Other columns").starts_with("Own 0: text\nOwn 1: text\n"));
    EXPECT_EQ(cell(sheet, 0, "Own 0"), "no column");
}

TEST(ActionsSheet, two_texts_under_one_caption_are_both_kept) {
    Document document;
    document.records.resize(1);
    document.records[0].extra = {{"Note", "a"}, {"Note", "b"}};
    EXPECT_EQ(cell(actions_sheet(document), 0, "Note"), "a\nb");
}

TEST(RegisterSheets, every_entry_finding_and_source_has_a_row) {
    const Document document = testing::full_document();
    const PlannedSheet progress = progress_sheet(document);
    ASSERT_EQ(progress.rows.size(), 2U);
    EXPECT_EQ(cell(progress, 1, "ID"), "A-17");
    EXPECT_EQ(cell(progress, 1, "Text"), "Ordered.");
    const PlannedSheet findings = findings_sheet(document);
    EXPECT_EQ(cell(findings, 0, "Field"), "Due");
    EXPECT_EQ(cell(findings, 0, "Source"), "north.xlsx");
    EXPECT_EQ(cell(unconverted_sheet(document), 0, "Reason"), "text outside tables");
    EXPECT_EQ(cell(sources_sheet(document), 1, "Records"), "1");
    EXPECT_EQ(cell(sources_sheet(document), 1, "SHA-256 digest"), std::string(64, 'b'));
}

TEST(ReadableDay, is_written_as_people_do) {
    EXPECT_EQ(readable_day("2024-04-02"), "2 April 2024");
    EXPECT_EQ(readable_day("soon"), "soon");
}

}  // namespace
}  // namespace tidytracker
