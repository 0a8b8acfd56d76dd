// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/document.hpp>
#include <tidytracker/mapping.hpp>
#include <tidytracker/table.hpp>
#include <tidytracker/workbook.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace tidytracker {

/// Where the non-empty cells of a source went. The four add up to `cells`, or the tool has a bug.
struct CellAccount {
    std::size_t cells{};     ///< non-empty cells
    std::size_t records{};   ///< in a field of a record
    std::size_t extra{};     ///< in `extra` of a record
    std::size_t headings{};  ///< in a caption or a section
    std::size_t unconverted{};
    [[nodiscard]] std::size_t missing() const {
        const std::size_t found = records + extra + headings + unconverted;
        return found < cells ? cells - found : 0;
    }
};

/// A table with the meaning of its columns.
struct MappedTable {
    Table table{};
    Mapping mapping{};
};

/// Everything known of one source between its bytes and its records.
struct SourceReading {
    Source source{};
    Workbook workbook{};
    std::vector<std::vector<RowLabel>> labels{};  ///< for each sheet
    std::vector<MappedTable> tables{};
    std::vector<Key> keys{};        ///< of all sheets
    std::vector<Detail> details{};  ///< of all sheets
    /// Sheets beside the actions of a workbook of ours, ascending: they speak of its records.
    std::vector<std::uint32_t> register_sheets{};
    CellAccount account{};
    /// A day about which it was written, by its title or its name; may be empty.
    IsoDay written{};
    std::optional<Document> document{};  ///< a JSON document of ours, which needs no locating
};

}  // namespace tidytracker
