// SPDX-License-Identifier: Apache-2.0
#include "locate/keys.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "schema/captions.hpp"

namespace tidytracker {
namespace {

constexpr auto k_sign_captions = std::to_array<std::string_view>(
    {"initials", "initial",    "abbreviation", "abbreviations", "acronym", "acronyms", "code",
     "codes",    "key",        "symbol",       "letter",        "colour",  "color",    "rag",
     "brag",     "rag rating", "rag status",   "rating",        "short",   "sign",     "term"});
constexpr auto k_meaning_captions = std::to_array<std::string_view>(
    {"name",         "names",       "full name", "meaning",    "means",    "definition",
     "description",  "explanation", "in full",   "stands for", "person",   "officer",
     "role",         "job title",   "title",     "post",       "position", "organisation",
     "organization", "team",        "status"});
constexpr auto k_key_headings = std::to_array<std::string_view>({"key",
                                                                 "legend",
                                                                 "initials",
                                                                 "abbreviations",
                                                                 "acronyms",
                                                                 "glossary",
                                                                 "rag key",
                                                                 "brag key",
                                                                 "colour key",
                                                                 "status key",
                                                                 "key to initials",
                                                                 "key to abbreviations",
                                                                 "list of abbreviations",
                                                                 "key to colours",
                                                                 "key to ratings",
                                                                 "key to status",
                                                                 "rag rating key",
                                                                 "rag definitions",
                                                                 "brag definitions",
                                                                 "initials used",
                                                                 "abbreviations used",
                                                                 "key to rag",
                                                                 "rag status key"});

template <std::size_t N>
bool is_among(const std::string& key, const std::array<std::string_view, N>& list) {
    return std::ranges::find(list, key) != list.end();
}

/// Signs are short: initials, a letter, a colour, a word or two ("On hold").
bool is_sign_shaped(std::string_view text) {
    constexpr std::size_t k_longest_sign = 24;
    return !text.empty() && text.size() <= k_longest_sign && words_of(text).size() <= 3 &&
           !text.ends_with('.');
}

bool is_key_heading(std::string_view text) {
    return text.size() <= 40 && is_among(caption_key(text), k_key_headings);
}

/// Where "sign = meaning" parts; npos if it does not. An equals sign parts anywhere, a dash only
/// between spaces, a colon only behind a sign.
std::size_t parting_at(std::string_view text, std::size_t& length) {
    constexpr auto k_marks =
        std::to_array<std::string_view>({"=", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " - ", ": "});
    for (const std::string_view mark : k_marks) {
        const std::size_t at = text.find(mark);
        if (at == std::string_view::npos || !is_sign_shaped(trim(text.substr(0, at)))) continue;
        if (trim(text.substr(at + mark.size())).empty()) continue;
        length = mark.size();
        return at;
    }
    return std::string_view::npos;
}

std::string without_stop(std::string_view text) {
    text = trim(text);
    while (!text.empty() && (text.back() == '.' || text.back() == ';' || text.back() == ',')) {
        text.remove_suffix(1);
    }
    return std::string(trim(text));
}

/// The parts of a line between semicolons, commas, stops and line breaks.
std::vector<std::string_view> clauses_of(std::string_view text) {
    std::vector<std::string_view> clauses;
    std::size_t first = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const bool end = i == text.size();
        const bool stop =
            !end &&
            (text[i] == ';' || text[i] == '\n' || text[i] == '|' ||
             ((text[i] == ',' || text[i] == '.') && i + 1 < text.size() && is_space(text[i + 1])));
        if (!end && !stop) continue;
        const std::string_view clause = trim(text.substr(first, i - first));
        if (!clause.empty()) clauses.push_back(clause);
        first = i + 1;
    }
    return clauses;
}

/// "DH – Dana Hale; KSC – Karl St Clair": letters and the names that they begin, and nothing else.
std::vector<KeyEntry> initials_of_line(std::string_view text, CellAddress at) {
    std::vector<KeyEntry> entries;
    for (std::string_view clause : clauses_of(text)) {
        const std::size_t colon = clause.find(": ");
        const bool heads = entries.empty() && colon != std::string_view::npos &&
                           is_key_heading(clause.substr(0, colon));
        if (heads) clause = trim(clause.substr(colon + 1));
        std::size_t length = 0;
        const std::size_t parting = parting_at(clause, length);
        if (parting == std::string_view::npos) return {};
        const std::string_view sign = trim(clause.substr(0, parting));
        const std::string_view meaning = trim(clause.substr(parting + length));
        constexpr std::size_t k_longest = 4;
        const bool letters = sign.size() >= 2 && sign.size() <= k_longest &&
                             std::ranges::count_if(sign, is_upper) >= 2 &&
                             std::ranges::all_of(sign, is_letter);
        if (!letters || meaning.front() != sign.front()) return {};
        entries.push_back(
            KeyEntry{.sign = std::string(sign), .meaning = without_stop(meaning), .cells = {at}});
    }
    return entries;
}

/// "B = delivered, G = on track; blank = not started". A clause without an equals sign goes on
/// with the meaning before it.
std::vector<KeyEntry> entries_of_line(std::string_view text, CellAddress at) {
    std::vector<KeyEntry> entries;
    if (text.find('=') == std::string_view::npos) {
        entries = initials_of_line(text, at);
        return entries.size() >= 2 ? entries : std::vector<KeyEntry>();
    }
    for (std::string_view clause : clauses_of(text)) {
        const std::size_t colon = clause.find(':');
        if (entries.empty() && colon < clause.find('=')) clause = trim(clause.substr(colon + 1));
        const std::size_t equals = clause.find('=');
        const bool parts =
            equals != std::string_view::npos && is_sign_shaped(trim(clause.substr(0, equals)));
        if (parts) {
            entries.push_back(KeyEntry{.sign = std::string(trim(clause.substr(0, equals))),
                                       .meaning = without_stop(clause.substr(equals + 1)),
                                       .cells = {at}});
        } else if (!entries.empty()) {
            entries.back().meaning.append(", ").append(without_stop(clause));
        } else {
            return {};
        }
    }
    return entries;
}

/// One line of a key: its first cell is the sign, the others are the meaning; or one cell is both.
std::optional<KeyEntry> entry_of(const GridRow& row) {
    KeyEntry entry;
    for (const GridCell& cell : row.cells) {
        entry.cells.push_back(cell.at);
        if (!entry.fill) entry.fill = cell.fill;
    }
    const std::string& first = row.cells.front().text;
    if (row.cells.size() == 1) {
        std::size_t length = 0;
        const std::size_t at = parting_at(first, length);
        if (at == std::string::npos) {
            if (!entry.fill) return std::nullopt;
            entry.meaning = first;
            return entry;
        }
        entry.sign = trim(std::string_view(first).substr(0, at));
        entry.meaning = without_stop(std::string_view(first).substr(at + length));
        return entry;
    }
    if (!is_sign_shaped(first)) return std::nullopt;
    entry.sign = first;
    for (std::size_t i = 1; i < row.cells.size(); ++i) {
        if (!entry.meaning.empty()) entry.meaning += ", ";
        entry.meaning += squeeze(row.cells[i].text);
    }
    return entry;
}

}  // namespace

