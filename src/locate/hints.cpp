// SPDX-License-Identifier: Apache-2.0
#include "locate/hints.hpp"

#include <tidytracker/place.hpp>

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "schema/captions.hpp"

namespace tidytracker {
namespace {

bool is_one_of_fields(Field field, std::span<const Field> fields) {
    return std::ranges::find(fields, field) != fields.end();
}

/// What a form may hold before anybody uses its rows.
constexpr auto k_preset = std::to_array<Field>(
    {Field::ref, Field::status, Field::rag, Field::percent, Field::priority, Field::overdue});
/// Columns in which remarks run on.
constexpr auto k_remarks = std::to_array<Field>(
    {Field::progress, Field::outcome, Field::evidence, Field::links, Field::response});
/// Columns whose values head groups of rows.
constexpr auto k_groups =
    std::to_array<Field>({Field::section, Field::item, Field::meeting_name, Field::meeting_date,
                          Field::raised, Field::kind, Field::none});

bool has_column(const ColumnHints& hints, Field field) {
    return std::ranges::find(hints, field) != hints.end();
}

/// "and compare with last year" below an action that has not come to its end.
bool goes_on_with(const TableCell& above, const TableCell& cell) {
    return !above.text.empty() && is_lower(cell.text.front()) && is_upper(above.text.front()) &&
           !ends_sentence(above.text);
}

bool continues_above(const TableRow& above, const TableRow& row, const ColumnHints& hints) {
    bool filled = false;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (row.cells[i].text.empty()) continue;
        const bool remark = is_one_of_fields(hints[i], k_remarks);
        const bool sentence =
            hints[i] == Field::action && goes_on_with(above.cells[i], row.cells[i]);
        if (!remark && !sentence) return false;
        filled = true;
    }
    return filled;
}

void append_remark(TableRow& above, const TableRow& row) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const TableCell& part = row.cells[i];
        if (part.text.empty()) continue;
        TableCell& whole = above.cells[i];
        if (!whole.text.empty()) whole.text += goes_on_with(whole, part) ? ' ' : '\n';
        whole.text += part.text;
        whole.cells.insert(whole.cells.end(), part.cells.begin(), part.cells.end());
    }
    above.sheet_rows.insert(above.sheet_rows.end(), row.sheet_rows.begin(), row.sheet_rows.end());
}

std::vector<CellAddress> cells_of(const TableRow& row) {
    std::vector<CellAddress> cells;
    for (const TableCell& cell : row.cells) {
        cells.insert(cells.end(), cell.cells.begin(), cell.cells.end());
    }
    return cells;
}

/// How a column is filled from top to bottom.
struct Filling {
    std::size_t filled{};
    std::size_t changes{};  ///< filled cells that differ from the filled one before
    bool from_first{};
    bool prose{};
};

Filling filling_of(const std::vector<TableRow>& rows, std::size_t column) {
    Filling filling{.from_first = !rows.front().cells[column].text.empty()};
    const std::string* last = nullptr;
    for (const TableRow& row : rows) {
        const std::string& text = row.cells[column].text;
        if (text.empty()) continue;
        ++filling.filled;
        filling.changes += last == nullptr || *last != text;
        filling.prose = filling.prose || words_of(text).size() > 12;
        last = &text;
    }
    return filling;
}

/// Blank cells below a value mean "as above" where the column is filled from its first row on,
/// leaves at least a third blank, and names something else each time that it speaks. A column that
/// people fill now and then repeats itself, or begins blank.
bool heads_groups(const Filling& filling, std::size_t rows) {
    return filling.from_first && !filling.prose && filling.filled >= 2 &&
           filling.filled * 3 <= rows * 2 && filling.changes == filling.filled;
}

/// Gives the blank cells of a column the value above them, within a section.
void fill_column(Table& table, std::size_t column) {
    const TableCell* last = nullptr;
    std::uint32_t section = 0;
    for (TableRow& row : table.rows) {
        if (row.section != section) last = nullptr;
        section = row.section;
        TableCell& cell = row.cells[column];
        if (!cell.text.empty()) {
            last = &cell;
        } else if (last != nullptr) {
            cell = *last;
        }
    }
}

void report_filled(const Column& column, std::string note, const Sheet& sheet, Findings& findings) {
    findings.push_back(Finding{
        .rule = "filled-down",
        .severity = Severity::info,
        .message = fmt::format("blank cells of \"{}\" take the value above them", column.caption),
        .place = place_text(sheet, column.caption_cells),
        .note = std::move(note),
        .help = "repeat the value in each row of the source if that is wrong"});
}

/// Is the column filled only where another one is?
bool filled_only_with(const Table& table, std::size_t column, std::size_t other) {
    return std::ranges::all_of(table.rows, [column, other](const TableRow& row) {
        return row.cells[column].text.empty() || !row.cells[other].text.empty();
    });
}

/// Does the upper row hold nothing but a reference, which the lower row with its action lacks?
bool is_reference_of(const TableRow& upper, const TableRow& lower, std::size_t ref,
                     std::size_t action) {
    const auto filled = std::ranges::count_if(
        upper.cells, [](const TableCell& cell) { return !cell.text.empty(); });
    return filled == 1 && !upper.cells[ref].text.empty() && lower.cells[ref].text.empty() &&
           !lower.cells[action].text.empty();
}

}  // namespace

