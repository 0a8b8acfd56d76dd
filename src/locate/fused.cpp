// SPDX-License-Identifier: Apache-2.0
// Rows that a page break fused, and beginnings of rows that it left in the row above. Both show in
// several columns at once; one column alone is never enough.
#include <tidytracker/place.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include <fmt/format.h>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "locate/joins.hpp"
#include "schema/notation.hpp"

namespace tidytracker {
namespace {

constexpr std::size_t k_none = std::string::npos;

/// The first two words of a text, folded, without marks: what a column's cells open with.
std::string opening_of(std::string_view text) {
    std::string opening;
    for (std::string_view word : words_of(text.substr(0, 80))) {
        while (!word.empty() && !is_word_byte(word.back())) word.remove_suffix(1);
        const std::string folded = fold(word);
        if (folded.empty() || !is_word_byte(folded[0])) continue;
        if (!opening.empty()) return fmt::format("{} {}", opening, folded);
        opening = folded;
    }
    return {};
}

/// How often each opening stands at the start of a cell of a column.
using Openings = std::map<std::string, std::size_t>;

std::vector<Openings> openings_of(const std::vector<TableRow>& rows) {
    std::vector<Openings> columns(rows.empty() ? 0 : rows.front().cells.size());
    for (const TableRow& row : rows) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const std::string opening = opening_of(row.cells[i].text);
            if (!opening.empty()) ++columns[i][opening];
        }
    }
    return columns;
}

bool begins_word(std::string_view text, std::size_t at) {
    return at > 0 && at < text.size() && is_space(text[at - 1]) && is_upper_case([&] {
               std::string_view rest = text.substr(at);
               return take_character(rest);
           }());
}

/// Where, inside the text, an opening stands that opens at least `at_least` cells of the column;
/// `npos` unless there is exactly one such place.
std::size_t only_inner_opening(std::string_view text, const Openings& openings,
                               std::size_t at_least) {
    std::size_t found = k_none;
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (!begins_word(text, at)) continue;
        const auto known = openings.find(opening_of(text.substr(at)));
        if (known == openings.end() || known->second < at_least) continue;
        if (found != k_none) return k_none;
        found = at;
    }
    return found;
}

/// The only place inside the text where a new sentence begins.
std::size_t only_inner_sentence(std::string_view text) {
    std::size_t found = k_none;
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (!begins_word(text, at) || !ends_sentence(text.substr(0, at))) continue;
        if (found != k_none) return k_none;
        found = at;
    }
    return found;
}

/// How many cells of a column each word ends; cells of one word do not count.
using LastWords = std::map<std::string, std::size_t>;

std::vector<LastWords> last_words_of(const std::vector<TableRow>& rows) {
    std::vector<LastWords> columns(rows.empty() ? 0 : rows.front().cells.size());
    for (const TableRow& row : rows) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto words = words_of(row.cells[i].text);
            if (words.size() >= 2) ++columns[i][fold(words.back())];
        }
    }
    return columns;
}

/// The only place where a word that ends other cells of the column is followed by one that does
/// not: "... Lighting Survey | Harbour Walk ...".
std::size_t only_inner_edge(std::string_view text, const LastWords& last_words) {
    std::size_t found = k_none;
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (!begins_word(text, at)) continue;
        const auto before = words_of(text.substr(0, at));
        const auto behind = words_of(text.substr(at));
        if (before.size() < 2 || behind.size() < 2) continue;
        if (!last_words.contains(fold(before.back())) ||
            last_words.contains(fold(behind.front()))) {
            continue;
        }
        if (found != k_none) return k_none;
        found = at;
    }
    return found;
}

/// What the cells of each column begin and end with.
struct Habits {
    std::vector<Openings> openings{};
    std::vector<LastWords> last_words{};
};

/// Where a fused row's cell parts, column by column; npos where nothing shows.
std::vector<std::size_t> parting_points(const std::vector<TableRow>& rows, std::size_t row,
                                        std::size_t key, const Habits& habits) {
    std::vector<std::size_t> points(rows[row].cells.size(), k_none);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const std::string& text = rows[row].cells[i].text;
        if (key == i || text.empty()) continue;
        points[i] = only_inner_opening(text, habits.openings[i], 3);
        if (points[i] == k_none && is_prose(text)) points[i] = only_inner_sentence(text);
        if (points[i] == k_none && !is_prose(text))
            points[i] = only_inner_edge(text, habits.last_words[i]);
    }
    return points;
}

/// The row number before and that of the row differ by two: one number is missing.
bool number_is_missing(const std::vector<TableRow>& rows, std::size_t row, std::size_t key) {
    if (row == 0) return false;
    const std::int64_t before = whole_number(rows[row - 1].cells[key].text);
    const std::int64_t now = whole_number(rows[row].cells[key].text);
    return before >= 0 && now == before + 2;
}

