// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tidytracker {

/// Digits as superscript: U+00B9 for "1". Other characters stay.
[[nodiscard]] std::string superscript_digits(std::string_view digits);

}  // namespace tidytracker
