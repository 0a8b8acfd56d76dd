// SPDX-License-Identifier: Apache-2.0
#include "base/large_pages.hpp"

#include <cstdint>

#include <sys/mman.h>

namespace tidytracker {

void wish_large_pages(void* memory, std::size_t bytes) {
    constexpr std::uintptr_t k_large_page = std::uintptr_t{2} << 20U;
    const auto first = reinterpret_cast<std::uintptr_t>(memory);
    const std::uintptr_t from = (first + k_large_page - 1) / k_large_page * k_large_page;
    const std::uintptr_t end = (first + bytes) / k_large_page * k_large_page;
    if (from >= end) return;
    (void)::madvise(static_cast<char*>(memory) + (from - first), end - from, MADV_HUGEPAGE);
}

}  // namespace tidytracker
