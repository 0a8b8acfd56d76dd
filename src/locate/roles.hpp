// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/table.hpp>

#include <cstddef>
#include <string_view>

#include "locate/columns.hpp"

// What a row below a header is: data, a heading over the rows below it, a total, a note.
namespace tidytracker {

/// "Page 2 of 3", "- 4 -": what a printer put there.
[[nodiscard]] bool is_page_furniture(std::string_view text);

/// A text that heads the rows below it because it names a day, a month or a meeting.
[[nodiscard]] bool names_meeting(std::string_view text);
/// A row with nothing but such a text, and no sentence.
[[nodiscard]] bool is_meeting_line(const GridRow& row);

/// The role of a body row. `table_width` is the number of the table's columns; `wrapped` says that
/// rows of this sheet may be continued below, as lines of a text are.
[[nodiscard]] RowRole role_of(const GridRow& row, const Segment& segment, std::size_t table_width,
                              bool wrapped);

}  // namespace tidytracker
