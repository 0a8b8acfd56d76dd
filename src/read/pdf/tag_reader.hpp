// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "read/pdf/objects.hpp"
#include "read/pdf/structure_tree.hpp"

namespace tidytracker::pdf {

/// Reads the tables of the structure tree (ISO 32000-1, 14.7 and 14.8.4.3). `pages` numbers the
/// pages by their identity.
[[nodiscard]] std::vector<TaggedTable> tagged_tables_of(
    const QPDFObjectHandle& root, const std::map<std::uint64_t, std::size_t>& pages);

}  // namespace tidytracker::pdf
