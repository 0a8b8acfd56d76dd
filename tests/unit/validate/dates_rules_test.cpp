// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "support/checking.hpp"

namespace tidytracker {
namespace {

using testing::check_records;
using testing::only;
using testing::sound_record;

When day(std::string iso) {
    return When{.date = iso, .edtf = iso, .text = iso};
}

/// How often a rule speaks of a sound record that `change` has touched.
template <class Change>
std::size_t told_after(std::string_view rule, Change change, const RuleSet& rules = {}) {
    Record record = sound_record("A-1");
    change(record);
    return only(rule, check_records({record}, rules)).size();
}

TEST(DatesRules, words_that_only_put_off_are_vague) {
    const auto due = [](Qualifier qualifier, std::string date) {
        return told_after("vague-due", [&](Record& record) {
            record.due = When{.date = date, .text = "words", .qualifier = qualifier};
        });
    };
    EXPECT_EQ(due(Qualifier::asap, ""), 1U);
    EXPECT_EQ(due(Qualifier::tbc, ""), 1U);
    EXPECT_EQ(due(Qualifier::recurring, ""), 0U);
    EXPECT_EQ(due(Qualifier::by, "2024-05-31"), 0U);
}

TEST(DatesRules, only_a_day_after_the_report_lies_in_the_future) {
    const auto raised = [](When when) {
        return told_after("raised-in-future", [&](Record& record) { record.raised = when; });
    };
    EXPECT_EQ(raised(day("2024-04-16")), 1U);
    EXPECT_EQ(raised(day("2024-04-15")), 0U);
    // April is not over yet.
    EXPECT_EQ(raised(When{.date = "2024-04-30", .edtf = "2024-04", .text = "April"}), 0U);
}

TEST(DatesRules, a_year_that_is_one_slip_from_the_others_and_far_off_is_a_typing_error) {
    const auto typos = [](std::string due) {
        std::vector<Record> records(4, sound_record("A-1"));
        records[3].due = day(std::move(due));
        return only("year-typo", check_records(records));
    };
    ASSERT_EQ(typos("2042-05-31").size(), 1U);
    EXPECT_EQ(typos("2042-05-31")[0].help, "the year is probably 2024");
    EXPECT_EQ(typos("2204-05-31").size(), 1U);
    EXPECT_EQ(typos("2026-05-31").size(), 0U);  // a plan
    EXPECT_EQ(typos("2050-12-31").size(), 0U);  // a long one
}

TEST(DatesRules, weekends_are_told_only_where_a_team_asks_for_it) {
    const auto saturday = [](Record& record) { record.due = day("2024-06-01"); };
    EXPECT_EQ(told_after("weekend-due", saturday), 0U);
    RuleSet rules;
    rules.settings = {{.rule = "weekend-due", .severity = Severity::info}};
    EXPECT_EQ(told_after("weekend-due", saturday, rules), 1U);
    EXPECT_EQ(told_after(
                  "weekend-due", [](Record& r) { r.due = day("2024-05-31"); }, rules),
              0U);
    // The end of a month falls as it falls.
    const auto june = [](Record& record) {
        record.due = When{.date = "2024-06-30", .edtf = "2024-06", .text = "June 2024"};
    };
    EXPECT_EQ(told_after("weekend-due", june, rules), 0U);
}

TEST(DatesRules, a_date_that_moved_three_times_is_no_plan) {
    const auto moved = [](std::size_t times) {
        return told_after("due-moved-often", [times](Record& record) {
            record.due_history.assign(times, day("2024-01-31"));
        });
    };
    EXPECT_EQ(moved(3), 1U);
    EXPECT_EQ(moved(2), 0U);
}

TEST(DatesRules, a_review_is_overdue_the_day_after) {
    const auto review = [](std::string iso, Status status) {
        return told_after("review-overdue", [&](Record& record) {
            record.review = day(iso);
            record.status = status;
        });
    };
    EXPECT_EQ(review("2024-04-14", Status::in_progress), 1U);
    EXPECT_EQ(review("2024-04-15", Status::in_progress), 0U);
    EXPECT_EQ(review("2024-04-14", Status::complete), 0U);
}

}  // namespace
}  // namespace tidytracker
