// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/read.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/unicode.hpp"

namespace tidytracker::fuzz {

inline bool is_ordered(const CellRange& range) {
    return range.contains(range.first) && range.contains(range.last);
}

/// What Sheet promises: rows ascend, cells ascend within them, ranges have their ends in order,
/// text is UTF-8.
inline bool keeps_promises(const Workbook& workbook, const Sheet& sheet) {
    std::size_t cells = 0;
    for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
        const Row& row = sheet.rows[i];
        if (i > 0 && row.index <= sheet.rows[i - 1].index) return false;
        const auto in_row = sheet.cells_of(row);
        for (std::size_t j = 0; j < in_row.size(); ++j) {
            if (j > 0 && in_row[j].column <= in_row[j - 1].column) return false;
            if (!is_valid_utf8(workbook.displayed(in_row[j]))) return false;
        }
        cells += row.count;
    }
    for (const Link& link : sheet.links) {
        if (!is_valid_utf8(link.target)) return false;
    }
    for (const Note& note : sheet.notes) {
        if (!is_valid_utf8(note.text) || !is_valid_utf8(note.author)) return false;
    }
    for (const DefinedTable& table : sheet.tables) {
        if (!is_valid_utf8(table.name) || !is_ordered(table.at)) return false;
    }
    for (const ChoiceList& list : sheet.choices) {
        if (!is_valid_utf8(list.source) || !is_ordered(list.at)) return false;
    }
    return is_valid_utf8(sheet.name) && cells == sheet.cells.size();
}

/// Reads the bytes with one reader and dies if what comes out breaks a promise.
inline void read_all(const Reader& reader, const std::uint8_t* data, std::size_t size) {
    const Input input{"fuzz", {reinterpret_cast<const char*>(data), size}};
    ReadOptions options;
    options.limits = {.inflated_bytes = std::uint64_t{16} << 20, .cells = 100'000, .seconds = 10};
    (void)reader.confidence(input);
    Findings findings;
    const Result<Workbook> workbook = reader.read(input, options, findings);
    if (!workbook) return;
    for (const Sheet& sheet : workbook->sheets) {
        if (!keeps_promises(*workbook, sheet)) __builtin_trap();
    }
}

}  // namespace tidytracker::fuzz
