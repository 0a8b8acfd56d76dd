// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tidytracker {

struct Converted {
    std::string text{};  ///< UTF-8
    std::size_t lost{};  ///< code units that stand for nothing; each became U+FFFD
};

/// Converts by the system's iconv. Nothing if it does not know the name; a name may not carry
/// iconv's suffixes ("//IGNORE"), nor be empty, which would mean the locale's encoding.
/// `unit` is the number of bytes that are passed over after a fault.
[[nodiscard]] std::optional<Converted> convert_to_utf8(std::string_view bytes,
                                                       const std::string& encoding,
                                                       std::size_t unit);

}  // namespace tidytracker
