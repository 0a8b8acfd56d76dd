// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace tidytracker {

/// Displays many cells of one workbook. Its dates and figures repeat: what a number looked like is
/// remembered for a while, since finding it costs several times as much as copying it.
class DisplayedNumbers {
  public:
    /// The workbook must outlive it.
    explicit DisplayedNumbers(const Workbook& workbook);
    /// As Workbook::append_displayed.
    void append(const Cell& cell, std::string& out);

  private:
    struct Entry {
        std::uint64_t number{};  ///< its bits, so that a number is equal to itself only
        std::uint32_t format{};
        std::uint8_t size{};
        std::array<char, 19> text{};
    };
    [[nodiscard]] Entry& entry_of(std::uint64_t number, std::uint32_t format);

    const Workbook& workbook_;
    std::vector<Entry> entries_;
};

}  // namespace tidytracker
