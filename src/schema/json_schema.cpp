// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/fields.hpp>

#include <array>

#include <nlohmann/json.hpp>

#include "model/words.hpp"
#include "schema/members.hpp"

namespace tidytracker {
namespace {

using Json = nlohmann::ordered_json;

struct Description {
    std::string_view noun{};  ///< the name under $defs
    std::string_view member{};
    std::string_view text{};
};

/// What the field table does not say: it describes the columns of the flat register.
constexpr std::array k_descriptions{
    Description{"record", "meeting", "The meeting where it arose."},
    Description{"record", "cells", "field -> the source cells its value came from."},
    Description{"when", "date",
                "The single day, or for a period its last day (the last acceptable day of a due "
                "date). Null where the text gives none."},
    Description{"when", "edtf",
                "ISO 8601-2 EDTF level 1, or an interval of months for UK fiscal quarters and "
                "terms."},
    Description{"when", "text", "As printed."},
    Description{"when", "qualifier", "What the text says besides the date."},
    Description{"party", "title", "Cllr, Dr, Professor, ..."},
    Description{"party", "text", "As printed, after wraps are joined."},
    Description{"progress", "label",
                "'Update', 'Initial response', 'Response', a status word that opens the entry, or "
                "null."},
    Description{"source", "sha256", "SHA-256 digest of the file's bytes, in hexadecimal."},
    Description{"source", "date", "The day that the document gives itself."},
    Description{"unconverted", "reason", "Why the text became no record."},
    Description{"finding", "rule", "Name of the rule, kebab-case: names the problem."},
    Description{"finding", "record", "Id of the record that it concerns."},
    Description{"finding", "field", "Name of the field that it concerns."},
    Description{"finding", "text", "The faulty text as printed."},
    Description{"finding", "help", "What to do."},
};

std::string_view description_of(std::string_view noun, std::string_view member) {
    for (const Description& each : k_descriptions) {
        if (each.noun == noun && each.member == member) return each.text;
    }
    const auto field = noun == "record" ? field_from_name(member) : std::nullopt;
    return field ? info(*field).description : std::string_view{};
}

Json type(std::string_view name) {
    return {{"type", name}};
}
Json type_or_null(std::string_view name) {
    return {{"type", {name, "null"}}};
}
Json reference(std::string_view noun) {
    return {{"$ref", "#/$defs/" + std::string(noun)}};
}
Json array_of(Json items) {
    Json out = type("array");
    out["items"] = std::move(items);
    return out;
}

template <class T>
constexpr std::string_view k_noun{};
template <>
constexpr std::string_view k_noun<When> = "when";
template <>
constexpr std::string_view k_noun<Party> = "party";
template <>
constexpr std::string_view k_noun<Progress> = "progress";
template <>
constexpr std::string_view k_noun<Meeting> = "meeting";
template <>
constexpr std::string_view k_noun<Record> = "record";
template <>
constexpr std::string_view k_noun<Source> = "source";
template <>
constexpr std::string_view k_noun<Unconverted> = "unconverted";
template <>
constexpr std::string_view k_noun<Finding> = "finding";

template <class T>
Json object_schema();

/// Collects the properties of one noun.
struct SchemaVisitor {
    std::string_view noun{};
    Json properties = Json::object();
    Json required = Json::array();

    void add(std::string_view name, Json schema, bool needed = true) {
        const std::string_view description = description_of(noun, name);
        if (!description.empty()) schema["description"] = description;
        properties[std::string(name)] = std::move(schema);
        if (needed) required.push_back(name);
    }
    void string(std::string_view name, const std::string& /*unused*/) { add(name, type("string")); }
    void text(std::string_view name, const std::string& /*unused*/) {
        add(name, type_or_null("string"));
    }
    void spare_text(std::string_view name, const std::string& /*unused*/) {
        add(name, type_or_null("string"), false);
    }
    void day(std::string_view name, const std::string& /*unused*/) {
        Json schema = type_or_null("string");
        schema["format"] = "date";
        add(name, std::move(schema));
    }
    template <class Enum>
    void word(std::string_view name, const Enum& /*unused*/) {
        Json values = Json::array();
        for (const std::string_view word : k_words<Enum>) {
            values.push_back(word.empty() ? Json() : Json(word));
        }
        add(name, {{"enum", std::move(values)}});
    }
    void place(std::string_view name, const std::string& /*unused*/) {
        properties[std::string(name)] = reference("place");
        required.push_back(name);
    }
    void boolean(std::string_view name, const std::optional<bool>& /*unused*/) {
        add(name, type_or_null("boolean"));
    }
    void percent(std::string_view name, const std::optional<int>& /*unused*/) {
        Json schema = type_or_null("integer");
        schema["minimum"] = 0;
        schema["maximum"] = 100;
        add(name, std::move(schema));
    }
    template <class T>
    void object(std::string_view name, const std::optional<T>& /*unused*/) {
        constexpr bool k_inline = std::is_same_v<T, Meeting>;
        Json schema = k_inline ? object_schema<T>() : reference(k_noun<T>);
        add(name, {{"anyOf", Json::array({type("null"), std::move(schema)})}});
    }
    template <class T>
    void list(std::string_view name, const std::vector<T>& /*unused*/) {
        add(name, array_of(reference(k_noun<T>)));
    }
    void strings(std::string_view name, const std::vector<std::string>& /*unused*/) {
        add(name, array_of(type("string")));
    }
    void pairs(std::string_view name, const decltype(Record::extra)& /*unused*/) {
        add(name, {{"type", "object"}, {"additionalProperties", type("string")}});
    }
    void places(std::string_view name, const decltype(Record::cells)& /*unused*/) {
        add(name, {{"type", "object"}, {"additionalProperties", array_of(reference("place"))}});
    }
};

Json object_of(Json properties, Json required) {
    Json out = type("object");
    out["properties"] = std::move(properties);
    out["required"] = std::move(required);
    out["additionalProperties"] = false;
    return out;
}

template <class T>
Json object_schema() {
    const T example{};
    SchemaVisitor visitor{.noun = k_noun<T>};
    visit_members(example, visitor);
    return object_of(std::move(visitor.properties), std::move(visitor.required));
}

template <class... Nouns>
Json definitions() {
    Json out = Json::object();
    out["place"] = type("string");
    out["place"]["description"] = info(Field::place).description;
    (out.emplace(std::string(k_noun<Nouns>), object_schema<Nouns>()), ...);
    return out;
}

}  // namespace

std::string json_schema() {
    Json day = type("string");
    day["format"] = "date";
    Json properties{{"schema", {{"const", k_schema_version}}},
                    {"generator", type("string")},
                    {"as_of", std::move(day)},
                    {"sources", array_of(reference("source"))},
                    {"records", array_of(reference("record"))},
                    {"unconverted", array_of(reference("unconverted"))},
                    {"findings", array_of(reference("finding"))}};
    Json required = Json::array();
    for (const auto& item : properties.items()) required.push_back(item.key());

    Json schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                {"title", "tidytracker document, version 1"}};
    schema.update(object_of(std::move(properties), std::move(required)));
    schema["$defs"] = definitions<When, Party, Progress, Record, Source, Unconverted, Finding>();
    return schema.dump(2) + "\n";
}

}  // namespace tidytracker
