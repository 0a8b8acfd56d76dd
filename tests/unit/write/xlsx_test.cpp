// SPDX-License-Identifier: Apache-2.0
#include "read/xlsx/xlsx.hpp"

#include <tidytracker/fields.hpp>
#include <tidytracker/read.hpp>
#include <tidytracker/write.hpp>

#include <algorithm>
#include <array>
#include <string>

#include <gtest/gtest.h>
#include <pugixml.hpp>

#include "write/example_document.hpp"
#include "write/plan/sheet_layout.hpp"
#include "write/xlsx/parts.hpp"
#include "write/xlsx/sheet.hpp"

namespace tidytracker {
namespace {

PlannedSheet example_sheet() {
    PlannedSheet sheet{
        .name = "Long list", .title = "Title", .notes = {"Note"}, .fixed_columns = 1};
    sheet.columns = {{.caption = "Ref", .width = 20},
                     {.caption = "Due", .width = 13, .days = true},
                     {.caption = "Status",
                      .width = 12,
                      .choices = {"Open", "Done"},
                      .marks = {{"Done", Tone::good}}},
                     {.caption = "Link", .width = 30}};
    sheet.rows = {
        {{.text = "=1+1"},
         {.text = "2024-03-31", .kind = PlannedCell::Kind::day},
         {.text = "Open"},
         {.text = "https://example.org/?a=1&b=2", .link = "https://example.org/?a=1&b=2"}},
        {{.text = "two\nlines <&>"},
         {.text = "1899-12-31", .kind = PlannedCell::Kind::day},
         {.text = "40", .kind = PlannedCell::Kind::number},
         {.text = "Contents", .link = "#Contents"}}};
    return sheet;
}

struct Parsed {
    pugi::xml_document sheet{};
    pugi::xml_document table{};
    pugi::xml_document relations{};
    pugi::xml_document strings{};

    explicit Parsed(const PlannedSheet& plan) {
        SharedStrings texts;
        const SheetParts parts = sheet_parts(plan, 1, texts);
        EXPECT_TRUE(sheet.load_string(parts.sheet.c_str(), k_options));
        EXPECT_TRUE(table.load_string(parts.table.c_str(), k_options));
        EXPECT_TRUE(relations.load_string(parts.relations.c_str(), k_options));
        EXPECT_TRUE(strings.load_string(texts.part().c_str(), k_options));
    }
    [[nodiscard]] pugi::xml_node cell(const char* address) const {
        return sheet.select_node(("//c[@r='" + std::string(address) + "']").c_str()).node();
    }
    /// The text of a cell of type "s".
    [[nodiscard]] std::string text(const char* address) const {
        EXPECT_STREQ(cell(address).attribute("t").value(), "s") << address;
        const std::string index = std::to_string(cell(address).child("v").text().as_int() + 1);
        return strings.select_node(("//si[" + index + "]/t").c_str()).node().text().get();
    }

