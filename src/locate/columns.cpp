// SPDX-License-Identifier: Apache-2.0
#include "locate/columns.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "schema/captions.hpp"

namespace tidytracker {
namespace {

constexpr std::size_t k_unbound = SIZE_MAX;

/// Sheet columns of the segment, each with its caption or null.
std::map<std::uint32_t, const Caption*> columns_in_use(const Segment& segment) {
    std::map<std::uint32_t, const Caption*> used;
    for (const Caption& caption : segment.header.captions) used.emplace(caption.column, &caption);
    for (const GridRow* row : segment.body) {
        for (const GridCell& cell : row->cells) used.emplace(cell.column, nullptr);
    }
    return used;
}

using BoundColumns = std::vector<std::pair<std::uint32_t, std::size_t>>;

/// For a column without caption: the table's only column between the neighbours' that the segment
/// has not used yet.
std::size_t column_between(std::size_t columns, const BoundColumns& bound, std::size_t index,
                           const std::vector<bool>& taken) {
    const std::size_t left = index == 0 ? k_unbound : bound[index - 1].second;
    const std::size_t first = left == k_unbound ? 0 : left + 1;
    std::size_t last = columns;
    for (std::size_t i = index + 1; i < bound.size() && last == columns; ++i) {
        last = std::min(last, bound[i].second);
    }
    std::size_t only = k_unbound;
    for (std::size_t i = first; i < last; ++i) {
        if (taken[i]) continue;
        if (only != k_unbound) return k_unbound;
        only = i;
    }
    return only;
}

Column new_column(const Caption* caption) {
    if (caption == nullptr) return Column{};
    return Column{.caption = caption->text, .caption_cells = caption->cells};
}

}  // namespace

std::optional<std::size_t> ColumnList::find(std::string_view key,
                                            const std::vector<bool>& taken) const {
    for (std::size_t i = 0; i < keys_.size(); ++i) {
        if ((i >= taken.size() || !taken[i]) && keys_[i] == key) return i;
    }
    return std::nullopt;
}

std::size_t ColumnList::add(Column column) {
    keys_.push_back(caption_key(column.caption));
    columns_.push_back(std::move(column));
    return columns_.size() - 1;
}

bool ColumnList::is_repeated_by(const Header& header) const {
    std::vector<bool> found(columns_.size());
    std::size_t same = 0;
    for (const Caption& caption : header.captions) {
        const auto column = find(caption_key(caption.text), found);
        if (!column) continue;
        found[*column] = true;
        ++same;
    }
    // Half is enough: a page may lack a column, or name one anew.
    return same * 2 > header.captions.size();
}

void ColumnList::note(const Header& header) {
    for (const Caption& caption : header.captions) {
        if (columns_.size() >= k_most_columns) return;
        if (!find(caption_key(caption.text), {})) add(Column{.caption = caption.text});
    }
}

std::optional<std::size_t> Segment::column_of(std::uint32_t sheet_column) const {
    const auto at = std::ranges::lower_bound(columns, sheet_column, {},
                                             &std::pair<std::uint32_t, std::size_t>::first);
    if (at == columns.end() || at->first != sheet_column) return std::nullopt;
    return at->second;
}

std::size_t bind_columns(Segment& segment, ColumnList& list) {
    std::vector<bool> taken(list.columns().size());
    const auto used = columns_in_use(segment);
    for (const auto& [sheet_column, caption] : used) {
        std::size_t bound = k_unbound;
        if (caption != nullptr) {
            bound = list.find(caption_key(caption->text), taken).value_or(k_unbound);
        }
        if (bound != k_unbound) {
            taken[bound] = true;
            auto& cells = list.columns()[bound].caption_cells;
            cells.insert(cells.end(), caption->cells.begin(), caption->cells.end());
        }
        segment.columns.emplace_back(sheet_column, bound);
    }
    for (std::size_t i = 0; i < segment.columns.size(); ++i) {
        if (segment.columns[i].second != k_unbound) continue;
        const Caption* caption = used.at(segment.columns[i].first);
        std::size_t bound = k_unbound;
        if (caption == nullptr) {
            bound = column_between(list.columns().size(), segment.columns, i, taken);
        }
        if (bound == k_unbound && list.columns().size() < k_most_columns) {
            bound = list.add(new_column(caption));
            taken.push_back(false);
        }
        if (bound != k_unbound) taken[bound] = true;
        segment.columns[i].second = bound;
    }
    const std::size_t before = segment.columns.size();
    std::erase_if(segment.columns, [](const auto& column) { return column.second == k_unbound; });
    return before - segment.columns.size();
}

}  // namespace tidytracker
