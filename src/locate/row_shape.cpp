// SPDX-License-Identifier: Apache-2.0
// Measures the rows of a sheet: the values of each feature family.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "locate/row_features.hpp"
#include "schema/captions.hpp"

namespace tidytracker {
namespace {

enum class CellLook : std::uint8_t { text, figure, year };

/// What stands in a table of figures where there is none: "(NA)", "..", "-", "(X)".
bool is_missing_mark(std::string_view text) {
    while (text.starts_with('(')) text.remove_prefix(1);
    while (text.ends_with(')')) text.remove_suffix(1);
    if (text.empty() || text.size() > 4) return false;
    if (std::ranges::none_of(text, is_word_byte)) return true;
    constexpr auto k_marks = std::to_array<std::string_view>(
        {"na", "n/a", "n.a.", "x", "z", "s", "d", "nil", "\xE2\x80\x93", "\xE2\x80\x94"});
    return std::ranges::any_of(
        k_marks, [text](std::string_view mark) { return equals_ignoring_case(text, mark); });
}

/// Mostly digits: "1,204", "3 723", "-70.4%", "EUR 20", "12.5 \1".
bool is_figure(std::string_view text) {
    if (text.size() > 40) return false;
    std::size_t digits = 0;
    std::size_t others = 0;
    for (const char c : text) {
        digits += is_digit(c);
        others += is_word_byte(c) && !is_digit(c);
    }
    return (digits > 0 && others <= 3 && others * 2 <= digits) || is_missing_mark(text);
}

/// "2004", "2004.0", "2008 \1", "1999-2000".
bool is_year(std::string_view text) {
    if (text.size() < 4 || text.size() > 12) return false;
    if (!text.starts_with("19") && !text.starts_with("20")) return false;
    if (!is_digit(text[2]) || !is_digit(text[3])) return false;
    const std::string_view rest = text.substr(4);
    return rest.empty() || rest == ".0" ||
           (!is_digit(rest[0]) && rest[0] != ',' && rest[0] != '.' && !is_letter(rest[0]));
}

std::optional<double> value_of_figure(std::string_view text) {
    std::string plain;
    for (const char c : text) {
        if (is_digit(c) || c == '.' || c == '-') plain += c;
    }
    double value = 0;
    const auto read = std::from_chars(plain.data(), plain.data() + plain.size(), value);
    if (plain.empty() || read.ec != std::errc{}) return std::nullopt;
    return value;
}

CellLook look_of(std::string_view text) {
    if (is_year(text)) return CellLook::year;
    return is_figure(text) ? CellLook::figure : CellLook::text;
}

/// A row with what is asked of it more than once.
struct MeasuredRow {
    const GridRow* row{};
    std::vector<CellLook> looks{};
    std::size_t figures{};  ///< behind the first cell; years do not count
    std::size_t years{};
    bool full{};         ///< as good as all columns of the sheet
    bool figures_row{};  ///< mostly figures behind its first cell
};

std::uint8_t bin(std::size_t value, std::initializer_list<std::size_t> last_of_bins) {
    std::uint8_t at = 0;
    for (const std::size_t last : last_of_bins) {
        if (value <= last) return at;
        ++at;
    }
    return at;
}

/// 0: nothing to count; 1: none of them; 2: less than half; 3: half and more; 4: all.
std::uint8_t share_bin(std::size_t part, std::size_t whole) {
    if (whole == 0) return 0;
    if (part == 0) return 1;
    if (part == whole) return 4;
    return part * 2 < whole ? 2 : 3;
}

MeasuredRow measure(const GridRow& row, std::size_t width) {
    MeasuredRow made{.row = &row};
    for (const GridCell& cell : row.cells) {
        const CellLook look = look_of(cell.text);
        made.looks.push_back(look);
        if (made.looks.size() == 1) continue;
        made.figures += look == CellLook::figure;
        made.years += look == CellLook::year;
    }
    const std::size_t others = row.cells.size() - 1;
    made.full = row.cells.size() >= 2 && row.cells.size() * 10 >= width * 6;
    made.figures_row = made.figures > 0 && made.figures * 2 >= others;
    return made;
}

constexpr auto k_table_words =
    std::to_array<std::string_view>({"table", "figure", "chart", "appendix", "annex", "schedule"});
constexpr auto k_note_words = std::to_array<std::string_view>(
    {"source",  "sources",     "note",      "notes",     "footnote",  "footnotes", "see",
     "contact", "symbols",     "inquiries", "enquiries", "director",  "key",       "internet",
     "last",    "updated",     "accessed",  "released",  "published", "copyright", "prepared",
     "symbol",  "explanation", "for",       "please"});
constexpr auto k_sum_words = std::to_array<std::string_view>(
    {"total", "totals", "subtotal", "sub-total", "all", "average", "sum", "overall", "mean",
     "median", "grand", "both", "whole", "count", "together"});

template <std::size_t N>
bool is_among(std::string_view word, const std::array<std::string_view, N>& words) {
    return std::ranges::any_of(
        words, [word](std::string_view other) { return equals_ignoring_case(word, other); });
}

std::string_view bare_word(std::string_view word) {
    while (!word.empty() && !is_word_byte(word.front())) word.remove_prefix(1);
    while (!word.empty() && !is_word_byte(word.back())) word.remove_suffix(1);
    return word;
}

std::uint8_t lead_word(std::string_view text) {
    const auto words = words_of(text.substr(0, 120));
    if (words.empty()) return 0;
    const std::string_view first = bare_word(words[0]);
    if (is_among(first, k_table_words)) return 1;
    if (is_among(first, k_note_words)) return 2;
    if (is_among(first, k_sum_words)) return words.size() == 1 ? 3 : 4;
    for (const std::string_view word : words) {
        if (is_among(bare_word(word), k_sum_words) && !equals_ignoring_case(word, "all")) return 5;
    }
    if (text.find("://") != std::string_view::npos || text.find("www.") != std::string_view::npos ||
        text.find('@') != std::string_view::npos) {
        return 6;
    }
    return text.front() == '\\' || text.front() == '*' ? 7 : 0;
}

std::uint8_t first_shape(std::string_view text, CellLook look) {
    if (look == CellLook::year) return 4;
    if (look == CellLook::figure) return 3;
    const char c = text.front();
    if (c == '[' || c == '(') return 5;
    if (!is_word_byte(c)) return 6;
    if (is_digit(c)) return 7;
    if (is_lower(c)) return 2;
    const bool capitals = text.size() > 3 && std::ranges::none_of(text, is_lower) &&
                          std::ranges::any_of(text, is_upper);
    return capitals ? 1 : 0;
}

std::uint8_t ending_of(std::string_view text) {
    switch (text.back()) {
        case '.':
            return 1;
        case ':':
            return 2;
        case ',':
        case ';':
            return 3;
        default:
            return 0;
    }
}

/// The filled columns of one row against those of another: equal, more, fewer, other.
std::uint8_t pattern_against(const GridRow& row, const GridRow& other) {
    std::size_t common = 0;
    auto at = other.cells.begin();
    for (const GridCell& cell : row.cells) {
        while (at != other.cells.end() && at->column < cell.column) ++at;
        common += at != other.cells.end() && at->column == cell.column;
    }
    if (common == row.cells.size()) return common == other.cells.size() ? 0 : 1;
    return common == other.cells.size() ? 2 : 3;
}

std::size_t count_words(std::string_view text) {
    std::size_t words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool space = is_space(c);
        words += inside && space;
        inside = !space;
    }
    return words + inside;
}

/// How many cells behind the first are text although figures stand below them.
std::uint8_t text_over_figures(std::span<const MeasuredRow> rows, std::size_t at) {
    constexpr std::size_t k_rows_below = 4;
    const GridRow& row = *rows[at].row;
    std::size_t over = 0;
    std::size_t behind = 0;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (i == 0 && row.cells.size() > 1) continue;
        ++behind;
        if (rows[at].looks[i] == CellLook::figure) continue;
        std::size_t figures = 0;
        std::size_t texts = 0;
        for (std::size_t j = at + 1; j < rows.size() && j <= at + k_rows_below; ++j) {
            const auto& cells = rows[j].row->cells;
            const auto below =
                std::ranges::lower_bound(cells, row.cells[i].column, {}, &GridCell::column);
            if (below == cells.end() || below->column != row.cells[i].column) continue;
            const CellLook look = rows[j].looks[static_cast<std::size_t>(below - cells.begin())];
            (look == CellLook::figure ? figures : texts) += 1;
        }
        over += figures > texts;
    }
    return share_bin(over, behind);
}

