// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/archive.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tidytracker;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const Archive archive(bytes);
    Budget budget(std::uint64_t{16} << 20, 1000, 10);
    for (const ArchiveEntry& entry : archive.entries()) {
        EntryDamage damage{};
        if (archive.find(entry.name) != &entry) __builtin_trap();
        (void)archive.read(entry, budget, &damage);
    }
    return 0;
}
