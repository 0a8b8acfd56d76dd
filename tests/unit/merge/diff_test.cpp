// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/diff.hpp>

#include <algorithm>

#include <gtest/gtest.h>

namespace tidytracker {
namespace {

Record action(const std::string& ref, const std::string& text, const IsoDay& due,
              Status status = Status::in_progress) {
    return {.ref = ref,
            .action = text,
            .leads = {{.person = "Ravi Sen", .text = "Ravi Sen"}},
            .due = When{.date = due, .edtf = due, .text = due},
            .status = status};
}

Document version(std::vector<Record> records) {
    return {.records = std::move(records)};
}

Difference compared(const Document& before, const Document& after) {
    Findings findings;
    return diff(before, after, {}, findings);
}

std::vector<std::string> fields_of(const ChangedRecord& changed) {
    std::vector<std::string> out;
    for (const FieldChange& change : changed.changes) out.push_back(change.field);
    return out;
}

TEST(Diff, rows_may_stand_in_any_order) {
    const Document before = version({action("T-1", "Move the archive", "2025-05-31"),
                                     action("T-2", "Number the moorings", "2025-04-30")});
    const Document after = version({before.records[1], before.records[0]});
    const Difference difference = compared(before, after);
    EXPECT_TRUE(difference.empty());
    EXPECT_EQ(difference.unchanged, 2U);
}

TEST(Diff, tells_what_came_and_what_went) {
    const Document before = version({action("T-1", "Move the archive", "2025-05-31"),
                                     action("T-2", "Number the moorings", "2025-04-30")});
    const Document after =
        version({before.records[0], action("T-3", "Count the glass plates", "2025-06-30")});
    const Difference difference = compared(before, after);
    EXPECT_EQ(difference.added, (std::vector<std::size_t>{1}));
    EXPECT_EQ(difference.removed, (std::vector<std::size_t>{1}));
}

TEST(Diff, a_due_date_put_off_again_counts_both_times) {
    const Document before = version({action("T-1", "Move the archive", "2025-05-31")});
    Document after = version({action("T-1", "Move the archive", "2025-06-14")});
    after.records[0].due_history = {{.date = "2025-03-31", .edtf = "2025-03-31"}};
    const Difference difference = compared(before, after);
    ASSERT_EQ(difference.changed.size(), 1U);
    EXPECT_EQ(difference.changed[0].slipped_days, 14);
    EXPECT_EQ(difference.changed[0].slips, 2U);
    EXPECT_EQ(fields_of(difference.changed[0]), (std::vector<std::string>{"due"}));
}

TEST(Diff, tells_closing_and_reopening) {
    const Document before =
        version({action("T-1", "Move the archive", "2025-05-31"),
                 action("T-2", "Number the moorings", "2025-04-30", Status::complete)});
    Document after = before;
    after.records[0].status = Status::complete;
    after.records[1].status = Status::in_progress;
    const Difference difference = compared(before, after);
    ASSERT_EQ(difference.changed.size(), 2U);
    EXPECT_TRUE(difference.changed[0].closed);
    EXPECT_TRUE(difference.changed[1].reopened);
}

TEST(Diff, an_entry_that_goes_on_is_new_progress_and_an_old_one_is_not) {
    Document before = version({action("T-1", "Move the archive", "2025-05-31")});
    before.records[0].progress = {{.text = "Half moved."}, {.text = "Van hired."}};
    Document after = before;
    after.records[0].progress[0].text = "Half moved. Lift broken.";
    const Difference difference = compared(before, after);
    ASSERT_EQ(difference.changed.size(), 1U);
    ASSERT_EQ(difference.changed[0].new_progress.size(), 1U);
    EXPECT_EQ(difference.changed[0].new_progress[0].text, "Half moved. Lift broken.");
}

TEST(Diff, a_field_that_one_version_does_not_know_is_no_change) {
    Document before = version({action("T-1", "Move the archive", "2025-05-31")});
    Document after = before;
    after.records[0].rag = Rag::amber;
    after.records[0].extra = {{"Cost", "40"}};
    EXPECT_TRUE(compared(before, after).empty());
    before.records[0].extra = {{"Cost", "30"}};
    EXPECT_EQ(fields_of(compared(before, after).changed.at(0)),
              (std::vector<std::string>{"extra"}));
}

TEST(Diff, a_doubtful_pair_is_told_and_counts_as_two) {
    Document before = version({action("", "Ask the library about opening on Sundays", "")});
    Document after = version({action("", "Ask about library opening, Sundays and evenings", "")});
    for (Document* document : {&before, &after}) {
        document->records[0].due.reset();
        document->records[0].id = document == &before ? "r-1" : "r-2";
        document->records[0].leads.clear();
    }
    Findings findings;
    const Difference difference = diff(before, after, {}, findings);
    if (difference.added.empty()) {
        EXPECT_TRUE(findings.empty());
    } else {
        ASSERT_EQ(findings.size(), 1U);
        EXPECT_EQ(findings[0].rule, "doubtful-match");
    }
    const Difference told = diff(before, after, {.same = {{"r-1", "r-2"}}}, findings);
    EXPECT_EQ(told.changed.size(), 1U);
}

}  // namespace
}  // namespace tidytracker
