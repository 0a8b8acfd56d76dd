// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/report.hpp>

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "model/find_place.hpp"

namespace tidytracker {

/// A finding and where it stands: file, sheet, row, column.
struct PlacedFinding {
    const Finding* finding{};
    std::size_t source{};  ///< index; the number of sources if it concerns none
    SheetPlace at{};
    bool found{};  ///< is `at` a place of the workbook?
};

/// Findings in the order in which a reader of the files meets them.
[[nodiscard]] std::vector<PlacedFinding> in_order(const Findings& findings,
                                                  std::span<const ReportedSource> sources);

/// What a report calls a source.
[[nodiscard]] std::string_view path_of(const ReportedSource& source);
/// The same for the source of a finding; empty if it concerns none.
[[nodiscard]] std::string_view path_of(const PlacedFinding& placed,
                                       std::span<const ReportedSource> sources);

}  // namespace tidytracker
