// SPDX-License-Identifier: Apache-2.0
// The register as Markdown (GitHub's tables): for a page of minutes, a wiki or a report to a pull
// request. It holds the same tables as the workbook, without those that would be empty.
#include <fmt/format.h>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "schema/readable.hpp"
#include "write/formats.hpp"
#include "write/plan/register_sheets.hpp"
#include "write/plan/sheet_layout.hpp"

namespace tidytracker {
namespace {

using std::string_view;

/// Characters that mean something within a line of Markdown or of a table.
constexpr string_view k_meaningful = "\\`*_[]<>|#";

void append_markdown(string_view text, std::string& out) {
    for (const char c : text) {
        if (c == '\n') {
            out += "<br>";
        } else {
            if (k_meaningful.find(c) != string_view::npos) out += '\\';
            out += c == '\t' || c == '\r' ? ' ' : c;
        }
    }
}

std::string cell_text(const PlannedCell& cell) {
    std::string out;
    const std::string text =
        cell.kind == PlannedCell::Kind::day ? readable_day(cell.text) : repair_utf8(cell.text);
    const bool linked = is_web_address(cell.link);
    if (linked) out += '[';
    append_markdown(text, out);
    if (linked) out.append("](<").append(cell.link).append(">)");
    return out;
}

void append_table(const PlannedSheet& sheet, std::string& out) {
    std::string rule = "|";
    out += '|';
    for (const std::string& caption : table_captions(sheet)) {
        out += ' ';
        append_markdown(caption, out);
        out += " |";
        rule += " --- |";
    }
    out.append("\n").append(rule).append("\n");
    for (const PlannedRow& row : sheet.rows) {
        out += '|';
        for (const PlannedCell& cell : row) out.append(" ").append(cell_text(cell)).append(" |");
        out += '\n';
    }
}

Result<std::string> render_markdown(const Document& document, const WriteOptions& /*options*/) {
    const WorkbookPlan plan = register_plan(document);
    std::string out = fmt::format("# {}\n\n", plan.title);
    for (const std::string& note : plan.sheets.front().notes) {
        out += "- ";
        append_markdown(note, out);
        out += '\n';
    }
    for (const PlannedSheet& sheet : plan.sheets) {
        if (&sheet == &plan.sheets.front() || sheet.rows.empty()) continue;
        out.append("\n## ").append(sheet.title).append("\n\n");
        append_table(sheet, out);
    }
    return out;
}

}  // namespace

extern constinit const Writer k_markdown_writer{.name = "md",
                                                .suffix = ".md",
                                                .description = "Markdown tables",
                                                .binary = false,
                                                .render = render_markdown};

}  // namespace tidytracker
