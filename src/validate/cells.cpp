// SPDX-License-Identifier: Apache-2.0
#include "validate/cells.hpp"

#include <tidytracker/place.hpp>

#include <algorithm>

namespace tidytracker {
namespace {

std::string joined_text(const SourceReading& reading, const FieldCells& cells) {
    std::string out;
    if (cells.sheet >= reading.workbook.sheets.size()) return out;
    for (const CellAddress at : cells.cells) {
        const Cell* cell = reading.workbook.sheets[cells.sheet].find(at);
        if (cell == nullptr) continue;
        if (!out.empty()) out += ' ';
        reading.workbook.append_displayed(*cell, out);
    }
    return out;
}

}  // namespace

std::string_view text_of(const SourceReading& reading, const Cell& cell) {
    return cell.kind == CellKind::text ? reading.workbook.strings[cell.text] : std::string_view{};
}

Finding about_cells(const Rule& rule, const SourceReading& reading, std::uint32_t sheet,
                    std::span<const CellAddress> cells, std::string message) {
    return Finding{.rule = std::string(rule.name),
                   .severity = rule.severity,
                   .message = std::move(message),
                   .source = reading.source.id,
                   .place = place_text(reading.workbook.sheets[sheet], cells)};
}

std::string printed_text(const Subject& subject, const Record& record, std::string_view field) {
    const auto cells = std::ranges::find(record.provenance, field, &FieldCells::field);
    if (cells == record.provenance.end()) return {};
    for (const SourceReading& reading : subject.sources) {
        if (reading.source.id == record.source) return joined_text(reading, *cells);
    }
    return {};
}

bool has_column(const MappedTable& mapped, Field field) {
    return std::ranges::find(mapped.mapping.columns, field, &Binding::field) !=
           mapped.mapping.columns.end();
}

}  // namespace tidytracker
