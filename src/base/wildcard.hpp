// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace tidytracker {

/// Is all of `text` what `pattern` says? "*" stands for any bytes, "?" for one; everything else
/// for itself, whatever its ASCII case. Takes time in proportion to the product of both lengths.
[[nodiscard]] bool matches_wildcard(std::string_view text, std::string_view pattern);

}  // namespace tidytracker
