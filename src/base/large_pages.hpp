// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace tidytracker {

/// Asks the system to make a long stretch of memory that is about to be filled out of large pages:
/// half the cost of filling it is the small ones. A wish; where it is not known, nothing happens.
void wish_large_pages(void* memory, std::size_t bytes);

}  // namespace tidytracker
