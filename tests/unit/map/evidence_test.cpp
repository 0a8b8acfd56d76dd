// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/map.hpp>

#include <gtest/gtest.h>

namespace tidytracker {
namespace {

Table table_with(const std::string& caption, const std::vector<std::string>& values) {
    Table table;
    table.columns.push_back(Column{.caption = caption});
    for (const std::string& value : values) {
        table.rows.push_back(TableRow{.cells = {TableCell{.text = value}}});
    }
    return table;
}

Binding bound_to(Field field) {
    return {.field = field, .confidence = 0.8, .reason = "caption and values"};
}

TEST(Evidence, says_what_caption_and_values_speak_for) {
    const Table leads = table_with("Lead officer", {"Ada Birch", "Col Drew", "see minutes of May"});
    EXPECT_EQ(evidence_for(leads, 0, bound_to(Field::leads)),
              "known wording of leads; 2 of 3 values look like names");
    const Table due = table_with("By when", {"30/09/2024"});
    EXPECT_EQ(evidence_for(due, 0, bound_to(Field::due)),
              "known wording of due; 1 of 1 values look like dates");
}

TEST(Evidence, says_what_is_missing) {
    const Table action = table_with("", {"Repaint the railings"});
    EXPECT_EQ(evidence_for(action, 0, {.field = Field::action, .reason = "values"}),
              "no caption; values of about 3 words");
    EXPECT_EQ(evidence_for(table_with("Zorb", {"x"}), 0, {}), "caption is not known");
    EXPECT_EQ(evidence_for(table_with("Zorb", {""}), 0, {}), "no values");
}

TEST(Evidence, repeats_what_the_user_said) {
    EXPECT_EQ(evidence_for(table_with("Zorb", {"x"}), 0,
                           {.field = Field::leads, .confidence = 1, .reason = "profile"}),
              "said so by --map or the profile");
}

}  // namespace
}  // namespace tidytracker
