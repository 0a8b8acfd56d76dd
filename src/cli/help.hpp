// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "cli/command.hpp"

// Pages of help, made from the tables of commands and flags; at most 80 columns wide.
namespace tidytracker::cli {

/// Ten lines for those who typed only the program's name.
[[nodiscard]] std::string short_help();
[[nodiscard]] std::string program_help();
[[nodiscard]] std::string command_help(const Command& command);

/// Columns of a page of help: what a terminal has at least.
inline constexpr std::size_t k_help_width = 80;

/// `text` broken into lines of at most `width` columns; lines after the first begin with `indent`
/// spaces, which the first is taken to have already.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t width, std::size_t indent);

}  // namespace tidytracker::cli