std::uint8_t caption_bin(const GridRow& row) {
    // Most rows are data, and those tell by their first cells that they hold no captions.
    constexpr std::size_t k_cells_asked = 12;
    std::size_t known = 0;
    const std::size_t asked = std::min(row.cells.size(), k_cells_asked);
    for (std::size_t i = 0; i < asked; ++i) {
        if (row.cells[i].text.size() <= 60) known += is_known_caption(row.cells[i].text);
    }
    if (known >= 2 && known * 2 >= asked) return 3;
    return bin(known, {0, 1});
}

std::uint8_t emphasis_bin(const GridRow& row) {
    const auto marked = std::ranges::count_if(row.cells, &GridCell::emphasised);
    if (marked == 0) return 0;
    return static_cast<std::size_t>(marked) == row.cells.size() ? 2 : 1;
}

bool repeats_a_cell(const GridRow& row) {
    for (std::size_t i = 2; i < row.cells.size(); ++i) {
        if (row.cells[i].text == row.cells[i - 1].text && !is_figure(row.cells[i].text)) {
            return true;
        }
    }
    return false;
}

/// The last figure of each row, which is compared with those around it.
struct Tail {
    std::uint32_t column{};
    double value{};
};

std::optional<Tail> tail_of(const MeasuredRow& row) {
    for (std::size_t i = row.looks.size(); i-- > 1;) {
        if (row.looks[i] == CellLook::text) continue;
        const std::optional<double> value = value_of_figure(row.row->cells[i].text);
        if (value) return Tail{row.row->cells[i].column, *value};
    }
    return std::nullopt;
}