  private:
    static constexpr unsigned k_options = pugi::parse_default | pugi::parse_ws_pcdata;
};

TEST(Xlsx, elements_stand_in_the_order_of_the_schema) {
    constexpr std::array k_order{"sheetPr",
                                 "dimension",
                                 "sheetViews",
                                 "sheetFormatPr",
                                 "cols",
                                 "sheetData",
                                 "conditionalFormatting",
                                 "dataValidations",
                                 "hyperlinks",
                                 "pageMargins",
                                 "pageSetup",
                                 "headerFooter",
                                 "ignoredErrors",
                                 "tableParts"};
    const Parsed parsed(example_sheet());
    std::vector<std::string> names;
    for (const auto& child : parsed.sheet.document_element()) names.emplace_back(child.name());
    EXPECT_EQ(names, std::vector<std::string>(k_order.begin(), k_order.end()));
}

TEST(Xlsx, texts_stay_texts) {
    const Parsed parsed(example_sheet());
    EXPECT_EQ(parsed.text("A1"), "Title");
    EXPECT_EQ(parsed.text("A2"), "Note");
    EXPECT_EQ(parsed.text("A4"), "=1+1");
    EXPECT_EQ(parsed.text("A5"), "two\nlines <&>");
    EXPECT_TRUE(parsed.sheet.select_nodes("//f").empty());
}

TEST(Xlsx, days_and_numbers_are_values) {
    const Parsed parsed(example_sheet());
    EXPECT_EQ(parsed.cell("B4").child("v").text().as_int(), 45382);
    EXPECT_EQ(parsed.cell("B4").attribute("s").as_int(), static_cast<int>(CellLook::day));
    EXPECT_EQ(parsed.text("B5"), "1899-12-31") << "a day that Excel cannot count is text";
    EXPECT_EQ(parsed.cell("C5").child("v").text().as_int(), 40);
    EXPECT_FALSE(parsed.cell("C5").attribute("t"));
}

TEST(Xlsx, the_table_covers_header_row_and_rows) {
    const Parsed parsed(example_sheet());
    const auto table = parsed.table.document_element();
    EXPECT_STREQ(table.attribute("ref").value(), "A3:D5");
    EXPECT_STREQ(table.attribute("displayName").value(), "Long_list");
    EXPECT_EQ(parsed.table.select_nodes("//tableColumn").size(), 4U);
    EXPECT_EQ(parsed.text("D3"),
              parsed.table.select_node("//tableColumn[4]/@name").attribute().value());
    EXPECT_STREQ(parsed.sheet.select_node("//dataValidation/formula1").node().text().get(),
                 "\"Open,Done\"");
    EXPECT_STREQ(parsed.sheet.select_node("//conditionalFormatting/@sqref").attribute().value(),
                 "C4:C5");
}

TEST(Xlsx, a_table_without_rows_has_a_blank_one) {
    PlannedSheet sheet = example_sheet();
    sheet.rows.clear();
    const Parsed parsed(sheet);
    EXPECT_STREQ(parsed.table.document_element().attribute("ref").value(), "A3:D4");
    EXPECT_EQ(parsed.cell("B4").attribute("s").as_int(), static_cast<int>(CellLook::day));
}

TEST(Xlsx, links_lead_out_and_in) {
    const Parsed parsed(example_sheet());
    EXPECT_STREQ(parsed.sheet.select_node("//hyperlink[@ref='D5']/@location").attribute().value(),
                 "'Contents'!A1");
    const auto link = parsed.sheet.select_node("//hyperlink[@ref='D4']").node();
    const std::string id = link.attribute("r:id").value();
    const auto relation =
        parsed.relations.select_node(("//Relationship[@Id='" + id + "']").c_str()).node();
    EXPECT_STREQ(relation.attribute("Target").value(), "https://example.org/?a=1&b=2");
    EXPECT_STREQ(relation.attribute("TargetMode").value(), "External");
}

TEST(Xlsx, what_is_no_address_stays_text) {
    for (const std::string link :
         {"javascript:alert(1)", "file:///etc/passwd", "https://example.org/a b", "www.example.org",
          "https://exämple.org", "https://example.org/\"x"}) {
        PlannedSheet sheet = example_sheet();
        sheet.rows[0][3] = {.text = link, .link = link};
        const Parsed parsed(sheet);
        EXPECT_EQ(parsed.text("D4"), link);
        EXPECT_TRUE(parsed.sheet.select_nodes("//hyperlink[@ref='D4']").empty()) << link;
    }
}

TEST(Xlsx, rows_are_as_high_as_their_text_but_not_fixed) {
    const Parsed parsed(example_sheet());
    const auto row = parsed.sheet.select_node("//row[@r='5']").node();
    EXPECT_EQ(row.attribute("ht").as_int(), 30);
    EXPECT_FALSE(row.attribute("customHeight"));
    EXPECT_FALSE(parsed.sheet.select_node("//row[@r='4']/@ht"));
}

TEST(Xlsx, the_same_document_gives_the_same_bytes) {
    const Writer* writer = writer_by_name("xlsx");
    const auto once = writer->render(testing::full_document(), {});
    ASSERT_TRUE(once) << once.error().message;
    EXPECT_TRUE(once->starts_with("PK"));
    EXPECT_EQ(*once, *writer->render(testing::full_document(), {}));
    EXPECT_TRUE(writer->render(Document{}, {}));
}

/// What our own reader shows of a workbook's cell.
std::string displayed(const Workbook& book, std::size_t sheet, const char* address) {
    const Cell* cell = book.sheets.at(sheet).find(*address_from_a1(address));
    return cell == nullptr ? "" : book.displayed(*cell);
}

TEST(Xlsx, our_own_reader_reads_it) {
    const auto bytes = writer_by_name("xlsx")->render(testing::full_document(), {});
    ASSERT_TRUE(bytes);
    Findings findings;
    const auto book = xlsx_reader().read({.name = "out.xlsx", .bytes = *bytes}, {}, findings);
    ASSERT_TRUE(book) << book.error().message;
    EXPECT_TRUE(findings.empty());
    EXPECT_EQ(book->title, "Action register");
    ASSERT_EQ(book->sheets.size(), 8U);
    EXPECT_EQ(book->sheets[1].name, "Actions");
    EXPECT_EQ(displayed(*book, 0, "A1"), "Action register");
    EXPECT_EQ(displayed(*book, 1, "B3"), "Ref");
    EXPECT_EQ(displayed(*book, 1, "B4"), "A-17");
    EXPECT_EQ(displayed(*book, 1, "G4"), "12 Mar 2024");
    EXPECT_EQ(displayed(*book, 7, "B4"), "north.xlsx");
}

TEST(Xlsx, the_template_has_the_columns_and_says_how_to_fill_them) {
    const auto bytes = render_template();
    ASSERT_TRUE(bytes);
    Findings findings;
    const auto book = xlsx_reader().read({.name = "template.xlsx", .bytes = *bytes}, {}, findings);
    ASSERT_TRUE(book) << book.error().message;
    ASSERT_EQ(book->sheets.size(), 2U);
    std::uint32_t shown = 0;
    for (const FieldInfo& field : all_fields()) {
        if (!field.in_template) continue;
        EXPECT_EQ(displayed(*book, 0, to_a1(CellAddress{2, shown}).c_str()), field.caption);
        EXPECT_EQ(displayed(*book, 1, to_a1(CellAddress{4 + shown, 1}).c_str()), field.description);
        ++shown;
    }
    EXPECT_GT(shown, 10U);
}

TEST(Xlsx, a_sheet_of_too_many_rows_is_refused) {
    PlannedSheet sheet = example_sheet();
    sheet.rows.assign(1'048'576, {});
    const auto bytes = render_xlsx({.sheets = {sheet}});
    ASSERT_FALSE(bytes);
    EXPECT_EQ(bytes.error().kind, ErrorKind::too_large);
    EXPECT_EQ(bytes.error().message,
              "the sheet Long list would have 1048579 rows; a work sheet holds 1048576");
}

TEST(Xlsx, parts_of_the_package_are_well_formed) {
    const WorkbookPlan plan{.title = "A & B", .day = "2024-06-10", .sheets = {example_sheet()}};
    for (const std::string& part :
         {content_types_part(plan), package_relations_part(), workbook_relations_part(2),
          workbook_part(plan), styles_part(), core_properties_part(plan), application_part()}) {
        pugi::xml_document document;
        EXPECT_TRUE(document.load_string(part.c_str())) << part;
    }
    pugi::xml_document styles;
    ASSERT_TRUE(styles.load_string(styles_part().c_str()));
    for (const char* list : {"fonts", "fills", "borders", "cellXfs", "dxfs"}) {
        const auto node = styles.document_element().child(list);
        EXPECT_EQ(node.attribute("count").as_int(), std::distance(node.begin(), node.end()))
            << list;
    }
}

TEST(SheetLayout, captions_differ_and_are_short) {
    PlannedSheet sheet;
    sheet.columns = {{.caption = "Note"},       {.caption = "NOTE"},
                     {.caption = " "},          {.caption = ""},
                     {.caption = "Two\nlines"}, {.caption = std::string(400, 'x')}};
    const auto captions = table_captions(sheet);
    EXPECT_EQ(captions[1], "NOTE (2)");
    EXPECT_EQ(captions[2], "Column");
    EXPECT_EQ(captions[3], "Column (2)");
    EXPECT_EQ(captions[4], "Two lines");
    EXPECT_LE(captions[5].size(), 255U);
}

TEST(SheetLayout, columns_fit_their_texts_within_bounds) {
    const auto widths = column_widths(example_sheet());
    EXPECT_EQ(widths[0], 11) << "two lines, of which the second is longer";
    EXPECT_EQ(widths[1], 13);
    EXPECT_EQ(widths[3], 30) << "no wider than planned";
    PlannedSheet blank = example_sheet();
    blank.rows.clear();
    EXPECT_EQ(column_widths(blank)[3], 30) << "as planned where there is no text";
}

TEST(SheetLayout, wrapped_texts_take_lines) {
    EXPECT_EQ(line_count({{.text = "short"}}, {10}), 1);
    EXPECT_EQ(line_count({{.text = "a\nb\nc"}, {.text = ""}}, {10, 10}), 3);
    EXPECT_EQ(line_count({{.text = std::string(100, 'x')}}, {10}), 10);
}

}  // namespace
}  // namespace tidytracker
