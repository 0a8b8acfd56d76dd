// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

namespace tidytracker {

/// Asks the system to make a long stretch of memory that is about to be filled out of large pages:
/// half the cost of filling it is the small ones. A wish; where it is not known, nothing happens.
void wish_large_pages(void* memory, std::size_t bytes);

/// Makes room for a text that is written item by item, when `done` items of `count` are in it:
/// growing by doubling would touch the memory thrice. Does nothing but for one early item.
void make_room_for_rest(std::size_t done, std::size_t count, std::string& text);

}  // namespace tidytracker
