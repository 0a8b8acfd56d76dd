// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

// Text of a file on a terminal.
namespace tidytracker {

/// The text in one line without control characters, which could rewrite what a terminal shows.
[[nodiscard]] std::string printable(std::string_view text);

/// The first characters that fit into `width` columns; "..." ends a text that is cut.
[[nodiscard]] std::string clip(std::string_view text, int width);

}  // namespace tidytracker
