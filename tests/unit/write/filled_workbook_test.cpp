// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/edit.hpp>
#include <tidytracker/pipeline.hpp>
#include <tidytracker/write.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <pugixml.hpp>

#include "base/archive.hpp"
#include "base/budget.hpp"
#include "support/checking.hpp"
#include "write/example_document.hpp"

namespace tidytracker {
namespace {

/// A workbook with these rows.
std::string template_of(const testing::Rows& rows) {
    Workbook workbook = testing::workbook_of_rows(rows, "Board layout");
    workbook.format = "csv";
    return edit_workbook({}, workbook, {}, {}, {}).value();
}

FilledWorkbook filled(const Document& document, const std::string& bytes) {
    Findings findings;
    const auto reading = inspect({.name = "ours.xlsx", .bytes = bytes}, {}, {}, findings);
    EXPECT_TRUE(reading && !reading->tables.empty());
    const MappedTable& mapped = reading->tables.at(0);
    auto made = fill_workbook(document, bytes, reading->workbook, mapped.table, mapped.mapping, {});
    EXPECT_TRUE(made) << (made ? "" : made.error().message);
    return made.value_or(FilledWorkbook{});
}

/// The texts of the first sheet, a line a row.
std::vector<std::string> lines_of_first_sheet(const std::string& bytes) {
    Findings findings;
    const auto workbook = read({.name = "out.xlsx", .bytes = bytes}, {}, findings);
    EXPECT_TRUE(workbook);
    std::vector<std::string> lines;
    for (const Row& row : workbook->sheets.at(0).rows) {
        std::string line;
        for (const Cell& cell : workbook->sheets[0].cells_of(row)) {
            line += '|' + workbook->displayed(cell);
        }
        lines.push_back(line);
    }
    return lines;
}

TEST(FilledWorkbook, records_stand_in_the_order_of_the_users_captions) {
    const std::string bytes = template_of({{"Wexbury parish council"},
                                           {"Who", "What is to be done", "Ward", "RAG", "Deadline"},
                                           {"an old name", "an old action", "", "", ""},
                                           {"", "another old action", "", "", ""},
                                           {"", "a third old action", "", "Red", ""}});
    const FilledWorkbook made = filled(testing::full_document(), bytes);
    const std::vector<std::string> lines = lines_of_first_sheet(made.bytes);
    ASSERT_GE(lines.size(), 4U);
    EXPECT_EQ(lines[0], "|Wexbury parish council");
    EXPECT_TRUE(
        lines[2].starts_with("|Cllr Nigel Marsh (Parks); Town Clerk|Replace the \"big\" "
                             "swing,\nthen re-open|North|Amber|"))
        << lines[2];
    EXPECT_NE(lines[3].find("|Paint"), std::string::npos) << lines[3];
    for (const std::string& line : lines) EXPECT_EQ(line.find("old"), std::string::npos) << line;
    const auto is_left_out = [&made](const char* caption) {
        return std::ranges::find(made.left_out, caption) != made.left_out.end();
    };
    EXPECT_TRUE(is_left_out("Status"));
    EXPECT_TRUE(is_left_out("Cost"));
    EXPECT_FALSE(is_left_out("Ward"));
}

TEST(FilledWorkbook, lists_and_tables_reach_down_to_the_last_record) {
    Document document = testing::full_document();
    document.records.resize(130, document.records.back());
    const std::string bytes = filled(document, render_template().value()).bytes;
    const Archive archive(bytes);
    Budget budget(1 << 22, 1000, 5);
    pugi::xml_document table;
    pugi::xml_document sheet;
    const auto load = [&](const char* name, pugi::xml_document& into) {
        const std::string part = archive.read(*archive.find(name), budget).value();
        return static_cast<bool>(into.load_string(part.c_str()));
    };
    ASSERT_TRUE(load("xl/tables/table1.xml", table));
    ASSERT_TRUE(load("xl/worksheets/sheet1.xml", sheet));
    EXPECT_TRUE(std::string(table.document_element().attribute("ref").value()).ends_with("133"));
    for (const auto& list : sheet.select_nodes("//dataValidation/@sqref")) {
        EXPECT_TRUE(std::string(list.attribute().value()).ends_with("133"));
    }
    // The last row has the format of the first one.
    const auto last = sheet.select_node("//row[@r='133']/c[1]/@s").attribute();
    const auto first = sheet.select_node("//row[@r='4']/c[1]/@s").attribute();
    EXPECT_STREQ(last.value(), first.value());
    // Days look as the template has them.
    const std::vector<std::string> lines = lines_of_first_sheet(bytes);
    EXPECT_NE(lines[3].find("|31 May 2024"), std::string::npos) << lines[3];
}

TEST(FilledWorkbook, the_blank_tracker_filled_in_is_read_back) {
    const std::string bytes = filled(testing::full_document(), render_template().value()).bytes;
    Findings findings;
    auto reading = inspect({.name = "out.xlsx", .bytes = bytes}, {}, {}, findings);
    ASSERT_TRUE(reading);
    Conversion conversion;
    add_source(conversion, std::move(*reading), {}, {});
    ASSERT_EQ(conversion.document.records.size(), 2U);
    EXPECT_EQ(conversion.document.records[0].due->date, "2024-05-31");
    EXPECT_EQ(conversion.document.records[0].leads[0].person, "Nigel Marsh");
    EXPECT_EQ(conversion.document.records[1].action, "Paint");
}

TEST(FilledWorkbook, another_format_is_refused) {
    const Workbook workbook{.format = "ods"};
    const auto made = fill_workbook({}, {}, workbook, {}, {}, {});
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().kind, ErrorKind::unsupported);
}

}  // namespace
}  // namespace tidytracker
