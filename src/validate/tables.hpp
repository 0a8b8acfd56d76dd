// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/rule.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Which records belong together, as a reader sees it.
namespace tidytracker {

/// How much of the first of the places in `place` names its sheet: "Actions!" of "Actions!A17:H17",
/// nothing of the "A17:H17" of a CSV file.
[[nodiscard]] std::string_view sheet_part(std::string_view place);

/// For each record a number that stands for its table. The tables of a text or of pages that have
/// the same columns are one table that breaks parted; work sheets are tables of their own. Without
/// a reading, the records of one sheet are taken for a table.
[[nodiscard]] std::vector<std::size_t> tables_of(const Document& document,
                                                 std::span<const SourceReading> sources);

}  // namespace tidytracker
