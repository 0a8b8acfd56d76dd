// SPDX-License-Identifier: Apache-2.0
#include "validate/custom.hpp"

#include <gtest/gtest.h>

#include "support/checking.hpp"

namespace tidytracker {
namespace {

using testing::sound_record;

/// The messages of a rule about these records.
std::vector<std::string> messages(CustomRule rule, std::vector<Record> records) {
    rule.name = "own";
    const Document document = testing::document_of(std::move(records));
    Findings findings;
    check_custom(rule, {.document = &document}, findings);
    std::vector<std::string> out;
    for (const Finding& finding : findings) out.push_back(finding.message);
    return out;
}

using Messages = std::vector<std::string>;

TEST(CustomRule, required_and_forbidden_look_at_presence) {
    EXPECT_EQ(messages({.field = "item", .required = true}, {sound_record("A-1")}),
              Messages{"item is missing"});
    EXPECT_EQ(messages({.field = "ref", .required = true}, {sound_record("A-1")}), Messages{});
    EXPECT_EQ(messages({.field = "ref", .forbidden = true}, {sound_record("A-1")}),
              Messages{"ref should be empty"});
}

TEST(CustomRule, allowed_texts_are_compared_whatever_their_case) {
    const CustomRule rule{.field = "leads", .allowed = {"ada quill", "Bo Lind"}};
    EXPECT_EQ(messages(rule, {sound_record("A-1")}), Messages{});
    Record other = sound_record("A-2");
    other.leads.push_back(Party{.person = "Jo Tamm", .text = "Jo Tamm"});
    EXPECT_EQ(messages(rule, {other}),
              Messages{"leads \"Jo Tamm\" is not one of: ada quill, Bo Lind"});
}

TEST(CustomRule, a_pattern_must_match_the_whole_text) {
    EXPECT_EQ(messages({.field = "ref", .pattern = "A-\\d+"}, {sound_record("A-1")}), Messages{});
    EXPECT_EQ(messages({.field = "ref", .pattern = "A-\\d"}, {sound_record("A-12")}),
              Messages{"ref \"A-12\" does not match A-\\d"});
}

TEST(CustomRule, lengths_count_characters) {
    Record record = sound_record("A-1");
    record.item = "caf\xC3\xA9";
    EXPECT_EQ(messages({.field = "item", .shortest = 4, .longest = 4}, {record}), Messages{});
    EXPECT_EQ(messages({.field = "item", .longest = 3}, {record}).size(), 1U);
    EXPECT_EQ(messages({.field = "item", .shortest = 5}, {record}).size(), 1U);
}

TEST(CustomRule, bounds_are_days_or_numbers) {
    Record record = sound_record("A-1");  // due 2024-05-31, today is 2024-04-15
    record.percent = 40;
    EXPECT_EQ(messages({.field = "due", .at_most = "today"}, {record}),
              Messages{"due \"2024-05-31\" is after or above 2024-04-15"});
    EXPECT_EQ(messages({.field = "due", .at_least = "today"}, {record}), Messages{});
    EXPECT_EQ(messages({.field = "percent", .at_least = "50"}, {record}).size(), 1U);
    EXPECT_EQ(messages({.field = "percent", .at_least = "4", .at_most = "400"}, {record}),
              Messages{});
}

TEST(CustomRule, unique_alone_and_together_with_others) {
    const Record first = sound_record("A-1");
    Record second = sound_record("A-1");
    EXPECT_EQ(messages({.field = "ref", .unique = true}, {first, second}).size(), 1U);
    second.meeting = Meeting{.date = "2024-03-06"};
    const CustomRule together{.field = "ref", .unique_with = {"meeting_date"}};
    EXPECT_EQ(messages(together, {first, second}), Messages{});
    EXPECT_EQ(messages(together, {second, second}).size(), 1U);
}

TEST(CustomRule, speaks_only_of_records_that_its_conditions_let_through) {
    CustomRule rule{.field = "completed", .required = true};
    rule.when = {{.field = "status", .texts = {"complete"}}};
    Record done = sound_record("A-2");
    done.status = Status::complete;
    EXPECT_EQ(messages(rule, {sound_record("A-1"), done}).size(), 1U);
    rule.when.push_back({.field = "evidence", .present = true});
    EXPECT_EQ(messages(rule, {done}).size(), 0U);
    done.evidence = "Photograph";
    EXPECT_EQ(messages(rule, {done}).size(), 1U);
}

TEST(CustomRule, a_column_without_field_is_named_by_its_caption) {
    Record record = sound_record("A-1");
    record.extra = {{"Cost centre", "12"}};
    EXPECT_EQ(messages({.field = "extra.cost centre", .pattern = "\\d{4}"}, {record}).size(), 1U);
}

TEST(CustomRule, its_own_message_comes_first) {
    const CustomRule rule{
        .message = "quote the board paper", .field = "evidence", .required = true};
    EXPECT_EQ(messages(rule, {sound_record("A-1")}), Messages{"quote the board paper"});
}

}  // namespace
}  // namespace tidytracker
