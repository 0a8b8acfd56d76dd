// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/finding.hpp>
#include <tidytracker/workbook.hpp>

#include <cstddef>
#include <string>

namespace tidytracker {

/// Something that befell several cells of a sheet and is reported once.
class Tally {
  public:
    void add(CellAddress at);
    [[nodiscard]] std::size_t count() const { return count_; }
    /// Adds places to `finding` and appends it, if anything was counted.
    void report(const Sheet& sheet, Finding finding, Findings& findings) const;

  private:
    std::size_t count_{};
    CellAddress first_{};
    std::string places_{};
};

/// Reports formulas for which the file holds no value.
void report_stale_formulas(const Tally& stale, const Sheet& sheet, Findings& findings);
/// Reports cells that lie beyond the last one of a sheet and were not read.
void report_cells_outside(const Tally& outside, const Sheet& sheet, Findings& findings);

/// The size of a work sheet, by Excel's specification.
inline constexpr std::uint32_t k_most_rows = 1'048'576;
inline constexpr std::uint32_t k_most_sheet_columns = 16'384;

}  // namespace tidytracker
