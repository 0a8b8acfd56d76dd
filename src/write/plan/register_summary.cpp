// SPDX-License-Identifier: Apache-2.0
// The figures of a register as formulas over its table of actions, so that they follow when
// somebody works on in the workbook, and charts of them. It is one table, so that filters and
// screen readers find all of it.
#include <tidytracker/fields.hpp>

#include <algorithm>
#include <chrono>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/calendar.hpp"
#include "base/text.hpp"
#include "schema/flat.hpp"
#include "schema/readable.hpp"
#include "write/plan/palette.hpp"
#include "write/plan/register_figures.hpp"
#include "write/plan/register_sheets.hpp"

namespace tidytracker {
namespace {

using std::string_view;
using std::chrono::months;
using std::chrono::year_month;

/// More bars than these nobody reads.
constexpr std::size_t k_most_leads = 12;
constexpr int k_most_months = 18;
/// Of more months than that, those from so many before the register's own are shown.
constexpr int k_months_back = 6;

enum SummaryColumn : std::size_t { k_group, k_name, k_actions, k_open, k_closed, k_overdue };

constexpr string_view k_is_open = "Actions[Status],\"<>Complete\",Actions[Status],\"<>Cancelled\"";

/// The rows of the table, group by group, with their formulas.
class SummaryRows {
  public:
    explicit SummaryRows(PlannedSheet& sheet) : sheet_(sheet) {}

    /// `criteria` are COUNTIFS' own, each pair with a comma behind it.
    void add_counted(string_view group, std::string name, const Figures& figures,
                     const std::string& criteria) {
        add_row(group, std::move(name), figures);
        put(k_actions, criteria.empty() ? std::string("ROWS(Actions[Status])")
                                        : fmt::format("COUNTIFS({})", string_view(criteria).substr(
                                                                          0, criteria.size() - 1)));
        put_open();
        put(k_closed, fmt::format("COUNTIFS({0}Actions[Status],\"Complete\")+COUNTIFS({0}"
                                  "Actions[Status],\"Cancelled\")",
                                  criteria));
        put(k_overdue, fmt::format("COUNTIFS({}Actions[Due],\"<\"&$B$2,{})", criteria, k_is_open));
    }
    /// A lead is one of the names in a cell, which COUNTIFS cannot tell from a part of one.
    void add_lead(const LeadFigures& lead) {
        add_row("Lead", lead.name, lead.figures);
        const std::string named = fmt::format(
            "ISNUMBER(FIND(\"; \"&$B{}&\"; \",\"; \"&Actions[Lead]&\"; \"))", row_number());
        put(k_actions, fmt::format("SUMPRODUCT(--{})", named));
        put_open();
        put(k_closed, fmt::format("SUMPRODUCT({}*((Actions[Status]=\"Complete\")+(Actions[Status]="
                                  "\"Cancelled\")))",
                                  named));
        put(k_overdue, fmt::format("SUMPRODUCT({}*(Actions[Due]<>\"\")*(Actions[Due]<$B$2)*("
                                   "Actions[Status]<>\"Complete\")*(Actions[Status]<>\"Cancelled\")"
                                   ")",
                                   named));
    }
    [[nodiscard]] std::size_t count() const { return sheet_.rows.size(); }

  private:
    void add_row(string_view group, std::string name, const Figures& figures) {
        PlannedRow& row = sheet_.rows.emplace_back();
        row.push_back({.text = std::string(group)});
        row.push_back({.text = std::move(name)});
        for (const std::size_t figure :
             {figures.actions, figures.open(), figures.closed, figures.overdue}) {
            row.push_back({.text = std::to_string(figure), .kind = PlannedCell::Kind::number});
        }
    }
    /// Of the last row, as the workbook counts.
    [[nodiscard]] std::size_t row_number() const { return rows_above(sheet_) + count(); }
    void put(std::size_t column, std::string formula) {
        sheet_.formulas.push_back({count() - 1, column, std::move(formula)});
    }
    void put_open() { put(k_open, fmt::format("C{0}-E{0}", row_number())); }

