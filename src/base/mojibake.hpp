// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tidytracker {

/// UTF-8 that was once read as Windows-1252 shows as other letters: an e with acute accent as two
/// characters, a curly apostrophe as three. The text as it was meant; none if nothing in it looks
/// so. Each run is judged on its own, and only one whose bytes are well-formed UTF-8 is changed: in
/// honest text that does not happen.
[[nodiscard]] std::optional<std::string> mended_mojibake(std::string_view text);

}  // namespace tidytracker
