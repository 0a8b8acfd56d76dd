// SPDX-License-Identifier: Apache-2.0
// Changes a workbook in place: its package is taken apart, the cells that edits name are changed in
// the trees of their sheets, and a sheet that lists the edits is put in front. Everything else
// keeps its bytes.
#include <tidytracker/edit.hpp>

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/unicode.hpp"
#include "write/edit/edit_list.hpp"
#include "write/edit/package_book.hpp"
#include "write/edit/package_notes.hpp"
#include "write/edit/package_sheet.hpp"
#include "write/plan/plain_workbook.hpp"
#include "write/xlsx/parts.hpp"

namespace tidytracker {
namespace {

std::string target_of(const std::vector<Relation>& relations, std::string_view type) {
    const auto found = std::ranges::find(relations, type, &Relation::type);
    return found == relations.end() ? std::string() : found->target;
}

/// An attribute whatever its prefix: "r:id" is "id" of another name space.
std::string_view prefixed_attribute(pugi::xml_node node, std::string_view local) {
    for (const pugi::xml_attribute attribute : node.attributes()) {
        const std::string_view name = attribute.name();
        const std::size_t colon = name.find(':');
        if (colon != std::string_view::npos && name.substr(colon + 1) == local)
            return attribute.value();
    }
    return {};
}

/// The edits of each sheet's part, ascending by cell.
using EditsByPart = std::map<std::string, std::vector<const CellEdit*>>;

EditsByPart edits_by_part(const std::vector<CellEdit>& edits, const std::vector<std::string>& names,
                          const BookParts& parts) {
    EditsByPart by_part;
    for (const CellEdit& edit : edits) {
        const auto sheet = std::ranges::find(parts.sheets, names[edit.sheet], &SheetPart::name);
        if (sheet != parts.sheets.end()) by_part[sheet->part].push_back(&edit);
    }
    for (auto& entry : by_part) {
        std::ranges::stable_sort(entry.second, {}, [](const CellEdit* edit) { return edit->at; });
    }
    return by_part;
}

std::string unused_sheet_name(std::string_view wanted, const BookParts& parts) {
    std::set<std::string> used;
    for (const SheetPart& sheet : parts.sheets) used.insert(fold(sheet.name));
    std::string name(wanted);
    for (int number = 2; used.contains(fold(name)); ++number)
        name = fmt::format("{} {}", wanted, number);
    return name;
}

/// Names and prints that belong to a sheet say which by its number, which is one more now.
void shift_sheet_numbers(pugi::xml_node book) {
    for (pugi::xml_node name : child_of(book, "definedNames").children()) {
        pugi::xml_attribute number = name.attribute("localSheetId");
        if (number) number.set_value(number.as_uint() + 1);
    }
    for (pugi::xml_node view : child_of(book, "bookViews").children()) {
        view.remove_attribute("activeTab");
        view.remove_attribute("firstSheet");
    }
}

void add_sheet_in_front(pugi::xml_node book, const std::string& name, const std::string& relation) {
    pugi::xml_node sheets = child_of(book, "sheets");
    unsigned id = 0;
    for (const pugi::xml_node sheet : sheets.children())
        id = std::max(id, sheet.attribute("sheetId").as_uint());
    pugi::xml_node own = add_child(sheets, "sheet", sheets.first_child());
    own.append_attribute("name").set_value(name.c_str());
    own.append_attribute("sheetId").set_value(id + 1);
    own.append_attribute("xmlns:r").set_value(std::string(k_relation_namespace).c_str());
    own.append_attribute("r:id").set_value(relation.c_str());
    shift_sheet_numbers(book);
}

/// Sheets that were selected together would be changed together: only the list is selected now.
void deselect(pugi::xml_node work_sheet) {
    for (pugi::xml_node view : child_of(work_sheet, "sheetViews").children())
        view.remove_attribute("tabSelected");
}

Result<void> edit_sheets(Package& package, const EditsByPart& edits, StyleBook& styles) {
    for (const auto& entry : edits) {
        const Result<void> changed = package.change(entry.first, [&](pugi::xml_node root) {
            edit_cells(root, entry.second, styles);
            deselect(root);
        });
        if (!changed) return changed;
        Result<void> noted = add_notes(package, entry.first, entry.second);
        if (!noted) return noted;
    }
    return {};
}

Result<std::string> edited(Package package, const std::vector<std::string>& names,
                           const std::vector<CellEdit>& edits, const EditSheet& list) {
    const Result<BookParts> parts = parts_of_book(package);
    if (!parts) return tl::unexpected<Error>(parts.error());
    const EditsByPart by_part = edits_by_part(edits, names, *parts);
    Result<void> sheets;
    ListLooks looks;
    const Result<void> styled = package.change(parts->styles, [&](pugi::xml_node root) {
        StyleBook styles(root);
        sheets = edit_sheets(package, by_part, styles);
        looks = list_looks(styles);
    });
    if (!styled) return tl::unexpected<Error>(styled.error());
    if (!sheets) return tl::unexpected<Error>(sheets.error());
    if (list.name.empty()) return package.bytes();
    const std::string part = package.unused_name("xl/worksheets/tidytracker", ".xml");
    package.set_part(part, list_part(list, names, looks));
    package.declare_part(
        part, "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml");
    const std::string relation = package.add_relation(parts->book, "worksheet", part);
    const Result<void> added = package.change(parts->book, [&](pugi::xml_node root) {
        add_sheet_in_front(root, unused_sheet_name(list.name, *parts), relation);
    });
    if (!added) return tl::unexpected<Error>(added.error());
    return package.bytes();
}

}  // namespace

Result<BookParts> parts_of_book(Package& package) {
    BookParts parts{.book = target_of(package.relations_of(""), "officeDocument")};
    const std::vector<Relation> relations = package.relations_of(parts.book);
    parts.styles = target_of(relations, "styles");
    const Result<void> read = package.change(parts.book, [&](pugi::xml_node root) {
        for (const pugi::xml_node sheet : child_of(root, "sheets").children()) {
            const auto relation =
                std::ranges::find(relations, prefixed_attribute(sheet, "id"), &Relation::id);
            if (relation == relations.end()) continue;
            parts.sheets.push_back(
                {.name = sheet.attribute("name").value(), .part = relation->target});
        }
    });
    if (!read) return tl::unexpected<Error>(read.error());
    return parts;
}

Result<std::string> edit_workbook(std::string_view bytes, const Workbook& workbook,
                                  const std::vector<CellEdit>& edits, const EditSheet& list,
                                  const Limits& limits) {
    if (workbook.format != "xlsx") {
        return edited(plain_package(workbook), plain_sheet_names(workbook), edits, list);
    }
    Result<Package> package = Package::open(bytes, limits);
    if (!package) return tl::unexpected<Error>(package.error());
    std::vector<std::string> names;
    for (const Sheet& sheet : workbook.sheets) names.push_back(sheet.name);
    return edited(std::move(*package), names, edits, list);
}

}  // namespace tidytracker
