// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "write/plan/workbook_plan.hpp"

namespace tidytracker {

/// Captions that all differ, also without their case, on one line and with at most 255 bytes:
/// Excel drops ("repairs") a table of which two captions are the same.
[[nodiscard]] std::vector<std::string> table_captions(const PlannedSheet& sheet);

/// A web address that Excel takes as it is. One in other characters stays readable as text.
[[nodiscard]] bool is_web_address(std::string_view link);

/// For each column its width in characters: as wide as its texts, within the width that was
/// planned; as planned where there is no text.
[[nodiscard]] std::vector<int> column_widths(const PlannedSheet& sheet);

/// Lines that a row takes when its texts wrap in columns of these widths; at least 1.
[[nodiscard]] int line_count(const PlannedRow& row, const std::vector<int>& widths);

}  // namespace tidytracker
