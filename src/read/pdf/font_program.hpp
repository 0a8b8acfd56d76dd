// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace tidytracker::pdf {

/// The text of each code, as UTF-8; empty where a code has none.
using CodeTexts = std::array<std::string, 256>;

/// The encoding that is built into an embedded Type 1 font (Adobe Type 1 Font Format, 2.2), from
/// its part in clear text. All empty if it cannot be read.
[[nodiscard]] CodeTexts type1_encoding(std::string_view program);
/// The same of a Compact Font Format program (Adobe Technical Note 5176) that is not CID-keyed.
[[nodiscard]] CodeTexts cff_encoding(std::string_view program);

/// The texts of a base encoding.
[[nodiscard]] CodeTexts standard_code_texts();

}  // namespace tidytracker::pdf
