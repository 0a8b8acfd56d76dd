// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Places as findings name them: "Actions!F17", "lines 14-16", "page 3 table 1 row 4",
// "table 2 row 5".
namespace tidytracker {

/// A place in a workbook. `whole_rows`: the place names rows but no columns.
struct SheetPlace {
    std::uint32_t sheet{};
    CellRange range{};
    bool whole_rows{};
    friend auto operator<=>(const SheetPlace&, const SheetPlace&) = default;
};

/// The first of the places that `place` names, where the workbook has it.
[[nodiscard]] std::optional<SheetPlace> find_place(const Workbook& workbook,
                                                   std::string_view place);

/// "north.xlsx:Actions!F17", and "log.csv:17" for a line, as editors take it.
[[nodiscard]] std::string located(std::string_view file, std::string_view place);

}  // namespace tidytracker
