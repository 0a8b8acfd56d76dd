// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/fields.hpp>

#include <algorithm>
#include <cstdlib>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/file.hpp"
#include "base/text.hpp"

namespace tidytracker {
namespace {

using nlohmann::json;

/// Without what does not decide whether a document is valid: descriptions, the order of words.
json meaning_of(json schema) {
    if (!schema.is_structured()) return schema;
    if (schema.is_object() && schema.contains("description") && schema["description"].is_string()) {
        schema.erase("description");
    }
    for (auto& [key, value] : schema.items()) {
        value = meaning_of(value);
        if (key == "enum" || key == "required") std::sort(value.begin(), value.end());
    }
    return schema;
}

TEST(JsonSchema, every_reference_has_its_definition) {
    const std::string text = json_schema();
    const json schema = json::parse(text);
    std::size_t references = 0;
    for (std::size_t at = 0; (at = text.find("#/$defs/", at)) != std::string::npos; ++references) {
        at += 8;
        const std::string noun = text.substr(at, text.find('"', at) - at);
        EXPECT_TRUE(schema["$defs"].contains(noun)) << noun;
    }
    EXPECT_GT(references, 10U);
}

TEST(JsonSchema, words_come_from_the_field_table) {
    const json schema = json::parse(json_schema());
    const json& record = schema["$defs"]["record"]["properties"];
    for (const FieldInfo& each : all_fields()) {
        if (each.allowed.empty() || !record.contains(std::string(each.name))) continue;
        json words = record[std::string(each.name)]["enum"];
        words.erase(std::remove(words.begin(), words.end(), json()), words.end());
        EXPECT_EQ(words, json(std::vector<std::string>(each.allowed.begin(), each.allowed.end())));
    }
}

TEST(JsonSchema, means_the_same_as_the_published_contract) {
    const char* named = std::getenv("TIDYTRACKER_CONTRACT");
    const std::string path = named != nullptr ? named
                                              : std::string(TIDYTRACKER_SAMPLES) +
                                                    "/../../shared/schema/document.schema.json";
    const auto contract = read_file(path);
    if (!contract) GTEST_SKIP() << contract.error().message;
    EXPECT_EQ(meaning_of(json::parse(json_schema())), meaning_of(json::parse(*contract)));
}

}  // namespace
}  // namespace tidytracker
