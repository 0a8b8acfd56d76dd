// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/table.hpp>
#include <tidytracker/workbook.hpp>

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "locate/grid.hpp"

// Keys and legends: what initials, letters and colours in the tables stand for.
namespace tidytracker {

/// Is it the header of a key: "Initials | Name | Organisation", "Colour | Meaning"?
[[nodiscard]] bool is_key_header(const GridRow& row);

/// A key with the run of rows that it takes; `rows` counts from the row that was asked about.
struct FoundKey {
    Key key{};
    std::size_t rows{};
};

/// The key that begins with the first of these rows: a header of a key or a heading such as
/// "Key to initials", with the lines below it up to a gap. Of a sheet whose name is such a heading
/// the first row may be a line of the key. `sheet_name` is empty further down.
[[nodiscard]] std::optional<FoundKey> key_at(std::span<const GridRow> rows,
                                             std::string_view sheet_name);

/// The key that a line outside the tables spells out: "B = delivered, G = on track", or cells with
/// a fill and words that part into a sign and its meaning.
[[nodiscard]] std::optional<Key> key_of_line(const GridRow& row);

}  // namespace tidytracker
