// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tidytracker::cli {

/// Something that a sheet has besides the texts of its cells, and how often.
struct Seen {
    std::string_view key{};       ///< "hidden_rows", as JSON has it
    std::string_view singular{};  ///< "hidden row"
    std::size_t count{};
};

/// Notes, links, hidden rows and the like, in a fixed order; those that there are none of, too.
[[nodiscard]] std::vector<Seen> seen_in(const Workbook& workbook, const Sheet& sheet);

/// "2 hidden rows, 1 note"; empty if there is nothing.
[[nodiscard]] std::string seen_words(const std::vector<Seen>& seen);

}  // namespace tidytracker::cli
