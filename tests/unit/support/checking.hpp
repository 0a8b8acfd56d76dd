// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/locate.hpp>
#include <tidytracker/map.hpp>
#include <tidytracker/pipeline.hpp>
#include <tidytracker/validate.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Records and workbooks to check, and what was found in them.
namespace tidytracker::testing {

/// A sound record: no rule finds anything in it.
inline Record sound_record(std::string ref) {
    Record record;
    record.id = record.ref = std::move(ref);
    record.action = "Order new signs for the car park of " + record.ref;
    record.leads = {Party{.person = "Ada Quill", .text = "Ada Quill"}};
    record.raised = When{.date = "2024-03-11", .edtf = "2024-03-11", .text = "11/03/2024"};
    record.due = When{.date = "2024-05-31", .edtf = "2024-05-31", .text = "31/05/2024"};
    record.status = Status::in_progress;
    record.status_text = "Open";
    record.source = "s1";
    record.place = "Actions!A5:F5";
    record.cells = {{"ref", {"Actions!A5"}},
                    {"raised", {"Actions!D5"}},
                    {"due", {"Actions!E5"}},
                    {"status", {"Actions!F5"}}};
    return record;
}

inline Document document_of(std::vector<Record> records) {
    Document document;
    document.as_of = "2024-04-15";
    document.sources = {Source{.id = "s1", .name = "log.xlsx"}};
    document.records = std::move(records);
    return document;
}

inline Findings check_records(std::vector<Record> records, const RuleSet& rules = {}) {
    const Document document = document_of(std::move(records));
    Findings findings;
    validate({.document = &document, .rules = &rules}, findings);
    return findings;
}

/// The names of the rules that found something, each once, by name.
inline std::vector<std::string> rules_in(const Findings& findings) {
    std::vector<std::string> names;
    for (const Finding& finding : findings) names.push_back(finding.rule);
    std::ranges::sort(names);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

using Rows = std::vector<std::vector<std::string>>;

/// A work sheet "Actions" with these rows from row 1 on. "#..." is the error of a formula.
inline Workbook workbook_of_rows(const Rows& rows, std::string name = "Actions") {
    Workbook workbook;
    workbook.format = "xlsx";
    Sheet& sheet = workbook.sheets.emplace_back();
    sheet.name = std::move(name);
    std::uint32_t index = 0;
    for (const auto& texts : rows) {
        const auto first = static_cast<std::uint32_t>(sheet.cells.size());
        std::uint16_t column = 0;
        for (const std::string& text : texts) {
            const CellKind kind = text.starts_with('#') ? CellKind::error : CellKind::text;
            if (!text.empty()) {
                sheet.cells.push_back(
                    Cell{.text = workbook.strings.add(text), .column = column, .kind = kind});
            }
            ++column;
        }
        const auto count = static_cast<std::uint32_t>(sheet.cells.size()) - first;
        if (count > 0) sheet.rows.push_back(Row{.index = index, .first = first, .count = count});
        ++index;
    }
    return workbook;
}

/// Takes a workbook through all steps.
inline Conversion convert_workbook(Workbook workbook, const RuleSet& rules = {}) {
    const Instructions instructions{.as_of = "2024-04-15"};
    SourceReading reading;
    reading.source.name = "log.xlsx";
    reading.source.format = workbook.format;
    reading.workbook = std::move(workbook);
    Findings findings;
    for (std::uint32_t i = 0; i < reading.workbook.sheets.size(); ++i) {
        SheetLayout layout = locate_tables(reading.workbook, i, findings);
        for (Table& table : layout.tables) {
            Mapping mapping = map_columns(table, instructions, findings);
            reading.tables.push_back({std::move(table), std::move(mapping)});
        }
        reading.labels.push_back(std::move(layout.labels));
    }
    Conversion conversion;
    add_source(conversion, std::move(reading), instructions, std::move(findings));
    finish(conversion, instructions, rules);
    return conversion;
}

/// A tracker without fault.
inline Rows sound_rows() {
    return {{"Ref", "Action", "Lead", "Due", "Status"},
            {"A-1", "Order new signs for the car park", "Ada Quill", "31/05/2024", "Open"},
            {"A-2", "Book the hall for the spring meeting", "Jo Tamm", "30/06/2024", "Open"},
            {"A-3", "Write to the landlord about the gate", "Ada Quill", "14/06/2024", "Closed"},
            {"A-4", "Ask the bank for a second card", "Bo Lind", "13/05/2024", "Open"},
            {"A-5", "Publish the minutes of the forum", "Jo Tamm", "17/05/2024", "Open"}};
}

/// The findings of one rule.
inline Findings only(std::string_view rule, const Findings& findings) {
    Findings left;
    for (const Finding& finding : findings) {
        if (finding.rule == rule) left.push_back(finding);
    }
    return left;
}

/// Where a rule finds something in the rows: "place" of each finding.
inline std::vector<std::string> places_in(std::string_view rule, Workbook workbook) {
    std::vector<std::string> places;
    for (const Finding& finding :
         only(rule, convert_workbook(std::move(workbook)).document.findings)) {
        places.push_back(finding.place);
    }
    return places;
}
inline std::vector<std::string> places_in(std::string_view rule, const Rows& rows) {
    return places_in(rule, workbook_of_rows(rows));
}

using Places = std::vector<std::string>;

}  // namespace tidytracker::testing
