// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/normalise.hpp>
#include <tidytracker/reading.hpp>
#include <tidytracker/record.hpp>

#include <cstdint>
#include <vector>

// The sheets beside the actions of a workbook of ours: they say nothing that is not of its records,
// so that they are not searched for tables.
namespace tidytracker {

/// Their indices, ascending; none in a workbook that is not one of ours.
[[nodiscard]] std::vector<std::uint32_t> register_sheets(const Workbook& workbook);

/// What they say of the records.
[[nodiscard]] RegisterDetails register_details(const SourceReading& reading);

/// What the sheet of what was not converted lists, with the cells of this workbook.
[[nodiscard]] std::vector<Unconverted> listed_unconverted(const SourceReading& reading);

}  // namespace tidytracker
