// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tidytracker {

/// Texts of cells, each held once: the part of that name (ECMA-376 part 1, 18.4.9).
class SharedStrings {
  public:
    SharedStrings();
    /// The index of a text.
    std::uint32_t index_of(std::string_view text);
    /// The XML of the part, its texts made fit for cells (excel_text).
    [[nodiscard]] std::string part() const;

  private:
    /// A place of the hash table; a handle of 0 marks one that is free.
    struct Slot {
        std::uint32_t hash{};
        std::uint32_t handle{};
    };
    [[nodiscard]] Slot& slot_of(std::string_view text, std::uint32_t hash);
    void grow();

    StringPool texts_{};
    std::vector<Slot> slots_;  ///< a power of two, searched from the hash on
    std::size_t uses_{};
};

}  // namespace tidytracker
