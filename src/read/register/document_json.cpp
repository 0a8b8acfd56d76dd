// SPDX-License-Identifier: Apache-2.0
// Reads documents of our own back. Values are taken as they stand; nothing is normalised again.
#include "read/register/document_json.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/calendar.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/words.hpp"
#include "read/register/json_value.hpp"
#include "schema/members.hpp"

namespace tidytracker {
namespace {

using std::string_view;

/// The first thing that is wrong in a document.
struct Problem {
    std::string message{};
    std::string help{};
    std::size_t offset{};
};

constexpr std::size_t k_longest_quote = 40;

std::string quoted(string_view text) {
    const bool cut = text.size() > k_longest_quote;
    return fmt::format("\"{}{}\"", repair_utf8(text.substr(0, k_longest_quote)), cut ? "..." : "");
}

/// Reads the members of one object; stops at the first problem.
class MemberReader {
  public:
    MemberReader(const JsonValue& object, std::string path, std::optional<Problem>& problem)
        : object_(object), path_(std::move(path)), problem_(problem) {}

    void string(string_view name, std::string& value) {
        if (const JsonValue* found = find(name)) read_string(*found, name, value);
    }
    void text(string_view name, std::string& value) {
        const JsonValue* found = find(name);
        if (found != nullptr && found->kind != JsonValue::Kind::null) {
            read_string(*found, name, value);
        }
    }
    void spare_text(string_view name, std::string& value) {
        if (!problem_ && look_up(name) != nullptr) text(name, value);
    }
    void day(string_view name, std::string& value) {
        const JsonValue* found = find(name);
        if (found != nullptr && found->kind != JsonValue::Kind::null) {
            read_day(*found, name, value);
        }
    }
    void must_day(string_view name, std::string& value) {
        if (const JsonValue* found = find(name)) read_day(*found, name, value);
    }
    void place(string_view name, std::string& value) { string(name, value); }
    template <class Enum>
    void word(string_view name, Enum& value) {
        const JsonValue* found = find(name);
        if (found == nullptr) return;
        std::string word;
        if (found->kind != JsonValue::Kind::null) {
            if (!read_string(*found, name, word)) return;
            if (word.empty()) return unknown_word<Enum>(*found, name);
        }
        const auto known = value_of<Enum>(word);
        if (!known) return unknown_word<Enum>(*found, name);
        value = *known;
    }
    void boolean(string_view name, std::optional<bool>& value) {
        const JsonValue* found = find(name);
        if (found == nullptr || found->kind == JsonValue::Kind::null) return;
        if (require(*found, name, JsonValue::Kind::boolean, "true, false or null")) {
            value = found->truth;
        }
    }
    void percent(string_view name, std::optional<int>& value) {
        constexpr int k_all = 100;
        const JsonValue* found = find(name);
        if (found == nullptr || found->kind == JsonValue::Kind::null) return;
        const char* end = found->text.data() + found->text.size();
        int number = -1;
        const auto [rest, error] = std::from_chars(found->text.data(), end, number);
        const bool whole = found->kind == JsonValue::Kind::number && rest == end;
        if (error != std::errc{} || !whole || number < 0 || number > k_all) {
            return report(*found, name, "must be a whole number from 0 to 100, or null");
        }
        value = number;
    }
    template <class T>
    void object(string_view name, std::optional<T>& value) {
        const JsonValue* found = find(name);
        if (found == nullptr || found->kind == JsonValue::Kind::null) return;
        read_object(*found, child(name), value.emplace());
    }
    template <class T>
    void list(string_view name, std::vector<T>& values) {
        for_each(name, [&](const JsonValue& each, std::string path) {
            read_object(each, std::move(path), values.emplace_back());
        });
    }
    void strings(string_view name, std::vector<std::string>& values) {
        for_each(name, [&](const JsonValue& each, const std::string& path) {
            if (each.kind != JsonValue::Kind::string) return report_at(each, path, k_text);
            values.push_back(each.text);
        });
    }
    void pairs(string_view name, decltype(Record::extra)& values) {
        const JsonValue* found = find_map(name);
        if (found == nullptr) return;
        for (const JsonValue& each : found->children) {
            if (each.kind != JsonValue::Kind::string) {
                return report_at(each, child(name) + "." + each.key, k_text);
            }
            values.emplace_back(each.key, each.text);
        }
    }
    void places(string_view name, decltype(Record::cells)& values) {
        const JsonValue* found = find_map(name);
        if (found == nullptr) return;
        MemberReader inner(*found, child(name), problem_);
        for (const JsonValue& each : found->children) {
            inner.strings(each.key,
                          values.emplace_back(each.key, std::vector<std::string>{}).second);
        }
    }

