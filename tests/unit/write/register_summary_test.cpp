// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/read.hpp>
#include <tidytracker/write.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <pugixml.hpp>

#include "base/archive.hpp"
#include "base/budget.hpp"
#include "write/ods/formula.hpp"
#include "write/plan/register_sheets.hpp"

namespace tidytracker {
namespace {

Record action(Status status, const std::string& lead, const std::string& due) {
    Record record{.action = "Mend it", .status = status};
    if (!lead.empty()) record.leads = {{.person = lead, .text = lead}};
    if (!due.empty()) record.due = When{due, due, due, Qualifier::exact};
    const bool closed = status == Status::complete || status == Status::cancelled;
    if (!due.empty()) record.overdue = !closed && due < "2024-06-10";
    return record;
}

Document small_register() {
    Document document{.as_of = "2024-06-10"};
    document.records = {action(Status::in_progress, "Ada Penn", "2024-05-31"),
                        action(Status::complete, "Ada Penn", "2024-05-02"),
                        action(Status::not_started, "Bo Lark", "2024-08-01"),
                        action(Status::cancelled, "", "2023-01-31"),
                        action(Status::in_progress, "Bo Lark", "")};
    document.records[0].leads.push_back({.person = "Bo Lark", .text = "BL"});
    return document;
}

/// "Lead|Ada Penn|2|1|1|1"
std::vector<std::string> lines_of(const PlannedSheet& sheet) {
    std::vector<std::string> lines;
    for (const PlannedRow& row : sheet.rows) {
        std::string line;
        for (const PlannedCell& cell : row) line += (line.empty() ? "" : "|") + cell.text;
        lines.push_back(line);
    }
    return lines;
}

TEST(RegisterSummary, it_counts_by_status_lead_and_month) {
    const std::vector<std::string> lines = lines_of(summary_sheet(small_register()));
    const std::vector<std::string> expected{
        "All|All actions|5|3|2|1",  "Status|Not started|1|1|0|0",    "Status|In progress|2|2|0|1",
        "Status|On hold|0|0|0|0",   "Status|Proposed close|0|0|0|0", "Status|Complete|1|0|1|0",
        "Status|Cancelled|1|0|1|0", "Status|Unknown|0|0|0|0",        "Lead|Bo Lark|3|3|0|1",
        "Lead|Ada Penn|2|1|1|1",    "Lead|No lead|1|0|1|0",          "Due|Before May 2024|1|0|1|0",
        "Due|May 2024|2|1|1|1",     "Due|Jun 2024|0|0|0|0",          "Due|Jul 2024|0|0|0|0",
        "Due|Aug 2024|1|1|0|0",     "Due|From Sep 2024|0|0|0|0",     "Due|No day|1|1|0|0",
    };
    EXPECT_EQ(lines, expected);
}

TEST(RegisterSummary, each_figure_is_a_formula) {
    const PlannedSheet sheet = summary_sheet(small_register());
    EXPECT_EQ(sheet.formulas.size(), 4 * sheet.rows.size());
    const auto by_place = [](const PlannedFormula& a, const PlannedFormula& b) {
        return std::pair(a.row, a.column) < std::pair(b.row, b.column);
    };
    EXPECT_TRUE(std::is_sorted(sheet.formulas.begin(), sheet.formulas.end(), by_place));
    EXPECT_EQ(sheet.formulas[0].text, "ROWS(Actions[Status])");
    EXPECT_EQ(sheet.formulas[1].text, "C5-E5");
    EXPECT_EQ(sheet.formulas[4].text, "COUNTIFS(Actions[Status],\"Not started\")");
}

TEST(RegisterSummary, many_months_are_shown_around_the_day_of_the_register) {
    Document document{.as_of = "2024-06-10"};
    document.records = {action(Status::in_progress, "", "2015-03-01"),
                        action(Status::in_progress, "", "2030-03-01")};
    const std::vector<std::string> lines = lines_of(summary_sheet(document));
    EXPECT_EQ(lines[9], "Due|Before Dec 2023|1|1|0|1");
    EXPECT_EQ(lines[10], "Due|Dec 2023|0|0|0|0");
    EXPECT_EQ(lines[27], "Due|May 2025|0|0|0|0");
    EXPECT_EQ(lines[28], "Due|From Jun 2025|1|1|0|0");
}

TEST(RegisterSummary, charts_say_in_words_what_they_show) {
    const PlannedSheet sheet = summary_sheet(small_register());
    ASSERT_EQ(sheet.charts.size(), 3U);
    EXPECT_EQ(sheet.charts[1].description,
              "Open and overdue actions by lead, as of 10 June 2024. Open: Bo Lark 3, Ada Penn 1. "
              "Overdue: Bo Lark 1, Ada Penn 1.");
    EXPECT_EQ(sheet.charts[2].description,
              "Actions by the month in which they are due, as of 10 June 2024. Open: May 2024 1, "
              "Aug 2024 1. Closed: May 2024 1.");
}

TEST(RegisterSummary, a_register_without_leads_and_days_has_one_chart) {
    Document document{.as_of = "2024-06-10", .records = {Record{.action = "Mend it"}}};
    const PlannedSheet sheet = summary_sheet(document);
    EXPECT_EQ(sheet.charts.size(), 1U);
    EXPECT_EQ(lines_of(sheet).back(), "Due|No day|1|1|0|0");
}

std::string part_of(const std::string& package, std::string_view name) {
    const Archive archive(package);
    Budget budget(1 << 20, 1000, 5);
    const ArchiveEntry* entry = archive.find(name);
    EXPECT_NE(entry, nullptr) << name;
    return entry == nullptr ? std::string() : archive.read(*entry, budget).value_or("");
}

TEST(RegisterSummary, charts_hold_references_and_present_figures) {
    const Writer* writer = writer_by_name("xlsx");
    const std::string bytes = writer->render(small_register(), {}).value();
    pugi::xml_document chart;
    ASSERT_TRUE(chart.load_string(part_of(bytes, "xl/charts/chart3-2.xml").c_str()));
    const auto series = chart.select_node("//c:ser[2]").node();
    EXPECT_STREQ(series.child("c:val").child("c:numRef").child("c:f").text().get(),
                 "'Summary'!$F$13:$F$14");
    EXPECT_STREQ(series.select_node("c:cat//c:pt[1]/c:v").node().text().get(), "Bo Lark");
    EXPECT_EQ(series.select_node("c:val//c:pt[2]/c:v").node().text().as_int(), 1);
    pugi::xml_document drawing;
    ASSERT_TRUE(drawing.load_string(part_of(bytes, "xl/drawings/drawing3.xml").c_str()));
    for (const auto& frame : drawing.select_nodes("//xdr:cNvPr")) {
        EXPECT_STRNE(frame.node().attribute("descr").value(), "");
    }
    EXPECT_EQ(drawing.select_nodes("//xdr:cNvPr").size(), 3U);
}

TEST(OpenFormula, columns_cells_and_separators_are_translated) {
    WorkbookPlan plan;
    plan.sheets.push_back({.name = "Actions", .notes = {"Note"}});
    plan.sheets.back().columns = {{.caption = "Ref"}, {.caption = "Status"}};
    plan.sheets.back().rows.resize(3);
    EXPECT_EQ(
        ods::open_formula("COUNTIFS(Actions[Status],\"a,b\",Actions[Ref],\"<\"&$B$2)-C7", plan),
        "of:=COUNTIFS([$Actions.$B$4:.$B$6];\"a,b\";[$Actions.$A$4:.$A$6];\"<\"&[.$B$2])-[.C7]");
    EXPECT_EQ(ods::open_formula("DATE(2024,5,1)+1", plan), "of:=DATE(2024;5;1)+1");
}

}  // namespace
}  // namespace tidytracker