ColumnHints hints_of(const std::vector<Column>& columns) {
    constexpr double k_least_weight = 0.5;
    ColumnHints hints;
    for (const Column& column : columns) {
        if (const std::optional<Field> own = own_caption(column.caption)) {
            hints.push_back(*own);
            continue;
        }
        const auto readings = read_caption(column.caption);
        const bool clear = !readings.empty() && readings.front().weight >= k_least_weight;
        hints.push_back(clear ? readings.front().field : Field::none);
    }
    return hints;
}

bool is_unused(const TableRow& row, const ColumnHints& hints) {
    if (!has_column(hints, Field::action)) return false;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (row.cells[i].text.empty()) continue;
        if (!is_one_of_fields(hints[i], k_preset)) return false;
        // A remark in the column of the status is a word of somebody's.
        if (is_prose(row.cells[i].text)) return false;
    }
    return true;
}

void join_references(std::vector<TableRow>& rows, const ColumnHints& hints, const Sheet& sheet,
                     Findings& findings) {
    const auto ref = static_cast<std::size_t>(std::ranges::find(hints, Field::ref) - hints.begin());
    const auto action =
        static_cast<std::size_t>(std::ranges::find(hints, Field::action) - hints.begin());
    if (ref == hints.size() || action == hints.size()) return;
    std::vector<TableRow> joined;
    joined.reserve(rows.size());
    for (TableRow& row : rows) {
        const bool below = !joined.empty() &&
                           joined.back().sheet_rows.back() + 1 == row.sheet_rows.front() &&
                           joined.back().section == row.section;
        if (!below || !is_reference_of(joined.back(), row, ref, action)) {
            joined.push_back(std::move(row));
            continue;
        }
        findings.push_back(Finding{.rule = "split-row",
                                   .severity = Severity::info,
                                   .message = "a reference stands in the row above its action",
                                   .place = place_text(sheet, joined.back().cells[ref].cells),
                                   .note = "the row below it has none of its own",
                                   .help = "compare with the original document"});
        row.cells[ref] = std::move(joined.back().cells[ref]);
        row.sheet_rows.insert(row.sheet_rows.begin(), joined.back().sheet_rows.begin(),
                              joined.back().sheet_rows.end());
        joined.back() = std::move(row);
    }
    rows = std::move(joined);
}

void join_remarks(std::vector<TableRow>& rows, const ColumnHints& hints, const Sheet& sheet,
                  Findings& findings) {
    if (!has_column(hints, Field::action)) return;
    std::vector<TableRow> joined;
    joined.reserve(rows.size());
    for (TableRow& row : rows) {
        const bool below = !joined.empty() &&
                           joined.back().sheet_rows.back() + 1 == row.sheet_rows.front() &&
                           joined.back().section == row.section;
        if (!below || !continues_above(joined.back(), row, hints)) {
            joined.push_back(std::move(row));
            continue;
        }
        findings.push_back(Finding{.rule = "split-row",
                                   .severity = Severity::info,
                                   .message = "a row goes on with the text of the row above",
                                   .place = place_text(sheet, cells_of(row)),
                                   .note = "it has neither a reference nor an action of its own",
                                   .help = "compare with the original document"});
        append_remark(joined.back(), row);
    }
    rows = std::move(joined);
}

void fill_down(Table& table, const ColumnHints& hints, const Sheet& sheet, Findings& findings) {
    const auto action = std::ranges::find(hints, Field::action);
    if (table.rows.size() < 3 || action == hints.end()) return;
    const auto end = static_cast<std::size_t>(action - hints.begin());
    for (std::size_t i = 0; i < end; ++i) {
        if (!is_one_of_fields(hints[i], k_groups)) continue;
        const Filling filling = filling_of(table.rows, i);
        if (!heads_groups(filling, table.rows.size())) continue;
        fill_column(table, i);
        report_filled(table.columns[i],
                      fmt::format("{} of {} are filled, and each names another group",
                                  filling.filled, count_of(table.rows.size(), "row")),
                      sheet, findings);
    }
}

void fill_recommendations(Table& table, const Sheet& sheet, Findings& findings) {
    std::vector<std::string> captions;
    for (const Column& column : table.columns) captions.push_back(column.caption);
    const std::optional<NestedColumns> nested = nested_columns(captions);
    if (!nested || table.rows.empty() || table.rows.front().cells[nested->whole].text.empty()) {
        return;
    }
    std::size_t continued = 0;
    for (const TableRow& row : table.rows) {
        if (!row.cells[nested->whole].text.empty()) continue;
        // A blank beside a blank says nothing of what is above.
        if (row.cells[nested->part].text.empty()) return;
        ++continued;
    }
    if (continued == 0) return;
    std::vector<std::size_t> of_whole;
    for (std::size_t i = 0; i < nested->part; ++i) {
        if (filled_only_with(table, i, nested->whole)) of_whole.push_back(i);
    }
    for (const std::size_t column : of_whole) {
        fill_column(table, column);
        report_filled(
            table.columns[column],
            fmt::format("{} go on with the recommendation above", count_of(continued, "row")),
            sheet, findings);
    }
}

}  // namespace tidytracker
