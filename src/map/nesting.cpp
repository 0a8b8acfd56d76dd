// SPDX-License-Identifier: Apache-2.0
#include "map/nesting.hpp"

#include <algorithm>
#include <string>

namespace tidytracker {
namespace {

/// Does the row name another action under the recommendation of the row above?
bool goes_on(const TableRow& row, const TableRow& above, const NestedColumns& columns) {
    const std::string& whole = row.cells[columns.whole].text;
    const std::string& part = row.cells[columns.part].text;
    return !whole.empty() && whole == above.cells[columns.whole].text && !part.empty() &&
           part != above.cells[columns.part].text;
}

/// Is what the column says the same in all rows of a recommendation?
bool is_of_whole(const Table& table, std::size_t column, const NestedColumns& columns) {
    for (std::size_t i = 1; i < table.rows.size(); ++i) {
        const TableRow& row = table.rows[i];
        const TableRow& above = table.rows[i - 1];
        if (!goes_on(row, above, columns)) continue;
        if (row.cells[column].text != above.cells[column].text) return false;
    }
    return true;
}

}  // namespace

std::optional<Nesting> find_nesting(const Table& table) {
    std::vector<std::string> captions;
    for (const Column& column : table.columns) captions.push_back(column.caption);
    const std::optional<NestedColumns> columns = nested_columns(captions);
    if (!columns) return std::nullopt;
    const auto nested = std::adjacent_find(table.rows.begin(), table.rows.end(),
                                           [&columns](const TableRow& above, const TableRow& row) {
                                               return goes_on(row, above, *columns);
                                           });
    if (nested == table.rows.end()) return std::nullopt;
    Nesting nesting{.columns = *columns};
    for (std::size_t i = 0; i < columns->part; ++i) {
        if (is_of_whole(table, i, *columns)) nesting.of_whole.push_back(i);
    }
    return nesting;
}

}  // namespace tidytracker
