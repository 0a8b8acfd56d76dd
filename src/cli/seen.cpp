// SPDX-License-Identifier: Apache-2.0
#include "cli/seen.hpp"

#include <algorithm>
#include <functional>

#include "base/text.hpp"

namespace tidytracker::cli {
namespace {

std::size_t struck_cells(const Workbook& workbook, const Sheet& sheet) {
    const auto struck = [&workbook](const Cell& cell) {
        return cell.kind != CellKind::empty && workbook.is_struck(cell);
    };
    return static_cast<std::size_t>(std::ranges::count_if(sheet.cells, struck));
}

/// The columns of spans for which `counts` holds. A span may reach to the last column that a sheet
/// can have; one that nothing stands in is no news.
template <class Condition>
std::size_t columns_in(const Sheet& sheet, Condition counts) {
    std::uint32_t used = 0;
    for (const Cell& cell : sheet.cells) used = std::max(used, cell.column + 1U);
    std::size_t count = 0;
    for (const ColumnSpan& span : sheet.columns) {
        if (!std::invoke(counts, span) || span.first >= used) continue;
        count += std::min(span.last, used - 1) - span.first + 1;
    }
    return count;
}

}  // namespace

std::vector<Seen> seen_in(const Workbook& workbook, const Sheet& sheet) {
    const auto rows_with = [&sheet](auto condition) {
        return static_cast<std::size_t>(std::ranges::count_if(sheet.rows, condition));
    };
    const auto grouped = [](const auto& part) { return part.outline > 0; };
    return {{"hidden_rows", "hidden row", rows_with(&Row::hidden)},
            {"hidden_columns", "hidden column", columns_in(sheet, &ColumnSpan::hidden)},
            {"grouped_rows", "grouped row", rows_with(grouped)},
            {"grouped_columns", "grouped column", columns_in(sheet, grouped)},
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