bool is_key_header(const GridRow& row) {
    if (row.cells.size() < 2 || row.cells.size() > 4) return false;
    if (row.cells[0].text.size() > 24) return false;
    const std::string sign = caption_key(row.cells[0].text);
    if (!is_among(sign, k_sign_captions)) return false;
    return std::ranges::all_of(row.cells.begin() + 1, row.cells.end(), [](const GridCell& cell) {
        return cell.text.size() <= 40 && is_among(caption_key(cell.text), k_meaning_captions);
    });
}

std::optional<FoundKey> key_at(std::span<const GridRow> rows, std::string_view sheet_name) {
    const GridRow& first = rows.front();
    const bool header = is_key_header(first);
    const bool headed = first.cells.size() == 1 && is_key_heading(first.cells[0].text);
    const bool named = first.cells.size() > 1 && !first.captions && is_key_heading(sheet_name);
    if (!header && !headed && !named) return std::nullopt;
    FoundKey found{.rows = header || headed ? 1U : 0U};
    if (headed) found.key.heading = squeeze(first.cells[0].text);
    // A heading may stand over the header of the key.
    if (headed && rows.size() > 1 && is_key_header(rows[1])) found.rows = 2;
    // Keys are short; a longer list is a register of something else.
    constexpr std::size_t k_most_entries = 200;
    for (; found.rows < rows.size() && found.rows < k_most_entries; ++found.rows) {
        const GridRow& row = rows[found.rows];
        if (found.rows > 0 && row.row > rows[found.rows - 1].row + 1) break;
        std::optional<KeyEntry> entry = entry_of(row);
        if (!entry) break;
        found.key.entries.push_back(std::move(*entry));
    }
    if (found.key.entries.empty()) return std::nullopt;
    return found;
}

std::optional<Key> key_of_line(const GridRow& row) {
    Key key;
    const bool headed = is_key_heading(row.cells[0].text);
    if (headed) key.heading = squeeze(row.cells[0].text);
    std::size_t filled = 0;
    for (const GridCell& cell : row.cells) {
        std::vector<KeyEntry> entries = entries_of_line(cell.text, cell.at);
        if (entries.empty()) {
            std::size_t length = 0;
            const std::size_t at = parting_at(cell.text, length);
            const bool parts = at != std::string::npos && (cell.fill || headed);
            if (!parts || (headed && &cell == row.cells.data())) continue;
            entries.push_back(
                KeyEntry{.sign = std::string(trim(std::string_view(cell.text).substr(0, at))),
                         .fill = cell.fill,
                         .meaning = without_stop(std::string_view(cell.text).substr(at + length)),
                         .cells = {cell.at}});
        }
        filled += cell.fill.has_value();
        std::ranges::move(entries, std::back_inserter(key.entries));
    }
    const bool spelt_out = key.entries.size() >= 2 || (headed && !key.entries.empty()) ||
                           (!key.entries.empty() && filled == 0);
    if (!spelt_out) return std::nullopt;
    return key;
}

}  // namespace tidytracker
