// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "cli/command.hpp"

// What may stand where on the command line, from the tables of commands, flags, formats and rules:
// what shells offer to complete and the manual page lists.
namespace tidytracker::cli {

/// What may stand in one place.
struct Offer {
    std::vector<std::string_view> words{};
    bool files{};  ///< a path, too
    bool list{};   ///< several of the words, parted by commas
};

[[nodiscard]] Offer offer_for_flag(const Command& command, const Flag& flag);
[[nodiscard]] Offer offer_for_operands(const Command& command);

/// The shells that completions are written for.
[[nodiscard]] std::vector<std::string_view> known_shells();

/// The headings under which flags stand, each once, in the order of the flags.
[[nodiscard]] std::vector<std::string_view> flag_groups();

}  // namespace tidytracker::cli
