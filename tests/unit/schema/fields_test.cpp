// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/fields.hpp>

#include <set>
#include <string>

#include <gtest/gtest.h>

#include "base/text.hpp"
#include "schema/flat.hpp"
#include "write/example_document.hpp"

namespace tidytracker {
namespace {

TEST(Fields, names_lead_back_to_their_field) {
    for (const FieldInfo& each : all_fields()) {
        EXPECT_EQ(field_from_name(each.name), each.field) << each.name;
        EXPECT_EQ(info(each.field).name, each.name);
    }
    EXPECT_FALSE(field_from_name("Due"));
    EXPECT_FALSE(field_from_name(""));
    EXPECT_EQ(info(Field::none).name, "");
    EXPECT_EQ(info(Field::count_).name, "");
}

TEST(Fields, captions_differ_also_without_their_case) {
    std::set<std::string> captions;
    for (const FieldInfo& each : all_fields()) captions.insert(lower_ascii(each.caption));
    EXPECT_EQ(captions.size(), all_fields().size());
}

TEST(Fields, only_fields_of_words_name_words) {
    for (const FieldInfo& each : all_fields()) {
        EXPECT_EQ(each.allowed.empty(), each.type != FieldType::word) << each.name;
        for (const auto word : each.allowed) EXPECT_FALSE(word.empty()) << each.name;
    }
}

TEST(Fields, each_has_a_width_and_a_sentence) {
    for (const FieldInfo& each : all_fields()) {
        EXPECT_GE(each.width, 9) << each.name;
        EXPECT_TRUE(each.description.ends_with(".")) << each.name;
    }
}

TEST(Fields, markdown_has_a_line_for_each) {
    const std::string page = schema_markdown();
    EXPECT_EQ(split(page, '\n').size(), all_fields().size() + 3);
    EXPECT_NE(page.find("| `rag` | RAG | `blue`, `green`, `amber`, `red`, `grey`, `purple` | "),
              std::string::npos);
}

TEST(Flat, a_field_holds_the_words_of_its_list) {
    Record record{.status = Status::in_progress, .overdue = false, .rag = Rag::red, .percent = 40};
    record.meeting = Meeting{.name = "Parks Board", .date = "2024-03-12"};
    EXPECT_EQ(flat_text(record, Field::status), "in_progress");
    EXPECT_EQ(flat_text(record, Field::overdue), "false");
    EXPECT_EQ(flat_text(record, Field::rag), "red");
    EXPECT_EQ(flat_text(record, Field::percent), "40");
    EXPECT_EQ(flat_text(record, Field::meeting_name), "Parks Board");
    EXPECT_EQ(flat_text(record, Field::meeting_date), "2024-03-12");
}

TEST(Flat, an_empty_record_has_only_its_kind_and_status) {
    for (const FieldInfo& each : all_fields()) {
        const bool word = each.field == Field::kind || each.field == Field::status;
        EXPECT_EQ(flat_text(Record{}, each.field).empty(), !word) << each.name;
    }
}

TEST(Flat, the_parts_of_a_date_are_columns) {
    Record record;
    record.due = When{
        .date = "2024-05-31", .edtf = "2024-05", .text = "by May 2024", .qualifier = Qualifier::by};
    EXPECT_EQ(flat_text(record, Field::due), "2024-05-31");
    EXPECT_EQ(flat_text(record, Field::due_edtf), "2024-05");
    EXPECT_EQ(flat_text(record, Field::due_text), "by May 2024");
    EXPECT_EQ(flat_text(record, Field::due_qualifier), "by");
    EXPECT_EQ(flat_text(record, Field::review), "");
}

TEST(Flat, a_full_record_has_a_text_for_every_field) {
    for (const FieldInfo& each : all_fields()) {
        EXPECT_FALSE(flat_text(testing::full_record(), each.field).empty() &&
                     !each.name.starts_with("completed"))
            << each.name;
    }
}

TEST(Flat, words_can_be_read_by_people) {
    EXPECT_EQ(readable_word("partially_accepted"), "Partially accepted");
    EXPECT_EQ(readable_word(""), "");
}

}  // namespace
}  // namespace tidytracker
