// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tidytracker {

/// The SHA-256 digest (FIPS 180-4) in lower case hexadecimal.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace tidytracker
