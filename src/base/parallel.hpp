// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>

namespace tidytracker {

/// How many threads are worth starting: the processors that this process may use, at least 1.
[[nodiscard]] std::size_t worker_count();

/// Calls `work(i)` for each i below `count`, on all processors, in no particular order. An
/// exception of any call comes out of here once all threads have stopped.
void for_each_parallel(std::size_t count, const std::function<void(std::size_t)>& work);

/// Calls `make(i)` for each i below `count` on all processors and `take(i)` for each on this
/// thread, in order: i is made before it is taken, and never more than `ahead` are made and not
/// yet taken, which bounds the memory that they need.
void make_in_order(std::size_t count, std::size_t ahead,
                   const std::function<void(std::size_t)>& make,
                   const std::function<void(std::size_t)>& take);

}  // namespace tidytracker
