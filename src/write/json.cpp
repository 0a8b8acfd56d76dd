// SPDX-License-Identifier: Apache-2.0
// Writes the JSON document, and its records alone as JSON lines. Keys and their order are those of
// the schema (schema/members.hpp); every key is there, null where there is no value. A record has
// a line for each of its members, so that two versions of a register can be compared line by line.
#include <set>

#include "base/unicode.hpp"
#include "model/words.hpp"
#include "schema/members.hpp"
#include "write/formats.hpp"

namespace tidytracker {
namespace {

using std::string_view;

void append_escape(char c, std::string& out) {
    constexpr string_view k_digits = "0123456789abcdef";
    switch (c) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\\\";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\r':
            out += "\\r";
            return;
        case '\t':
            out += "\\t";
            return;
        default:
            break;
    }
    out += "\\u00";
    out += k_digits[static_cast<unsigned char>(c) >> 4U];
    out += k_digits[static_cast<unsigned char>(c) & 0xFU];
}

void append_valid(string_view text, std::string& out) {
    out += '"';
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\') continue;
        out.append(text, begin, i - begin);
        append_escape(c, out);
        begin = i + 1;
    }
    out.append(text, begin);
    out += '"';
}

void append_string(string_view text, std::string& out) {
    if (is_valid_utf8(text)) {
        append_valid(text, out);
    } else {
        append_valid(repair_utf8(text), out);
    }
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
        append_string(value, out_);
    }
    void text(string_view name, const std::string& value) {
        key(name);
        value.empty() ? null() : append_string(value, out_);
    }
    void day(string_view name, const std::string& value) { text(name, value); }
    void spare_text(string_view name, const std::string& value) { text(name, value); }
    void place(string_view name, const std::string& value) { string(name, value); }
    template <class Enum>
    void word(string_view name, Enum value) {
        key(name);
        const string_view word = word_of(value);
        word.empty() ? null() : append_string(word, out_);
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
        array(values, [this](const std::string& value) { append_string(value, out_); });
    }
    void pairs(string_view name, const decltype(Record::extra)& values) {
        key(name);
        std::set<std::string, std::less<>> used;
        out_ += '{';
        JsonVisitor inner(out_);
        for (const auto& [caption, text] : values) {
            const auto [unique, added] = used.insert(unused_key(caption, used));
            inner.string(*unique, text);
        }
        out_ += '}';
    }
    void places(string_view name, const decltype(Record::cells)& values) {
        key(name);
        out_ += '{';
        JsonVisitor inner(out_);
        for (const auto& [field, cells] : values) inner.strings(field, cells);
        out_ += '}';
    }

  private:
    void key(string_view name) {
        if (!first_) out_ += line_start_.empty() ? ", " : ",";
        first_ = false;
        out_ += line_start_;
        append_string(name, out_);
        out_ += ": ";
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
    // A record of a real tracker takes about 2,000 bytes.
    constexpr std::size_t k_record_bytes = 2048;
    std::string out;
    out.reserve(document.records.size() * k_record_bytes);
    const auto append_line = [&out](const auto& value) {
        JsonVisitor visitor(out);
        visit_members(value, visitor);
    };
    const auto append_lines = [&out](const Record& record) {
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
    return out;
}

Result<std::string> render_jsonl(const Document& document, const WriteOptions& /*options*/) {
    std::string out;
    for (const Record& record : document.records) {
        out += '{';
        JsonVisitor visitor(out);
        visit_members(record, visitor);
        out += "}\n";
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
