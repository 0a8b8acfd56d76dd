// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/fields.hpp>
#include <tidytracker/record.hpp>

#include <string>
#include <string_view>

namespace tidytracker {

/// Appends what a cell of the flat register holds: the text of one field, empty where there is
/// none. Several values stand in the notation of notation.hpp; `overdue` is "true" or "false".
void append_flat_text(const Record& record, Field field, std::string& out);
[[nodiscard]] std::string flat_text(const Record& record, Field field);

/// A word of a closed list as people write it: "In progress" for "in_progress".
[[nodiscard]] std::string readable_word(std::string_view word);

}  // namespace tidytracker
