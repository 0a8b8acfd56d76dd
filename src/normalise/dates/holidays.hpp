// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "normalise/dates/extents.hpp"

namespace tidytracker::dates {

/// The days of a holiday that fall in `year`. A day that is told by the sight of the moon has an
/// EDTF form with "~".
[[nodiscard]] std::optional<Extent> holiday_in(Holiday holiday, int year);

}  // namespace tidytracker::dates
