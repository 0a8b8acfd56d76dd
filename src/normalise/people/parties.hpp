// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/record.hpp>

#include <string_view>
#include <vector>

#include "normalise/people/order.hpp"
#include "normalise/people/text.hpp"

namespace tidytracker {

/// One of the parties of a cell, and its part in the action if the cell says so.
struct PartyInRole {
    Party party{};
    PartyRole role{PartyRole::none};
};

struct PartyReading {
    std::vector<PartyInRole> parties{};  ///< in printed order
    bool partly_open{};                  ///< "Ada Birch / TBC": somebody is still to be named
};

/// As parse_parties, with what the cell says of each part, and for a column that writes its names
/// in the given style.
[[nodiscard]] PartyReading read_parties(std::string_view text, NameStyle style);

}  // namespace tidytracker
