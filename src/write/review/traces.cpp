// SPDX-License-Identifier: Apache-2.0
#include "write/review/traces.hpp"

#include <tidytracker/place.hpp>

#include <algorithm>

#include <fmt/format.h>

#include "base/xml_markup.hpp"
#include "model/find_place.hpp"
#include "schema/sightings.hpp"

namespace tidytracker::review {
namespace {

/// A place can be a whole table; the page shows where it begins.
constexpr std::size_t k_most_cells_of_place = 64;

std::uint64_t cell_key(CellAddress at) {
    return std::uint64_t{at.row} << 32U | at.column;
}

}  // namespace

bool Trace::only_extra() const {
    return std::ranges::all_of(uses, [](const Use& use) { return use.field == "extra"; });
}

Traces::Traces(const Document& document, std::span<const SourceReading> sources)
    : sources_(sources) {
    for (const SourceReading& reading : sources) {
        indices_.emplace(reading.source.id, sheets_.size());
        sheets_.emplace_back(reading.workbook.sheets.size());
    }
    for (std::size_t i = 0; i < sources.size(); ++i) add_headings(i);
    for (std::size_t i = 0; i < document.records.size(); ++i) add_record(document.records[i], i);
    for (const Unconverted& left : document.unconverted) {
        const std::optional<std::size_t> source = source_with(left.source);
        if (!source || left.sheet >= sheets_[*source].size()) continue;
        for (const CellAddress& at : left.cells)
            trace(*source, left.sheet, at).unconverted = left.reason;
    }
    for (const Finding& finding : document.findings) {
        const std::vector<CellPlace> cells = cells_of(finding.source, finding.place);
        // Of a whole row or table every cell would be marked.
        if (cells.empty()) continue;
        trace(cells.front().source, cells.front().sheet, cells.front().at).finding = true;
    }
}

const Trace* Traces::of(const CellPlace& place) const {
    const auto& cells = sheets_[place.source][place.sheet];
    const auto found = cells.find(cell_key(place.at));
    return found == cells.end() ? nullptr : &found->second;
}

std::vector<CellPlace> Traces::cells_of(std::string_view source, std::string_view place) const {
    std::vector<CellPlace> out;
    const Sighting sighting = sighting_from(place, source);
    const std::optional<std::size_t> index = source_with(sighting.source);
    if (!index) return out;
    const Workbook& workbook = sources_[*index].workbook;
    const std::optional<SheetPlace> found = find_place(workbook, sighting.place);
    if (!found) return out;
    const Sheet& sheet = workbook.sheets[found->sheet];
    auto row = std::ranges::lower_bound(sheet.rows, found->range.first.row, {}, &Row::index);
    for (; row != sheet.rows.end() && row->index <= found->range.last.row; ++row) {
        for (const Cell& cell : sheet.cells_of(*row)) {
            const CellAddress at{row->index, cell.column};
            if (!found->whole_rows && !found->range.contains(at)) continue;
            if (out.size() == k_most_cells_of_place) return out;
            out.push_back({*index, found->sheet, at});
        }
    }
    return out;
}

std::optional<std::size_t> Traces::source_with(std::string_view id) const {
    const auto found = indices_.find(id);
    if (found == indices_.end()) return std::nullopt;
    return found->second;
}

Trace& Traces::trace(std::size_t source, std::uint32_t sheet, CellAddress at) {
    return sheets_[source][sheet][cell_key(at)];
}

/// A record that was merged names the cells of its other sources by their places alone.
void Traces::add_record(const Record& record, std::size_t index) {
    const auto source = source_with(record.source);
    for (const auto& [field, places] : record.cells) {
        const auto own = std::ranges::find(record.provenance, field, &FieldCells::field);
        for (const std::string& place : places) {
            const bool exact =
                source && own != record.provenance.end() && own->sheet < sheets_[*source].size() &&
                place == place_text(sources_[*source].workbook.sheets[own->sheet], own->cells);
            if (exact) {
                for (const CellAddress& at : own->cells) {
                    trace(*source, own->sheet, at).uses.push_back({index, field});
                }
                continue;
            }
            for (const CellPlace& cell : cells_of(record.source, place)) {
                trace(cell.source, cell.sheet, cell.at).uses.push_back({index, field});
            }
        }
    }
}

void Traces::add_headings(std::size_t source) {
    for (const MappedTable& mapped : sources_[source].tables) {
        if (!mapped.mapping.tracker) continue;
        const Table& table = mapped.table;
        for (const Column& column : table.columns) {
            for (const CellAddress& at : column.caption_cells) {
                trace(source, table.sheet, at).heading = true;
            }
        }
        for (const TableRow& row : table.rows) {
            for (const CellAddress& at : table.sections[row.section].cells) {
                trace(source, table.sheet, at).heading = true;
            }
        }
    }
}

std::string id_of(const CellPlace& place) {
    return fmt::format("c{}-{}-{}-{}", place.source, place.sheet, place.at.row, place.at.column);
}

void append_html(std::string_view text, std::string& out) {
    append_xml(xml_characters(text), out);
}

std::string html_attribute(std::string_view text) {
    return xml_attribute(xml_characters(text));
}

}  // namespace tidytracker::review
