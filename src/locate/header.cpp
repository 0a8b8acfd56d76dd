// SPDX-License-Identifier: Apache-2.0
#include "locate/header.hpp"

#include <algorithm>
#include <optional>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "locate/columns.hpp"
#include "schema/captions.hpp"

namespace tidytracker {
namespace {

/// Real captions reach about ten words ("Who is responsible for taking this action forward?").
constexpr std::size_t k_longest_caption_words = 14;
constexpr std::size_t k_longest_caption_bytes = 120;
/// Three rows are the most that trackers use: a group, its captions, their units.
constexpr std::size_t k_most_header_rows = 3;

bool is_caption_shaped(std::string_view text) {
    return text.size() <= k_longest_caption_bytes && !is_number_shaped(text) &&
           words_of(text).size() <= k_longest_caption_words;
}

const GridCell* cell_at(const GridRow& row, std::uint32_t column) {
    const auto at = std::ranges::lower_bound(row.cells, column, {}, &GridCell::column);
    return at != row.cells.end() && at->column == column ? &*at : nullptr;
}

/// The columns that a caption stands over: those of its merged range; or, where nothing is merged,
/// the empty ones to its right, if the row below has captions there and below the caption itself.
std::uint32_t last_column_of(const GridRow& row, std::size_t cell, const GridRow& below) {
    const GridCell& caption = row.cells[cell];
    const std::uint32_t merged = caption.column + caption.width - 1;
    if (caption.width > 1 || cell_at(below, caption.column) == nullptr) return merged;
    std::uint32_t last = caption.column;
    const std::uint32_t end = cell + 1 < row.cells.size() ? row.cells[cell + 1].column : UINT32_MAX;
    for (const GridCell& under : below.cells) {
        if (under.column == last + 1 && under.column < end) last = under.column;
    }
    return last;
}

/// The caption of `row` that stands over a column of `below`, if it spans several.
const GridCell* spanning_caption(const GridRow& row, std::uint32_t column, const GridRow& below) {
    for (std::size_t i = row.cells.size(); i-- > 0;) {
        if (row.cells[i].column > column) continue;
        const std::uint32_t last = last_column_of(row, i, below);
        return last >= column && last > row.cells[i].column ? &row.cells[i] : nullptr;
    }
    return nullptr;
}

bool is_copy_of_above(const GridCell& cell, const GridRow& row) {
    return cell.at.row != row.row;
}

/// Does the row hold the parts of captions that span several columns of the header above it, and
/// nothing else? A row of data would have values under the other captions, too.
bool parts_captions(const GridRow& above, const GridRow& row) {
    if (row.row != above.row + 1) return false;
    std::size_t parts = 0;
    for (const GridCell& cell : row.cells) {
        if (is_copy_of_above(cell, row)) continue;
        if (!is_caption_shaped(cell.text)) return false;
        if (spanning_caption(above, cell.column, row) == nullptr) return false;
        ++parts;
    }
    return parts >= 2;
}

/// Does the row hold captions of groups of the columns below it? A title stands in the first
/// column, or over all of them.
bool groups_captions(const GridRow& row, const GridRow& below) {
    if (below.row != row.row + 1 || row.cells.empty()) return false;
    std::size_t groups = 0;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const GridCell& cell = row.cells[i];
        if (!is_caption_shaped(cell.text) || cell.text.ends_with(':')) return false;
        const std::uint32_t last = last_column_of(row, i, below);
        const bool over_all =
            cell.column <= below.cells.front().column && last >= below.cells.back().column;
        if (over_all) return false;
        groups += last > cell.column;
    }
    const bool in_front = row.cells.size() == 1 && row.cells[0].column == below.cells[0].column;
    return groups > 0 && !in_front;
}

}  // namespace

