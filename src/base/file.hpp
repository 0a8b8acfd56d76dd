// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/result.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace tidytracker {

/// The bytes of a file. Errors: not_found (with the nearest name in its folder), unreadable.
[[nodiscard]] Result<std::string> read_file(const std::string& path);

/// May a file that is there already be replaced?
enum class Overwrite : std::uint8_t { no, yes };

/// Replaces or makes a file in one step: whoever looks sees the old bytes or all of the new ones,
/// and a failure leaves the old ones. A replaced file keeps its permissions; a symbolic link stays
/// one. What is no regular file (a pipe, a terminal) is written to as it stands.
/// Errors: exists (only for Overwrite::no), unwritable.
[[nodiscard]] Result<void> write_file_atomically(const std::string& path, std::string_view bytes,
                                                 Overwrite overwrite);

}  // namespace tidytracker
