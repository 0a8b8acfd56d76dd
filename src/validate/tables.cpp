// SPDX-License-Identifier: Apache-2.0
#include "validate/tables.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include <fmt/format.h>

namespace tidytracker {
namespace {

/// Where a table lies and which table it is a part of.
struct TableArea {
    std::uint32_t sheet{};
    CellRange range{};
    std::size_t number{};
};

using Areas = std::unordered_map<std::string_view, std::vector<TableArea>>;

/// Numbers texts in the order in which they come.
class Numbering {
  public:
    std::size_t of(std::string key) {
        return numbers_.try_emplace(std::move(key), numbers_.size()).first->second;
    }

  private:
    std::unordered_map<std::string, std::size_t> numbers_{};
};

std::string key_of(const SourceReading& reading, const MappedTable& mapped) {
    const Sheet& sheet = reading.workbook.sheets[mapped.table.sheet];
    std::string key = reading.source.id + '\n';
    if (sheet.places == PlaceStyle::a1) key += fmt::format("{}", mapped.table.sheet);
    for (const Binding& binding : mapped.mapping.columns) {
        key += fmt::format(" {}", static_cast<int>(binding.field));
    }
    return key;
}

Areas areas_of(std::span<const SourceReading> sources, Numbering& numbering) {
    Areas areas;
    for (const SourceReading& reading : sources) {
        std::vector<TableArea>& own = areas[reading.source.id];
        for (const MappedTable& mapped : reading.tables) {
            if (!mapped.mapping.tracker) continue;
            own.push_back(TableArea{.sheet = mapped.table.sheet,
                                    .range = mapped.table.range,
                                    .number = numbering.of(key_of(reading, mapped))});
        }
        std::ranges::sort(own, {}, [](const TableArea& area) {
            return std::tuple(area.sheet, area.range.first.row);
        });
    }
    return areas;
}

const TableArea* area_of(const std::vector<TableArea>& areas, std::uint32_t sheet, CellAddress at) {
    const auto after = std::ranges::upper_bound(
        areas, std::tuple(sheet, at.row), {},
        [](const TableArea& area) { return std::tuple(area.sheet, area.range.first.row); });
    // Tables that lie side by side begin in the same rows; more than these no page has.
    constexpr std::ptrdiff_t k_side_by_side = 32;
    const std::ptrdiff_t looked_at = std::min(k_side_by_side, after - areas.begin());
    for (std::ptrdiff_t i = 1; i <= looked_at; ++i) {
        const TableArea& area = *(after - i);
        if (area.sheet == sheet && area.range.contains(at)) return &area;
    }
    return nullptr;
}

const TableArea* area_of(const Areas& areas, const Record& record) {
    const auto own = areas.find(record.source);
    if (own == areas.end()) return nullptr;
    for (const FieldCells& cells : record.provenance) {
        for (const CellAddress at : cells.cells) {
            if (const TableArea* area = area_of(own->second, cells.sheet, at)) return area;
        }
    }
    return nullptr;
}

}  // namespace

std::string_view sheet_part(std::string_view place) {
    // Sheet names may hold a "!" too, A1 ranges cannot.
    const std::string_view first = place.substr(0, place.find("; "));
    const std::size_t mark = first.rfind('!');
    return mark == std::string_view::npos ? std::string_view{} : first.substr(0, mark + 1);
}

std::vector<std::size_t> tables_of(const Document& document,
                                   std::span<const SourceReading> sources) {
    Numbering numbering;
    const Areas areas = areas_of(sources, numbering);
    std::vector<std::size_t> numbers;
    numbers.reserve(document.records.size());
    for (const Record& record : document.records) {
        const TableArea* area = area_of(areas, record);
        numbers.push_back(area != nullptr ? area->number
                                          : numbering.of(record.source + '\n' + "no reading\n" +
                                                         std::string(sheet_part(record.place))));
    }
    return numbers;
}

}  // namespace tidytracker
