// SPDX-License-Identifier: Apache-2.0
#include "cli/inspection.hpp"

#include <tidytracker/fields.hpp>
#include <tidytracker/map.hpp>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "base/display.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/inputs.hpp"

namespace tidytracker::cli {
namespace {

/// The sheet column in which a table's column stands; a label block has none.
std::optional<std::uint32_t> sheet_column(const Table& table, std::size_t column) {
    if (table.shape != TableShape::grid) return std::nullopt;
    const Column& described = table.columns[column];
    if (!described.caption_cells.empty()) return described.caption_cells.front().column;
    for (const TableRow& row : table.rows) {
        if (column < row.cells.size() && !row.cells[column].cells.empty()) {
            return row.cells[column].cells.front().column;
        }
    }
    return std::nullopt;
}

std::string letters_of(const Sheet& sheet, const Table& table, std::size_t column) {
    const std::optional<std::uint32_t> at = sheet_column(table, column);
    return sheet.places == PlaceStyle::a1 && at ? column_letters(*at)
                                                : fmt::format("{}", column + 1);
}

/// A word that the shell takes as it is, or in quotation marks.
std::string shell_word(const std::string& word) {
    const bool plain = !word.empty() && std::ranges::all_of(word, [](char c) {
        return is_letter(c) || is_digit(c) ||
               std::string_view("_-./,:+@%").find(c) != std::string_view::npos;
    });
    return plain ? word : fmt::format("'{}'", replace_all(word, "'", "'\\''"));
}

/// Captions and fields of all trackers, each caption once.
Wording wording_of(const SourceReading& reading) {
    Wording wording;
    std::set<std::string> seen;
    for (const MappedTable& mapped : reading.tables) {
        if (!mapped.mapping.tracker) continue;
        for (const InspectedColumn& column : columns_of(reading, mapped)) {
            if (column.caption.empty() || !seen.insert(fold(column.caption)).second) continue;
            wording.emplace_back(column.caption, column.field);
        }
    }
    return wording;
}

}  // namespace

std::vector<InspectedColumn> columns_of(const SourceReading& reading, const MappedTable& mapped) {
    const Table& table = mapped.table;
    const Sheet& sheet = reading.workbook.sheets[table.sheet];
    std::vector<InspectedColumn> columns;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        InspectedColumn column{.letters = letters_of(sheet, table, i),
                               .caption = printable(table.columns[i].caption),
                               .field = "extra"};
        if (i < mapped.mapping.columns.size()) {
            const Binding& binding = mapped.mapping.columns[i];
            if (binding.field != Field::none) column.field = info(binding.field).name;
            column.confidence = binding.confidence;
            column.reason = binding.reason;
            column.evidence = printable(evidence_for(table, i, binding));
        }
        for (const TableRow& row : table.rows) {
            if (i >= row.cells.size() || row.cells[i].text.empty()) continue;
            if (column.filled++ == 0) column.example = printable(row.cells[i].text);
        }
        columns.push_back(std::move(column));
    }
    return columns;
}

std::string equivalent_command(const Inspection& inspection) {
    const Instructions& instructions = inspection.settings.instructions;
    std::vector<std::string> parts{"tidytracker convert " + shell_word(inspection.path)};
    if (instructions.sheet) parts.push_back("--sheet " + shell_word(*instructions.sheet));
    for (const auto& [caption, field] : wording_of(inspection.reading)) {
        parts.push_back("--map " + shell_word(fmt::format("{}={}", caption, field)));
    }
    // A flag would override what each column proves by itself.
    if (instructions.date_order.origin > Origin::detected) {
        parts.push_back(fmt::format("--date-order {}", to_string(instructions.date_order.value)));
    }
    if (instructions.quarters.origin > Origin::detected) {
        parts.push_back(fmt::format("--quarters {}", to_string(instructions.quarters.value)));
    }
    parts.push_back("--as-of " + instructions.as_of);
    const bool from_stdin = inspection.path == "-";
    std::filesystem::path output(from_stdin ? "register" : inspection.path);
    output.replace_extension(from_stdin ? ".xlsx" : ".tidy.xlsx");
    parts.push_back("-o " + shell_word(output.string()));
    return join(parts, " \\\n    ");
}

Profile profile_of(const Inspection& inspection) {
    const Instructions& instructions = inspection.settings.instructions;
    Profile profile{.columns = wording_of(inspection.reading),
                    .statuses = instructions.statuses,
                    .people = instructions.people};
    if (instructions.date_order.origin != Origin::standard) {
        profile.date_order = instructions.date_order.value;
    }
    if (instructions.quarters.origin != Origin::standard) {
        profile.quarters = instructions.quarters.value;
    }
    return profile;
}

}  // namespace tidytracker::cli
