// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/compound_file.hpp"
#include "base/unicode.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tidytracker;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const CompoundFile file(bytes);
    Budget budget(std::uint64_t{16} << 20, 1000, 10);
    for (const CompoundStream& stream : file.streams()) {
        if (!is_valid_utf8(stream.path)) __builtin_trap();
        const Result<std::string> content = file.read(stream, budget);
        if (content && content->size() > size) __builtin_trap();
    }
    return 0;
}
