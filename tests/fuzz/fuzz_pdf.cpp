// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/locate.hpp>
#include <tidytracker/place.hpp>
#include <tidytracker/read.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

#include "base/unicode.hpp"
#include "read/pdf.hpp"

namespace {

using namespace tidytracker;

/// Every row belongs to a block, every text is UTF-8, and every cell has a place.
bool has_its_place(const Workbook& workbook) {
    const Sheet& sheet = workbook.sheets.front();
    for (const Row& row : sheet.rows) {
        if (sheet.block_of(row.index) == nullptr) return false;
        for (const Cell& cell : sheet.cells_of(row)) {
            if (!is_valid_utf8(workbook.displayed(cell))) return false;
            const std::array at{CellAddress{row.index, cell.column}};
            if (place_text(sheet, at).empty()) return false;
        }
    }
    return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const Input input{"fuzz.pdf", {reinterpret_cast<const char*>(data), size}};
    ReadOptions options;
    options.limits = {.inflated_bytes = std::uint64_t{16} << 20, .cells = 100'000, .seconds = 10};
    (void)pdf_reader().confidence(input);
    Findings findings;
    const Result<Workbook> workbook = pdf_reader().read(input, options, findings);
    if (!workbook) return 0;
    if (!has_its_place(*workbook)) __builtin_trap();
    (void)locate_tables(*workbook, 0, findings);
    return 0;
}
