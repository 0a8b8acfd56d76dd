// SPDX-License-Identifier: Apache-2.0
// The register as a workbook for officers: what a document holds, sheet by sheet.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"
#include "model/words.hpp"
#include "schema/readable.hpp"
#include "write/plan/register_sheets.hpp"

namespace tidytracker {
namespace {

/// "12 in progress, 3 complete".
std::string count_by_status(const Document& document) {
    std::vector<std::string> counts;
    for (const std::string_view word : k_statuses) {
        const auto count =
            std::ranges::count(document.records, value_of<Status>(word), &Record::status);
        if (count > 0) counts.push_back(fmt::format("{} {}", count, replace_all(word, "_", " ")));
    }
    return join(counts, ", ");
}

/// What an officer wants to know first.
std::vector<std::string> summary_of(const Document& document) {
    std::string records = count_of(document.records.size(), "record");
    const std::string counts = count_by_status(document);
    if (!counts.empty()) records += ": " + counts;
    const auto overdue = std::ranges::count(document.records, true, &Record::overdue);
    std::vector<std::string> lines{
        fmt::format("As of {}, from {}.", readable_day(document.as_of),
                    count_of(document.sources.size(), "source")),
        records + ".",
        fmt::format("{} overdue. {}. {}.", overdue, count_of(document.findings.size(), "finding"),
                    fmt::format("{} of source text not converted",
                                count_of(document.unconverted.size(), "piece"))),
        "Colours only repeat what the words say."};
    if (!document.generator.empty())
        lines.push_back(fmt::format("Made by {}.", document.generator));
    return lines;
}

}  // namespace

WorkbookPlan register_plan(const Document& document) {
    WorkbookPlan plan{.title = std::string(k_register_title), .day = document.as_of};
    plan.sheets.push_back(actions_sheet(document));
    // Its formulas count one sheet of actions.
    const bool parted = plan.sheets[0].rows.size() + rows_above(plan.sheets[0]) > k_sheet_rows;
    if (!document.records.empty() && !parted) plan.sheets.push_back(summary_sheet(document));
    plan.sheets.push_back(progress_sheet(document));
    PlannedSheet printed = printed_sheet(document);
    if (!printed.rows.empty()) plan.sheets.push_back(std::move(printed));
    plan.sheets.push_back(findings_sheet(document));
    plan.sheets.push_back(unconverted_sheet(document));
    plan.sheets.push_back(sources_sheet(document));
    part_long_tables(plan);
    part_long_texts(plan);
    add_contents(plan, summary_of(document));
    return plan;
}

}  // namespace tidytracker
