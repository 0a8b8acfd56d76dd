// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "support/checking.hpp"

namespace tidytracker {
namespace {

using testing::check_records;
using testing::only;
using testing::Places;
using testing::places_in;
using testing::Rows;
using testing::sound_record;
using testing::sound_rows;

Party person(std::string name) {
    return Party{.person = name, .text = name};
}

Record led_by(std::initializer_list<std::string> names) {
    Record record = sound_record("A-9");
    record.leads.clear();
    for (const std::string& name : names) record.leads.push_back(person(name));
    return record;
}

TEST(PeopleRules, a_cell_that_says_tbc_is_a_placeholder_and_no_missing_lead) {
    Rows rows = sound_rows();
    rows[2][2] = "TBC";
    EXPECT_EQ(places_in("placeholder-lead", rows), Places{"Actions!C3"});
    EXPECT_EQ(places_in("missing-lead", rows), Places{});
    rows[2][2].clear();
    EXPECT_EQ(places_in("placeholder-lead", rows), Places{});
    EXPECT_EQ(places_in("missing-lead", rows), Places{"Actions!C3"});
}

TEST(PeopleRules, a_decision_and_what_was_refused_need_no_lead) {
    Record decision = sound_record("D-1");
    decision.kind = Kind::decision;
    decision.leads.clear();
    EXPECT_EQ(only("missing-lead", check_records({sound_record("A-1"), decision})).size(), 0U);
    decision.kind = Kind::recommendation;
    decision.response = Response::rejected;
    EXPECT_EQ(only("missing-lead", check_records({sound_record("A-1"), decision})).size(), 0U);
    decision.response = Response::none;
    EXPECT_EQ(only("missing-lead", check_records({sound_record("A-1"), decision})).size(), 1U);
}

TEST(PeopleRules, everybody_is_nobody) {
    EXPECT_EQ(only("collective-lead", check_records({led_by({"All"})})).size(), 1U);
    EXPECT_EQ(only("collective-lead", check_records({led_by({"Allison Ray"})})).size(), 0U);
}

TEST(PeopleRules, more_than_four_leads_are_many_unless_the_team_says_so) {
    const Record five = led_by({"Ada Quill", "Bo Lind", "Jo Tamm", "Al Rue", "Di Orr"});
    EXPECT_EQ(only("too-many-leads", check_records({five})).size(), 1U);
    EXPECT_EQ(only("too-many-leads", check_records({led_by({"Ada Quill", "Bo Lind"})})).size(), 0U);
    RuleSet rules;
    rules.settings = {{.rule = "too-many-leads", .number = 5}};
    EXPECT_EQ(only("too-many-leads", check_records({five}, rules)).size(), 0U);
}

TEST(PeopleRules, initials_without_a_name_are_told_once) {
    const Findings findings = only(
        "unknown-initials", check_records({led_by({"DH"}), led_by({"DH"}), led_by({"Dana Holt"})}));
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].note, "used 2 times");
    EXPECT_EQ(findings[0].help, "perhaps Dana Holt");
    EXPECT_EQ(only("unknown-initials", check_records({led_by({"Dh"})})).size(), 0U);
}

TEST(PeopleRules, one_first_name_among_full_names_is_incomplete) {
    std::vector<Record> records(5, led_by({"Ada Quill"}));
    records.push_back(led_by({"Dilys"}));
    EXPECT_EQ(only("incomplete-name", check_records(records)).size(), 1U);
    records.back().leads[0].title = "Cllr";
    EXPECT_EQ(only("incomplete-name", check_records(records)).size(), 0U);
    // Where first names are the custom of the house, none is a slip.
    records = {led_by({"Ada"}), led_by({"Dilys"}), led_by({"Ada Quill"})};
    EXPECT_EQ(only("incomplete-name", check_records(records)).size(), 0U);
}

TEST(PeopleRules, a_spelling_that_comes_once_beside_one_that_comes_often_is_a_slip) {
    std::vector<Record> records(3, led_by({"John Fenwick"}));
    records.push_back(led_by({"Jon Fenwick"}));
    EXPECT_EQ(only("name-spelled-twice", check_records(records)).size(), 1U);
    records.back() = led_by({"Jane Fenwick"});
    EXPECT_EQ(only("name-spelled-twice", check_records(records)).size(), 0U);
    records.resize(2);
    records.push_back(led_by({"Jon Fenwick"}));
    EXPECT_EQ(only("name-spelled-twice", check_records(records)).size(), 0U);
}

}  // namespace
}  // namespace tidytracker
