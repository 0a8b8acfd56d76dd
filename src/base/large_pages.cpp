// SPDX-License-Identifier: Apache-2.0
#include "base/large_pages.hpp"

#include <algorithm>
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

void make_room_for_rest(std::size_t done, std::size_t count, std::string& text) {
    constexpr std::size_t k_sample = 1024;
    if (done != k_sample || count < 2 * k_sample) return;
    // The first items may be much longer than the others.
    constexpr std::size_t k_most = std::size_t{512} << 20U;
    const std::size_t expected = text.size() / k_sample * count / 8 * 9;
    text.reserve(std::max(std::min(expected, k_most), text.size()));
    wish_large_pages(text.data(), text.capacity());
}

}  // namespace tidytracker
