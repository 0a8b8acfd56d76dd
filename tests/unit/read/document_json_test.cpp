// SPDX-License-Identifier: Apache-2.0
#include "read/register/document_json.hpp"

#include <tidytracker/write.hpp>

#include <string>

#include <gtest/gtest.h>

#include "base/text.hpp"
#include "write/example_document.hpp"

namespace tidytracker {
namespace {

std::string written(const Document& document) {
    return *writer_by_name("json")->render(document, {});
}

/// The example document with one stretch of its text replaced.
Result<Document> read_with(std::string_view from, std::string_view to) {
    const std::string text = written(testing::full_document());
    EXPECT_NE(text.find(from), std::string::npos) << from;
    return read_document(replace_all(text, from, to));
}

void expect_error(std::string_view from, std::string_view to, std::string_view message,
                  std::string_view help) {
    const auto document = read_with(from, to);
    ASSERT_FALSE(document) << to;
    EXPECT_EQ(document.error().message.substr(document.error().message.find(": ") + 2), message);
    EXPECT_EQ(document.error().help, help);
}

constexpr std::string_view k_see_schema = "the command `schema` prints what a document holds";

TEST(ReadDocument, what_was_written_is_read) {
    const Document document = testing::full_document();
    const auto read = read_document(written(document));
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(*read, document);
    EXPECT_EQ(read_document(written(Document{.as_of = "2024-06-10"})),
              Document{.as_of = "2024-06-10"});
}

TEST(ReadDocument, order_and_layout_do_not_matter) {
    const auto read = read_document(
        "\xEF\xBB\xBF{\"as_of\":\"2024-06-10\",\"records\":[],\"findings\":[{\"message\":\"m\","
        "\"severity\":\"error\",\"rule\":\"r\"}],\r\n\"schema\" :\r\n\"tidytracker/1\","
        "\"sources\":[],\"unconverted\":[],\"generator\":\"g\"}");
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->findings,
              Findings{(Finding{.rule = "r", .severity = Severity::error, .message = "m"})});
}

TEST(ReadDocument, only_documents_look_like_one) {
    EXPECT_TRUE(looks_like_document(written(Document{})));
    EXPECT_TRUE(looks_like_document("  {\"schema\"\n:\"tidytracker/2\""));
    EXPECT_FALSE(looks_like_document("{\"schema\": \"other/1\"}"));
    EXPECT_FALSE(looks_like_document("[{\"schema\": \"tidytracker/1\"}]"));
    EXPECT_FALSE(looks_like_document("{\"text\": \"\\\"schema\\\": \\\"tidytracker/1\\\"\"}"));
    EXPECT_FALSE(looks_like_document(""));
}

TEST(ReadDocument, an_unknown_key_is_refused_with_a_suggestion) {
    expect_error("\"outcome\": \"Caf", "\"outcom\": \"Caf", "records[0].outcome is missing",
                 k_see_schema);
    expect_error("\"id\": \"A-17\"", "\"id\": \"A-17\", \"owner\": 1",
                 "records[0].owner is not in the schema", k_see_schema);
    expect_error("\"id\": \"A-17\"", "\"id\": \"A-17\", \"actions\": 1",
                 "records[0].actions is not in the schema", "did you mean \"action\"?");
    expect_error("\"generator\"", "\"extra\": 1, \"generator\"", "extra is not in the schema",
                 k_see_schema);
}

TEST(ReadDocument, a_key_that_is_there_twice_is_refused) {
    expect_error("\"id\": \"A-17\"", "\"id\": \"A-17\", \"id\": \"A-18\"",
                 "records[0].id is there twice", k_see_schema);
    expect_error("\"Ward\": \"North\"", "\"Ward\": \"North\", \"Ward\": \"\"",
                 "records[0].extra.Ward is there twice", k_see_schema);
}

TEST(ReadDocument, types_are_not_converted) {
    expect_error("\"percent\": 40", "\"percent\": \"40\"",
                 "records[0].percent must be a whole number from 0 to 100, or null", k_see_schema);
    expect_error("\"percent\": 40", "\"percent\": 400",
                 "records[0].percent must be a whole number from 0 to 100, or null", k_see_schema);
    expect_error("\"percent\": 40", "\"percent\": 40.5",
                 "records[0].percent must be a whole number from 0 to 100, or null", k_see_schema);
    expect_error("\"overdue\": true", "\"overdue\": 1",
                 "records[0].overdue must be true, false or null", k_see_schema);
    expect_error("\"place\": \"Actions!A17:H17\"", "\"place\": null",
                 "records[0].place must be a text", k_see_schema);
    expect_error("\"links\": [\"https", "\"links\": [0, \"https",
                 "records[0].links[0] must be a text", k_see_schema);
    expect_error("\"due_history\": [{", "\"due_history\": [[], {",
                 "records[0].due_history[0] must be an object", k_see_schema);
    expect_error("\"Ward\": \"North\"", "\"Ward\": 1", "records[0].extra.Ward must be a text",
                 k_see_schema);
}

TEST(ReadDocument, days_and_words_are_checked) {
    expect_error("\"as_of\": \"2024-06-10\"", "\"as_of\": \"2024-06-31\"",
                 "as_of must be a day such as 2024-03-31, not \"2024-06-31\"", k_see_schema);
    expect_error("\"qualifier\": \"by\"", "\"qualifier\": \"buy\"",
                 "records[0].due.qualifier must be one of its words, not \"buy\"",
                 "did you mean \"by\"?");
    expect_error("\"rag\": \"amber\"", "\"rag\": \"yellow\"",
                 "records[0].rag must be one of its words, not \"yellow\"",
                 "the words are blue, green, amber, red, grey, purple");
    expect_error("\"status\": \"in_progress\"", "\"status\": null",
                 "records[0].status must not be null",
                 "the words are not_started, in_progress, on_hold, proposed_close, complete, "
                 "cancelled, unknown");
    expect_error("\"rag\": \"amber\"", "\"rag\": \"\"",
                 "records[0].rag must be one of its words, not \"\"",
                 "the words are blue, green, amber, red, grey, purple");
}

TEST(ReadDocument, an_error_has_its_line_and_column) {
    const auto document = read_document(
        "{\n  \"schema\": \"tidytracker/1\",\n  \"generator\": 7,\n  \"as_of\": \"2024-06-10\"}");
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().kind, ErrorKind::unreadable);
    EXPECT_EQ(document.error().message, "line 3, column 17: generator must be a text");
}

TEST(ReadDocument, broken_json_is_refused_with_its_place) {
    const std::string text = written(testing::full_document());
    for (std::size_t size = 0; size < text.size() - 2; size += 97) {
        const auto document = read_document(std::string_view(text).substr(0, size));
        ASSERT_FALSE(document) << size;
        EXPECT_TRUE(document.error().message.starts_with("line ")) << document.error().message;
    }
    EXPECT_EQ(read_document("[]").error().message, "line 1, column 1: not a JSON object");
    EXPECT_EQ(read_document("7").error().message, "line 1, column 1: not a JSON object");
}

TEST(ReadDocument, another_version_of_the_schema_is_named) {
    const auto document = read_with("tidytracker/1", "tidytracker/2");
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().kind, ErrorKind::unsupported);
    EXPECT_EQ(document.error().message,
              "the document's schema is \"tidytracker/2\", not tidytracker/1");
}

TEST(ReadDocument, deep_nesting_is_refused) {
    const std::string deep(100'000, '[');
    const auto document = read_document("{\"schema\": \"tidytracker/1\", \"records\": " + deep);
    ASSERT_FALSE(document);
    EXPECT_NE(document.error().message.find("more than 64 levels"), std::string::npos);
}

}  // namespace
}  // namespace tidytracker
