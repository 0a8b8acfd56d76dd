// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "support/checking.hpp"

namespace tidytracker {
namespace {

using testing::Places;
using testing::places_in;
using testing::Rows;
using testing::sound_rows;
using testing::workbook_of_rows;

TEST(StructureRules, find_nothing_in_a_sound_tracker) {
    const Conversion conversion = testing::convert_workbook(workbook_of_rows(sound_rows()));
    EXPECT_EQ(conversion.document.records.size(), 5U);
    EXPECT_EQ(testing::rules_in(conversion.document.findings), std::vector<std::string>{});
}

TEST(StructureRules, a_table_without_due_column_lacks_it_once) {
    Rows rows = sound_rows();
    EXPECT_EQ(places_in("missing-column", rows), Places{});
    for (auto& row : rows) row.erase(row.begin() + 3);
    EXPECT_EQ(places_in("missing-column", rows), Places{"Actions!A1"});
}

TEST(StructureRules, a_caption_that_comes_again_is_a_repeated_header) {
    Rows rows = sound_rows();
    rows.insert(rows.begin() + 3, rows.front());
    EXPECT_EQ(places_in("repeated-header", rows), Places{"Actions!A4"});
    EXPECT_EQ(places_in("repeated-header", sound_rows()), Places{});
    Workbook pages = workbook_of_rows(rows);
    pages.sheets[0].places = PlaceStyle::line;  // each page has its header
    EXPECT_EQ(places_in("repeated-header", pages), Places{});
}

TEST(StructureRules, a_sheet_of_text_beside_a_tracker_is_unused) {
    Workbook workbook = workbook_of_rows(sound_rows());
    Rows figures;
    for (int i = 0; i < 8; ++i) figures.push_back({"Ward " + std::to_string(i), "12", "13"});
    Workbook other = workbook_of_rows(figures, "Figures");
    const auto add_sheet = [&workbook](const Workbook& from) {
        Sheet sheet = from.sheets.front();
        for (Cell& cell : sheet.cells) cell.text = workbook.strings.add(from.strings[cell.text]);
        workbook.sheets.push_back(std::move(sheet));
    };
    add_sheet(workbook_of_rows({{"Checked by Ada"}}, "Remark"));
    EXPECT_EQ(places_in("unused-sheet", workbook), Places{});
    add_sheet(other);
    EXPECT_EQ(places_in("unused-sheet", workbook), Places{"Figures"});
}

TEST(StructureRules, a_hidden_column_counts_only_with_values) {
    Rows rows = sound_rows();
    for (auto& row : rows) row.emplace_back();
    rows[0][5] = "Remarks";
    Workbook workbook = workbook_of_rows(rows);
    workbook.sheets[0].columns = {{.first = 5, .last = 5, .hidden = true}};
    EXPECT_EQ(places_in("hidden-columns", workbook), Places{});
    rows[2][5] = "do not tell the partners";
    workbook = workbook_of_rows(rows);
    workbook.sheets[0].columns = {{.first = 5, .last = 5, .hidden = true}};
    EXPECT_EQ(places_in("hidden-columns", workbook), Places{"Actions!F1"});
}

TEST(StructureRules, a_lead_merged_over_rows_is_told_and_a_heading_is_not) {
    Rows rows = sound_rows();
    rows[2][2].clear();
    Workbook workbook = workbook_of_rows(rows);
    workbook.sheets[0].merged = {{{1, 2}, {2, 2}}};
    EXPECT_EQ(places_in("merged-cells", workbook), Places{"Actions!C2"});
    rows.insert(rows.begin(), {"Actions of the forum"});
    workbook = workbook_of_rows(rows);
    workbook.sheets[0].merged = {{{0, 0}, {0, 4}}};
    EXPECT_EQ(places_in("merged-cells", workbook), Places{});
}

TEST(StructureRules, two_tables_in_one_sheet_are_told_at_the_second) {
    Rows rows = sound_rows();
    EXPECT_EQ(places_in("several-tables", rows), Places{});
    rows.emplace_back();
    rows.emplace_back();
    rows.push_back({"Reference", "Agreed action", "Officer", "Target date"});
    rows.push_back({"B-1", "Paint the railings at the depot", "Bo Lind", "31/07/2024"});
    rows.push_back({"B-2", "Clear the gutters of the depot", "Bo Lind", "31/07/2024"});
    const Places places = places_in("several-tables", rows);
    // Whether they are two tables is for locating to say; where they are, this rule says so.
    const Conversion conversion = testing::convert_workbook(workbook_of_rows(rows));
    EXPECT_EQ(places.size(), conversion.sources[0].tables.size() > 1 ? 1U : 0U);
}

TEST(StructureRules, the_error_of_a_formula_is_told_at_its_cell) {
    Rows rows = sound_rows();
    rows[2][3] = "#REF!";
    EXPECT_EQ(places_in("error-cell", rows), Places{"Actions!D3"});
    rows[2][3] = "no #REF! here";
    EXPECT_EQ(places_in("error-cell", rows), Places{});
}

TEST(StructureRules, captions_differ) {
    Rows rows = sound_rows();
    for (auto& row : rows) row.emplace_back("Noted in May");
    for (auto& row : rows) row.emplace_back("Noted in June");
    rows[0][5] = "Comments";
    rows[0][6] = "Comments (officer)";
    EXPECT_EQ(places_in("duplicate-caption", rows), Places{});
    rows[0][6] = "COMMENTS";
    EXPECT_EQ(places_in("duplicate-caption", rows), Places{"Actions!G1"});
}

TEST(StructureRules, a_narrow_lead_of_one_reading_over_another_is_told) {
    Conversion conversion = testing::convert_workbook(workbook_of_rows(sound_rows()));
    const auto found = [&conversion] {
        Findings findings;
        validate({.document = &conversion.document, .sources = conversion.sources}, findings);
        return testing::only("ambiguous-column", findings).size();
    };
    Binding& status = conversion.sources[0].tables[0].mapping.columns[4];
    status.confidence = 0.8;
    status.runner_up = 0.5;
    EXPECT_EQ(found(), 0U);
    status.runner_up = 0.78;
    EXPECT_EQ(found(), 1U);
    status.runner_up = 0.9;  // another column fits that better
    EXPECT_EQ(found(), 0U);
    status.confidence = 1;  // the user said so
    status.runner_up = 0.99;
    EXPECT_EQ(found(), 0U);
}

}  // namespace
}  // namespace tidytracker
