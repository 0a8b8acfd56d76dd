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

/// A part of the head: the day as it stands, the others in brackets.
void append_head(string_view text, string_view brackets, std::string& head) {
    if (text.empty()) return;
    if (!head.empty()) head += ' ';
    if (!brackets.empty()) head += brackets[0];
    append_escaped(text, brackets, head);
    if (!brackets.empty()) head += brackets[1];
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

std::string flat_entry(const Progress& entry) {
    std::string head;
    append_head(entry.date, "", head);
    append_head(entry.label, "[]", head);
    append_head(entry.author, "()", head);
    std::string text;
    append_escaped(entry.text, "", text);
    const bool guard = !head.empty() || parse_headed(text);
    return guard ? head + ": " + text : text;
}

}  // namespace

std::string flat_entries(const std::vector<Progress>& entries) {
    std::string out;
    for (const Progress& entry : entries) {
        const std::string line = flat_entry(entry);
        if (!out.empty() && !line.empty()) out += '\n';
        out += line;
    }
    return out;
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

std::string flat_pairs(const std::vector<std::pair<std::string, std::string>>& pairs) {
    std::string out;
    for (const auto& [caption, text] : pairs) {
        if (!out.empty()) out += '\n';
        append_escaped(caption, ":", out);
        out += ": ";
        append_escaped(text, "", out);
    }
    return out;
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