bool is_caption_row(const GridRow& row) {
    if (row.cells.size() < 2) return false;
    // Most rows are data and most of those hold a long text: look at that before any table.
    const auto shaped = [](const GridCell& cell) { return is_caption_shaped(cell.text); };
    if (!std::ranges::all_of(row.cells, shaped)) return false;
    std::size_t known = 0;
    std::size_t hinted = 0;
    const std::size_t asked = std::min(row.cells.size(), k_most_columns);
    for (std::size_t i = 0; i < asked; ++i) {
        // Nothing that is still to come can make it a header.
        if ((i - known - hinted) * 2 > asked) return false;
        const std::string& text = row.cells[i].text;
        if (is_known_caption(text)) {
            ++known;
        } else if (words_of(text).size() <= 6 && !read_caption(text).empty()) {
            ++hinted;
        }
    }
    // Two captions from the table make a header even where the others are unknown, unless they are
    // drowned by them: a data row may well hold "Open" or "Action" in one cell.
    return known >= 2 && (known + hinted) * 2 >= asked;
}

namespace {

bool says_the_same(const GridRow& a, const GridRow& b) {
    return std::ranges::equal(a.cells, b.cells, [](const GridCell& x, const GridCell& y) {
        return x.column == y.column && x.text == y.text;
    });
}

/// A header that comes again comes again as a whole: what stands above it only now is no part of
/// it.
bool may_reach_up(std::span<const GridRow> rows, std::size_t anchor, std::size_t first) {
    const auto earlier = rows.first(anchor);
    const auto same = std::ranges::find_if(
        earlier, [&](const GridRow& row) { return says_the_same(row, rows[anchor]); });
    if (same == earlier.end()) return true;
    const auto at = static_cast<std::size_t>(same - earlier.begin());
    const std::size_t up = anchor - (first - 1);
    return at >= up && says_the_same(rows[at - up], rows[first - 1]);
}

}  // namespace

RowRun header_around(std::span<const GridRow> rows, std::size_t anchor,
                     std::span<const RowRole> roles) {
    RowRun run{anchor, anchor + 1};
    const auto length = [&run] { return run.end - run.first; };
    while (run.end < rows.size() && length() < k_most_header_rows &&
           parts_captions(rows[run.end - 1], rows[run.end])) {
        ++run.end;
    }
    // Upwards the row may as well be the last one of the page or section before: there the whole
    // sheet must have taken it for a header, or for a title that a merged cell shows to be none.
    while (run.first > 0 && length() < k_most_header_rows) {
        const RowRole role = roles[run.first - 1];
        const GridRow& above = rows[run.first - 1];
        const bool merged =
            std::ranges::any_of(above.cells, [](const GridCell& cell) { return cell.width > 1; });
        const bool possible = role == RowRole::header || (role == RowRole::title && merged);
        // Rows of data right above it say that this is a header that comes again.
        const bool opens = run.first == 1 || rows[run.first - 2].row + 1 < above.row ||
                           rows[run.first - 2].cells.size() == 1;
        const bool wraps = above.cells.size() >= 2 && rows[run.first].row == above.row + 1;
        if (!possible || !opens || (!wraps && !groups_captions(above, rows[run.first]))) break;
        if (!merged && !may_reach_up(rows, anchor, run.first)) break;
        --run.first;
    }
    return run;
}

Header make_header(std::span<const GridRow> rows) {
    Header header;
    for (const GridRow& row : rows) {
        header.rows.push_back(row.row);
        for (const GridCell& cell : row.cells) {
            const auto at =
                std::ranges::lower_bound(header.captions, cell.column, {}, &Caption::column);
            if (at != header.captions.end() && at->column == cell.column) continue;
            header.captions.insert(at, Caption{.column = cell.column});
        }
    }
    for (Caption& caption : header.captions) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const GridCell* cell = cell_at(rows[i], caption.column);
            const GridCell* group = nullptr;
            if (i + 1 < rows.size() && cell_at(rows[i + 1], caption.column) != nullptr) {
                group = spanning_caption(rows[i], caption.column, rows[i + 1]);
            }
            const GridCell* part = group != nullptr ? group : cell;
            if (part == nullptr ||
                std::ranges::find(caption.cells, part->at) != caption.cells.end()) {
                continue;
            }
            if (!caption.text.empty() && !caption.text.ends_with(' ')) caption.text += ' ';
            caption.text += squeeze(part->text);
            if (group != nullptr) caption.text += " \xE2\x80\x93 ";
            caption.cells.push_back(part->at);
        }
    }
    return header;
}

}  // namespace tidytracker
