// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/report.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "report/order.hpp"

namespace tidytracker {

/// The lines of text files in which findings stand, for tools that show files by line. A row of a
/// CSV file is not always its line: cells may hold line breaks.
class FindingLines {
  public:
    explicit FindingLines(std::span<const ReportedSource> sources);
    /// Counted from 1; none for what has no lines (a workbook, a page) and for findings without
    /// place.
    [[nodiscard]] std::optional<std::uint32_t> line_of(const PlacedFinding& placed);

  private:
    std::span<const ReportedSource> sources_;
    /// Of each source, by row of the CSV sheet: the line breaks in the cells above it.
    std::vector<std::vector<std::uint32_t>> breaks_;
};

}  // namespace tidytracker
