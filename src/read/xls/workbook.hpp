// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/finding.hpp>
#include <tidytracker/result.hpp>
#include <tidytracker/workbook.hpp>

#include <optional>
#include <string_view>

#include "base/budget.hpp"
#include "read/xls/records.hpp"

namespace tidytracker::biff {

/// The version by the first record of a stream; none if it is no BIFF stream.
[[nodiscard]] std::optional<Version> version_of(std::string_view stream);

/// Reads a workbook stream of BIFF5 and BIFF8 ([MS-XLS] 2.1.7), or a work sheet or workbook of
/// earlier versions, decrypted. Errors: unreadable without a work sheet, too_large.
[[nodiscard]] Result<Workbook> read_workbook(std::string_view stream, Budget& budget,
                                             Findings& findings);

}  // namespace tidytracker::biff
