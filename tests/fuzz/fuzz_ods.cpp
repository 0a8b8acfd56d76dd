// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>

#include "promises.hpp"
#include "read/ods/ods.hpp"

/// Archives and flat files alike: the flat ones reach further, for they need no checksums.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const bool packed = size > 1 && data[0] == 'P' && data[1] == 'K';
    tidytracker::fuzz::read_all(packed ? tidytracker::ods_reader() : tidytracker::fods_reader(),
                                data, size);
    return 0;
}
