// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/summary.hpp>

#include <algorithm>

#include <gtest/gtest.h>

namespace tidytracker {
namespace {

Record dated_action(const std::string& ref, const IsoDay& due, Status status,
                    std::vector<std::string> leads) {
    Record record{.ref = ref, .action = "Do " + ref, .status = status};
    for (const std::string& lead : leads) record.leads.push_back({.person = lead, .text = lead});
    if (!due.empty()) record.due = When{.date = due, .edtf = due, .text = due};
    record.overdue = !due.empty() && due < "2025-06-01" && status != Status::complete;
    return record;
}

Document example_register() {
    return {.as_of = "2025-06-01",
            .records = {dated_action("A", "2025-05-01", Status::in_progress, {"Ann", "Bo"}),
                        dated_action("B", "2025-05-20", Status::in_progress, {"Bo"}),
                        dated_action("C", "2025-05-20", Status::complete, {"Ann"}),
                        dated_action("D", "2025-06-20", Status::not_started, {}),
                        dated_action("E", "2025-09-20", Status::not_started, {"Bo"})}};
}

const SummaryTable* table_of(const Summary& summary, std::string_view name) {
    const auto found = std::ranges::find(summary.tables, name, &SummaryTable::name);
    return found == summary.tables.end() ? nullptr : &*found;
}

TEST(Summary, counts_open_closed_and_overdue) {
    const Summary summary = summarise(example_register(), 4);
    EXPECT_EQ(summary.total.actions, 5U);
    EXPECT_EQ(summary.total.open, 4U);
    EXPECT_EQ(summary.total.closed, 1U);
    EXPECT_EQ(summary.total.overdue, 2U);
}

TEST(Summary, an_action_counts_for_each_of_its_leads) {
    const Summary summary = summarise(example_register(), 4);
    const SummaryTable* leads = table_of(summary, "lead");
    ASSERT_NE(leads, nullptr);
    ASSERT_EQ(leads->rows.size(), 3U);
    EXPECT_EQ(leads->rows[0].name, "Bo");
    EXPECT_EQ(leads->rows[0].actions, 3U);
    EXPECT_EQ(leads->rows[1].name, "Ann");
    EXPECT_EQ(leads->rows[2].name, "(none)");
}

TEST(Summary, lists_the_latest_first_and_the_soonest_first) {
    const Summary summary = summarise(example_register(), 4);
    ASSERT_EQ(summary.overdue.size(), 2U);
    EXPECT_EQ(summary.overdue[0].days, 31);
    EXPECT_EQ(summary.overdue[1].days, 12);
    ASSERT_EQ(summary.due_soon.size(), 1U);
    EXPECT_EQ(summary.due_soon[0].days, 19);
    EXPECT_EQ(summarise(example_register(), 20).due_soon.size(), 2U);
}

TEST(Summary, tables_without_anything_to_tell_are_left_out) {
    const Summary summary = summarise(example_register(), 4);
    EXPECT_EQ(table_of(summary, "section"), nullptr);
    EXPECT_EQ(table_of(summary, "rag"), nullptr);
    EXPECT_EQ(table_of(summary, "slips"), nullptr);
    EXPECT_NE(table_of(summary, "status"), nullptr);
}

TEST(Summary, tells_ages_closures_and_slips) {
    Document document = example_register();
    document.records[0].raised = When{.date = "2025-05-20"};
    document.records[1].raised = When{.date = "2024-01-01"};
    document.records[2].completed = When{.date = "2025-05-18"};
    document.records[0].due_history = {{.date = "2025-04-01"}};
    const Summary summary = summarise(document, 4);
    EXPECT_EQ(table_of(summary, "age")->rows.front().actions, 1U);
    EXPECT_EQ(table_of(summary, "age")->rows.back().actions, 1U);
    EXPECT_EQ(table_of(summary, "closed")->rows.at(0).name, "2025-05");
    EXPECT_EQ(table_of(summary, "slips")->rows.at(1).actions, 1U);
}

}  // namespace
}  // namespace tidytracker
