// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/result.hpp>

#include <cstdint>
#include <string_view>

namespace tidytracker {

/// What reading one file may cost in all, however its parts divide it. A budget is absolute: ratio
/// tests refuse honest files (style sheets shrink to less than a hundredth).
class Budget {
  public:
    /// @param seconds processor time of the calling thread, counted from now
    Budget(std::uint64_t inflated_bytes, std::uint64_t cells, double seconds);

    /// Books inflated bytes and looks at the processor time. Errors: too_large.
    [[nodiscard]] Result<void> take_inflated(std::uint64_t bytes);
    /// Books cells. Errors: too_large.
    [[nodiscard]] Result<void> take_cells(std::uint64_t cells);
    /// What a reader gives a part of the file, as a share of the bytes that all may unpack to.
    [[nodiscard]] std::uint64_t share(std::uint64_t parts) const { return inflated_limit_ / parts; }
    /// The error of a part that has used its share up.
    [[nodiscard]] static Error over_share(std::string_view what, std::uint64_t bytes);

  private:
    std::uint64_t inflated_limit_{};
    std::uint64_t cell_limit_{};
    double seconds_limit_{};
    std::uint64_t inflated_{};
    std::uint64_t cells_{};
    double start_{};
};

}  // namespace tidytracker
