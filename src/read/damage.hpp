// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/finding.hpp>

#include <string>
#include <string_view>

#include "base/archive.hpp"

namespace tidytracker {

/// Reports that a file is not as it was written, with what to do.
void report_damage(std::string_view rule, Severity severity, std::string_view place,
                   std::string message, Findings& findings);
/// Reports what is wrong with an entry of an archive, if anything. `part` is its name, empty if it
/// is a whole file.
void report_entry_damage(EntryDamage damage, std::string_view part, std::string_view place,
                         Findings& findings);
/// Reports that a work sheet which the workbook lists is not there.
void report_missing_sheet(const std::string& name, Findings& findings);

}  // namespace tidytracker
