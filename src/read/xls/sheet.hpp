// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/finding.hpp>
#include <tidytracker/workbook.hpp>

#include <span>

#include "base/budget.hpp"
#include "read/excel/references.hpp"
#include "read/excel/strings.hpp"
#include "read/xls/records.hpp"
#include "read/xls/text.hpp"

namespace tidytracker::biff {

/// What the sheets of a workbook share while they are read.
struct SharedRecords {
    Workbook& workbook;
    Budget& budget;
    Findings& findings;
    const TextReader& text;
    std::span<const excel::FontStyle> fonts{};
    excel::SharedStrings strings{};
    const excel::References& references;
};

/// Reads a work sheet's substream ([MS-XLS] 2.1.7.20.5), whose first record has just been passed,
/// to its end into `sheet`, whose name is set already. Errors: too_large.
[[nodiscard]] Result<void> read_sheet(RecordStream& records, const SharedRecords& shared,
                                      Sheet& sheet);

}  // namespace tidytracker::biff