bool equals_sum(double sum, double value) {
    return std::abs(sum - value) <= std::abs(value) * 0.002 + 1e-9;
}

/// 1: the row's last figure is the sum of those below it, 2: of those above it. At least two
/// figures must add up, and none of them may be nothing.
std::uint8_t sum_bin(std::span<const std::optional<Tail>> tails, std::size_t at) {
    constexpr std::size_t k_rows_looked_at = 24;
    if (!tails[at] || tails[at]->value == 0) return 0;
    for (const bool below : {true, false}) {
        double sum = 0;
        std::size_t terms = 0;
        for (std::size_t step = 1; step <= k_rows_looked_at; ++step) {
            if (below ? at + step >= tails.size() : step > at) break;
            const std::optional<Tail>& tail = tails[below ? at + step : at - step];
            if (!tail || tail->column != tails[at]->column) continue;
            sum += tail->value;
            terms += tail->value != 0;
            if (terms >= 2 && equals_sum(sum, tails[at]->value)) return below ? 1 : 2;
        }
    }
    return 0;
}

std::uint8_t gap_bin(std::uint32_t rows) {
    return rows <= 1 ? 0 : (rows == 2 ? 1 : 2);
}

std::uint8_t width_bin(std::size_t cells, std::size_t next) {
    if (cells == next) return 1;
    if (cells > next) return 2;
    return cells * 2 < next ? 3 : 0;
}

