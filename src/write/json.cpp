// SPDX-License-Identifier: Apache-2.0
// Writes the JSON document, and its records alone as JSON lines. Keys and their order are those of
// the schema (schema/members.hpp); every key is there, null where there is no value. A record has
// a line for each of its members, so that two versions of a register can be compared line by line.
#include <set>

#include "base/json_text.hpp"
#include "base/large_pages.hpp"
#include "base/unicode.hpp"
#include "model/words.hpp"
#include "schema/members.hpp"
#include "write/formats.hpp"

namespace tidytracker {
namespace {

using std::string_view;

bool all_differ(const decltype(Record::extra)& pairs) {
    // Nearly all records have a few; many are compared in another way.
    constexpr std::size_t k_few = 16;
    if (pairs.size() > k_few) return false;
    for (auto pair = pairs.begin(); pair != pairs.end(); ++pair) {
        for (auto before = pairs.begin(); before != pair; ++before) {
            if (before->first == pair->first) return false;
        }
    }
    return true;
}

/// Two columns of a source can have the same caption; keys of an object must differ.
std::string unused_key(string_view key, const std::set<std::string, std::less<>>& used) {
    std::string candidate(key);
    for (int number = 2; used.contains(candidate); ++number) {
        candidate = std::string(key) + " (" + std::to_string(number) + ")";
    }
    return candidate;
}

/// Writes the members of one object; each starts on a line of its own if `line_start` is set.
class JsonVisitor {
  public:
    explicit JsonVisitor(std::string& out, string_view line_start = {})
        : out_(out), line_start_(line_start) {}

    void string(string_view name, const std::string& value) {
        key(name);
        append_valid_json(value, out_);
    }
    void text(string_view name, const std::string& value) {
        key(name);
        value.empty() ? null() : append_valid_json(value, out_);
    }
    void day(string_view name, const std::string& value) { text(name, value); }
    void spare_text(string_view name, const std::string& value) { text(name, value); }
    void place(string_view name, const std::string& value) { string(name, value); }
    template <class Enum>
    void word(string_view name, Enum value) {
        key(name);
        const string_view word = word_of(value);
        word.empty() ? null() : append_valid_json(word, out_);
    }
    void boolean(string_view name, std::optional<bool> value) {
        key(name);
        out_ += !value ? "null" : *value ? "true" : "false";
    }
    void percent(string_view name, std::optional<int> value) {
        key(name);
        out_ += value ? std::to_string(*value) : "null";
    }
    template <class T>
    void object(string_view name, const std::optional<T>& value) {
        key(name);
        value ? append_object(*value) : null();
    }
    template <class T>
    void list(string_view name, const std::vector<T>& values) {
        key(name);
        array(values, [this](const T& value) { append_object(value); });
    }
    void strings(string_view name, const std::vector<std::string>& values) {
        key(name);
        array_of_strings(values);
    }
    void pairs(string_view name, const decltype(Record::extra)& values) {
        key(name);
        const bool differ = all_differ(values);
        std::set<std::string, std::less<>> used;
        out_ += '{';
        JsonVisitor inner(out_);
        for (const auto& [caption, text] : values) {
            inner.free_key(differ ? caption : *used.insert(unused_key(caption, used)).first);
            append_valid_json(text, out_);
        }
        out_ += '}';
    }
    void places(string_view name, const decltype(Record::cells)& values) {
        key(name);
        out_ += '{';
        JsonVisitor inner(out_);
        for (const auto& [field, cells] : values) {
            inner.free_key(field);
            inner.array_of_strings(cells);
        }
        out_ += '}';
    }

  private:
    void begin_member() {
        if (!first_) out_ += line_start_.empty() ? ", " : ",";
        first_ = false;
        out_ += line_start_;
    }
    /// A key of the schema, which has nothing to escape.
    void key(string_view name) {
        begin_member();
        out_ += '"';
        out_ += name;
        out_ += "\": ";
    }
    /// A key that comes from a document.
    void free_key(string_view name) {
        begin_member();
        append_valid_json(name, out_);
        out_ += ": ";
    }
    void array_of_strings(const std::vector<std::string>& values) {
        array(values, [this](const std::string& value) { append_valid_json(value, out_); });
    }
    void null() { out_ += "null"; }
    template <class T>
    void append_object(const T& value) {
        out_ += '{';
        JsonVisitor inner(out_);
        visit_members(value, inner);
        out_ += '}';
    }
    template <class T, class Append>
    void array(const std::vector<T>& values, Append append) {
        out_ += '[';
        for (const T& value : values) {
            if (&value != values.data()) out_ += ", ";
            append(value);
        }
        out_ += ']';
    }

    std::string& out_;
    string_view line_start_;
    bool first_{true};
};

/// "name": [ one element a line ], at the top level of the document.
template <class T, class Append>
void append_section(string_view name, const std::vector<T>& values, Append append,
                    std::string& out) {
    out += ",\n  \"";
    out += name;
    out += "\": [";
    for (const T& value : values) {
        out += &value == values.data() ? "\n    {" : ",\n    {";
        append(value);
        out += '}';
    }
    out += values.empty() ? "]" : "\n  ]";
}

Result<std::string> render_json(const Document& document, const WriteOptions& /*options*/) {
    std::string out;
    const auto append_line = [&out](const auto& value) {
        JsonVisitor visitor(out);
        visit_members(value, visitor);
    };
    std::size_t done = 0;
    const auto append_lines = [&](const Record& record) {
        make_room_for_rest(done++, document.records.size(), out);
        JsonVisitor visitor(out, "\n      ");
        visit_members(record, visitor);
        out += "\n    ";
    };
    out += '{';
    JsonVisitor head(out, "\n  ");
    head.string("schema", std::string(k_schema_version));
    head.string("generator", document.generator);
    head.string("as_of", document.as_of);
    append_section("sources", document.sources, append_line, out);
    append_section("records", document.records, append_lines, out);
    append_section("unconverted", document.unconverted, append_line, out);
    append_section("findings", document.findings, append_line, out);
    out += "\n}\n";
    repair_utf8_from(0, out);
    return out;
}

Result<std::string> render_jsonl(const Document& document, const WriteOptions& /*options*/) {
    std::string out;
    std::size_t done = 0;
    for (const Record& record : document.records) {
        make_room_for_rest(done++, document.records.size(), out);
        const std::size_t line = out.size();
        out += '{';
        JsonVisitor visitor(out);
        visit_members(record, visitor);
        out += "}\n";
        repair_utf8_from(line, out);
    }
    return out;
}

}  // namespace

extern constinit const Writer k_json_writer{
    .name = "json",
    .suffix = ".json",
    .description = "the whole document: records, findings, sources",
    .binary = false,
    .render = render_json};
extern constinit const Writer k_jsonl_writer{.name = "jsonl",
                                             .suffix = ".jsonl",
                                             .description = "JSON lines, one record a line",
                                             .binary = false,
                                             .render = render_jsonl};

}  // namespace tidytracker
