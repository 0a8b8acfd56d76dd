// SPDX-License-Identifier: Apache-2.0
// The workbook for officers, and the blank template, as Office Open XML.
#include "base/text.hpp"
#include "write/formats.hpp"
#include "write/plan/register_sheets.hpp"

namespace tidytracker {
namespace {

Result<std::string> render_xlsx_register(const Document& document,
                                         const WriteOptions& /*options*/) {
    return render_xlsx(register_plan(document));
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
    return render_xlsx(
        {.title = std::string(k_register_title), .sheets = {blank_actions(), guidance()}});
}

extern constinit const Writer k_xlsx_writer{.name = "xlsx",
                                            .suffix = ".xlsx",
                                            .description = "Excel workbook for officers",
                                            .binary = true,
                                            .render = render_xlsx_register};

}  // namespace tidytracker