    /// Reads all members of `value`, which must be all of the object.
    template <class T>
    void read_object(const JsonValue& json, std::string path, T& value) {
        if (!is_object(json, path)) return;
        MemberReader inner(json, std::move(path), problem_);
        visit_members(value, inner);
        inner.refuse_others();
    }
    /// Reports a member that was never asked for, or that is there twice.
    void refuse_others() {
        if (problem_ || names_.size() == object_.children.size()) return;
        for (const JsonValue& each : object_.children) {
            if (std::ranges::find(names_, each.key) != names_.end()) continue;
            const string_view meant = nearest(each.key, names_);
            report(each, each.key, "is not in the schema");
            if (!meant.empty()) problem_->help = fmt::format("did you mean \"{}\"?", meant);
            return;
        }
        (void)keys_differ(object_, path_);
    }

  private:
    static constexpr string_view k_text = "must be a text";

    /// Members are asked for in the order in which they are written, so the search starts behind
    /// the last one found.
    const JsonValue* look_up(string_view name) {
        const auto& members = object_.children;
        for (std::size_t i = 0; i < members.size(); ++i) {
            const std::size_t at = (next_ + i) % members.size();
            if (members[at].key != name) continue;
            next_ = at + 1;
            return &members[at];
        }
        return nullptr;
    }
    const JsonValue* find(string_view name) {
        if (problem_) return nullptr;
        names_.push_back(name);
        const JsonValue* found = look_up(name);
        if (found == nullptr) report(object_, name, "is missing");
        return found;
    }
    [[nodiscard]] std::string child(string_view name) const {
        return path_.empty() ? std::string(name) : fmt::format("{}.{}", path_, name);
    }
    void report_at(const JsonValue& where, const std::string& path, string_view message) {
        if (problem_) return;
        problem_ = Problem{.message = fmt::format("{} {}", path, message),
                           .help = "the command `schema` prints what a document holds",
                           .offset = where.offset};
    }
    void report(const JsonValue& where, string_view name, string_view message) {
        report_at(where, child(name), message);
    }
    bool require(const JsonValue& found, string_view name, JsonValue::Kind kind,
                 string_view wanted) {
        if (found.kind != kind) report(found, name, fmt::format("must be {}", wanted));
        return found.kind == kind;
    }
    bool is_object(const JsonValue& found, const std::string& path) {
        if (found.kind != JsonValue::Kind::object) {
            report_at(found, path, "must be an object");
            return false;
        }
        return true;
    }
    bool keys_differ(const JsonValue& object, const std::string& path) {
        std::set<string_view> keys;
        for (const JsonValue& each : object.children) {
            if (keys.insert(each.key).second) continue;
            report_at(each, fmt::format("{}.{}", path, each.key), "is there twice");
            return false;
        }
        return true;
    }
    /// The object of an open set of keys.
    const JsonValue* find_map(string_view name) {
        const JsonValue* found = find(name);
        if (found == nullptr || !is_object(*found, child(name))) return nullptr;
        return keys_differ(*found, child(name)) ? found : nullptr;
    }
    bool read_string(const JsonValue& found, string_view name, std::string& value) {
        if (!require(found, name, JsonValue::Kind::string, "a text")) return false;
        value = found.text;
        return true;
    }
    void read_day(const JsonValue& found, string_view name, std::string& value) {
        if (!read_string(found, name, value) || day_from_iso(value)) return;
        report(found, name, fmt::format("must be a day such as 2024-03-31, not {}", quoted(value)));
    }
    template <class Enum>
    void unknown_word(const JsonValue& found, string_view name) {
        const std::vector<string_view> words(k_words<Enum>.begin(), k_words<Enum>.end());
        const string_view meant = nearest(found.text, words);
        report(found, name,
               found.kind == JsonValue::Kind::null
                   ? std::string("must not be null")
                   : fmt::format("must be one of its words, not {}", quoted(found.text)));
        std::string list;
        for (const string_view word : words) {
            if (!word.empty()) list.append(list.empty() ? "" : ", ").append(word);
        }
        problem_->help = meant.empty() ? fmt::format("the words are {}", list)
                                       : fmt::format("did you mean \"{}\"?", meant);
    }
    template <class Read>
    void for_each(string_view name, Read read) {
        const JsonValue* found = find(name);
        if (found == nullptr || !require(*found, name, JsonValue::Kind::array, "an array")) return;
        for (std::size_t i = 0; i < found->children.size() && !problem_; ++i) {
            read(found->children[i], fmt::format("{}[{}]", child(name), i));
        }
    }