void report(const Sheet& sheet, const TableRow& row, std::string_view rule, std::string message,
            std::string note, Findings& findings) {
    std::vector<CellAddress> cells;
    for (const TableCell& cell : row.cells) {
        cells.insert(cells.end(), cell.cells.begin(), cell.cells.end());
    }
    findings.push_back(Finding{.rule = std::string(rule),
                               .severity = Severity::warning,
                               .message = std::move(message),
                               .place = place_text(sheet, cells),
                               .note = std::move(note),
                               .help = "compare with the original document"});
}

/// Splits a fused row in two. The printed number belongs to the second: the first one's is missing.
TableRow take_first_part(TableRow& row, const std::vector<std::size_t>& points, std::size_t key) {
    TableRow first = row;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (key == i) {
            first.cells[i] = TableCell{};
        } else if (points[i] == k_none) {
            row.cells[i] = TableCell{};
        } else {
            first.cells[i].text = trim(first.cells[i].text.substr(0, points[i]));
            row.cells[i].text = trim(row.cells[i].text.substr(points[i]));
        }
    }
    return first;
}

void part_fused_rows(std::vector<TableRow>& rows, std::size_t key, const Habits& habits,
                     const Sheet& sheet, Findings& findings) {
    std::vector<TableRow> parted;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::vector<std::size_t> points;
        if (number_is_missing(rows, i, key)) points = parting_points(rows, i, key, habits);
        const auto columns =
            std::ranges::count_if(points, [](std::size_t point) { return point != k_none; });
        if (columns >= 2) {
            parted.push_back(take_first_part(rows[i], points, key));
            report(sheet, parted.back(), "fused-rows", "two rows stand in one and were parted",
                   fmt::format("the number before {} is missing, and {} hold two beginnings",
                               rows[i].cells[key].text,
                               count_of(static_cast<std::size_t>(columns), "column")),
                   findings);
        }
        parted.push_back(rows[i]);
    }
    rows = std::move(parted);
}

bool opens_with_title(std::string_view text) {
    const auto words = words_of(text.substr(0, 40));
    return !words.empty() && std::ranges::any_of(personal_titles(), [&words](auto title) {
        return equals_ignoring_case(title, words[0]);
    });
}

/// Where the tail of a cell begins that is the beginning of the cell below: the last place that
/// reads like an opening (a new sentence, the cell's own first words again, a person's title).
std::size_t tail_of(std::string_view text, const Openings& openings) {
    if (ends_sentence(text)) return k_none;
    const std::string own = opening_of(text);
    for (std::size_t at = text.size(); at-- > 1;) {
        if (!begins_word(text, at)) continue;
        const std::string_view rest = text.substr(at);
        const std::string opening = opening_of(rest);
        const auto known = openings.find(opening);
        if (ends_sentence(text.substr(0, at)) || (!opening.empty() && opening == own) ||
            (known != openings.end() && known->second >= 3) || opens_with_title(rest)) {
            return at;
        }
    }
    return k_none;
}

/// Moves the tails of a row's cells to the row below where that goes on in lower case.
void return_beginnings(std::vector<TableRow>& rows, std::size_t row,
                       const std::vector<Openings>& openings, const Sheet& sheet,
                       Findings& findings) {
    TableRow& above = rows[row - 1];
    TableRow& below = rows[row];
    std::vector<std::pair<std::size_t, std::size_t>> tails;
    for (std::size_t i = 0; i < below.cells.size(); ++i) {
        if (!begins_lower_case(below.cells[i].text)) continue;
        const std::size_t tail = tail_of(above.cells[i].text, openings[i]);
        if (tail != k_none) tails.emplace_back(i, tail);
    }
    if (tails.size() < 2) return;
    for (const auto& [column, tail] : tails) {
        TableCell& from = above.cells[column];
        TableCell& to = below.cells[column];
        to.text = fmt::format("{} {}", trim(std::string_view(from.text).substr(tail)), to.text);
        from.text = trim(std::string_view(from.text).substr(0, tail));
        to.cells.insert(to.cells.begin(), from.cells.back());
    }
    below.sheet_rows.insert(below.sheet_rows.begin(), above.sheet_rows.back());
    report(sheet, below, "split-row", "the beginning of this row stood in the row above",
           fmt::format("{} go on in lower case here and break off there",
                       count_of(tails.size(), "column")),
           findings);
}

}  // namespace

void part_fused(std::vector<TableRow>& rows, std::optional<std::size_t> key, const Sheet& sheet,
                Findings& findings) {
    const Habits habits{openings_of(rows), last_words_of(rows)};
    if (key) part_fused_rows(rows, *key, habits, sheet, findings);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        return_beginnings(rows, i, habits.openings, sheet, findings);
    }
}

}  // namespace tidytracker
