// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/edit.hpp>

#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "model/find_place.hpp"

namespace tidytracker {
namespace {

/// What a reader of the cell is told: the problem, the evidence, what to do.
std::string note_of(const Finding& finding) {
    std::string out =
        fmt::format("{} ({}): {}", to_string(finding.severity), finding.rule, finding.message);
    if (!finding.note.empty()) out += "\n" + finding.note;
    if (!finding.help.empty()) out += "\n" + finding.help;
    return out;
}

void add_note(const Finding& finding, std::uint32_t sheet, CellAddress at,
              std::map<std::tuple<std::uint32_t, CellAddress>, CellEdit>& edits) {
    CellEdit& edit = edits[{sheet, at}];
    edit.sheet = sheet;
    edit.at = at;
    edit.mark = std::max(edit.mark.value_or(Severity::info), finding.severity);
    if (!edit.note.empty()) edit.note += "\n\n";
    edit.note += note_of(finding);
}

}  // namespace

Annotation annotation_of(const Findings& findings, const Workbook& workbook,
                         std::string_view title) {
    Annotation annotation;
    annotation.list = {
        .name = "Findings",
        .title = std::string(title),
        .captions = {"Cell", "Severity", "Finding", "What to do", "Text", "Evidence", "Rule"},
        .widths = {24, 10, 42, 42, 28, 36, 24},
        .marked_column = 1};
    std::map<std::tuple<std::uint32_t, CellAddress>, CellEdit> edits;
    for (const Finding& finding : findings) {
        EditLine line{
            .mark = finding.severity,
            .cells = {finding.place, std::string(to_string(finding.severity)), finding.message,
                      finding.help, finding.text, finding.note, finding.rule}};
        if (const auto at = find_place(workbook, finding.place)) {
            line.sheet = at->sheet;
            line.at = at->range.first;
            line.placed = true;
            add_note(finding, at->sheet, at->range.first, edits);
        }
        annotation.list.lines.push_back(std::move(line));
    }
    std::ranges::stable_sort(annotation.list.lines, {}, [](const EditLine& line) {
        return std::tuple(!line.placed, line.sheet, line.at);
    });
    for (auto& entry : edits) annotation.edits.push_back(std::move(entry.second));
    return annotation;
}

}  // namespace tidytracker
