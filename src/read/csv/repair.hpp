// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/csv/dialect.hpp"
#include "read/csv/parse.hpp"

// What the programs that wrote a file should have put in quotes, and what they should not.
namespace tidytracker {

/// Joins the parts of a cell whose text holds the delimiter, but which has no quotes, where that
/// makes the record as wide as the table: "7,Dig, fill and level,Una". A blank behind the delimiter
/// gives the parts away. Returns the first cell that was joined.
std::optional<std::size_t> join_unquoted(std::vector<CsvField>& fields, const CsvDialect& dialect);

/// The lines of a table each of which stands in quotes as a whole: "Ref,Action,Lead". That is what
/// saving a file as CSV gives if its lines were read as cells. None for another text.
[[nodiscard]] std::optional<std::string> unwrapped_lines(std::string_view text,
                                                         const CsvDialect& dialect);

}  // namespace tidytracker
