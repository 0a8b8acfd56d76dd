// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "base/archive.hpp"

namespace tidytracker {

struct ArchiveDirectory {
    std::vector<ArchiveEntry> entries{};  ///< in the order of the file
    bool lost{};  ///< the central directory is missing, cut short, or points to nothing
};

/// Reads the central directory and, where that fails, the local headers.
[[nodiscard]] ArchiveDirectory read_archive_directory(std::string_view file);

}  // namespace tidytracker
