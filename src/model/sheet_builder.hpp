// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tidytracker {

/// Collects cells as a file gives them and puts them in the order that Sheet promises. Files may
/// repeat rows and cells and give them in any order; of two cells at one address the later wins.
/// In order, which is the rule, adding is an append.
class SheetBuilder {
  public:
    /// Starts a row, or returns to it: cells belong to the row started last.
    void start_row(std::uint32_t row, bool hidden, std::uint8_t outline = 0);
    void add(const Cell& cell);
    /// Cells added so far, those that a later one replaced included.
    [[nodiscard]] std::size_t size() const { return cells_.size(); }
    /// Would it help to know how much is to come? Small sheets are not worth it.
    [[nodiscard]] bool can_expect() const { return !estimated_ && cells_.size() >= k_sample; }
    /// Tells that `share` of the file has been read. Early on that says how much is to come, and
    /// room for it is made at once: growing by doubling would touch the memory thrice.
    void expect(double share);

    /// Gives rows and cells to the sheet and starts anew. Rows without cells are left out.
    void move_into(Sheet& sheet);

  private:
    static constexpr std::size_t k_sample = 32'768;  ///< enough to judge by
    void sort();

    std::vector<Row> rows_{};
    std::vector<Cell> cells_{};
    bool sorted_{true};
    bool estimated_{};
};

}  // namespace tidytracker
