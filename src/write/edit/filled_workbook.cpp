// SPDX-License-Identifier: Apache-2.0
// Fills a register into a workbook that somebody has laid out: the records become edits of its
// cells, and what belongs to the rows of its table is drawn down to the last of them.
#include <tidytracker/edit.hpp>
#include <tidytracker/fields.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "base/calendar.hpp"
#include "base/parse_number.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "write/edit/package_book.hpp"
#include "write/plan/register_sheets.hpp"

namespace tidytracker {
namespace {

/// A column of the template and what goes into it.
struct FilledColumn {
    std::uint32_t column{};
    Field field{Field::none};
    std::string caption{};  ///< of a source's own column, folded
};

std::string folded_caption(std::string_view caption) {
    return fold(squeeze(caption));
}

std::vector<FilledColumn> filled_columns(const Table& table, const Mapping& mapping) {
    std::vector<FilledColumn> columns;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Column& column = table.columns[i];
        if (column.caption_cells.empty()) continue;
        columns.push_back({.column = column.caption_cells.front().column,
                           .field = mapping.columns[i].field,
                           .caption = folded_caption(column.caption)});
    }
    return columns;
}

/// What was printed for a date; empty if the field is none, or says nothing.
std::string printed_date(const Record& record, Field field) {
    struct DateField {
        Field field{};
        std::optional<When> Record::*member{};
    };
    constexpr auto k_date_fields = std::to_array<DateField>({{Field::raised, &Record::raised},
                                                             {Field::due, &Record::due},
                                                             {Field::completed, &Record::completed},
                                                             {Field::review, &Record::review}});
    const auto* const found = std::ranges::find(k_date_fields, field, &DateField::field);
    if (found == k_date_fields.end()) return {};
    const std::optional<When>& when = record.*found->member;
    return when ? when->text : std::string();
}

PlannedCell value_for(const FilledColumn& column, const Record& record,
                      const SourceNames& sources) {
    if (column.field != Field::none) {
        PlannedCell cell = planned_cell(record, info(column.field), sources);
        // "ASAP" has no day, and the user's workbook no second column for it.
        if (cell.text.empty()) cell = {.text = printed_date(record, column.field)};
        return cell;
    }
    std::vector<std::string> texts;
    for (const auto& [caption, text] : record.extra) {
        if (folded_caption(caption) == column.caption) texts.push_back(text);
    }
    return {.text = join(texts, "\n")};
}

CellEdit edit_of(const PlannedCell& cell, DateSystem system) {
    CellEdit edit;
    const auto day = cell.kind == PlannedCell::Kind::day ? day_from_iso(cell.text) : std::nullopt;
    const auto number =
        cell.kind == PlannedCell::Kind::number ? parse_number<double>(cell.text) : std::nullopt;
    const int earliest = system == DateSystem::from_1900 ? 1 : 0;
    if (day && serial_from_day(*day, system) >= earliest) {
        edit.day = serial_from_day(*day, system);
    } else if (number) {
        edit.number = *number;
    } else {
        edit.text = cell.text;
    }
    return edit;
}

/// The rows that the template has, filled or prepared for it.
struct FilledRows {
    std::uint32_t first{};
    std::uint32_t old_end{};  ///< behind the last one with a text in it
    std::uint32_t new_end{};
};

class Filling {
  public:
    Filling(const Document& document, const Workbook& workbook, const Table& table,
            const Mapping& mapping)
        : document_(document),
          sheet_(workbook.sheets[table.sheet]),
          system_(workbook.date_system),
          index_(table.sheet),
          columns_(filled_columns(table, mapping)),
          sources_(document) {
        rows_.first =
            table.header_rows.empty() ? table.range.first.row + 1 : table.header_rows.back() + 1;
        rows_.old_end = rows_.first;
        for (const TableRow& row : table.rows) {
            for (const std::uint32_t at : row.sheet_rows) {
                rows_.old_end = std::max(rows_.old_end, at + 1);
            }
        }
        rows_.new_end = rows_.first + static_cast<std::uint32_t>(document.records.size());
    }
    [[nodiscard]] const FilledRows& rows() const { return rows_; }

    /// Is there room for all records? What stands below the table is not written over.
    /// Errors: unsupported, too_large.
    [[nodiscard]] Result<void> check_room() const {
        constexpr std::uint32_t k_most_rows = 1'048'576;
        if (rows_.new_end > k_most_rows) {
            return fail(ErrorKind::too_large,
                        fmt::format("the template's sheet has no room for {}",
                                    count_of(document_.records.size(), "record")),
                        "write a workbook without --template");
        }
        for (std::uint32_t row = rows_.old_end; row < rows_.new_end; ++row) {
            for (const FilledColumn& column : columns_) {
                const Cell* there = sheet_.find({row, column.column});
                if (there == nullptr || there->kind == CellKind::empty || there->formula) continue;
                return fail(
                    ErrorKind::unsupported,
                    fmt::format("{}!{} below the template's table is not blank", sheet_.name,
                                to_a1(CellAddress{row, column.column})),
                    fmt::format("leave {} blank below the captions, or move what stands there",
                                count_of(document_.records.size(), "row")));
            }
        }
        return {};
    }

    [[nodiscard]] std::vector<CellEdit> edits() const {
        std::vector<CellEdit> edits;
        for (std::uint32_t row = rows_.first; row < std::max(rows_.old_end, rows_.new_end); ++row) {
            const Record* record =
                row < rows_.new_end ? &document_.records[row - rows_.first] : nullptr;
            for (const FilledColumn& column : columns_) add_edit(row, column, record, edits);
        }
        return edits;
    }

