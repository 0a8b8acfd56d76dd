// SPDX-License-Identifier: Apache-2.0
#include "read/xlsx/workbook.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "read/xlsx/text.hpp"

namespace tidytracker::xlsx {
namespace {

constexpr std::string_view k_usual_sheets = "xl/worksheets/";

Visibility visibility_from(std::string_view state) {
    if (state == "hidden") return Visibility::hidden;
    return state == "veryHidden" ? Visibility::very_hidden : Visibility::visible;
}

/// Where a part is: by relationship, or else where programs put it.
std::string part_of(const Package& package, const Relationships& relationships,
                    std::string_view type, std::string_view usual) {
    const Relationship* found = find_by_type(relationships, type);
    if (found != nullptr && package.archive().find(found->target) != nullptr) return found->target;
    return std::string(usual);
}

/// "xl/worksheets/sheet2.xml" is sheet 2, so "sheet10" stands behind "sheet9".
bool comes_before(const SheetEntry& a, const SheetEntry& b) {
    return a.part.size() != b.part.size() ? a.part.size() < b.part.size() : a.part < b.part;
}

void collect_usual_sheets(const Package& package, std::string_view suffix, WorkbookParts& parts) {
    for (const ArchiveEntry& entry : package.archive().entries()) {
        const bool is_sheet = entry.name.starts_with(k_usual_sheets) &&
                              entry.name.ends_with(suffix) &&
                              entry.name.find('/', k_usual_sheets.size()) == std::string::npos;
        if (is_sheet) parts.sheets.push_back({.part = entry.name, .kind = "worksheet"});
    }
    std::ranges::sort(parts.sheets, comes_before);
    for (std::size_t i = 0; i < parts.sheets.size(); ++i) {
        parts.sheets[i].name = fmt::format("Sheet{}", i + 1);
    }
}

/// Sheets whose relationships are all lost are where programs put them, in the same order.
void find_lost_sheets(const Package& package, std::string_view suffix, WorkbookParts& parts) {
    const auto is_there = [&package](const SheetEntry& sheet) {
        return package.archive().find(sheet.part) != nullptr;
    };
    if (std::ranges::any_of(parts.sheets, is_there)) return;
    WorkbookParts usual;
    collect_usual_sheets(package, suffix, usual);
    const std::size_t count = std::min(usual.sheets.size(), parts.sheets.size());
    for (std::size_t i = 0; i < count; ++i) parts.sheets[i].part = usual.sheets[i].part;
}

}  // namespace

void read_workbook(XmlScanner& xml, const Relationships& relationships, WorkbookParts& parts) {
    while (xml.next_element(0)) {
        if (xml.name() == "workbook") {
            parts.strict = xml.raw_attribute("conformance") == "strict";
        } else if (xml.name() == "workbookPr") {
            const std::string_view flag = xml.raw_attribute("date1904");
            if (flag == "1" || flag == "true" || flag == "on") {
                parts.date_system = DateSystem::from_1904;
            }
        } else if (xml.name() == "sheet") {
            const Relationship* target = find_by_id(relationships, xml.attribute("id"));
            SheetEntry sheet{.visibility = visibility_from(xml.raw_attribute("state"))};
            append_string(xml.attribute("name"), sheet.name);
            if (target != nullptr) {
                sheet.part = target->target;
                sheet.kind = target->type;
            }
            parts.sheets.push_back(std::move(sheet));
        }
    }
}

Result<WorkbookParts> find_workbook_parts(Package& package, const UsualParts& usual,
                                          ReadWorkbookPart* read_part) {
    const Result<Relationships> root = package.relationships_of("");
    if (!root) return tl::unexpected(root.error());
    const std::string workbook = part_of(package, *root, "officeDocument", usual.workbook);
    const Result<Relationships> links = package.relationships_of(workbook);
    if (!links) return tl::unexpected(links.error());

    WorkbookParts parts;
    const Result<bool> found = read_part(package, workbook, *links, parts);
    if (!found) return tl::unexpected(found.error());
    find_lost_sheets(package, usual.suffix, parts);
    if (parts.sheets.empty()) collect_usual_sheets(package, usual.suffix, parts);
    if (parts.sheets.empty()) {
        return fail(ErrorKind::unreadable, "the file holds no workbook",
                    "check that it is a spreadsheet, or open it in the program that wrote it");
    }
    parts.shared_strings = part_of(package, *links, "sharedStrings", usual.shared_strings);
    parts.styles = part_of(package, *links, "styles", usual.styles);
    parts.theme = part_of(package, *links, "theme", "xl/theme/theme1.xml");
    parts.persons = part_of(package, *links, "person", "xl/persons/person.xml");
    parts.properties = part_of(package, *root, "core-properties", "docprops/core.xml");
    return parts;
}

}  // namespace tidytracker::xlsx
