// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <nlohmann/json.hpp>

#include "cli/inputs.hpp"
#include "cli/inspection.hpp"
#include "cli/located_tables.hpp"
#include "cli/outcome.hpp"
#include "cli/seen.hpp"

namespace tidytracker::cli {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const InspectedColumn& column) {
    return {{"column", column.letters}, {"caption", column.caption},
            {"field", column.field},    {"confidence", column.confidence},
            {"reason", column.reason},  {"evidence", column.evidence},
            {"filled", column.filled},  {"example", column.example}};
}

Json json_of(const SourceReading& reading, const MappedTable& mapped) {
    Json columns = Json::array();
    for (const InspectedColumn& column : columns_of(reading, mapped)) {
        columns.push_back(json_of(column));
    }
    Json header_rows = Json::array();
    for (const std::uint32_t row : mapped.table.header_rows) header_rows.push_back(row + 1);
    return {{"place", place_of(reading.workbook, mapped.table)},
            {"header_rows", std::move(header_rows)},
            {"rows", mapped.table.rows.size()},
            {"tracker", mapped.mapping.tracker},
            {"reason", mapped.mapping.reason},
            {"columns", std::move(columns)}};
}

Json json_of(const std::vector<Seen>& seen) {
    Json counts = Json::object();
    for (const Seen& one : seen) {
        if (one.count > 0) counts[std::string(one.key)] = one.count;
    }
    return counts;
}

Json sheets_of(const SourceReading& reading) {
    Json sheets = Json::array();
    for (std::uint32_t i = 0; i < reading.workbook.sheets.size(); ++i) {
        const Sheet& sheet = reading.workbook.sheets[i];
        Json tables = Json::array();
        for (const MappedTable& mapped : reading.tables) {
            if (mapped.table.sheet == i) tables.push_back(json_of(reading, mapped));
        }
        sheets.push_back({{"name", sheet.name},
                          {"hidden", sheet.visibility != Visibility::visible},
                          {"seen", json_of(seen_in(reading.workbook, sheet))},
                          {"tables", std::move(tables)}});
    }
    return sheets;
}

Json json_of(const CellAccount& account) {
    return {{"cells", account.cells},
            {"records", account.records},
            {"extra", account.extra},
            {"headings", account.headings},
            {"unconverted", account.unconverted},
            {"missing", account.missing()}};
}

}  // namespace

std::string inspection_json(const Inspection& inspection) {
    const SourceReading& reading = inspection.reading;
    const Findings& findings = inspection.conversion.document.findings;
    const Json document{
        {"source", display_name(inspection.path)},
        {"format", reading.workbook.format},
        {"description", reading.workbook.description},
        {"title", reading.workbook.title},
        {"sheets", sheets_of(reading)},
        {"date_order", to_string(inspection.settings.instructions.date_order.value)},
        {"account", json_of(reading.account)},
        {"findings",
         {{"errors", count_at(findings, Severity::error)},
          {"warnings", count_at(findings, Severity::warning)},
          {"notes", count_at(findings, Severity::info)}}},
        {"command", equivalent_command(inspection)},
    };
    // Text of a damaged file may hold bytes that are no UTF-8.
    return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace tidytracker::cli
