// SPDX-License-Identifier: Apache-2.0
#include "base/budget.hpp"

#include <fmt/format.h>
#include <time.h>

namespace tidytracker {
namespace {

/// Processor time of this thread: files read at the same time do not pay for one another.
double processor_seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

tl::unexpected<Error> over(std::string what, std::string_view flag) {
    return fail(ErrorKind::too_large, fmt::format("the file {} ({})", what, flag),
                fmt::format("if you trust the file, raise the limit with {}", flag));
}

}  // namespace

Budget::Budget(std::uint64_t inflated_bytes, std::uint64_t cells, double seconds)
    : inflated_limit_(inflated_bytes),
      cell_limit_(cells),
      seconds_limit_(seconds),
      start_(processor_seconds()) {}

Result<void> Budget::take_inflated(std::uint64_t bytes) {
    inflated_ += bytes;
    if (inflated_ > inflated_limit_) {
        return over(fmt::format("unpacks to more than {} bytes", inflated_limit_),
                    "--max-inflated");
    }
    if (processor_seconds() - start_ > seconds_limit_) {
        return over(fmt::format("takes more than {} seconds to read", seconds_limit_),
                    "--max-seconds");
    }
    return {};
}

Result<void> Budget::take_cells(std::uint64_t cells) {
    cells_ += cells;
    if (cells_ <= cell_limit_) return {};
    return over(fmt::format("has more than {} cells", cell_limit_), "--max-cells");
}

Error Budget::over_share(std::string_view what, std::uint64_t bytes) {
    return over(fmt::format("{} more than {} bytes", what, bytes), "--max-inflated").value();
}

}  // namespace tidytracker
