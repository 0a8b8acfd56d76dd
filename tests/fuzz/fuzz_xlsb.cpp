// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>

#include "promises.hpp"
#include "read/xlsb/xlsb.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    tidytracker::fuzz::read_all(tidytracker::xlsb_reader(), data, size);
    return 0;
}
