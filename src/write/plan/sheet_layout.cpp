// SPDX-License-Identifier: Apache-2.0
#include "write/plan/sheet_layout.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "write/excel_text.hpp"

namespace tidytracker {
namespace {

constexpr std::size_t k_longest_caption = 255;
/// The button of the filter covers the end of the caption.
constexpr int k_filter_width = 4;
/// Excel's limit for a web address.
constexpr std::size_t k_longest_address = 2'079;
constexpr int k_narrowest = 8;
/// Text begins and ends a little within its cell.
constexpr int k_padding = 2;
/// "30 Sep 2024" and the padding.
constexpr int k_day_width = 13;
/// UTF-8 takes at most this many bytes for what takes one column.
constexpr std::size_t k_most_bytes = 4;

/// Columns that a line takes, `most` if it is at least so long.
int width_of(std::string_view line, int most) {
    if (line.size() >= k_most_bytes * static_cast<std::size_t>(most)) return most;
    return std::min(display_width(line), most);
}

int longest_line(const PlannedCell& cell, int most) {
    if (cell.kind == PlannedCell::Kind::day) return cell.text.empty() ? 0 : k_day_width;
    int longest = 0;
    std::string_view rest = cell.text;
    while (!rest.empty() && longest < most) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        longest = std::max(longest, width_of(rest.substr(0, end), most) + k_padding);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return longest;
}

/// Captions wrap, so only their longest word counts.
int caption_width(const PlannedColumn& column) {
    int width = k_narrowest;
    for (const std::string_view word : words_of(column.caption)) {
        width = std::max(width, display_width(word) + k_filter_width);
    }
    return width;
}

}  // namespace

bool is_web_address(std::string_view link) {
    const bool web = starts_with_ignoring_case(link, "https://") ||
                     starts_with_ignoring_case(link, "http://") ||
                     starts_with_ignoring_case(link, "mailto:");
    constexpr std::string_view k_unsafe = "\"<>[]\\^`{|}";
    const bool plain = std::ranges::all_of(link, [k_unsafe](char c) {
        return c > ' ' && c <= '~' && k_unsafe.find(c) == std::string_view::npos;
    });
    return web && plain && link.size() <= k_longest_address;
}

std::vector<std::string> table_captions(const PlannedSheet& sheet) {
    std::vector<std::string> captions;
    std::set<std::string> used;
    for (const PlannedColumn& column : sheet.columns) {
        std::string stem = squeeze(excel_text(column.caption));
        if (stem.empty()) stem = "Column";
        constexpr std::size_t k_room_for_number = 15;
        if (stem.size() > k_longest_caption - k_room_for_number) {
            // A character cut in two would become U+FFFD, which is three bytes.
            stem = repair_utf8(stem.substr(0, k_longest_caption - 2 * k_room_for_number));
        }
        std::string caption = stem;
        for (int number = 2; !used.insert(fold(caption)).second; ++number) {
            caption = fmt::format("{} ({})", stem, number);
        }
        captions.push_back(std::move(caption));
    }
    return captions;
}

std::vector<int> column_widths(const PlannedSheet& sheet) {
    std::vector<int> widths;
    for (std::size_t column = 0; column < sheet.columns.size(); ++column) {
        const PlannedColumn& planned = sheet.columns[column];
        int width = caption_width(planned);
        const int most = std::max(planned.width, width);
        if (sheet.rows.empty()) width = most;
        for (const PlannedRow& row : sheet.rows) {
            if (width >= most) break;
            if (column < row.size()) width = std::max(width, longest_line(row[column], most));
        }
        widths.push_back(std::min(width, most));
    }
    return widths;
}

int line_count(const PlannedRow& row, const std::vector<int>& widths) {
    int most = 1;
    for (std::size_t column = 0; column < row.size(); ++column) {
        // Widths are in digits. Running text in Calibri takes a sixth less, of which the words that
        // do not fill their line take back a part; too high a row is better than a hidden line.
        const int width = std::max(widths[column] * 11 / 10, 1);
        const std::string_view text = row[column].text;
        if (text.size() <= static_cast<std::size_t>(width) &&
            text.find('\n') == std::string_view::npos) {
            continue;
        }
        int lines = 0;
        for (const std::string_view line : split(text, '\n')) {
            lines += std::max(1, (display_width(line) + width - 1) / width);
        }
        most = std::max(most, lines);
    }
    return most;
}

}  // namespace tidytracker
