// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/finding.hpp>
#include <tidytracker/mapping.hpp>
#include <tidytracker/settings.hpp>
#include <tidytracker/table.hpp>

namespace tidytracker {

/// Binds columns to fields by captions, values and a one-to-one assignment over the whole table;
/// `instructions.columns` overrides all of that.
[[nodiscard]] Mapping map_columns(const Table& table, const Instructions& instructions,
                                  Findings& findings);

}  // namespace tidytracker
