// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/place.hpp>

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "base/text.hpp"

namespace tidytracker {
namespace {

struct Run {
    std::uint32_t first{};
    std::uint32_t last{};
};

/// The rows of the cells as runs without gaps, ascending.
std::vector<Run> runs_of_rows(std::span<const CellAddress> cells) {
    std::vector<std::uint32_t> rows;
    for (const CellAddress& at : cells) rows.push_back(at.row);
    std::ranges::sort(rows);
    std::vector<Run> runs;
    for (const std::uint32_t row : rows) {
        if (!runs.empty() && row <= runs.back().last + 1) {
            runs.back().last = row;
        } else {
            runs.push_back(Run{row, row});
        }
    }
    return runs;
}

std::string numbered(std::string_view noun, const Run& run) {
    if (run.first == run.last) return fmt::format("{} {}", noun, run.first + 1);
    return fmt::format("{}s {}-{}", noun, run.first + 1, run.last + 1);
}

/// The rectangle around the cells of a run of rows.
CellRange bounds(std::span<const CellAddress> cells, const Run& run) {
    CellRange range{{run.first, UINT32_MAX}, {run.last, 0}};
    for (const CellAddress& at : cells) {
        if (at.row < run.first || at.row > run.last) continue;
        range.first.column = std::min(range.first.column, at.column);
        range.last.column = std::max(range.last.column, at.column);
    }
    return range;
}

/// Sheet names with anything but letters, digits and underscores are quoted, as in a formula.
std::string sheet_prefix(const Sheet& sheet) {
    if (sheet.name.empty()) return {};
    if (std::ranges::all_of(sheet.name, [](char c) { return is_word_byte(c) || c == '_'; })) {
        return sheet.name + "!";
    }
    return fmt::format("'{}'!", replace_all(sheet.name, "'", "''"));
}

}  // namespace

std::string place_text(const Sheet& sheet, std::span<const CellAddress> cells) {
    std::vector<std::string> parts;
    for (const Run& run : runs_of_rows(cells)) {
        switch (sheet.places) {
            case PlaceStyle::a1:
                parts.push_back(sheet_prefix(sheet) + to_a1(bounds(cells, run)));
                break;
            case PlaceStyle::line:
                parts.push_back(numbered("line", run));
                break;
            case PlaceStyle::page:
                parts.push_back(fmt::format("page {} {}", sheet.page, numbered("row", run)));
                break;
        }
    }
    return join(parts, "; ");
}

}  // namespace tidytracker
