// SPDX-License-Identifier: Apache-2.0
// In: a table whose columns are bound to fields. Out: one record for each of its rows, each value
// with its printed form and the cells it came from. A value that cannot be read stays as its text,
// with a finding; nothing is made up, and no row is left out.
#include <tidytracker/normalise.hpp>
#include <tidytracker/place.hpp>

#include <algorithm>
#include <iterator>
#include <span>

#include "base/parallel.hpp"
#include "normalise/fields.hpp"
#include "normalise/row_reader.hpp"
#include "schema/captions.hpp"

namespace tidytracker {
namespace {

bool is_blank(const TableRow& row) {
    return std::ranges::all_of(row.cells, [](const TableCell& cell) { return cell.text.empty(); });
}

/// Which cells each field came from. The heading above a row is a source of its meeting.
std::vector<FieldCells> provenance_of(const RowReader& row) {
    std::vector<FieldCells> out;
    const BoundTable& bound = row.table().bound;
    const auto add = [&](std::string_view field, const std::vector<CellAddress>& cells) {
        if (cells.empty()) return;
        const auto same = std::ranges::find(out, field, &FieldCells::field);
        if (same == out.end()) {
            out.push_back(FieldCells{std::string(field), bound.table->sheet, cells});
        } else {
            same->cells.insert(same->cells.end(), cells.begin(), cells.end());
        }
    };
    for (std::size_t i = 0; i < bound.mapping->columns.size(); ++i) {
        const Field field = bound.mapping->columns[i].field;
        add(field == Field::none ? "extra" : info(field).name, row.row().cells[i].cells);
    }
    return out;
}

std::vector<CellAddress> place_of(const RowReader& row) {
    const Table& table = *row.table().bound.table;
    std::vector<CellAddress> cells;
    for (const TableCell& cell : row.row().cells) {
        for (const CellAddress& at : cell.cells) {
            // A merged cell that reaches down from above is not the row's own place.
            if (std::ranges::binary_search(row.row().sheet_rows, at.row)) cells.push_back(at);
        }
    }
    if (table.shape == TableShape::list) {
        // An ask is only understood with the line that introduces it and the heading above that.
        const auto& heading = table.sections[row.row().section].cells;
        const auto& caption = table.columns.front().caption_cells;
        cells.insert(cells.end(), heading.begin(), heading.end());
        cells.insert(cells.end(), caption.begin(), caption.end());
    }
    return cells;
}

/// Several due dates may share a cell, and where no revised one is given the cell of the original
/// date is that of the due date.
void share_due_cells(Record& record) {
    const auto cells_of = [&record](std::string_view field) {
        return std::ranges::find(record.provenance, field, &FieldCells::field);
    };
    const auto due = cells_of("due");
    const auto history = cells_of("due_history");
    const bool has_due = due != record.provenance.end();
    const bool has_history = history != record.provenance.end();
    if (has_due && !has_history && !record.due_history.empty()) {
        record.provenance.push_back(FieldCells{"due_history", due->sheet, due->cells});
    } else if (has_history && !has_due && record.due) {
        if (record.due_history.empty()) {
            history->field = "due";
        } else {
            record.provenance.push_back(FieldCells{"due", history->sheet, history->cells});
        }
    }
}

void set_places(const RowReader& row, Record& record) {
    const Sheet& sheet = row.table().sheet();
    for (const FieldCells& field : record.provenance) {
        record.cells.emplace_back(field.field,
                                  std::vector<std::string>{place_text(sheet, field.cells)});
    }
    if (record.place.empty()) record.place = place_text(sheet, place_of(row));
}

std::string place_of_field(const Record& record, const std::string& field) {
    for (const auto& [name, places] : record.cells) {
        if (name == field) return places.front();
    }
    return record.place;
}

Record make_record(const RowReader& row, Findings& findings) {
    Record record{.source = row.table().source.id};
    record.provenance = provenance_of(row);
    if (is_register(*row.table().bound.mapping)) {
        read_register_row(row, record, findings);
        restore_package_row(row, record);
        return record;
    }
    read_identity(row, record);
    read_context(row, record, findings);
    read_action(row, record);
    read_people(row, record);
    read_dates(row, record, findings);
    read_verdicts(row, record);
    read_progress_and_status(row, record, findings);
    read_remainder(row, record);
    share_due_cells(record);
    if (row.table().bound.mapping->own) restore_workbook_row(row, record);
    return record;
}

/// Adds the record of a row, if the row has anything.
void add_record(const TableContext& context, const TableRow& row, std::vector<Record>& records,
                Findings& findings) {
    if (is_blank(row)) return;
    const RowReader reader(context, row);
    Findings of_row;
    records.push_back(make_record(reader, of_row));
    set_places(reader, records.back());
    for (Finding& finding : of_row) {
        finding.place = place_of_field(records.back(), finding.field);
        findings.push_back(std::move(finding));
    }
}

/// Fewer rows are done before a second thread has started.
constexpr std::size_t k_portion_rows = 1000;
constexpr std::size_t k_portions_ahead = 8;

/// What becomes of some rows that follow one another.
struct Portion {
    std::vector<Record> records{};
    Findings findings{};
};

/// The records of all rows, made on several threads where there are many.
std::vector<Record> records_of(const TableContext& context, Findings& findings) {
    const std::span<const TableRow> rows = context.bound.table->rows;
    std::vector<Record> records;
    records.reserve(rows.size());
    if (rows.size() <= k_portion_rows) {
        for (const TableRow& row : rows) add_record(context, row, records, findings);
        return records;
    }
    // No row needs another one.
    std::vector<Portion> portions((rows.size() + k_portion_rows - 1) / k_portion_rows);
    const auto make = [&](std::size_t number) {
        const auto part = rows.subspan(number * k_portion_rows);
        Portion& portion = portions[number];
        for (const TableRow& row : part.first(std::min(part.size(), k_portion_rows))) {
            add_record(context, row, portion.records, portion.findings);
        }
    };
    const auto take = [&](std::size_t number) {
        std::ranges::move(portions[number].records, std::back_inserter(records));
        std::ranges::move(portions[number].findings, std::back_inserter(findings));
        portions[number] = {};
    };
    make_in_order(portions.size(), k_portions_ahead, make, take);
    return records;
}

}  // namespace

std::vector<Record> normalise(const BoundTable& bound, const Source& source,
                              const Instructions& instructions, Findings& findings) {
    const TableContext context = table_context(bound, source, instructions, findings);
    std::vector<Record> records = records_of(context, findings);
    report_assumed_years(context, records, findings);
    return records;
}

}  // namespace tidytracker
