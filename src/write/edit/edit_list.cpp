// SPDX-License-Identifier: Apache-2.0
#include "write/edit/edit_list.hpp"

#include <algorithm>
#include <string_view>

#include "base/xml_markup.hpp"
#include "write/excel_text.hpp"
#include "write/plan/sheet_layout.hpp"
#include "write/xlsx/parts.hpp"

namespace tidytracker {
namespace {

std::string quoted_sheet(std::string_view name) {
    std::string out = "'";
    for (const char c : name) out.append(c == '\'' ? 2 : 1, c);
    return out + "'";
}

void append_list_cell(CellAddress at, unsigned style, std::string_view text, std::string& out) {
    append(out, "<c r=\"{}\" s=\"{}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">", to_a1(at),
           style);
    append_xml(excel_text(text), out);
    out += "</t></is></c>";
}

/// Rows of the list: title, an empty row, captions, one line an edit.
constexpr std::uint32_t k_caption_row = 2;

void append_list_head(const EditSheet& list, std::string& out) {
    append(out,
           "<worksheet xmlns=\"{}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews>"
           "<sheetView workbookViewId=\"0\"><pane ySplit=\"{}\" topLeftCell=\"A{}\" "
           "activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>",
           k_sheet_namespace, k_caption_row + 1, k_caption_row + 2);
    for (std::size_t i = 0; i < list.widths.size(); ++i) {
        append(out, "<col min=\"{0}\" max=\"{0}\" width=\"{1}\" customWidth=\"1\"/>", i + 1,
               list.widths[i]);
    }
    out += "</cols>";
}

/// Programs that fit no rows when they open a file show the height that is written.
int height_of(const EditLine& line, const std::vector<int>& widths) {
    PlannedRow row;
    for (const std::string& text : line.cells) row.push_back({.text = text});
    constexpr int k_row_height = 15;
    constexpr int k_tallest = 409;
    return std::min(k_row_height * line_count(row, widths), k_tallest);
}

unsigned look_of(const EditLine& line, std::size_t column, const EditSheet& list,
                 const ListLooks& looks) {
    if (column == 0 && line.placed) return looks.link;
    if (column == list.marked_column && line.mark) {
        return looks.marks[static_cast<std::size_t>(*line.mark)];
    }
    return looks.text;
}

}  // namespace

ListLooks list_looks(StyleBook& styles) {
    ListLooks looks{.title = styles.title(),
                    .heading = styles.heading(),
                    .link = styles.link(),
                    .text = styles.wrapped_text()};
    for (const Severity severity : {Severity::info, Severity::warning, Severity::error}) {
        looks.marks[static_cast<std::size_t>(severity)] =
            styles.marked(looks.text, severity, false);
    }
    return looks;
}

std::string list_part(const EditSheet& list, const std::vector<std::string>& names,
                      const ListLooks& looks) {
    std::string out(k_xml_head);
    append_list_head(list, out);
    out += "<sheetData><row r=\"1\">";
    append_list_cell({0, 0}, looks.title, list.title, out);
    append(out, "</row><row r=\"{}\">", k_caption_row + 1);
    for (std::uint32_t i = 0; i < list.captions.size(); ++i) {
        append_list_cell({k_caption_row, i}, looks.heading, list.captions[i], out);
    }
    out += "</row>";
    std::string links;
    std::uint32_t row = k_caption_row;
    for (const EditLine& line : list.lines) {
        append(out, "<row r=\"{}\" ht=\"{}\">", ++row + 1, height_of(line, list.widths));
        for (std::uint32_t i = 0; i < line.cells.size(); ++i) {
            append_list_cell({row, i}, look_of(line, i, list, looks), line.cells[i], out);
        }
        out += "</row>";
        if (!line.placed) continue;
        append(links, "<hyperlink ref=\"{}\" location=\"{}\"/>", to_a1(CellAddress{row, 0}),
               xml_attribute(quoted_sheet(names[line.sheet]) + "!" + to_a1(line.at)));
    }
    out += "</sheetData>";
    if (!list.lines.empty() && !list.captions.empty()) {
        const auto last = static_cast<std::uint32_t>(list.captions.size() - 1);
        append(out, "<autoFilter ref=\"{}:{}\"/>", to_a1(CellAddress{k_caption_row, 0}),
               to_a1(CellAddress{row, last}));
    }
    if (!links.empty()) append(out, "<hyperlinks>{}</hyperlinks>", links);
    return out +
           "<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"/></worksheet>";
}

}  // namespace tidytracker
