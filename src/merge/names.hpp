// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/merge.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tidytracker::matching {

/// The records that a user means by a name: a reference, an id, or either after the name of a
/// source and a colon ("north.csv:A-013").
[[nodiscard]] std::vector<std::uint32_t> records_named(const std::string& name,
                                                       std::span<const Record> records,
                                                       std::span<const Source> sources);

}  // namespace tidytracker::matching
