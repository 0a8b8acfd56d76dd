// SPDX-License-Identifier: Apache-2.0
#include <optional>

#include "base/calendar.hpp"
#include "base/text.hpp"
#include "schema/escape.hpp"
#include "schema/notation.hpp"

namespace tidytracker {
namespace {

using std::string_view;

constexpr std::size_t k_day_length = 10;

constexpr SpecialCharacters k_in_line("");
constexpr SpecialCharacters k_in_caption(":");

/// What stands around a part of the head.
struct Brackets {
    char open{};
    char close{};
    SpecialCharacters special;
};
constexpr Brackets k_label{'[', ']', SpecialCharacters("[]")};
constexpr Brackets k_author{'(', ')', SpecialCharacters("()")};

/// A part of the head that begins at `first` in `out`.
void append_bracketed(string_view text, const Brackets& brackets, std::size_t first,
                      std::string& out) {
    if (text.empty()) return;
    if (out.size() > first) out += ' ';
    out += brackets.open;
    append_escaped(text, brackets.special, out);
    out += brackets.close;
}

bool take_bracket(string_view& rest, string_view brackets, std::string& out) {
    const string_view inner = rest.starts_with(' ') ? rest.substr(1) : rest;
    if (inner.empty() || inner[0] != brackets[0]) return false;
    const std::size_t end = find_unescaped(inner, brackets.substr(1), 1);
    if (end == string_view::npos) return false;
    out = unescape(inner.substr(1, end - 1));
    rest = inner.substr(end + 1);
    return true;
}

/// The entry of a line that has a day, a label or an author, or that begins with ":".
std::optional<Progress> parse_headed(string_view line) {
    Progress entry;
    string_view rest = line;
    if (day_from_iso(line.substr(0, k_day_length))) {
        entry.date = line.substr(0, k_day_length);
        rest.remove_prefix(k_day_length);
    }
    take_bracket(rest, "[]", entry.label);
    take_bracket(rest, "()", entry.author);
    if (!rest.starts_with(':')) return std::nullopt;
    rest.remove_prefix(rest.starts_with(": ") ? 2 : 1);
    entry.text = unescape(rest);
    return entry;
}

/// Takes the next line off `text`, without its end.
string_view take_line(string_view& text) {
    const std::size_t end = text.find('\n');
    string_view line = text.substr(0, end);
    text.remove_prefix(end == string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

/// Text that would read as having a head begins with one that is empty.
bool needs_head(string_view line) {
    const bool may_open = !line.empty() && (is_digit(line[0]) || line[0] == '[' || line[0] == '(' ||
                                            line[0] == ':' || line[0] == ' ');
    return may_open && parse_headed(line).has_value();
}

void append_entry(const Progress& entry, std::string& out) {
    const std::size_t first = out.size();
    append_escaped(entry.date, k_in_line, out);
    append_bracketed(entry.label, k_label, first, out);
    append_bracketed(entry.author, k_author, first, out);
    const bool headed = out.size() > first;
    if (headed) out += ": ";
    const std::size_t text = out.size();
    append_escaped(entry.text, k_in_line, out);
    if (!headed && needs_head(string_view(out).substr(text))) out.insert(text, ": ");
}

}  // namespace

void append_flat_entries(const std::vector<Progress>& entries, std::string& out) {
    const std::size_t first = out.size();
    for (const Progress& entry : entries) {
        const std::size_t before = out.size();
        if (before > first) out += '\n';
        const std::size_t line = out.size();
        append_entry(entry, out);
        if (out.size() == line) out.resize(before);
    }
}

std::vector<Progress> parse_flat_entries(string_view text) {
    std::vector<Progress> entries;
    while (!text.empty()) {
        const string_view line = take_line(text);
        if (line.empty()) continue;
        auto headed = parse_headed(line);
        entries.push_back(headed ? *std::move(headed) : Progress{.text = unescape(line)});
    }
    return entries;
}

void append_flat_pairs(const std::vector<std::pair<std::string, std::string>>& pairs,
                       std::string& out) {
    const std::size_t first = out.size();
    for (const auto& [caption, text] : pairs) {
        if (out.size() > first) out += '\n';
        append_escaped(caption, k_in_caption, out);
        out += ": ";
        append_escaped(text, k_in_line, out);
    }
}

std::vector<std::pair<std::string, std::string>> parse_flat_pairs(string_view text) {
    std::vector<std::pair<std::string, std::string>> pairs;
    while (!text.empty()) {
        const string_view line = take_line(text);
        if (line.empty()) continue;
        const std::size_t colon = find_unescaped(line, ":");
        if (colon == string_view::npos) {
            pairs.emplace_back(std::string(), unescape(line));
            continue;
        }
        string_view value = line.substr(colon + 1);
        if (value.starts_with(' ')) value.remove_prefix(1);
        pairs.emplace_back(unescape(line.substr(0, colon)), unescape(value));
    }
    return pairs;
}

}  // namespace tidytracker
