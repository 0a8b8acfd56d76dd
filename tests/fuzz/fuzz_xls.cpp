// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>

#include "promises.hpp"
#include "read/xls/xls.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    tidytracker::fuzz::read_all(tidytracker::xls_reader(), data, size);
    return 0;
}
