// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "read/csv/csv.hpp"

// Whatever the bytes are: no crash, no endless reading, and as many cells row by row as at once.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tidytracker;
    const Input input{"fuzz.csv", {reinterpret_cast<const char*>(data), size}};
    ReadOptions options;
    options.limits = Limits{.inflated_bytes = 1U << 20U, .cells = 100'000, .seconds = 5};
    Findings findings;
    (void)csv_reader().confidence(input);
    const Result<Workbook> workbook = csv_reader().read(input, options, findings);
    std::size_t texts = 0;
    const auto count = [&texts](std::uint32_t, std::span<const std::string_view> row) {
        texts += row.size() - static_cast<std::size_t>(std::ranges::count(row, ""));
        return Result<void>{};
    };
    const Result<void> rows = csv_reader().read_rows(input, options, count, findings);
    if (workbook && (!rows || texts != workbook->sheets.at(0).cells.size())) std::abort();
    return 0;
}
