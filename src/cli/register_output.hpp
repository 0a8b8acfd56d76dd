// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/result.hpp>
#include <tidytracker/write.hpp>

#include <string>
#include <vector>

#include "cli/command.hpp"

// Where a register goes and in which format; what `convert` and `merge` share.
namespace tidytracker::cli {

struct Output {
    std::string path{};  ///< "-": standard output
    const Writer* writer{};
};

/// Decides on the output before anything is read: a mistake there costs no time.
[[nodiscard]] Result<Output> choose_output(const std::vector<std::string>& inputs,
                                           const Call& call);

/// May the output be written: not an input, not a folder, not there already?
[[nodiscard]] Result<void> check_output_path(const std::string& path,
                                             const std::vector<std::string>& inputs,
                                             const Call& call);

/// Errors: too_large, exists, unwritable.
[[nodiscard]] Result<void> write_register(const Output& output, const Document& document,
                                          const Call& call);

}  // namespace tidytracker::cli
