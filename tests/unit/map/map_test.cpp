// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/map.hpp>

#include <algorithm>

#include <gtest/gtest.h>

namespace tidytracker {
namespace {

Table table_of(const std::vector<std::string>& captions,
               const std::vector<std::vector<std::string>>& rows) {
    Table table;
    for (const std::string& caption : captions) table.columns.push_back(Column{caption});
    for (const auto& texts : rows) {
        TableRow row;
        for (const std::string& text : texts) row.cells.push_back(TableCell{text});
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::vector<Field> fields_of(const Table& table, const Instructions& instructions = {}) {
    Findings findings;
    std::vector<Field> fields;
    for (const Binding& binding : map_columns(table, instructions, findings).columns) {
        fields.push_back(binding.field);
    }
    return fields;
}

TEST(Map, values_decide_what_an_ambiguous_caption_means) {
    const Table by_list = table_of({"Action", "Progress"}, {{"Mend the gate at the depot", "Open"},
                                                            {"Ring the surveyor", "Closed"},
                                                            {"Order new keys", "Open"}});
    EXPECT_EQ(fields_of(by_list), (std::vector<Field>{Field::action, Field::status}));
    const Table by_prose =
        table_of({"Action", "Progress"},
                 {{"Mend the gate at the depot", "The smith came on Monday and took the measure."},
                  {"Ring the surveyor", "She is away until the end of the month. Try again."}});
    EXPECT_EQ(fields_of(by_prose), (std::vector<Field>{Field::action, Field::progress}));
}

TEST(Map, a_column_without_caption_is_known_by_its_values) {
    const Table table = table_of({"", "Item", "Action", "Lead"},
                                 {{"1", "Gates", "Mend the gate at the depot", "Ada Birch"},
                                  {"2", "Keys", "Order new keys for the hall", "Col Drew"}});
    EXPECT_EQ(fields_of(table),
              (std::vector<Field>{Field::ref, Field::item, Field::action, Field::leads}));
}

TEST(Map, a_revised_date_makes_the_other_one_history) {
    const Table table = table_of({"Action", "Due date", "Revised date"},
                                 {{"Mend the gate", "01/02/2024", "01/03/2024"},
                                  {"Order keys", "02/02/2024", "05/03/2024"}});
    EXPECT_EQ(fields_of(table),
              (std::vector<Field>{Field::action, Field::due_history, Field::due}));
}

TEST(Map, what_the_user_says_counts_most) {
    const Table table = table_of({"Action", "Owner", "Zone"}, {{"Mend the gate", "Ada Birch", "3"},
                                                               {"Paint it", "Col Drew", "1"}});
    EXPECT_EQ(fields_of(table)[2], Field::none);
    Instructions instructions;
    instructions.columns = {{"zone", "priority"}};
    EXPECT_EQ(fields_of(table, instructions)[2], Field::priority);
}

TEST(Map, a_table_that_follows_nothing_up_is_no_tracker) {
    Findings findings;
    const Table budget = table_of({"Item", "Amount"}, {{"Paint", "120"}, {"Brushes", "35"}});
    const Mapping mapping = map_columns(budget, {}, findings);
    EXPECT_FALSE(mapping.tracker);
    EXPECT_FALSE(mapping.reason.empty());
}

TEST(Map, a_filled_column_without_field_is_reported) {
    Findings findings;
    const Table table =
        table_of({"Action", "Owner", "Grid square"}, {{"Mend the gate", "Ada Birch", "NX 12"}});
    EXPECT_TRUE(map_columns(table, {}, findings).tracker);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].rule, "unmapped-column");
    EXPECT_EQ(findings[0].text, "Grid square");
}

TEST(Map, each_meeting_may_have_a_column_of_progress) {
    const std::string first = "The draft went to all partners for their comments last week.";
    const std::string later = "Two partners have signed so far, and one has asked for a meeting.";
    const Table table =
        table_of({"Ref", "Action", "Lead", "1 Feb 2024", "7 Mar 2024", "4 Apr 2024", "2 May 2024"},
                 {{"1", "Agree the protocol", "Ada Birch", first, later, first, later},
                  {"2", "Hire a coordinator", "Col Drew", later, first, later, first}});
    EXPECT_EQ(std::ranges::count(fields_of(table), Field::progress), 4);
}

TEST(Map, several_columns_can_be_sent_to_extra) {
    const Table table = table_of({"Action", "Lead", "Priority", "Status"},
                                 {{"Mend the gate", "Ada Birch", "High", "Open"},
                                  {"Order keys", "Col Drew", "Low", "Closed"}});
    const Instructions instructions{.columns = {{"Priority", "extra"}, {"Status", "extra"}}};
    Findings findings;
    const Mapping mapping = map_columns(table, instructions, findings);
    EXPECT_EQ(mapping.columns[2].reason, "profile");
    EXPECT_EQ(mapping.columns[3].reason, "profile");
    EXPECT_EQ(mapping.columns[3].field, Field::none);
    EXPECT_EQ(mapping.columns[0].field, Field::action);
}

TEST(Map, an_unknown_caption_is_read_by_its_values_and_reported) {
    const Table table =
        table_of({"Ref", "Aufgabe", "Due date", "Status"},
                 {{"1", "Repair the roof of the boat shed and test it", "01/05/2024", "Open"},
                  {"2", "Order the signs for both ends of the quay", "08/05/2024", "Closed"}});
    Findings findings;
    const Mapping mapping = map_columns(table, Instructions{}, findings);
    EXPECT_EQ(mapping.columns[1].field, Field::action);
    EXPECT_TRUE(mapping.tracker);
    EXPECT_EQ(std::ranges::count(findings, "unknown-caption", &Finding::rule), 1);
}

TEST(Map, lists_of_risks_and_agendas_are_no_trackers) {
    Findings findings;
    const Table risks = table_of({"Action", "Likelihood", "Owner"},
                                 {{"Loss of the main supplier", "3", "Ada Birch"},
                                  {"Flood in the archive", "2", "Col Drew"}});
    EXPECT_FALSE(map_columns(risks, Instructions{}, findings).tracker);
    const Table agenda = table_of(
        {"Item", "Title", "Lead", "Time"},
        {{"1", "Welcome", "Chair", "10:00"}, {"2", "Finance report", "Treasurer", "10:15"}});
    const Mapping mapping = map_columns(agenda, Instructions{}, findings);
    EXPECT_FALSE(mapping.tracker);
    EXPECT_EQ(mapping.reason, "it looks like an agenda or a list of contents");
}

}  // namespace
}  // namespace tidytracker
