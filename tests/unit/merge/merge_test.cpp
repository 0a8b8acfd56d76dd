// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <gtest/gtest.h>

#include "merge/returns.hpp"

namespace tidytracker {
namespace {

using testing::Returns;

/// Two returns that tell of one action, the second one newer.
Returns two_returns() {
    Returns returns;
    returns.source("may.csv", "2024-05-31");
    Record& old = returns.row("Grease the second turntable", "A-2", "Ravi Sen", "2024-07-01");
    old.status = Status::in_progress;
    old.status_text = "Open";
    old.progress = {{.text = "Quote requested."}};
    old.outcome = "Cheaper cover";
    returns.source("june.csv", "2024-06-30");
    Record& fresh = returns.row("Grease the second turntable", "A-2", "Ravi Sen", "2024-08-01");
    fresh.status = Status::complete;
    fresh.status_text = "Done";
    fresh.progress = {{.text = "Quote requested. Policy starts on 1 August."}};
    return returns;
}

const Conflict* conflict_of(const Merged& merged, std::string_view field) {
    const auto found = std::ranges::find(merged.conflicts, field, &Conflict::field);
    return found == merged.conflicts.end() ? nullptr : &*found;
}

TEST(Merge, the_newer_value_counts_and_the_older_one_is_told) {
    const Merged merged = two_returns().merged();
    ASSERT_EQ(merged.records.size(), 1U);
    EXPECT_EQ(merged.records[0].status, Status::complete);
    EXPECT_EQ(merged.records[0].status_text, "Done");
    const Conflict* conflict = conflict_of(merged, "status");
    ASSERT_NE(conflict, nullptr);
    EXPECT_EQ(conflict->kept.text, "Done");
    EXPECT_EQ(conflict->kept.source, "s2");
    EXPECT_EQ(conflict->other.text, "Open");
    EXPECT_EQ(conflict->other.place, "A2:F2");
    EXPECT_NE(conflict->reason.find("2024-06-30"), std::string::npos);
}

TEST(Merge, an_earlier_due_date_becomes_history) {
    const Merged merged = two_returns().merged();
    EXPECT_EQ(merged.records[0].due->date, "2024-08-01");
    ASSERT_EQ(merged.records[0].due_history.size(), 1U);
    EXPECT_EQ(merged.records[0].due_history[0].date, "2024-07-01");
    EXPECT_NE(conflict_of(merged, "due"), nullptr);
}

TEST(Merge, what_a_newer_return_leaves_empty_stays) {
    EXPECT_EQ(two_returns().merged().records[0].outcome, "Cheaper cover");
}

TEST(Merge, an_entry_that_goes_on_is_one_entry) {
    const Merged merged = two_returns().merged();
    ASSERT_EQ(merged.records[0].progress.size(), 1U);
    EXPECT_EQ(merged.records[0].progress[0].text, "Quote requested. Policy starts on 1 August.");
}

TEST(Merge, entries_stand_in_order_of_their_dates) {
    Returns returns = two_returns();
    returns.records[0].progress = {{.date = "2024-05-20", .text = "Two."},
                                   {.date = "2024-04-20", .text = "One."}};
    returns.records[1].progress = {{.date = "2024-05-20", .text = "Two."},
                                   {.text = "Later."},
                                   {.date = "2024-06-20", .text = "Three."}};
    const Merged merged = returns.merged();
    std::vector<std::string> texts;
    for (const Progress& entry : merged.records[0].progress) texts.push_back(entry.text);
    EXPECT_EQ(texts, (std::vector<std::string>{"One.", "Two.", "Later.", "Three."}));
}

TEST(Merge, the_record_keeps_the_places_of_all_its_sources) {
    const Record record = two_returns().merged().records[0];
    EXPECT_EQ(record.source, "s1");
    EXPECT_EQ(record.place, "A2:F2; s2:A2:F2");
    const auto due = std::ranges::find(
        record.cells, "due", [](const auto& entry) { return std::string_view(entry.first); });
    ASSERT_NE(due, record.cells.end());
    EXPECT_EQ(due->second, (std::vector<std::string>{"s2:D2"}));
}

TEST(Merge, the_order_given_counts_only_where_days_do_not_tell) {
    Returns turned = two_returns();
    std::ranges::reverse(turned.sources);
    EXPECT_EQ(turned.merged().records[0].status, Status::complete);
    for (Source& source : turned.sources) source.date.clear();
    const Merged merged = turned.merged();
    EXPECT_EQ(merged.records[0].status, Status::in_progress);
    EXPECT_NE(conflict_of(merged, "status")->reason.find("given later"), std::string::npos);
}

TEST(Merge, a_preference_counts_before_the_day) {
    const Returns returns = two_returns();
    MergeOptions options = returns.options();
    options.prefer = {.policy = Policy::source, .source = "may.csv"};
    EXPECT_EQ(merge(returns.records, returns.sources, options).records[0].status,
              Status::in_progress);
    options.prefer = {};
    options.fields = {{.field = "status", .preference = {.policy = Policy::oldest}}};
    const Merged merged = merge(returns.records, returns.sources, options);
    EXPECT_EQ(merged.records[0].status, Status::in_progress);
    EXPECT_EQ(merged.records[0].due->date, "2024-08-01");
}

TEST(Merge, more_detail_on_a_lead_is_no_conflict) {
    Returns returns = two_returns();
    returns.records[0].leads = {{.organisation = "Housing", .text = "Housing"}};
    returns.records[1].leads = {
        {.person = "Ravi Sen", .organisation = "Housing", .text = "Ravi Sen, Housing"}};
    const Merged merged = returns.merged();
    EXPECT_EQ(merged.records[0].leads[0].person, "Ravi Sen");
    EXPECT_EQ(conflict_of(merged, "leads"), nullptr);
}

TEST(Merge, merging_in_parts_gives_what_merging_at_once_gives) {
    Returns all = two_returns();
    all.source("july.csv", "2024-07-31");
    Record& last = all.row("Grease the second turntable", "A-2", "Ravi Sen", "2024-09-01");
    last.progress = {{.date = "2024-07-20", .text = "Paid."}};
    const Record at_once = all.merged().records.at(0);

    // The last two first, then the oldest.
    Returns part = all;
    part.records.erase(part.records.begin());
    Returns rest = all;
    rest.records = {all.records[0], part.merged().records.at(0)};
    const Record in_parts = rest.merged().records.at(0);
    EXPECT_EQ(in_parts, at_once);
}

TEST(Merge, the_masters_references_order_and_pattern_stay) {
    Returns returns;
    returns.source("return.csv").row("Print the leaflet", "7", "Mina Okoro");
    returns.row("Hold a quiz evening", "8", "Ravi Sen");
    returns.source("master.xlsx").row("Mend the roof", "CSB-008", "Ravi Sen");
    returns.row("Print the leaflet", "CSB-009", "Mina Okoro").extra = {{"Cost", "40"}};
    MergeOptions options = returns.options();
    options.master = "s2";
    const Merged merged = merge(returns.records, returns.sources, options);
    ASSERT_EQ(merged.records.size(), 3U);
    EXPECT_EQ(merged.records[0].ref, "CSB-008");
    EXPECT_EQ(merged.records[1].ref, "CSB-009");
    EXPECT_EQ(merged.records[1].extra[0].second, "40");
    EXPECT_EQ(merged.records[2].ref, "CSB-010");
    EXPECT_EQ(merged.numbered, (std::vector<std::size_t>{2}));
}

TEST(Merge, reports_name_both_values_and_places) {
    const Returns returns = two_returns();
    const Merged merged = returns.merged();
    Findings findings;
    report_merge(merged, returns.sources, findings);
    const auto status = std::ranges::find(findings, "status", &Finding::field);
    ASSERT_NE(status, findings.end());
    EXPECT_EQ(status->rule, "conflicting-value");
    EXPECT_NE(status->message.find("\"Done\" in june.csv:A2:F2"), std::string::npos);
    EXPECT_NE(status->message.find("\"Open\" in may.csv:A2:F2"), std::string::npos);
}

}  // namespace
}  // namespace tidytracker
