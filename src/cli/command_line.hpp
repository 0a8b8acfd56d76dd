// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/result.hpp>

#include "cli/options.hpp"

namespace tidytracker::cli {

/// Reads the command line by the table of flags, which may stand anywhere. Errors are of kind
/// `usage` and suggest the flag or the word that was probably meant.
[[nodiscard]] Result<Options> parse_command_line(int count, const char* const* words);

}  // namespace tidytracker::cli