    PlannedSheet& sheet_;
};

void add_statuses(const RegisterFigures& figures, SummaryRows& rows) {
    for (std::size_t i = 0; i < k_statuses.size(); ++i) {
        std::string name = readable_word(k_statuses[i]);
        const std::string criteria = fmt::format("Actions[Status],\"{}\",", name);
        rows.add_counted("Status", std::move(name), figures.by_status[i], criteria);
    }
}

void add_leads(const RegisterFigures& figures, SummaryRows& rows) {
    const std::size_t shown = std::min(figures.by_lead.size(), k_most_leads);
    for (std::size_t i = 0; i < shown; ++i) rows.add_lead(figures.by_lead[i]);
    rows.add_counted("Lead", "No lead", figures.without_lead, "Actions[Lead],\"\",");
}

struct MonthRange {
    year_month first{};
    int count{};
};

/// The months in which open actions are due, or all actions if none is open.
MonthRange months_shown(const RegisterFigures& figures, const std::string& as_of) {
    if (figures.by_month.empty()) return {};
    const auto is_open = [](const auto& month) { return month.second.open() > 0; };
    const auto begin = figures.by_month.begin();
    const auto end = figures.by_month.end();
    const auto open = std::find_if(begin, end, is_open);
    const auto last_open =
        std::find_if(figures.by_month.rbegin(), figures.by_month.rend(), is_open);
    year_month first = open == end ? begin->first : open->first;
    const year_month last = open == end ? figures.by_month.rbegin()->first : last_open->first;
    const auto day = day_from_iso(as_of);
    if (day && (last - first).count() >= k_most_months) {
        const std::chrono::year_month_day date(*day);
        const year_month wanted = date.year() / date.month() - months(k_months_back);
        first = std::clamp(wanted, first, last);
    }
    const auto count = static_cast<int>((last - first).count()) + 1;
    return {first, std::min(count, k_most_months)};
}

std::string short_month(year_month month) {
    const std::string day = readable_day(iso_day(month / 1));
    const std::size_t name = day.find(' ') + 1;
    return fmt::format("{} {}", string_view(day).substr(name, 3), static_cast<int>(month.year()));
}

std::string first_day_of(year_month month) {
    return fmt::format("DATE({},{},1)", static_cast<int>(month.year()),
                       static_cast<unsigned>(month.month()));
}

/// Together with the actions due before, after and on no day they are all actions.
void add_months(const RegisterFigures& figures, const MonthRange& range, SummaryRows& rows) {
    const year_month end = range.first + months(range.count);
    Figures before;
    Figures after;
    for (const auto& [month, counted] : figures.by_month) {
        if (month < range.first) before += counted;
        if (month >= end) after += counted;
    }
    if (range.count > 0) {
        rows.add_counted("Due", "Before " + short_month(range.first), before,
                         fmt::format("Actions[Due],\"<\"&{},", first_day_of(range.first)));
    }
    for (year_month month = range.first; month < end; month += months(1)) {
        const auto counted = figures.by_month.find(month);
        rows.add_counted("Due", short_month(month),
                         counted == figures.by_month.end() ? Figures{} : counted->second,
                         fmt::format("Actions[Due],\">=\"&{},Actions[Due],\"<\"&{},",
                                     first_day_of(month), first_day_of(month + months(1))));
    }
    if (range.count > 0) {
        rows.add_counted("Due", "From " + short_month(end), after,
                         fmt::format("Actions[Due],\">=\"&{},", first_day_of(end)));
    }
    rows.add_counted("Due", "No day", figures.without_day, "Actions[Due],\"\",");
}

/// "Actions by status, as of 10 June 2024. Actions: In progress 12, Complete 3."
std::string chart_description(const PlannedSheet& sheet, const PlannedChart& chart) {
    std::string out = fmt::format("{}, as of {}.", chart.title, readable_day(sheet.note_day));
    for (const PlannedSeries& series : chart.series) {
        std::vector<std::string> figures;
        for (std::size_t i = 0; i < chart.row_count; ++i) {
            const PlannedRow& row = sheet.rows[chart.first_row + i];
            if (row[series.column].text == "0") continue;
            figures.push_back(row[chart.name_column].text + ' ' + row[series.column].text);
        }
        out += fmt::format(" {}: {}.", sheet.columns[series.column].caption,
                           figures.empty() ? "none" : join(figures, ", "));
    }
    return out;
}

void add_chart(PlannedChart chart, PlannedSheet& sheet) {
    if (chart.row_count == 0) return;
    chart.name_column = k_name;
    chart.description = chart_description(sheet, chart);
    sheet.charts.push_back(std::move(chart));
}

void add_charts(const RegisterFigures& figures, const MonthRange& range, PlannedSheet& sheet) {
    using enum PlannedChart::Kind;
    // The first row is that of all actions.
    const std::size_t leads = std::min(figures.by_lead.size(), k_most_leads);
    const std::size_t first_lead = 1 + k_statuses.size();
    add_chart({.kind = bars,
               .title = "Actions by status",
               .first_row = 1,
               .row_count = k_statuses.size(),
               .series = {{k_actions, k_open_bars}}},
              sheet);
    add_chart({.kind = bars,
               .title = "Open and overdue actions by lead",
               .first_row = first_lead,
               .row_count = leads,
               .series = {{k_open, k_open_bars}, {k_overdue, k_overdue_bars}}},
              sheet);
    // Behind the leads stand those without one and those due before.
    add_chart({.kind = columns,
               .title = "Actions by the month in which they are due",
               .first_row = first_lead + leads + 2,
               .row_count = static_cast<std::size_t>(range.count),
               .series = {{k_open, k_open_bars}, {k_closed, k_closed_bars}}},
              sheet);
}

}  // namespace

PlannedSheet summary_sheet(const Document& document) {
    const RegisterFigures figures = count_register(document);
    PlannedSheet sheet{
        .name = "Summary",
        .about = "Counts by status, lead and month due.",
        .title = "Summary",
        .notes = {"As of",
                  "The figures are formulas and follow the sheet Actions. What is overdue "
                  "is counted by the day in B2, where =TODAY() follows the calendar."},
        .note_day = document.as_of,
        .columns = {{.caption = "Group", .width = 13},
                    {.caption = "Name", .width = 34},
                    {.caption = "Actions", .width = 11},
                    {.caption = "Open", .width = 11},
                    {.caption = "Closed", .width = 11},
                    {.caption = "Overdue", .width = 12}}};
    if (figures.by_lead.size() > k_most_leads) {
        sheet.notes.push_back(
            fmt::format("Shown are {} of {} leads: those with the most overdue "
                        "actions.",
                        k_most_leads, figures.by_lead.size()));
    }
    const MonthRange range = months_shown(figures, document.as_of);
    SummaryRows rows(sheet);
    rows.add_counted("All", "All actions", figures.all, "");
    add_statuses(figures, rows);
    add_leads(figures, rows);
    add_months(figures, range, rows);
    add_charts(figures, range, sheet);
    return sheet;
}

}  // namespace tidytracker
