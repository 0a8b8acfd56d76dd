// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/validate.hpp>

#include <gtest/gtest.h>

#include "base/text.hpp"
#include "support/checking.hpp"

namespace tidytracker {
namespace {

using testing::sound_record;

Findings findings_of(std::vector<Record> records) {
    return testing::check_records(std::move(records));
}

/// "rule field place" of each finding.
std::vector<std::string> told(const Findings& findings) {
    std::vector<std::string> out;
    for (const Finding& finding : findings) {
        out.push_back(finding.rule + " " + finding.field + " " + finding.place);
    }
    return out;
}

using Told = std::vector<std::string>;

TEST(Rules, find_nothing_in_a_sound_record) {
    EXPECT_EQ(told(findings_of({sound_record("A-1"), sound_record("A-2")})), Told{});
}

TEST(Rules, a_record_without_action_is_reported_at_its_row) {
    Record record = sound_record("A-1");
    record.action.clear();
    EXPECT_EQ(told(findings_of({record})), Told{"missing-action action Actions!A5:F5"});
}

TEST(Rules, a_lead_is_missed_only_where_the_table_names_leads) {
    Record without = sound_record("A-2");
    without.leads.clear();
    EXPECT_EQ(told(findings_of({sound_record("A-1"), without})),
              Told{"missing-lead leads Actions!A5:F5"});
    EXPECT_EQ(told(findings_of({without})), Told{});
    Record elsewhere = sound_record("A-1");
    elsewhere.place = "Log!A5:F5";
    EXPECT_EQ(told(findings_of({elsewhere, without})), Told{});
}

TEST(Rules, a_finished_action_needs_no_lead_and_no_due_date) {
    Record done = sound_record("A-2");
    done.leads.clear();
    done.due.reset();
    done.status = Status::complete;
    EXPECT_EQ(told(findings_of({sound_record("A-1"), done})), Told{});
}

TEST(Rules, a_due_date_is_missed_only_where_the_table_has_one) {
    Record without = sound_record("A-2");
    without.due.reset();
    EXPECT_EQ(told(findings_of({sound_record("A-1"), without})),
              Told{"missing-due due Actions!E5"});
    EXPECT_EQ(told(findings_of({without})), Told{});
}

TEST(Rules, a_missing_value_is_placed_in_the_column_of_its_neighbours) {
    Record without = sound_record("A-2");
    without.place = "Actions!A6:F6";
    without.cells.clear();
    without.due.reset();
    EXPECT_EQ(told(findings_of({sound_record("A-1"), without})),
              Told{"missing-due due Actions!E6"});
}

TEST(Rules, a_reference_may_be_used_again_in_another_source) {
    Record other = sound_record("A-1");
    other.source = "s2";
    EXPECT_EQ(told(findings_of({sound_record("A-1"), other})), Told{});
    const Findings findings = findings_of({sound_record("A-1"), sound_record("A-1")});
    ASSERT_EQ(told(findings), Told{"duplicate-ref ref Actions!A5"});
    EXPECT_EQ(findings[0].other_place, "Actions!A5");
    EXPECT_EQ(findings[0].help, "delete one of the two rows");
}

TEST(Rules, a_due_date_before_the_day_of_raising_points_at_both_cells) {
    Record record = sound_record("A-1");
    record.due = When{.date = "2023-05-31", .text = "31/05/23"};
    const Findings findings = findings_of({record});
    ASSERT_EQ(told(findings), Told{"due-before-raised due Actions!E5"});
    EXPECT_EQ(findings[0].other_place, "Actions!D5");
    EXPECT_EQ(findings[0].text, "31/05/23");
    EXPECT_EQ(findings[0].help, "the year is probably 2024");
}

TEST(Rules, nothing_is_due_or_done_before_a_period_that_it_lies_in) {
    Record record = sound_record("A-1");
    record.status = Status::complete;
    record.due = record.completed = When{.date = "2024-03-08", .edtf = "2024-03-08"};
    record.raised = When{.date = "2024-03-31", .edtf = "2024-03", .text = "March 2024"};
    EXPECT_EQ(told(findings_of({record})), Told{});
    record.raised = When{.date = "2025-03-31", .edtf = "2025-03", .text = "March 2025"};
    EXPECT_EQ(told(findings_of({record})),
              (Told{"completed-before-raised completed Actions!A5:F5",
                    "due-before-raised due Actions!E5", "raised-in-future raised Actions!D5"}));
}

TEST(Rules, completion_is_neither_in_the_future_nor_before_raising) {
    Record record = sound_record("A-1");
    record.status = Status::complete;
    record.completed = When{.date = "2024-04-15"};
    EXPECT_EQ(told(findings_of({record})), Told{});
    record.completed->date = "2024-04-16";
    EXPECT_EQ(told(findings_of({record})), Told{"completed-in-future completed Actions!A5:F5"});
    record.completed->edtf = "2024-04";  // the month is not over
    EXPECT_EQ(told(findings_of({record})), Told{});
    record.completed = When{.date = "2024-03-10"};
    EXPECT_EQ(told(findings_of({record})), Told{"completed-before-raised completed Actions!A5:F5"});
}

TEST(Rules, status_and_completion_date_agree) {
    Record open = sound_record("A-1");
    open.completed = When{.date = "2024-04-01"};
    Record undated = sound_record("A-2");
    undated.status = Status::complete;
    EXPECT_EQ(told(findings_of({open, undated})),
              (Told{"complete-without-date completed Actions!A5:F5",
                    "open-with-completion-date status Actions!F5"}));
}

TEST(Rules, overdue_counts_the_days) {
    Record record = sound_record("A-1");
    record.due = When{.date = "2024-04-12", .text = "12/04/2024"};
    record.overdue = true;
    const Findings findings = findings_of({record});
    ASSERT_EQ(told(findings), Told{"overdue due Actions!E5"});
    EXPECT_EQ(findings[0].message, "action A-1 is overdue by 3 days");
    EXPECT_EQ(findings[0].severity, Severity::info);
}

TEST(Rules, a_mistyped_status_gets_a_suggestion) {
    Record record = sound_record("A-1");
    record.status = Status::unknown;
    record.status_text = "Clsoed";
    const Findings findings = findings_of({record});
    ASSERT_EQ(told(findings), Told{"unknown-status status Actions!F5"});
    EXPECT_EQ(findings[0].help, "did you mean \"closed\"?");
}

TEST(Rules, each_has_a_whole_page_and_a_name_of_its_own) {
    for (const Rule& rule : all_rules()) {
        EXPECT_EQ(find_rule(rule.name), &rule) << rule.name;
        for (const std::string_view part : {rule.what, rule.why, rule.example, rule.remedy}) {
            EXPECT_FALSE(part.empty()) << rule.name;
        }
        if (rule.related.empty()) continue;
        for (const std::string_view related : split(rule.related, ',')) {
            EXPECT_NE(find_rule(trim(related)), nullptr) << rule.name << ": " << related;
        }
    }
    EXPECT_EQ(find_rule("no-such-rule"), nullptr);
}

}  // namespace
}  // namespace tidytracker
