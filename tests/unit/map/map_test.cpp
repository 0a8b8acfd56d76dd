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

}  // namespace
}  // namespace tidytracker
