// SPDX-License-Identifier: Apache-2.0
#include "locate/header.hpp"

#include <algorithm>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "locate/columns.hpp"
#include "schema/captions.hpp"

namespace tidytracker {
namespace {

/// Real captions reach about ten words ("Who is responsible for taking this action forward?").
constexpr std::size_t k_longest_caption_words = 14;
constexpr std::size_t k_longest_caption_bytes = 120;

bool is_caption_shaped(std::string_view text) {
    return text.size() <= k_longest_caption_bytes &&
           words_of(text).size() <= k_longest_caption_words && !is_number_shaped(text);
}

}  // namespace

bool is_caption_row(const GridRow& row) {
    if (row.cells.size() < 2 || row.cells.size() > k_most_columns) return false;
    // Most rows are data and most of those hold a long text: look at that before any table.
    const auto shaped = [](const GridCell& cell) { return is_caption_shaped(cell.text); };
    if (!std::ranges::all_of(row.cells, shaped)) return false;
    std::size_t known = 0;
    std::size_t hinted = 0;
    for (const GridCell& cell : row.cells) {
        if (is_known_caption(cell.text)) {
            ++known;
        } else if (words_of(cell.text).size() <= 6 && !read_caption(cell.text).empty()) {
            ++hinted;
        }
    }
    // Two captions from the table make a header even where the others are unknown, unless they are
    // drowned by them: a data row may well hold "Open" or "Action" in one cell.
    return known >= 2 && (known + hinted) * 2 >= row.cells.size();
}

std::size_t find_plain_header(std::span<const GridRow> rows) {
    constexpr std::size_t k_rows_tried = 40;
    constexpr std::size_t k_body_looked_at = 20;
    for (std::size_t i = 0; i + 1 < rows.size() && i < k_rows_tried; ++i) {
        const GridRow& row = rows[i];
        const bool short_text =
            row.cells.size() >= 2 && row.cells.size() <= k_most_columns &&
            std::ranges::all_of(row.cells, [](const GridCell& cell) {
                return is_caption_shaped(cell.text) && !is_date_shaped(cell.text);
            });
        if (!short_text) continue;
        const auto body = rows.subspan(i + 1, std::min(k_body_looked_at, rows.size() - i - 1));
        const auto as_wide = std::ranges::count_if(body, [&row](const GridRow& below) {
            return below.cells.size() * 2 > row.cells.size() &&
                   below.cells.size() <= row.cells.size() + 1;
        });
        if (static_cast<std::size_t>(as_wide) * 10 >= body.size() * 6) return i;
    }
    return rows.size();
}

}  // namespace tidytracker
