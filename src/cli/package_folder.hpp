// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/result.hpp>

#include <string>
#include <string_view>

// A data package as a folder of files, where readers and writers know it as an archive of them.
namespace tidytracker::cli {

/// Is the folder one, by the description in it?
[[nodiscard]] bool is_package_folder(const std::string& path);

/// An archive of its files. Errors: not_found, unreadable, too_large.
[[nodiscard]] Result<std::string> pack_folder(const std::string& path);

/// Makes the folder if need be and writes the files of an archive into it, the description last:
/// with that the folder becomes a data package. Files that are there are replaced only if
/// `replace`. Errors: exists, unwritable.
[[nodiscard]] Result<void> unpack_into_folder(const std::string& path, std::string_view archive,
                                              bool replace);

}  // namespace tidytracker::cli
