// SPDX-License-Identifier: Apache-2.0
#include "read/biff_fixture.hpp"
#include "read/ods/ods.hpp"
#include "read/xlsb_fixture.hpp"
#include "read/xlsx_fixture.hpp"

// Grouped rows and columns in every format that has them: the first row is in two groups, the
// second in one that is collapsed, the third in none; so are columns B, C and D.
namespace tidytracker {
namespace {

using testing::BiffWorkbook;
using testing::BinaryParts;
using testing::head;
using testing::head12;
using testing::le;
using testing::number12;
using testing::Parts;
using testing::read_as;
using testing::read_workbook;
using testing::read_xls;
using testing::read_xlsb;
using testing::Reading;
using testing::record;
using testing::record12;
using testing::string12;

void expect_groups(const Sheet& sheet) {
    ASSERT_EQ(sheet.rows.size(), 3U);
    EXPECT_EQ(sheet.rows[0].outline, 2);
    EXPECT_FALSE(sheet.rows[0].hidden);
    EXPECT_EQ(sheet.rows[1].outline, 1);
    EXPECT_TRUE(sheet.rows[1].hidden);
    EXPECT_EQ(sheet.rows[2].outline, 0);
    EXPECT_FALSE(sheet.rows[2].hidden);
    const auto outline_of = [&sheet](std::uint32_t column) {
        for (const ColumnSpan& span : sheet.columns) {
            if (span.first <= column && column <= span.last) return int{span.outline};
        }
        return 0;
    };
    EXPECT_EQ(outline_of(0), 0);
    EXPECT_EQ(outline_of(1), 2);
    EXPECT_EQ(outline_of(2), 1);
    EXPECT_TRUE(sheet.column_hidden(2));
    EXPECT_FALSE(sheet.column_hidden(1));
    EXPECT_EQ(outline_of(3), 0);
}

TEST(Outline, xlsx_tells_the_level_of_rows_and_columns) {
    Parts parts;
    parts["xl/worksheets/sheet1.xml"] =
        "<worksheet><cols><col min=\"2\" max=\"2\" outlineLevel=\"2\"/>"
        "<col min=\"3\" max=\"3\" outlineLevel=\"1\" hidden=\"1\"/>"
        "<col min=\"4\" max=\"4\" collapsed=\"1\"/></cols><sheetData>"
        "<row r=\"1\" outlineLevel=\"2\"><c><v>1</v></c></row>"
        "<row r=\"2\" outlineLevel=\"1\" hidden=\"1\"><c><v>2</v></c></row>"
        "<row r=\"3\" collapsed=\"1\"><c><v>3</v></c></row></sheetData></worksheet>";
    expect_groups(read_workbook(parts).sheet());
}

TEST(Outline, xlsb_tells_the_level_of_rows_and_columns) {
    const auto column = [](unsigned at, unsigned flags) {
        return record12(biff12::RecordType::column_info,
                        number12(at, 4) + number12(at, 4) + number12(0, 8) + number12(flags, 2));
    };
    const auto row = [](unsigned at, unsigned flags) {
        return record12(biff12::RecordType::row_header, number12(at, 4) + std::string(7, '\0') +
                                                            number12(flags, 1) +
                                                            std::string(5, '\0')) +
               record12(biff12::RecordType::cell_string, head12(0) + string12("x"));
    };
    BinaryParts parts;
    parts.set_rows(column(1, 0x200) + column(2, 0x101) + column(3, 0x1000) + row(0, 0x02) +
                   row(1, 0x11) + row(2, 0x08));
    expect_groups(read_xlsb(parts).sheet());
}

TEST(Outline, xls_tells_the_level_of_rows_and_columns) {
    const auto column = [](unsigned at, unsigned flags) {
        return record(biff::RecordType::column_info,
                      le(at, 2) + le(at, 2) + le(2560, 2) + le(0, 2) + le(flags, 2));
    };
    const auto row = [](unsigned at, unsigned flags) {
        return record(biff::RecordType::row, le(at, 2) + std::string(10, '\0') + le(flags, 4)) +
               record(biff::RecordType::rk, head(at, 0) + le(6, 4));
    };
    expect_groups(read_xls(BiffWorkbook(column(1, 0x200) + column(2, 0x101) + column(3, 0x1000) +
                                        row(0, 0x02) + row(1, 0x21) + row(2, 0x10)))
                      .sheet());
}

TEST(Outline, a_collapsed_group_of_ods_hides_what_is_in_it) {
    const std::string row =
        "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"1\"/>"
        "</table:table-row>";
    const std::string flat =
        "<office:document "
        "office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\"><office:body>"
        "<office:spreadsheet><table:table table:name=\"A\"><table:table-column/>"
        "<table:table-column-group><table:table-column-group><table:table-column/>"
        "</table:table-column-group></table:table-column-group>"
        "<table:table-column-group table:display=\"false\"><table:table-column/>"
        "</table:table-column-group><table:table-column/>"
        "<table:table-row-group><table:table-row-group>" +
        row + "</table:table-row-group></table:table-row-group>" +
        "<table:table-row-group table:display=\"false\">" + row + "</table:table-row-group>" + row +
        "</table:table></office:spreadsheet></office:body></office:document>";
    const Reading reading = read_as(fods_reader(), flat);
    expect_groups(reading.sheet());
}

}  // namespace
}  // namespace tidytracker
