// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/pipeline.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace tidytracker {
namespace {

Conversion converted(const std::string& text, const Instructions& instructions,
                     const std::string& name = "log.csv") {
    Conversion conversion;
    Findings findings;
    auto reading = inspect({.name = name, .bytes = text}, {}, instructions, findings);
    EXPECT_TRUE(reading);
    add_source(conversion, std::move(*reading), instructions, std::move(findings));
    return conversion;
}

const Finding* found(const Conversion& conversion, std::string_view rule) {
    const Findings& findings = conversion.document.findings;
    const auto finding = std::ranges::find(findings, rule, &Finding::rule);
    return finding == findings.end() ? nullptr : &*finding;
}

std::vector<std::string> cells_of(const Record& record, std::string_view field) {
    for (const auto& [name, places] : record.cells) {
        if (name == field) return places;
    }
    return {};
}

constexpr const char* k_no_years =
    "Ref,Action,Lead,Due,Status\n"
    "G-1,Paint the lock gates,Orla Finch,1st Dec,Open\n"
    "G-2,Order two life rings,Orla Finch,15 Jan,Open\n";

TEST(DueDates, a_day_without_any_year_stays_text_and_the_finding_says_what_to_give) {
    const Conversion conversion = converted(k_no_years, {.as_of = "2024-11-20"});
    EXPECT_EQ(conversion.document.records[0].due->date, "");
    const Finding* finding = found(conversion, "unreadable-date");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->message, "\"1st Dec\" has no year, and nothing in the document tells it");
    EXPECT_NE(finding->help.find("--as-of"), std::string::npos);
}

TEST(DueDates, the_day_that_the_user_told_gives_the_year_with_a_finding) {
    const Conversion conversion =
        converted(k_no_years, {.as_of = "2024-11-20", .as_of_told = true});
    EXPECT_EQ(conversion.document.records[0].due->date, "2024-12-01");
    EXPECT_EQ(conversion.document.records[1].due->date, "2025-01-15");
    const Finding* finding = found(conversion, "ambiguous-date");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->message, "2 due dates have no year, such as \"1st Dec\"");
    EXPECT_EQ(finding->note, "read as the nearest to 2024-11-20, from --as-of");
}

TEST(DueDates, the_name_of_the_file_gives_the_year_with_a_finding) {
    const Conversion conversion =
        converted(k_no_years, {.as_of = "2026-02-01"}, "Canal log 2023-11-30.csv");
    EXPECT_EQ(conversion.document.records[0].due->date, "2023-12-01");
    const Finding* finding = found(conversion, "ambiguous-date");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->note,
              "read as the nearest to 2023-11-30, from the document's title or name");
}

TEST(DueDates, an_amount_of_time_counts_from_the_day_on_which_the_action_was_raised) {
    const Conversion conversion = converted(
        "Ref,Date raised,Action,Lead,Due,Status\n"
        "G-1,16/09/2024,Paint the lock gates,Orla Finch,6 weeks,Open\n"
        "G-2,16/09/2024,Order two life rings,Orla Finch,14/10/2024,Open\n",
        {.as_of = "2024-11-20"});
    EXPECT_EQ(conversion.document.records[0].due->date, "2024-10-28");
    const Finding* finding = found(conversion, "ambiguous-date");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->message, "\"6 weeks\" is read as the time allowed from 2024-09-16");
}

TEST(DueDates, dates_that_share_a_cell_share_its_place) {
    const Conversion conversion = converted(
        "Ref,Action,Lead,Due,Status\n"
        "G-1,Paint the lock gates,Orla Finch,30/06/2024; 31/07/2024; 30/09/2024,Open\n",
        {.as_of = "2024-08-01"});
    const Record& record = conversion.document.records[0];
    EXPECT_EQ(record.due->date, "2024-09-30");
    ASSERT_EQ(record.due_history.size(), 2U);
    EXPECT_EQ(record.due_history[0].date, "2024-06-30");
    EXPECT_EQ(record.due_history[1].date, "2024-07-31");
    EXPECT_EQ(cells_of(record, "due"), std::vector<std::string>{"D2"});
    EXPECT_EQ(cells_of(record, "due_history"), std::vector<std::string>{"D2"});
}

TEST(DueDates, the_original_date_stands_with_its_place_until_a_revised_one_is_given) {
    const Conversion conversion = converted(
        "Ref,Action,Lead,Original due date,Revised due date,Status\n"
        "G-1,Paint the lock gates,Orla Finch,30/06/2024,30/09/2024,Open\n"
        "G-2,Order two life rings,Orla Finch,14/10/2024,,Open\n",
        {.as_of = "2024-08-01"});
    const Record& moved = conversion.document.records[0];
    EXPECT_EQ(moved.due->date, "2024-09-30");
    EXPECT_EQ(cells_of(moved, "due"), std::vector<std::string>{"E2"});
    EXPECT_EQ(cells_of(moved, "due_history"), std::vector<std::string>{"D2"});
    const Record& original = conversion.document.records[1];
    EXPECT_EQ(original.due->date, "2024-10-14");
    EXPECT_TRUE(original.due_history.empty());
    EXPECT_EQ(cells_of(original, "due"), std::vector<std::string>{"D3"});
    EXPECT_EQ(cells_of(original, "due_history"), std::vector<std::string>{});
}

}  // namespace
}  // namespace tidytracker
