// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/pipeline.hpp>
#include <tidytracker/result.hpp>
#include <tidytracker/write.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"
#include "cli/settings.hpp"

// Where a register goes and in which format; what `convert` and `merge` share.
namespace tidytracker::cli {

struct Output {
    std::string path{};  ///< "-": standard output
    const Writer* writer{};
    bool folder{};  ///< for the files of a data package
};

/// Decides on the output before anything is read: a mistake there costs no time.
[[nodiscard]] Result<Output> choose_output(const std::vector<std::string>& inputs,
                                           const Call& call);

/// May the output be written: not an input, not a folder, not there already?
[[nodiscard]] Result<void> check_output_path(const std::string& path,
                                             const std::vector<std::string>& inputs,
                                             const Call& call);

/// Writes the register; with --template into a copy of that workbook, and says what it has no
/// column for. Errors: too_large, exists, unwritable; of the template: usage and those of reading.
[[nodiscard]] Result<void> write_register(const Output& output, const Conversion& conversion,
                                          const Settings& settings, const Call& call);

// What `diff` and `summary` share: they print to standard output unless -o is given.

/// --format, or else the suffix of -o, or else the usual format of the command. Errors: usage.
[[nodiscard]] Result<std::string> report_format(const Call& call);
/// May -o be written? Yes where it is not given.
[[nodiscard]] Result<void> check_report_path(const std::vector<std::string>& inputs,
                                             const Call& call);
/// Writes or prints a report. Errors: usage (what is binary, on a terminal), exists, unwritable.
[[nodiscard]] Result<void> put_out_report(std::string_view product, bool binary, const Call& call);

}  // namespace tidytracker::cli
