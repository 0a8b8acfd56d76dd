// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/finding.hpp>
#include <tidytracker/mapping.hpp>
#include <tidytracker/settings.hpp>
#include <tidytracker/table.hpp>

#include <cstddef>
#include <string>

namespace tidytracker {

/// Binds columns to fields by captions, values and a one-to-one assignment over the whole table;
/// `instructions.columns` overrides all of that.
[[nodiscard]] Mapping map_columns(const Table& table, const Instructions& instructions,
                                  Findings& findings);

/// What speaks for a column's binding, in words: "known wording of leads; 9 of 12 values look like
/// names".
[[nodiscard]] std::string evidence_for(const Table& table, std::size_t column,
                                       const Binding& binding);

}  // namespace tidytracker
