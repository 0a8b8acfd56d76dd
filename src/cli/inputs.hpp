// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/finding.hpp>
#include <tidytracker/pipeline.hpp>
#include <tidytracker/read.hpp>
#include <tidytracker/result.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "cli/settings.hpp"

namespace tidytracker::cli {

/// The files that arguments stand for, each once, and what was wrong with arguments. "-" is
/// standard input. Files of a folder or a pattern come in the order of their bytes, so that no
/// output depends on the file system.
struct Inputs {
    std::vector<std::string> paths{};
    std::vector<Error> errors{};
};

[[nodiscard]] Inputs expand_inputs(const std::vector<std::string>& arguments);

/// The one input of a command that takes one.
[[nodiscard]] Result<std::string> single_input(const std::vector<std::string>& arguments);

/// The bytes of a file, or of standard input.
[[nodiscard]] Result<std::string> read_bytes(const std::string& path);

/// A reading together with the size of what was read, and what was told about it.
struct InspectedInput {
    SourceReading reading{};
    Instructions instructions{};  ///< the settings', with the profile chosen for this input
    std::string profile{};        ///< of a folder: the one chosen, or that none fits
    std::size_t bytes{};
};

/// Reads, locates and maps the bytes of one input; errors name it.
[[nodiscard]] Result<InspectedInput> inspect_bytes(const std::string& path, std::string_view bytes,
                                                   const Settings& settings, Findings& findings);

/// Reads, locates and maps one input; errors name it.
[[nodiscard]] Result<InspectedInput> inspect_input(const std::string& path,
                                                   const Settings& settings, Findings& findings);

/// Only reads it.
[[nodiscard]] Result<Workbook> read_input(const std::string& path, const Settings& settings,
                                          Findings& findings);

/// Is it a file so large that it should not be held in memory without need?
[[nodiscard]] bool is_large_input(const std::string& path);

/// Reads it row by row, as read_rows does.
[[nodiscard]] Result<bool> read_input_rows(const std::string& path, const Settings& settings,
                                           const TakeRow& take, Findings& findings);

/// What messages call an input.
[[nodiscard]] std::string_view display_name(std::string_view path);

/// Index of the sheet with a number (from 1) or a name.
[[nodiscard]] Result<std::uint32_t> find_sheet(const Workbook& workbook, std::string_view wanted);

}  // namespace tidytracker::cli
