// SPDX-License-Identifier: Apache-2.0
#include "locate/columns.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "schema/captions.hpp"

namespace tidytracker {
namespace {

constexpr std::size_t k_unbound = SIZE_MAX;

std::size_t column_with_caption(const std::vector<Column>& columns, std::string_view caption,
                                const std::set<std::size_t>& taken) {
    const std::string key = caption_key(caption);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!taken.contains(i) && caption_key(columns[i].caption) == key) return i;
    }
    return k_unbound;
}

/// Sheet columns of the segment, each with its header cell or null.
std::map<std::uint32_t, const GridCell*> columns_in_use(const Segment& segment) {
    std::map<std::uint32_t, const GridCell*> used;
    if (segment.header != nullptr) {
        for (const GridCell& cell : segment.header->cells) used.emplace(cell.column, &cell);
    }
    for (const GridRow* row : segment.body) {
        for (const GridCell& cell : row->cells) used.emplace(cell.column, nullptr);
    }
    return used;
}

using BoundColumns = std::vector<std::pair<std::uint32_t, std::size_t>>;

/// For a column without caption: the table's only column between the neighbours' that the segment
/// has not used yet.
std::size_t column_between(const std::vector<Column>& columns, const BoundColumns& bound,
                           std::size_t index, const std::set<std::size_t>& taken) {
    const std::size_t left = index == 0 ? k_unbound : bound[index - 1].second;
    const std::size_t first = left == k_unbound ? 0 : left + 1;
    std::size_t last = columns.size();
    for (std::size_t i = index + 1; i < bound.size() && last == columns.size(); ++i) {
        last = std::min(last, bound[i].second);
    }
    std::size_t only = k_unbound;
    for (std::size_t i = first; i < last; ++i) {
        if (taken.contains(i)) continue;
        if (only != k_unbound) return k_unbound;
        only = i;
    }
    return only;
}

Column new_column(const GridCell* caption) {
    Column made;
    if (caption != nullptr) {
        made.caption = squeeze(caption->text);
        made.caption_cells.push_back(caption->at);
    }
    return made;
}

}  // namespace

std::optional<std::size_t> Segment::column_of(std::uint32_t sheet_column) const {
    const auto at = std::ranges::lower_bound(columns, sheet_column, {},
                                             &std::pair<std::uint32_t, std::size_t>::first);
    if (at == columns.end() || at->first != sheet_column) return std::nullopt;
    return at->second;
}

bool repeats_header(const std::vector<Column>& columns, const GridRow& header) {
    std::set<std::size_t> found;
    for (const GridCell& cell : header.cells) {
        const std::size_t column = column_with_caption(columns, cell.text, found);
        if (column != k_unbound) found.insert(column);
    }
    // Half is enough: a page may lack a column, or name one anew.
    return found.size() * 2 > header.cells.size();
}

void bind_columns(Segment& segment, std::vector<Column>& columns) {
    std::set<std::size_t> taken;
    const auto used = columns_in_use(segment);
    for (const auto& [sheet_column, caption] : used) {
        std::size_t bound = k_unbound;
        if (caption != nullptr) bound = column_with_caption(columns, caption->text, taken);
        if (bound != k_unbound) {
            taken.insert(bound);
            columns[bound].caption_cells.push_back(caption->at);
        }
        segment.columns.emplace_back(sheet_column, bound);
    }
    for (std::size_t i = 0; i < segment.columns.size(); ++i) {
        if (segment.columns[i].second != k_unbound) continue;
        const GridCell* caption = used.at(segment.columns[i].first);
        std::size_t bound = k_unbound;
        if (caption == nullptr) bound = column_between(columns, segment.columns, i, taken);
        if (bound == k_unbound && columns.size() < k_most_columns) {
            // At the end, so that what earlier segments are bound to stays; the columns of the
            // first segment come in the order of the sheet.
            bound = columns.size();
            columns.push_back(new_column(caption));
        }
        if (bound != k_unbound) taken.insert(bound);
        segment.columns[i].second = bound;
    }
    std::erase_if(segment.columns, [](const auto& column) { return column.second == k_unbound; });
}

}  // namespace tidytracker
