// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/fields.hpp>
#include <tidytracker/write.hpp>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "write/example_document.hpp"

namespace tidytracker {
namespace {

using Json = nlohmann::ordered_json;

Json written(const Document& document) {
    return Json::parse(*writer_by_name("json")->render(document, {}));
}

/// The keys of an object, in their order.
std::vector<std::string> keys_of(const Json& object) {
    std::vector<std::string> keys;
    for (const auto& item : object.items()) keys.push_back(item.key());
    return keys;
}

TEST(WriteJson, keys_are_those_of_the_schema_in_its_order) {
    const Json schema = Json::parse(json_schema());
    const Json& nouns = schema["$defs"];
    const Json document = written(testing::full_document());
    EXPECT_EQ(keys_of(document), keys_of(schema["properties"]));
    const Json& record = document["records"][0];
    EXPECT_EQ(keys_of(record), keys_of(nouns["record"]["properties"]));
    EXPECT_EQ(keys_of(record["due"]), keys_of(nouns["when"]["properties"]));
    EXPECT_EQ(keys_of(record["leads"][0]), keys_of(nouns["party"]["properties"]));
    EXPECT_EQ(keys_of(record["progress"][0]), keys_of(nouns["progress"]["properties"]));
    EXPECT_EQ(keys_of(document["sources"][0]), keys_of(nouns["source"]["properties"]));
    EXPECT_EQ(keys_of(document["unconverted"][0]), keys_of(nouns["unconverted"]["properties"]));
    EXPECT_EQ(keys_of(document["findings"][0]), keys_of(nouns["finding"]["properties"]));
}

TEST(WriteJson, what_is_not_there_is_null) {
    const Json record = written(testing::full_document())["records"][1];
    for (const char* key : {"ref", "meeting", "raised", "due", "overdue", "rag", "percent",
                            "priority", "response", "outcome"}) {
        EXPECT_TRUE(record[key].is_null()) << key;
    }
    for (const char* key : {"leads", "due_history", "progress", "links"}) {
        EXPECT_EQ(record[key], Json::array()) << key;
    }
    EXPECT_EQ(record["extra"], Json::object());
    EXPECT_EQ(record["status"], "unknown");
}

TEST(WriteJson, values_are_written_as_their_type) {
    const Json record = written(testing::full_document())["records"][0];
    EXPECT_EQ(record["percent"], 40);
    EXPECT_EQ(record["overdue"], true);
    EXPECT_EQ(record["due"]["qualifier"], "by");
    EXPECT_EQ(record["completed"]["date"], Json());
    EXPECT_EQ(record["action"], "Replace the \"big\" swing,\nthen re-open");
    EXPECT_EQ(record["cells"]["due"], (Json{"Actions!F17", "Actions!G17"}));
}

TEST(WriteJson, text_stays_readable_and_valid) {
    Document document;
    document.records = {Record{.item = "Café", .action = std::string("a\x01\0\xFF\\\t", 6)}};
    const auto bytes = *writer_by_name("json")->render(document, {});
    EXPECT_NE(bytes.find("\"item\": \"Café\""), std::string::npos);
    EXPECT_NE(bytes.find(R"("action": "a\u0001\u0000)"
                         "\xEF\xBF\xBD"
                         R"(\\\t")"),
              std::string::npos);
    EXPECT_EQ(Json::parse(bytes)["records"].size(), 1U);
}

TEST(WriteJson, columns_of_one_caption_keep_both_texts) {
    Document document;
    document.records = {Record{.extra = {{"Note", "a"}, {"Note", "b"}, {"Note (2)", "c"}}}};
    EXPECT_EQ(written(document)["records"][0]["extra"],
              (Json{{"Note", "a"}, {"Note (2)", "b"}, {"Note (2) (2)", "c"}}));
}

TEST(WriteJson, an_empty_document_is_whole) {
    EXPECT_EQ(*writer_by_name("json")->render(Document{.as_of = "2024-06-10"}, {}),
              "{\n"
              "  \"schema\": \"tidytracker/1\",\n"
              "  \"generator\": \"\",\n"
              "  \"as_of\": \"2024-06-10\",\n"
              "  \"sources\": [],\n"
              "  \"records\": [],\n"
              "  \"unconverted\": [],\n"
              "  \"findings\": []\n"
              "}\n");
}

TEST(WriteJsonl, a_line_is_a_record) {
    const Document document = testing::full_document();
    const auto bytes = *writer_by_name("jsonl")->render(document, {});
    const auto lines = split(bytes, '\n');
    ASSERT_EQ(lines.size(), 3U);
    const Json whole = written(document);
    EXPECT_EQ(Json::parse(lines[0]), whole["records"][0]);
    EXPECT_EQ(Json::parse(lines[1]), whole["records"][1]);
    EXPECT_EQ(lines[2], "");
}

}  // namespace
}  // namespace tidytracker
