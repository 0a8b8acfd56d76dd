// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "read/text/text.hpp"

// Whatever the bytes are: no crash, no endless reading, and every cell within its sheet.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tidytracker;
    const Input input{"fuzz.text", {reinterpret_cast<const char*>(data), size}};
    ReadOptions options;
    options.limits = Limits{.inflated_bytes = 1U << 20U, .cells = 100'000, .seconds = 5};
    Findings findings;
    (void)text_reader().confidence(input);
    (void)text_reader().read(input, options, findings);
    return 0;
}