    [[nodiscard]] std::vector<std::string> left_out() const {
        std::set<Field> placed{Field::id, Field::source, Field::place, Field::overdue};
        std::set<std::string> captions;
        for (const FilledColumn& column : columns_) {
            placed.insert(column.field);
            if (column.field == Field::none) captions.insert(column.caption);
        }
        std::vector<std::string> left;
        for (const FieldInfo& field : all_fields()) {
            const bool detail = field.caption.ends_with("(as printed)");
            if (detail || field.field == Field::extra || placed.contains(field.field)) continue;
            const bool said = std::ranges::any_of(
                document_.records,
                [&field](const Record& record) { return says_anything(record, field); });
            if (said) left.emplace_back(field.caption);
        }
        for (const Record& record : document_.records) {
            for (const auto& [caption, text] : record.extra) {
                if (captions.insert(folded_caption(caption)).second) left.push_back(caption);
            }
        }
        return left;
    }

  private:
    void add_edit(std::uint32_t row, const FilledColumn& column, const Record* record,
                  std::vector<CellEdit>& edits) const {
        const CellAddress at{row, column.column};
        const Cell* there = sheet_.find(at);
        if (there != nullptr && there->formula) return;
        if (there == nullptr && record == nullptr) return;
        // A blank cell is made, too: the frame of its row goes on there.
        PlannedCell cell;
        if (record != nullptr) cell = value_for(column, *record, sources_);
        CellEdit edit = edit_of(cell, system_);
        edit.sheet = index_;
        edit.at = at;
        edit.like = CellAddress{rows_.first, column.column};
        edits.push_back(std::move(edit));
    }

    const Document& document_;
    const Sheet& sheet_;
    DateSystem system_;
    std::uint32_t index_;
    std::vector<FilledColumn> columns_;
    SourceNames sources_;
    FilledRows rows_{};
};

/// "A4:F10 H4" with each range that holds the first row drawn down to the last one.
std::string drawn_down(std::string_view ranges, const FilledRows& rows) {
    std::vector<std::string> out;
    for (const std::string_view text : words_of(ranges)) {
        auto range = range_from_a1(text);
        if (range && range->first.row <= rows.first && range->last.row >= rows.first &&
            range->last.row + 1 < rows.new_end) {
            range->last.row = rows.new_end - 1;
            out.push_back(to_a1(*range));
        } else {
            out.emplace_back(text);
        }
    }
    return join(out, " ");
}

void draw_down(pugi::xml_node node, const char* name, const FilledRows& rows) {
    pugi::xml_attribute ranges = node.attribute(name);
    if (ranges) ranges.set_value(drawn_down(ranges.value(), rows).c_str());
}

/// What belongs to the rows of the table: drop-down lists, conditional formats, filters.
void draw_down_sheet(pugi::xml_node work_sheet, const FilledRows& rows) {
    for (const pugi::xml_node child : work_sheet.children()) {
        const std::string_view name = local_name(child);
        if (name == "conditionalFormatting") draw_down(child, "sqref", rows);
        if (name == "autoFilter") draw_down(child, "ref", rows);
        if (name != "dataValidations") continue;
        for (const pugi::xml_node list : child.children()) draw_down(list, "sqref", rows);
    }
    // It would say where the sheet ended before; nobody needs it.
    work_sheet.remove_child(child_of(work_sheet, "dimension"));
}

Result<void> draw_down_tables(Package& package, const std::string& sheet, const FilledRows& rows) {
    for (const Relation& relation : package.relations_of(sheet)) {
        if (relation.type != "table") continue;
        const Result<void> changed = package.change(relation.target, [&](pugi::xml_node table) {
            draw_down(table, "ref", rows);
            draw_down(child_of(table, "autoFilter"), "ref", rows);
        });
        if (!changed) return changed;
    }
    return {};
}

Result<std::string> with_rows_drawn_down(std::string_view bytes, const std::string& sheet,
                                         const FilledRows& rows, const Limits& limits) {
    Result<Package> package = Package::open(bytes, limits);
    if (!package) return tl::unexpected<Error>(package.error());
    const Result<BookParts> parts = parts_of_book(*package);
    if (!parts) return tl::unexpected<Error>(parts.error());
    const auto part = std::ranges::find(parts->sheets, sheet, &SheetPart::name);
    if (part == parts->sheets.end()) return std::string(bytes);
    Result<void> changed =
        package->change(part->part, [&rows](pugi::xml_node root) { draw_down_sheet(root, rows); });
    if (changed) changed = draw_down_tables(*package, part->part, rows);
    if (!changed) return tl::unexpected<Error>(changed.error());
    return package->bytes();
}

}  // namespace

Result<FilledWorkbook> fill_workbook(const Document& document, std::string_view bytes,
                                     const Workbook& workbook, const Table& table,
                                     const Mapping& mapping, const Limits& limits) {
    if (workbook.format != "xlsx") {
        return fail(ErrorKind::unsupported,
                    fmt::format("a template must be an Excel workbook, not {}", workbook.format),
                    "save it as .xlsx first");
    }
    const Filling filling(document, workbook, table, mapping);
    if (const Result<void> room = filling.check_room(); !room) {
        return tl::unexpected<Error>(room.error());
    }
    const Result<std::string> edited =
        edit_workbook(bytes, workbook, filling.edits(), EditSheet{}, limits);
    if (!edited) return tl::unexpected<Error>(edited.error());
    Result<std::string> filled =
        with_rows_drawn_down(*edited, workbook.sheets[table.sheet].name, filling.rows(), limits);
    if (!filled) return tl::unexpected<Error>(filled.error());
    return FilledWorkbook{std::move(*filled), filling.left_out()};
}

}  // namespace tidytracker
