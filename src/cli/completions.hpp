// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

// Scripts that let shells complete commands, flags and values, made from the tables.
namespace tidytracker::cli {

[[nodiscard]] std::string bash_completions();
[[nodiscard]] std::string zsh_completions();
[[nodiscard]] std::string fish_completions();

/// `text` as one word of a POSIX shell.
[[nodiscard]] std::string shell_quoted(std::string_view text);

}  // namespace tidytracker::cli
