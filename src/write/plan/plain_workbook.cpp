// SPDX-License-Identifier: Apache-2.0
#include "write/plan/plain_workbook.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/unicode.hpp"
#include "base/xml_markup.hpp"
#include "write/excel_text.hpp"
#include "write/xlsx/parts.hpp"

namespace tidytracker {
namespace {

constexpr std::string_view k_empty_types =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
    "Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>";
constexpr std::string_view k_book_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
constexpr std::string_view k_sheet_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
constexpr std::string_view k_styles_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
constexpr std::string_view k_plain_styles =
    "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><fonts "
    "count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills count=\"2\">"
    "<fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/>"
    "</fill></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/>"
    "</cellStyleXfs><cellXfs count=\"1\"><xf applyAlignment=\"1\"><alignment vertical=\"top\" "
    "wrapText=\"1\"/></xf></cellXfs></styleSheet>";

/// Columns as wide as their longest short text; long ones wrap.
std::string column_widths(const Workbook& workbook, const Sheet& sheet) {
    constexpr int k_widest = 60;
    std::map<std::uint32_t, int> widths;
    for (const Cell& cell : sheet.cells) {
        int& width = widths[cell.column];
        if (width >= k_widest) continue;
        width = std::min(k_widest, std::max(width, display_width(workbook.displayed(cell)) + 2));
    }
    if (widths.empty()) return {};
    std::string out = "<cols>";
    for (const auto& [column, width] : widths) {
        append(out, "<col min=\"{0}\" max=\"{0}\" width=\"{1}\" customWidth=\"1\"/>", column + 1,
               std::max(width, 8));
    }
    return out + "</cols>";
}

std::string plain_sheet(const Workbook& workbook, const Sheet& sheet) {
    std::string out(k_xml_head);
    append(out, "<worksheet xmlns=\"{}\">{}<sheetData>", k_sheet_namespace,
           column_widths(workbook, sheet));
    for (const Row& row : sheet.rows) {
        append(out, "<row r=\"{}\"{}>", row.index + 1, row.hidden ? " hidden=\"1\"" : "");
        for (const Cell& cell : sheet.cells_of(row)) {
            if (cell.kind == CellKind::empty) continue;
            append(out, "<c r=\"{}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">",
                   to_a1(CellAddress{row.index, cell.column}));
            append_xml(excel_text(workbook.displayed(cell)), out);
            out += "</t></is></c>";
        }
        out += "</row>";
    }
    return out + "</sheetData></worksheet>";
}

/// Excel's limits of a sheet's name.
std::string fit_sheet_name(std::string_view name) {
    std::string out;
    std::size_t length = 0;
    while (!name.empty() && length < 31) {
        const std::string_view before = name;
        const char32_t character = take_character(name);
        const std::string_view own = before.substr(0, before.size() - name.size());
        const bool refused = character < 0x20 ||
                             (own.size() == 1 &&
                              std::string_view("[]:*?/\\'").find(own[0]) != std::string_view::npos);
        out += refused ? std::string_view("_") : own;
        ++length;
    }
    return out;
}

}  // namespace

std::vector<std::string> plain_sheet_names(const Workbook& workbook) {
    std::set<std::string> used;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < workbook.sheets.size(); ++i) {
        std::string name = fit_sheet_name(workbook.sheets[i].name);
        if (name.empty() || !used.insert(fold(name)).second) name = fmt::format("Sheet{}", i + 1);
        used.insert(fold(name));
        names.push_back(std::move(name));
    }
    return names;
}

Package plain_package(const Workbook& workbook) {
    const std::vector<std::string> names = plain_sheet_names(workbook);
    Package package;
    package.set_part("[Content_Types].xml", std::string(k_empty_types));
    const std::string book_part = "xl/workbook.xml";
    package.add_relation("", "officeDocument", book_part);
    package.declare_part(book_part, k_book_type);
    std::string book(k_xml_head);
    append(book, "<workbook xmlns=\"{}\" xmlns:r=\"{}\"><sheets>", k_sheet_namespace,
           k_relation_namespace);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string part = fmt::format("xl/worksheets/sheet{}.xml", i + 1);
        package.set_part(part, plain_sheet(workbook, workbook.sheets[i]));
        package.declare_part(part, k_sheet_type);
        append(book, "<sheet name=\"{}\" sheetId=\"{}\" r:id=\"{}\"/>", xml_attribute(names[i]),
               i + 1, package.add_relation(book_part, "worksheet", part));
    }
    package.set_part(book_part, book + "</sheets></workbook>");
    package.set_part("xl/styles.xml", std::string(k_plain_styles));
    package.declare_part("xl/styles.xml", k_styles_type);
    package.add_relation(book_part, "styles", "xl/styles.xml");
    return package;
}

}  // namespace tidytracker
