// SPDX-License-Identifier: Apache-2.0
// The workbook of a summary: all figures as one table, which a pivot or a chart can begin from, and
// the actions that are late or due soon.
#include <tidytracker/summary.hpp>
#include <tidytracker/write.hpp>

#include <fmt/format.h>

#include "base/text.hpp"
#include "schema/notation.hpp"
#include "schema/readable.hpp"
#include "write/plan/workbook_plan.hpp"

namespace tidytracker {
namespace {

PlannedCell figure(std::size_t value) {
    return {.text = std::to_string(value), .kind = PlannedCell::Kind::number};
}

PlannedRow figures_of(std::string_view table, const SummaryRow& row) {
    return {{.text = std::string(table)}, {.text = row.name}, figure(row.actions), figure(row.open),
            figure(row.closed),           figure(row.overdue)};
}

PlannedSheet figures_sheet(const Summary& summary) {
    PlannedSheet sheet{.name = "Figures",
                       .about = "Counts of actions, one row a figure.",
                       .title = "Figures",
                       .columns = {{.caption = "Table", .width = 22},
                                   {.caption = "Name", .width = 40},
                                   {.caption = "Actions", .width = 11},
                                   {.caption = "Open", .width = 11},
                                   {.caption = "Closed", .width = 11},
                                   {.caption = "Overdue", .width = 11}}};
    sheet.rows.push_back(figures_of("All", summary.total));
    for (const SummaryTable& table : summary.tables) {
        for (const SummaryRow& row : table.rows) {
            sheet.rows.push_back(figures_of(table.caption, row));
        }
    }
    return sheet;
}

PlannedSheet dated_sheet(const std::string& name, std::string about, std::string days,
                         const std::vector<SummaryAction>& actions, const Document& document) {
    PlannedSheet sheet{.name = name,
                       .about = std::move(about),
                       .title = name,
                       .columns = {{.caption = std::move(days), .width = 11},
                                   {.caption = "Due", .width = 13},
                                   {.caption = "Ref", .width = 14},
                                   {.caption = "Lead", .width = 28},
                                   {.caption = "Action", .width = 80}}};
    for (const SummaryAction& action : actions) {
        const Record& record = document.records[action.record];
        std::vector<std::string> leads;
        for (const Party& party : record.leads) leads.push_back(party_text(party));
        sheet.rows.push_back({figure(static_cast<std::size_t>(action.days)),
                              {.text = record.due->date, .kind = PlannedCell::Kind::day},
                              {.text = record.ref},
                              {.text = join(leads, "; ")},
                              {.text = record.action.empty() ? record.item : record.action}});
    }
    return sheet;
}

}  // namespace

Result<std::string> render_summary(const Summary& summary, const Document& document) {
    WorkbookPlan plan{.title = "Summary of actions", .day = summary.as_of};
    plan.sheets = {
        figures_sheet(summary),
        dated_sheet("Overdue", "Open actions past their due date, latest first.", "Days late",
                    summary.overdue, document),
        dated_sheet("Due soon", fmt::format("Open actions due within {} weeks.", summary.weeks),
                    "Days left", summary.due_soon, document)};
    part_long_texts(plan);
    add_contents(plan, {fmt::format("{} actions: {} open, {} closed, {} overdue, as of {}.",
                                    summary.total.actions, summary.total.open, summary.total.closed,
                                    summary.total.overdue, readable_day(summary.as_of))});
    return render_xlsx(plan);
}

}  // namespace tidytracker
