// SPDX-License-Identifier: Apache-2.0
#include "locate/roles.hpp"

#include <algorithm>
#include <array>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "schema/captions.hpp"
#include "schema/wording.hpp"

namespace tidytracker {
namespace {

constexpr auto k_total_words = std::to_array<std::string_view>(
    {"total", "totals", "grand", "sub-total", "subtotal", "sub", "overall", "sum", "count"});
constexpr std::size_t k_longest_heading_words = 14;

/// "Total | 20", "Total recommendations | 9": the row counts or sums, and says nothing else.
bool is_total(const GridRow& row) {
    constexpr std::size_t k_longest_label = 4;
    const auto words = words_of(row.cells.front().text);
    if (words.empty() || words.size() > k_longest_label) return false;
    std::string_view first = words.front();
    if (first.ends_with(':')) first.remove_suffix(1);
    const bool named = std::ranges::any_of(k_total_words, [first](std::string_view word) {
        return equals_ignoring_case(first, word);
    });
    if (!named) return false;
    // "Total actions: 5" holds its number itself.
    if (row.cells.size() == 1) return words.size() == 1 || is_number_shaped(words.back());
    return std::ranges::all_of(row.cells.begin() + 1, row.cells.end(),
                               [](const GridCell& c) { return is_number_shaped(c.text); });
}

/// Without a letter or number in front: "A. Drainage", "2.1. Access".
std::string_view without_number(std::string_view text) {
    constexpr std::size_t k_longest = 5;
    const std::size_t space = text.find(' ');
    const bool numbers = space > 0 && space <= k_longest && text[space - 1] == '.' &&
                         (space == 2 || text.find_first_not_of("0123456789.") == space);
    return numbers ? text.substr(space + 1) : text;
}

bool is_heading_shaped(std::string_view text) {
    return words_of(text).size() <= k_longest_heading_words && !text.ends_with('.') &&
           without_number(text).find(". ") == std::string_view::npos && !is_number_shaped(text);
}

/// The one text of the row, if all of its cells say the same (a heading typed into each column).
const GridCell* only_text(const GridRow& row) {
    const GridCell& first = row.cells.front();
    const bool same = std::ranges::all_of(
        row.cells, [&first](const GridCell& cell) { return cell.text == first.text; });
    return same ? &first : nullptr;
}

/// A reference by itself in its column, above the row of its action: it belongs to that row.
bool is_reference_above(const GridRow& row, const Segment& segment) {
    const GridCell& cell = row.cells.front();
    if (row.cells.size() != 1 || words_of(cell.text).size() != 1) return false;
    if (!is_reference_shaped(cell.text)) return false;
    const auto own = std::ranges::lower_bound(segment.body, &row);
    if (own == segment.body.end() || own + 1 == segment.body.end()) return false;
    const GridRow& next = **(own + 1);
    const bool blank = std::ranges::none_of(
        next.cells, [&cell](const GridCell& below) { return below.column == cell.column; });
    if (next.row != row.row + 1 || next.cells.size() < 2 || !blank) return false;
    const auto caption = std::ranges::find(segment.header.captions, cell.column, &Caption::column);
    if (caption == segment.header.captions.end()) return false;
    const std::vector<CaptionReading> readings = read_caption(caption->text);
    return !readings.empty() && readings.front().field == Field::ref;
}

}  // namespace

bool is_page_furniture(std::string_view text) {
    const std::string folded = fold(text.substr(0, 60));
    const auto words = words_of(folded);
    if (words.empty() || words.size() > 4) return false;
    if (words[0] == "page") {
        return words.size() >= 2 && whole_number(words[1]) >= 0 &&
               (words.size() == 2 || (words.size() == 4 && (words[2] == "of" || words[2] == "/")));
    }
    return words.size() == 3 && words[0] == "-" && words[2] == "-" && whole_number(words[1]) >= 0;
}

bool names_meeting(std::string_view text) {
    const auto words = words_of(text);
    if (words.empty() || words.size() > k_longest_heading_words) return false;
    if (is_date_shaped(text)) return true;
    const bool meeting = std::ranges::any_of(words, [](std::string_view word) {
        return equals_ignoring_case(word, "meeting") || equals_ignoring_case(word, "meetings");
    });
    return meeting && (names_month(text) || words.size() == 1);
}

/// "Signed off by: K. Lowe": who vouches for the paper, below its tables.
bool is_signature(const GridRow& row) {
    constexpr auto k_openings = std::to_array<std::string_view>(
        {"signed", "signature", "approved by", "prepared by", "authorised by", "sign off"});
    constexpr std::size_t k_most_cells = 3;
    const std::string& text = row.cells.front().text;
    return row.cells.size() <= k_most_cells && text.find(':') != std::string::npos &&
           std::ranges::any_of(k_openings, [&text](std::string_view opening) {
               return starts_with_ignoring_case(text, opening);
           });
}

bool is_meeting_line(const GridRow& row) {
    constexpr std::size_t k_most_words = 8;
    return row.cells.size() == 1 && names_meeting(row.cells[0].text) &&
           words_of(row.cells[0].text).size() <= k_most_words;
}

RowRole role_of(const GridRow& row, const Segment& segment, std::size_t table_width, bool wrapped) {
    const GridCell* text = only_text(row);
    if (row.aside) return RowRole::note;
    if (continues_row(row.flow)) return RowRole::data;
    if (row.in_text) {
        const bool heads = row.cells[0].emphasised || names_meeting(row.cells[0].text);
        return heads && is_heading_shaped(row.cells[0].text) ? RowRole::section : RowRole::note;
    }
    if (row.cells.size() == 1 && is_page_furniture(row.cells[0].text)) return RowRole::note;
    if (is_total(row)) return RowRole::total;
    if (!wrapped && is_signature(row)) return RowRole::note;
    if (text == nullptr || table_width < 3) return RowRole::data;
    const bool across = wrapped && row.cells.size() == 1 && text->width >= table_width;
    if (!is_heading_shaped(text->text)) return across ? RowRole::note : RowRole::data;
    const bool repeated = row.cells.size() >= 2 && row.cells.size() * 2 > table_width;
    const bool wide = text->width * 2 > table_width;
    if (repeated || wide) return RowRole::section;
    if (row.cells.size() > 1) return RowRole::data;
    const std::size_t position = segment.column_of(text->column).value_or(table_width);
    const bool in_front = position <= 1;
    // Below the actions, what begins with a small letter goes on with the text above it.
    if (position > 0 && is_lower(text->text.front())) return RowRole::data;
    if (names_meeting(text->text)) return in_front ? RowRole::section : RowRole::data;
    // A lone text in front of a line of a text is as likely the rest of a wrapped cell.
    if (wrapped) return RowRole::data;
    const bool heads = in_front && (position == 0 || text->emphasised);
    return heads && !is_reference_above(row, segment) ? RowRole::section : RowRole::data;
}

}  // namespace tidytracker
