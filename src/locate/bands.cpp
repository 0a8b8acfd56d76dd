// SPDX-License-Identifier: Apache-2.0
#include "locate/bands.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "locate/header.hpp"
#include "locate/keys.hpp"
#include "schema/captions.hpp"

namespace tidytracker {
namespace {

/// The first and the last column of a band.
struct ColumnRange {
    std::uint32_t first{};
    std::uint32_t last{UINT32_MAX};
};

using RowSpan = std::span<const GridRow>;

GridRow part_of(const GridRow& row, ColumnRange columns) {
    GridRow part{.row = row.row, .hidden = row.hidden, .struck = row.struck};
    std::ranges::copy_if(row.cells, std::back_inserter(part.cells), [columns](const GridCell& c) {
        return c.column >= columns.first && c.column <= columns.last;
    });
    return part;
}

std::vector<GridRow> parts_of(RowSpan rows, ColumnRange columns) {
    std::vector<GridRow> parts;
    for (const GridRow& row : rows) {
        GridRow part = part_of(row, columns);
        if (part.cells.empty()) continue;
        part.captions = is_caption_row(part);
        parts.push_back(std::move(part));
    }
    return parts;
}

/// Stretches of columns between empty ones. Rows of one cell do not count: titles run across.
std::vector<ColumnRange> stretches_of(RowSpan rows) {
    std::set<std::uint32_t> used;
    for (const GridRow& row : rows) {
        if (row.cells.size() < 2) continue;
        for (const GridCell& cell : row.cells) {
            const std::uint32_t width = std::min<std::uint32_t>(cell.width, 1024);
            for (std::uint32_t i = 0; i < width; ++i) used.insert(cell.column + i);
        }
    }
    std::vector<ColumnRange> stretches;
    for (const std::uint32_t column : used) {
        if (stretches.empty() || column > stretches.back().last + 1) {
            stretches.push_back(ColumnRange{column, column});
        } else {
            stretches.back().last = column;
        }
    }
    return stretches;
}

const GridRow* first_header(RowSpan rows) {
    const auto header = std::ranges::find_if(
        rows, [](const GridRow& row) { return row.captions || is_key_header(row); });
    return header == rows.end() ? nullptr : &*header;
}

bool shares_a_caption(const GridRow& a, const GridRow& b) {
    return std::ranges::any_of(a.cells, [&b](const GridCell& cell) {
        const std::string key = caption_key(cell.text);
        return std::ranges::any_of(
            b.cells, [&key](const GridCell& other) { return caption_key(other.text) == key; });
    });
}

/// Is it a list of the values that a column on the left may have: one column under the caption of
/// that one?
bool lists_values(RowSpan left, RowSpan right) {
    const GridRow* header = first_header(left);
    const bool column =
        std::ranges::all_of(right, [](const GridRow& row) { return row.cells.size() == 1; });
    return header != nullptr && column && right.size() > 2 && header->row == right.front().row &&
           shares_a_caption(right.front(), *header);
}

/// Is the stretch on the right a table of its own? An empty column alone proves nothing: trackers
/// have some inside. A key, captions that come again, or a header in another row do.
bool stands_alone(RowSpan left, RowSpan right) {
    if (lists_values(left, right)) return true;
    const GridRow* header = first_header(right);
    const GridRow* other = first_header(left);
    if (header == nullptr || other == nullptr || right.size() < 2) return false;
    return is_key_header(*header) || header->row != other->row || shares_a_caption(*header, *other);
}

/// Cuts one zone, a header with the rows below it, into its bands.
std::vector<std::vector<GridRow>> cut_zone(RowSpan zone) {
    const std::vector<ColumnRange> stretches = stretches_of(zone);
    std::vector<std::vector<GridRow>> bands;
    if (stretches.size() < 2) return bands;
    ColumnRange current{0, stretches.front().last};
    for (std::size_t i = 1; i <= stretches.size(); ++i) {
        if (i == stretches.size()) {
            if (!bands.empty()) bands.push_back(parts_of(zone, {current.first, UINT32_MAX}));
            break;
        }
        const ColumnRange rest{stretches[i].first, UINT32_MAX};
        const std::vector<GridRow> left = parts_of(zone, current);
        if (stands_alone(left, parts_of(zone, rest))) {
            bands.push_back(left);
            current.first = stretches[i].first;
        }
        current.last = stretches[i].last;
    }
    return bands;
}

/// Where zones begin: at each header.
std::vector<std::size_t> zone_starts(RowSpan rows) {
    std::vector<std::size_t> starts{0};
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (rows[i].captions) starts.push_back(i);
    }
    return starts;
}

}  // namespace

std::vector<Band> bands_of(RowSpan rows) {
    const std::vector<std::size_t> starts = zone_starts(rows);
    std::vector<Band> side;
    Band main;
    std::size_t copied = 0;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : rows.size();
        auto cut = cut_zone(rows.subspan(starts[i], end - starts[i]));
        if (cut.empty()) continue;
        main.parts.insert(main.parts.end(), rows.begin() + static_cast<std::ptrdiff_t>(copied),
                          rows.begin() + static_cast<std::ptrdiff_t>(starts[i]));
        std::ranges::move(cut.front(), std::back_inserter(main.parts));
        copied = end;
        for (std::size_t band = 1; band < cut.size(); ++band) {
            side.push_back(Band{.parts = std::move(cut[band])});
        }
    }
    std::vector<Band> bands;
    if (side.empty()) {
        bands.push_back(Band{.rows = rows});
        return bands;
    }
    main.parts.insert(main.parts.end(), rows.begin() + static_cast<std::ptrdiff_t>(copied),
                      rows.end());
    bands.push_back(std::move(main));
    std::ranges::move(side, std::back_inserter(bands));
    for (Band& band : bands) band.rows = band.parts;
    return bands;
}

}  // namespace tidytracker
