// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/read.hpp>
#include <tidytracker/write.hpp>

#include <gtest/gtest.h>
#include <pugixml.hpp>

#include "write/example_document.hpp"
#include "write/ods/content.hpp"
#include "write/ods/parts.hpp"
#include "write/plan/register_sheets.hpp"

namespace tidytracker {
namespace {

std::string written_ods(const Document& document) {
    return writer_by_name("ods")->render(document, {}).value_or("");
}

std::string shown_at(const Workbook& workbook, const Sheet& sheet, CellAddress at) {
    const Cell* cell = sheet.find(at);
    return cell == nullptr ? std::string() : workbook.displayed(*cell);
}

TEST(OdsWriter, the_type_stands_where_file_managers_look_for_it) {
    const std::string bytes = written_ods(testing::full_document());
    EXPECT_EQ(bytes.substr(30, 8), "mimetype");
    EXPECT_EQ(bytes.substr(38, ods::k_media_type.size()), ods::k_media_type);
}

TEST(OdsWriter, every_planned_cell_reads_back_as_it_is_shown) {
    const Document document = testing::full_document();
    const std::string bytes = written_ods(document);
    Findings findings;
    const Result<Workbook> workbook = read({.name = "r.ods", .bytes = bytes}, {}, findings);
    ASSERT_TRUE(workbook) << workbook.error().message;
    EXPECT_TRUE(findings.empty());
    const WorkbookPlan plan = register_plan(document);
    ASSERT_EQ(workbook->sheets.size(), plan.sheets.size());
    for (std::size_t i = 0; i < plan.sheets.size(); ++i) {
        const PlannedSheet& planned = plan.sheets[i];
        const Sheet& sheet = workbook->sheets[i];
        EXPECT_EQ(sheet.name, planned.name);
        EXPECT_EQ(shown_at(*workbook, sheet, {0, 0}), planned.title);
        for (std::uint32_t row = 0; row < planned.rows.size(); ++row) {
            for (std::uint32_t column = 0; column < planned.columns.size(); ++column) {
                const PlannedCell& cell = planned.rows[row][column];
                const auto first = static_cast<std::uint32_t>(planned.notes.size() + 2);
                const Cell* found = sheet.find({first + row, column});
                if (cell.kind == PlannedCell::Kind::day && !cell.text.empty()) {
                    ASSERT_NE(found, nullptr);
                    EXPECT_TRUE(workbook->is_date(*found)) << cell.text;
                } else {
                    EXPECT_EQ(shown_at(*workbook, sheet, {first + row, column}), cell.text);
                }
            }
        }
    }
}

TEST(OdsWriter, spaces_tabs_and_markup_survive) {
    PlannedSheet sheet{.name = "Odd's sheet", .title = " two  spaces ", .columns = {{"Text", 20}}};
    sheet.rows = {{{.text = "a\tb <&> \"c\"\n  d"}}};
    pugi::xml_document content;
    const std::string xml = ods::content_part({.title = "T", .sheets = {sheet}});
    ASSERT_TRUE(content.load_string(xml.c_str(), pugi::parse_default | pugi::parse_ws_pcdata));
    const pugi::xml_node title = content.select_node("//table:table-row[1]//text:p").node();
    EXPECT_STREQ(title.first_child().name(), "text:s");
    EXPECT_STREQ(title.last_child().name(), "text:s");
    const auto lines = content.select_nodes("//table:table/table:table-row[2]//text:p");
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_TRUE(lines[0].node().child("text:tab"));
    EXPECT_STREQ(lines[0].node().last_child().value(), "b <&> \"c\"");
}

TEST(OdsWriter, columns_keep_their_choices_and_colours) {
    PlannedSheet sheet{.name = "Actions", .title = "T"};
    sheet.columns = {{.caption = "Status",
                      .width = 12,
                      .choices = {"Open", "Done"},
                      .marks = {{"Done", Tone::good}}}};
    sheet.rows = {{{.text = "Done"}}};
    pugi::xml_document content;
    ASSERT_TRUE(content.load_string(ods::content_part({.title = "T", .sheets = {sheet}}).c_str()));
    const pugi::xml_node list = content.select_node("//table:content-validation").node();
    EXPECT_STREQ(list.attribute("table:condition").value(),
                 "of:cell-content-is-in-list(\"Open\";\"Done\")");
    EXPECT_STREQ(list.attribute("table:base-cell-address").value(), "'Actions'.A3");
    const pugi::xml_node map = content.select_node("//style:map").node();
    EXPECT_STREQ(map.attribute("style:condition").value(), "cell-content()=\"Done\"");
    EXPECT_EQ(map.attribute("style:apply-style-name").value(), ods::tone_style(Tone::good));
}

TEST(OdsWriter, the_same_document_gives_the_same_bytes) {
    EXPECT_EQ(written_ods(testing::full_document()), written_ods(testing::full_document()));
}

}  // namespace
}  // namespace tidytracker
