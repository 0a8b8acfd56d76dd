// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/pipeline.hpp>

#include <cstddef>
#include <string>

#include "cli/command.hpp"
#include "cli/settings.hpp"

// What a run says about itself on standard error.
namespace tidytracker::cli {

/// A conversion without sources, made by this program for the day of the report.
[[nodiscard]] Conversion new_conversion(const Settings& settings);

/// Tells the findings that the user wants to see: notes only with --verbose, with --quiet errors.
void tell_findings(const Conversion& conversion, const Settings& settings, const Call& call);
/// Tells only those that say what could not be read: for commands that count or compare what was.
void tell_reading_findings(const Conversion& conversion, const Settings& settings,
                           const Call& call);

/// How many findings have this severity?
[[nodiscard]] std::size_t count_at(const Findings& findings, Severity severity);
/// "2 errors, 1 warning".
[[nodiscard]] std::string counts_of(const Findings& findings);

/// Is a finding at or above --fail-on?
[[nodiscard]] bool fails(const Findings& findings, const Settings& settings);

}  // namespace tidytracker::cli
