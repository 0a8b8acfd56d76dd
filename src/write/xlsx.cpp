// SPDX-License-Identifier: Apache-2.0
// The workbook for officers: what is in a document and in the blank template, sheet by sheet.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "model/words.hpp"
#include "schema/flat.hpp"
#include "write/formats.hpp"
#include "write/register_sheets.hpp"

namespace tidytracker {
namespace {

constexpr std::string_view k_title = "Action register";

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

Result<std::string> render_xlsx(const Document& document, const WriteOptions& /*options*/) {
    WorkbookPlan plan{.title = std::string(k_title), .day = document.as_of};
    plan.sheets = {actions_sheet(document), progress_sheet(document), findings_sheet(document),
                   unconverted_sheet(document), sources_sheet(document)};
    part_long_texts(plan);
    add_contents(plan, summary_of(document));
    return render_xlsx(plan);
}

PlannedSheet blank_actions() {
    constexpr std::size_t k_blank_rows = 100;
    PlannedSheet sheet{
        .name = "Actions",
        .title = "Actions",
        .notes = {"One row for each action. The sheet Guidance says what each column "
                  "is for."},
        .blank_rows = k_blank_rows,
        .fixed_columns = 1};
    for (const FieldInfo& field : all_fields()) {
        if (field.in_template) sheet.columns.push_back(planned_column(field));
    }
    return sheet;
}

PlannedSheet guidance() {
    PlannedSheet sheet{
        .name = "Guidance",
        .title = "How to fill this in",
        .notes = {"Leave a cell empty where nothing is known. Do not merge cells or "
                  "leave rows blank.",
                  "A day that is not certain may be written in words: by end of May, "
                  "autumn 2024, TBC."},
        .columns = {{.caption = "Column", .width = 18},
                    {.caption = "What to write", .width = 70},
                    {.caption = "Choices", .width = 50}}};
    for (const FieldInfo& field : all_fields()) {
        if (!field.in_template) continue;
        sheet.rows.push_back({{.text = std::string(field.caption)},
                              {.text = std::string(field.description)},
                              {.text = join(planned_column(field).choices, ", ")}});
    }
    return sheet;
}

}  // namespace

Result<std::string> render_template() {
    return render_xlsx({.title = std::string(k_title), .sheets = {blank_actions(), guidance()}});
}

extern constinit const Writer k_xlsx_writer{.name = "xlsx",
                                            .suffix = ".xlsx",
                                            .description = "Excel workbook for officers",
                                            .binary = true,
                                            .render = render_xlsx};

}  // namespace tidytracker
