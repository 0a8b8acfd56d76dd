// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/fields.hpp>
#include <tidytracker/settings.hpp>

#include <string>
#include <string_view>

// What the cells of one column become.
namespace tidytracker::cli {

/// Can a text be read as this field by itself?
[[nodiscard]] bool is_parsed(Field field);

/// Reads a text as a tracker reads a cell of the field; one JSON object and a line end.
[[nodiscard]] std::string parsed_line(std::string_view text, Field field,
                                      const Instructions& instructions);

}  // namespace tidytracker::cli
