// SPDX-License-Identifier: Apache-2.0
#include "cli/seen.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace tidytracker::cli {
namespace {

std::size_t struck_cells(const Workbook& workbook, const Sheet& sheet) {
    const auto struck = [&workbook](const Cell& cell) {
        return cell.kind != CellKind::empty && workbook.is_struck(cell);
    };
    return static_cast<std::size_t>(std::ranges::count_if(sheet.cells, struck));
}

/// A span may reach to the last column that a sheet can have; one that nothing stands in is no
/// news.
std::size_t hidden_columns(const Sheet& sheet) {
    std::uint32_t used = 0;
    for (const Cell& cell : sheet.cells) used = std::max(used, cell.column + 1U);
    std::size_t count = 0;
    for (const ColumnSpan& span : sheet.columns) {
        if (!span.hidden || span.first >= used) continue;
        count += std::min(span.last, used - 1) - span.first + 1;
    }
    return count;
}

}  // namespace

std::vector<Seen> seen_in(const Workbook& workbook, const Sheet& sheet) {
    const auto hidden_rows =
        static_cast<std::size_t>(std::ranges::count_if(sheet.rows, &Row::hidden));
    return {{"hidden_rows", "hidden row", hidden_rows},
            {"hidden_columns", "hidden column", hidden_columns(sheet)},
            {"struck_cells", "struck cell", struck_cells(workbook, sheet)},
            {"notes", "note", sheet.notes.size()},
            {"links", "link", sheet.links.size()},
            {"merged_ranges", "merged range", sheet.merged.size()},
            {"defined_tables", "defined table", sheet.tables.size()},
            {"choice_lists", "choice list", sheet.choices.size()}};
}

std::string seen_words(const std::vector<Seen>& seen) {
    std::vector<std::string> words;
    for (const Seen& one : seen) {
        if (one.count == 0) continue;
        std::string said = count_of(one.count, one.singular);
        words.push_back(std::move(said));
    }
    return join(words, ", ");
}

}  // namespace tidytracker::cli
