// SPDX-License-Identifier: Apache-2.0
#include "model/displayed_numbers.hpp"

#include <algorithm>
#include <bit>
#include <limits>

namespace tidytracker {
namespace {

/// The days of eleven years; together they stay in the processor's nearest memory.
constexpr unsigned k_entry_bits = 10;
constexpr std::uint32_t k_no_format = std::numeric_limits<std::uint32_t>::max();

}  // namespace

DisplayedNumbers::DisplayedNumbers(const Workbook& workbook)
    : workbook_(workbook), entries_(std::size_t{1} << k_entry_bits, {.format = k_no_format}) {}

DisplayedNumbers::Entry& DisplayedNumbers::entry_of(std::uint64_t number, std::uint32_t format) {
    // Multiplying spreads the bits of neighbouring numbers (Knuth, volume 3, 6.4).
    constexpr std::uint64_t k_golden_ratio = 0x9E3779B97F4A7C15U;
    return entries_[((number + format) * k_golden_ratio) >> (64 - k_entry_bits)];
}

void DisplayedNumbers::append(const Cell& cell, std::string& out) {
    if (cell.kind != CellKind::number || cell.text != 0) {
        workbook_.append_displayed(cell, out);
        return;
    }
    const auto number = std::bit_cast<std::uint64_t>(cell.number);
    const std::uint32_t format = workbook_.style_of(cell).number_format;
    Entry& entry = entry_of(number, format);
    if (entry.number == number && entry.format == format) {
        out.append(entry.text.data(), entry.size);
        return;
    }
    const std::size_t first = out.size();
    workbook_.append_displayed(cell, out);
    const std::size_t size = out.size() - first;
    if (size > entry.text.size()) return;
    entry.number = number;
    entry.format = format;
    entry.size = static_cast<std::uint8_t>(size);
    out.copy(entry.text.data(), size, first);
}

}  // namespace tidytracker