/// What a row shows by itself.
void set_own(const MeasuredRow& measured, std::size_t width, std::uint32_t first_column,
             RowShape& shape) {
    const GridRow& row = *measured.row;
    const std::string_view first = row.cells.front().text;
    std::size_t longest = 0;
    for (const GridCell& cell : row.cells) longest = std::max(longest, count_words(cell.text));
    const std::size_t others = row.cells.size() - 1;
    shape[0] = bin(row.cells.size(), {1, 2, 4, 8});
    shape[1] = bin(row.cells.size() * 100 / std::max<std::size_t>(width, 1), {15, 35, 60, 89, 99});
    shape[2] = row.cells.front().column == first_column ? 1 : 0;
    shape[3] = share_bin(measured.figures, others);
    shape[4] = measured.years == 0 ? 0 : (measured.years * 2 < others ? 1 : 2);
    shape[5] = bin(count_words(first), {1, 3, 6, 12});
    shape[6] = bin(longest, {1, 3, 8, 20});
    shape[7] = first_shape(first, measured.looks.front());
    shape[8] = lead_word(first);
    shape[9] = ending_of(first);
    shape[21] = caption_bin(row);
    shape[22] = emphasis_bin(row);
    shape[23] = repeats_a_cell(row) ? 1 : 0;
}

/// What a row shows against its neighbours.
void set_neighbourhood(std::span<const MeasuredRow> rows, std::size_t at, RowShape& shape) {
    const GridRow& row = *rows[at].row;
    const GridRow* above = at > 0 ? rows[at - 1].row : nullptr;
    const GridRow* below = at + 1 < rows.size() ? rows[at + 1].row : nullptr;
    shape[10] = above != nullptr ? gap_bin(row.row - above->row) : 3;
    shape[11] = below != nullptr ? gap_bin(below->row - row.row) : 3;
    shape[12] = bin(at, {0, 1, 2, 3, 5, 9, 15});
    shape[13] = bin(rows.size() - 1 - at, {0, 1, 2, 5, 9});
    shape[18] = text_over_figures(rows, at);
    shape[19] = below != nullptr ? pattern_against(row, *below) : 3;
    shape[20] = above != nullptr ? pattern_against(row, *above) : 3;
    shape[25] = below != nullptr ? width_bin(row.cells.size(), below->cells.size()) : 2;
}

/// Counts from either end of the sheet: have figures, have full rows begun, have they ended?
void set_counts(std::span<const MeasuredRow> rows, std::vector<RowShape>& shapes) {
    const auto count = [&](std::size_t at, std::size_t& figures, std::size_t& full, std::size_t to,
                           std::size_t to_full) {
        shapes[at][to] = bin(figures, {0, 1, 2});
        shapes[at][to_full] = bin(full, {0, 1, 2});
        figures += rows[at].figures_row;
        full += rows[at].full;
    };
    std::size_t figures = 0;
    std::size_t full = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) count(i, figures, full, 14, 16);
    figures = 0;
    full = 0;
    for (std::size_t i = rows.size(); i-- > 0;) count(i, figures, full, 15, 17);
}

}  // namespace

std::vector<RowShape> shapes_of(std::span<const GridRow> rows) {
    std::size_t width = 0;
    std::uint32_t first_column = UINT32_MAX;
    for (const GridRow& row : rows) {
        width = std::max(width, row.cells.size());
        first_column = std::min(first_column, row.cells.front().column);
    }
    std::vector<MeasuredRow> measured;
    std::vector<std::optional<Tail>> tails;
    measured.reserve(rows.size());
    tails.reserve(rows.size());
    for (const GridRow& row : rows) {
        measured.push_back(measure(row, width));
        tails.push_back(tail_of(measured.back()));
    }
    std::vector<RowShape> shapes(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        set_own(measured[i], width, first_column, shapes[i]);
        set_neighbourhood(measured, i, shapes[i]);
        shapes[i][24] = sum_bin(tails, i);
    }
    set_counts(measured, shapes);
    return shapes;
}

}  // namespace tidytracker
