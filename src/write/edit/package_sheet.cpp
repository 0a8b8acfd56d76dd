// SPDX-License-Identifier: Apache-2.0
#include "write/edit/package_sheet.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include <fmt/format.h>

#include "base/parse_number.hpp"
#include "write/excel_text.hpp"

namespace tidytracker {
namespace {

/// What may stand behind the elements that we add, in the order of the schema.
constexpr auto k_sheet_elements = std::to_array<std::string_view>(
    {"sheetData",        "sheetCalcPr",   "sheetProtection", "protectedRanges",
     "scenarios",        "autoFilter",    "sortState",       "dataConsolidate",
     "customSheetViews", "mergeCells",    "phoneticPr",      "conditionalFormatting",
     "dataValidations",  "hyperlinks",    "printOptions",    "pageMargins",
     "pageSetup",        "headerFooter",  "rowBreaks",       "colBreaks",
     "customProperties", "cellWatches",   "ignoredErrors",   "smartTags",
     "drawing",          "legacyDrawing", "legacyDrawingHF", "drawingHF",
     "picture",          "oleObjects",    "controls",        "webPublishItems",
     "tableParts",       "extLst"});

/// The row of a cell or row element: its own, or the one behind the last.
std::uint32_t row_number(pugi::xml_node row, std::uint32_t next) {
    const std::uint32_t own = row.attribute("r").as_uint(0);
    return own == 0 ? next : own - 1;
}

std::uint32_t column_number(pugi::xml_node cell, std::uint32_t next) {
    const std::optional<CellAddress> own = address_from_a1(cell.attribute("r").value());
    return own ? own->column : next;
}

void set_attribute(pugi::xml_node node, const char* name, const std::string& value) {
    pugi::xml_attribute attribute = node.attribute(name);
    if (!attribute) attribute = node.append_attribute(name);
    attribute.set_value(value.c_str());
}

void remove_content(pugi::xml_node cell) {
    while (const pugi::xml_node child = cell.first_child()) cell.remove_child(child);
    cell.remove_attribute("t");
    cell.remove_attribute("cm");
    cell.remove_attribute("vm");
}

void set_text(pugi::xml_node cell, std::string_view text) {
    remove_content(cell);
    set_attribute(cell, "t", "inlineStr");
    pugi::xml_node node = add_child(add_child(cell, "is"), "t");
    node.append_attribute("xml:space").set_value("preserve");
    node.text().set(excel_text(text).c_str());
}

void set_number(pugi::xml_node cell, double number) {
    remove_content(cell);
    add_child(cell, "v").text().set(fmt::format("{}", number).c_str());
}

/// The formats of the cells that edits are like, before any is changed.
using FormatsByCell = std::map<CellAddress, std::string>;

void apply_edit(pugi::xml_node cell, const CellEdit& edit, const FormatsByCell& formats,
                StyleBook& styles) {
    if (edit.like && !cell.attribute("s")) {
        const auto format = formats.find(*edit.like);
        if (format != formats.end()) set_attribute(cell, "s", format->second);
    }
    if (edit.text && edit.text->empty()) remove_content(cell);
    if (edit.text && !edit.text->empty()) set_text(cell, *edit.text);
    if (edit.number) set_number(cell, *edit.number);
    if (edit.day) set_number(cell, *edit.day);
    if (!edit.mark && !edit.day) return;
    const unsigned base = cell.attribute("s").as_uint(0);
    set_attribute(cell, "s",
                  fmt::format("{}", styles.marked(base, edit.mark, edit.day.has_value())));
}

/// The element of a column in a row, made where the row has none. `at` is the first cell that may
/// be it; edits of a row come by ascending columns.
pugi::xml_node cell_element(pugi::xml_node row, CellAddress address) {
    std::uint32_t next = 0;
    for (const pugi::xml_node cell : row.children()) {
        if (local_name(cell) != "c") continue;
        const std::uint32_t column = column_number(cell, next);
        if (column == address.column) return cell;
        if (column > address.column) {
            pugi::xml_node made = add_child(row, "c", cell);
            set_attribute(made, "r", to_a1(address));
            return made;
        }
        next = column + 1;
    }
    pugi::xml_node made = add_child(row, "c");
    set_attribute(made, "r", to_a1(address));
    return made;
}

pugi::xml_node add_row(pugi::xml_node data, std::uint32_t index, pugi::xml_node before) {
    pugi::xml_node row = add_child(data, "row", before);
    set_attribute(row, "r", fmt::format("{}", index + 1));
    return row;
}

FormatsByCell formats_alike(pugi::xml_node data, std::span<const CellEdit* const> edits) {
    FormatsByCell formats;
    std::set<std::uint32_t> rows;
    for (const CellEdit* edit : edits) {
        if (edit->like) rows.insert(edit->like->row);
    }
    std::uint32_t next_row = 0;
    for (const pugi::xml_node row : data.children()) {
        if (rows.empty() || local_name(row) != "row") continue;
        const std::uint32_t index = row_number(row, next_row);
        next_row = index + 1;
        if (!rows.contains(index)) continue;
        std::uint32_t next = 0;
        for (const pugi::xml_node cell : row.children()) {
            if (local_name(cell) != "c") continue;
            const std::uint32_t column = column_number(cell, next);
            next = column + 1;
            if (const auto format = cell.attribute("s")) formats[{index, column}] = format.value();
        }
    }
    return formats;
}

}  // namespace

pugi::xml_node work_sheet_element(pugi::xml_node work_sheet, std::string_view name) {
    if (const pugi::xml_node there = child_of(work_sheet, name)) return there;
    const auto own = std::ranges::find(k_sheet_elements, name);
    for (const pugi::xml_node child : work_sheet.children()) {
        const auto place = std::ranges::find(k_sheet_elements, local_name(child));
        if (place != k_sheet_elements.end() && place > own)
            return add_child(work_sheet, name, child);
    }
    return add_child(work_sheet, name);
}

void edit_cells(pugi::xml_node work_sheet, std::span<const CellEdit* const> edits,
                StyleBook& styles) {
    pugi::xml_node data = work_sheet_element(work_sheet, "sheetData");
    const FormatsByCell formats = formats_alike(data, edits);
    std::size_t at = 0;
    std::uint32_t next = 0;
    for (pugi::xml_node row = data.first_child(); row && at < edits.size();
         row = row.next_sibling()) {
        if (local_name(row) != "row") continue;
        const std::uint32_t index = row_number(row, next);
        next = index + 1;
        // Rows that the file leaves out stand before this one.
        for (pugi::xml_node missing; at < edits.size() && edits[at]->at.row < index; ++at) {
            const bool same = missing && row_number(missing, 0) == edits[at]->at.row;
            if (!same) missing = add_row(data, edits[at]->at.row, row);
            apply_edit(cell_element(missing, edits[at]->at), *edits[at], formats, styles);
        }
        for (; at < edits.size() && edits[at]->at.row == index; ++at) {
            apply_edit(cell_element(row, edits[at]->at), *edits[at], formats, styles);
        }
    }
    for (pugi::xml_node last; at < edits.size(); ++at) {
        const bool same = last && row_number(last, 0) == edits[at]->at.row;
        if (!same) last = add_row(data, edits[at]->at.row, {});
        apply_edit(cell_element(last, edits[at]->at), *edits[at], formats, styles);
    }
}

}  // namespace tidytracker
