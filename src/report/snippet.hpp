// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/finding.hpp>
#include <tidytracker/report.hpp>

#include <string>

namespace tidytracker {

/// Appends the faulty row below its header row, with a caret under the faulty cell; nothing where
/// the finding's place is not in the workbook.
void append_snippet(const Finding& finding, const ReportedSource& source,
                    const ReportOptions& options, std::string& out);

}  // namespace tidytracker
