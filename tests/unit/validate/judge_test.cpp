// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "support/checking.hpp"

namespace tidytracker {
namespace {

using testing::document_of;
using testing::sound_record;

Finding finding_of(std::string rule, std::string place = "Actions!C5") {
    return Finding{.rule = std::move(rule),
                   .severity = Severity::warning,
                   .message = "something is odd",
                   .record = "A-1",
                   .source = "s1",
                   .place = std::move(place)};
}

std::vector<std::string> judged(Findings findings, const RuleSet& rules) {
    std::vector<std::string> out;
    const Document document = document_of({sound_record("A-1")});
    for (const Finding& finding : judge(std::move(findings), document, rules)) {
        out.push_back(finding.rule + " " + std::string(to_string(finding.severity)));
    }
    return out;
}

using Judged = std::vector<std::string>;

TEST(Judge, a_team_may_change_the_severity_of_a_rule_or_a_family_or_turn_it_off) {
    const Findings findings{finding_of("missing-due"), finding_of("missing-ref")};
    RuleSet rules;
    rules.settings = {{.rule = "missing-due", .severity = Severity::info},
                      {.rule = "identity", .severity = Severity::error}};
    EXPECT_EQ(judged(findings, rules), (Judged{"missing-due info", "missing-ref error"}));
    rules.settings = {{.rule = "missing-due", .off = true}};
    EXPECT_EQ(judged(findings, rules), Judged{"missing-ref warning"});
}

TEST(Judge, select_and_ignore_take_rules_and_families) {
    const Findings findings{finding_of("missing-due"), finding_of("vague-due"),
                            finding_of("missing-ref")};
    RuleSet rules;
    rules.select = {"dates"};
    EXPECT_EQ(judged(findings, rules), (Judged{"missing-due warning", "vague-due warning"}));
    rules.ignore = {"vague-due"};
    EXPECT_EQ(judged(findings, rules), Judged{"missing-due warning"});
    rules.select = {"vague-due", "missing-ref"};
    EXPECT_EQ(judged(findings, rules), Judged{"missing-ref warning"});
}

TEST(Judge, selecting_a_rule_by_name_turns_it_on) {
    const Rule* weekend = find_rule("weekend-due");
    ASSERT_NE(weekend, nullptr);
    RuleSet rules;
    EXPECT_FALSE(is_on(*weekend, rules));
    rules.select = {"weekend-due"};
    EXPECT_TRUE(is_on(*weekend, rules));
    rules.select = {"dates"};
    EXPECT_FALSE(is_on(*weekend, rules));
}

TEST(Judge, an_allowance_names_a_place_a_file_or_a_record) {
    for (const std::string where :
         {"Actions!C5", "log.xlsx", "log.xlsx:Actions!*", "A-1", "a-?", ""}) {
        RuleSet rules;
        rules.allowances = {{.rule = "missing-due", .where = where, .reason = "known"}};
        EXPECT_EQ(judged({finding_of("missing-due")}, rules), Judged{}) << where;
    }
}

TEST(Judge, an_allowance_that_nothing_needs_is_told) {
    RuleSet rules;
    rules.allowances = {
        {.rule = "missing-due", .where = "B-*", .reason = "known", .stated = "profile:3"}};
    EXPECT_EQ(judged({finding_of("missing-due")}, rules),
              (Judged{"missing-due warning", "unused-allow warning"}));
    // A rule that did not run cannot have needed it.
    rules.ignore = {"missing-due"};
    EXPECT_EQ(judged({finding_of("missing-due")}, rules), Judged{});
}

TEST(Judge, a_baseline_takes_away_as_many_as_it_has) {
    const Document document = document_of({sound_record("A-1")});
    RuleSet rules;
    rules.known = {fingerprint(finding_of("missing-due"), document)};
    // The place may move; the second of the same kind is new.
    EXPECT_EQ(judged({finding_of("missing-due", "Actions!C9")}, rules), Judged{});
    EXPECT_EQ(judged({finding_of("missing-due"), finding_of("missing-due")}, rules),
              Judged{"missing-due warning"});
    EXPECT_EQ(judged({finding_of("missing-ref")}, rules), Judged{"missing-ref warning"});
}

TEST(Judge, an_unknown_rule_gets_a_suggestion) {
    const Result<void> known = check_rule_name("missing-leed", {});
    ASSERT_FALSE(known);
    EXPECT_EQ(known.error().help, "did you mean \"missing-lead\"?");
    EXPECT_TRUE(check_rule_name("dates", {}));
    RuleSet rules;
    rules.custom = {{.name = "board-ref"}};
    EXPECT_TRUE(check_rule_name("board-ref", rules));
}

}  // namespace
}  // namespace tidytracker