    const JsonValue& object_;
    std::string path_;
    std::optional<Problem>& problem_;
    std::vector<string_view> names_{};
    std::size_t next_{};
};

/// Reads elements of the four arrays into the document as they come.
class ElementReader {
  public:
    explicit ElementReader(Document& document) : document_(document) {}

    bool operator()(string_view member, const JsonValue& element) {
        if (member == "records") return read(member, element, document_.records);
        if (member == "sources") return read(member, element, document_.sources);
        if (member == "unconverted") return read(member, element, document_.unconverted);
        if (member == "findings") return read(member, element, document_.findings);
        return true;
    }
    [[nodiscard]] std::optional<Problem>& problem() { return problem_; }

  private:
    template <class T>
    bool read(string_view member, const JsonValue& element, std::vector<T>& values) {
        std::string path = fmt::format("{}[{}]", member, values.size());
        MemberReader reader(element, {}, problem_);
        reader.read_object(element, std::move(path), values.emplace_back());
        return !problem_;
    }

    Document& document_;
    std::optional<Problem> problem_{};
};

/// The members of the root; the elements of its arrays have been read before.
void read_root(const JsonValue& root, Document& document, std::optional<Problem>& problem) {
    Document rest;
    std::string schema;
    MemberReader reader(root, {}, problem);
    reader.string("schema", schema);
    reader.string("generator", document.generator);
    reader.must_day("as_of", document.as_of);
    reader.list("sources", rest.sources);
    reader.list("records", rest.records);
    reader.list("unconverted", rest.unconverted);
    reader.list("findings", rest.findings);
    reader.refuse_others();
}

/// The version that a document gives as its schema. In JSON text `"schema": "tidytracker/` can
/// only be a member: within a string its quotes would have backslashes.
std::optional<string_view> schema_of(string_view text) {
    constexpr string_view k_name = "\"schema\"";
    const string_view family = k_schema_version.substr(0, k_schema_version.find('/') + 1);
    const std::string wanted = fmt::format("\"{}", family);
    for (std::size_t at = 0; (at = text.find(wanted, at)) != string_view::npos; ++at) {
        string_view before = trim(text.substr(0, at));
        if (!before.ends_with(':')) continue;
        before = trim(before.substr(0, before.size() - 1));
        if (!before.ends_with(k_name)) continue;
        const string_view version = text.substr(at + 1);
        return version.substr(0, version.find('"'));
    }
    return std::nullopt;
}

}  // namespace

bool looks_like_document(string_view text) {
    return trim(text).starts_with('{') && schema_of(text);
}

bool looks_like_records(string_view text) {
    const string_view first = trim(text).substr(0, trim(text).find('\n'));
    return trim(first).starts_with("{\"id\": ") && trim(first).ends_with('}') &&
           first.find("\"due_history\": [") != string_view::npos;
}

Result<Document> read_records(string_view text) {
    // The lines are the records of a document of which nothing else is known. Its head has no line
    // break, so that faults are reported in the line where they stand.
    std::string whole = fmt::format(
        "{{\"schema\": \"{}\", \"generator\": \"\", \"as_of\": \"1970-01-01\", \"sources\": [], "
        "\"unconverted\": [], \"findings\": [], \"records\": [",
        k_schema_version);
    whole.reserve(whole.size() + text.size() + text.size() / 64);
    bool first = true;
    for (const string_view line : split(trim(text), '\n')) {
        if (!first) whole += trim(line).empty() ? "\n" : "\n,";
        whole += line;
        first = false;
    }
    return read_document(whole + "]}");
}

Result<Document> read_document(string_view text) {
    const auto version = schema_of(text);
    if (version && *version != k_schema_version) {
        return fail(
            ErrorKind::unsupported,
            fmt::format("the document's schema is {}, not {}", quoted(*version), k_schema_version),
            "convert it with the version of the program that it was made for");
    }
    Document document;
    ElementReader elements(document);
    const auto root = parse_json(text, std::ref(elements));
    if (!root) return tl::unexpected(root.error());
    std::optional<Problem>& problem = elements.problem();
    read_root(*root, document, problem);
    if (problem) {
        return fail(ErrorKind::unreadable,
                    fmt::format("{}: {}", line_and_column(text, problem->offset), problem->message),
                    problem->help);
    }
    if (!version) return fail(ErrorKind::unreadable, "the document does not name its schema");
    return document;
}

}  // namespace tidytracker
