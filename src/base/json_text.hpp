// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

// JSON that is made piece by piece, so that a large sheet needs no second copy as a tree.
namespace tidytracker {

/// Appends a JSON string. Bytes that are no UTF-8 become U+FFFD.
void append_json(std::string_view text, std::string& out);

/// The same for a text that is UTF-8, or that is seen to later.
void append_valid_json(std::string_view text, std::string& out);

/// As append_json, but null for an empty text.
void append_json_or_null(std::string_view text, std::string& out);

}  // namespace tidytracker
