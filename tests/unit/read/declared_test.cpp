// SPDX-License-Identifier: Apache-2.0
#include "read/ods/declared.hpp"

#include "read/biff_fixture.hpp"
#include "read/ods/ods.hpp"
#include "read/spreadsheetml/choices.hpp"
#include "read/spreadsheetml/spreadsheetml.hpp"
#include "read/xlsb_fixture.hpp"

// Tables and lists of choices, which every format declares in its own way.
namespace tidytracker {
namespace {

using testing::BiffWorkbook;
using testing::BinaryParts;
using testing::le;
using testing::narrow_string;
using testing::number12;
using testing::read_as;
using testing::read_xls;
using testing::read_xlsb;
using testing::Reading;
using testing::record;
using testing::record12;
using testing::string12;

/// "B2:B9 Open,Closed" for each list of a sheet.
std::vector<std::string> choices_of(const Sheet& sheet) {
    std::vector<std::string> out;
    for (const ChoiceList& list : sheet.choices) {
        out.push_back(to_a1(list.at).append(" ").append(list.source));
    }
    return out;
}

std::vector<std::string> tables_of(const Sheet& sheet) {
    std::vector<std::string> out;
    for (const DefinedTable& table : sheet.tables) {
        out.push_back(to_a1(table.at).append(" ").append(table.name));
    }
    return out;
}

using Words = std::vector<std::string>;

std::string range8(unsigned first_row, unsigned last_row, unsigned first, unsigned last) {
    return le(first_row, 2) + le(last_row, 2) + le(first, 2) + le(last, 2);
}

/// A data validation of BIFF8 for B2:B9.
std::string validation8(unsigned type, const std::string& tokens) {
    const std::string nothing = narrow_string(std::string_view("\0", 1));
    return record(biff::RecordType::data_validation,
                  le(0x000C0100 | type, 4) + nothing + nothing + narrow_string("pick one") +
                      nothing + le(tokens.size(), 2) + le(0, 2) + tokens + le(0, 2) + le(0, 2) +
                      le(1, 2) + range8(1, 8, 1, 1));
}

TEST(Declared, lists_of_xls_name_values_cells_and_names) {
    using namespace std::string_literals;
    BiffWorkbook workbook;
    workbook.sheets = {{"Actions"}, {"Drop downs"}};
    // Lists stand behind the sheets in the globals, so the test gives the sheets' names twice.
    workbook.globals =
        record(biff::RecordType::bound_sheet,
               le(0, 4) + le(0, 1) + le(2, 1) + narrow_string("Drop downs", 1)) +
        record(biff::RecordType::external_book, le(1, 2) + le(0x0401, 2)) +
        record(biff::RecordType::external_book, le(1, 2) + narrow_string("other.xls")) +
        record(biff::RecordType::external_sheets,
               le(2, 2) + le(1, 2) + le(0, 2) + le(0, 2) + le(0, 2) + le(0, 2) + le(0, 2)) +
        record(biff::RecordType::defined_name, le(0, 2) + le(0, 1) + le(8, 1) + le(0, 2) +
                                                   le(0, 2) + le(0, 2) + le(0, 4) +
                                                   narrow_string("Statuses", 0));
    workbook.sheets[0].records =
        validation8(3, "\x17"s + narrow_string("Open\0On hold\0Closed"s, 1)) +
        validation8(3, "\x25"s + range8(4, 9, 7, 7)) +
        validation8(3, "\x24"s + le(4, 2) + le(0xC007, 2)) +
        validation8(3, "\x3B"s + le(1, 2) + range8(0, 3, 0, 0)) +
        validation8(3, "\x3B"s + le(0, 2) + range8(0, 3, 0, 0)) +
        validation8(3, "\x43"s + le(1, 4)) +
        validation8(3, "\x25"s + range8(4, 9, 7, 7) + "\x41"s + le(148, 2)) +
        validation8(1, "\x1E"s + le(1, 2));
    EXPECT_EQ(choices_of(read_xls(workbook).sheet()),
              (Words{"B2:B9 Open,On hold,Closed", "B2:B9 $H$5:$H$10", "B2:B9 H5",
                     "B2:B9 'Drop downs'!$A$1:$A$4", "B2:B9 ", "B2:B9 Statuses", "B2:B9 "}));
}

TEST(Declared, tables_of_xls_have_name_and_range) {
    const auto feature = [](unsigned kind, const std::string& name) {
        return record(biff::RecordType::table_feature,
                      le(0x0872, 2) + std::string(10, '\0') + le(kind, 2) + std::string(5, '\0') +
                          le(1, 2) + std::string(6, '\0') + range8(2, 19, 0, 5) +
                          std::string(64, '\0') + narrow_string(name));
    };
    const Reading reading =
        read_xls(BiffWorkbook(feature(5, "ActionLog") + feature(2, "Protection")));
    EXPECT_EQ(tables_of(reading.sheet()), (Words{"A3:F20 ActionLog"}));
}

std::string range12(unsigned first_row, unsigned last_row, unsigned first, unsigned last) {
    return number12(first_row, 4) + number12(last_row, 4) + number12(first, 4) + number12(last, 4);
}

TEST(Declared, tables_and_lists_of_xlsb_are_read) {
    using namespace std::string_literals;
    const auto validation = [](unsigned type, const std::string& tokens) {
        const std::string none = number12(0xFFFFFFFF, 4);
        return record12(biff12::RecordType::data_validation,
                        number12(0x000C0180 | type, 4) + number12(2, 4) + range12(1, 8, 1, 1) +
                            range12(1, 1, 3, 3) + none + string12("say") + none + none +
                            number12(tokens.size(), 4) + tokens + number12(0, 12));
    };
    BinaryParts parts;
    parts["xl/workbook.bin"] +=
        record12(biff12::RecordType::this_book, "") +
        record12(biff12::RecordType::external_sheets,
                 number12(1, 4) + number12(0, 4) + number12(0, 4) + number12(0, 4)) +
        record12(biff12::RecordType::defined_name, number12(0, 9) + string12("Statuses"));
    parts.set_rows("", validation(3, "\x17"s + number12(3, 2) + testing::wide("A,B")) +
                           validation(3, "\x3B"s + number12(0, 2) + number12(0, 4) +
                                             number12(3, 4) + number12(5, 2) + number12(5, 2)) +
                           validation(3, "\x23"s + number12(1, 4)) + validation(2, ""));
    parts["xl/worksheets/_rels/sheet1.bin.rels"] =
        testing::relationships(testing::relationship("rId1", "table", "../tables/table1.bin"));
    parts["xl/tables/table1.bin"] =
        record12(biff12::RecordType::begin_table, range12(0, 9, 0, 3) + number12(0, 48) +
                                                      string12("Table1") + string12("ActionLog"));
    const Reading reading = read_xlsb(parts);
    EXPECT_EQ(choices_of(reading.sheet()),
              (Words{"B2:B9 A,B", "D2 A,B", "B2:B9 Actions!$F$1:$F$4", "D2 Actions!$F$1:$F$4",
                     "B2:B9 Statuses", "D2 Statuses"}));
    EXPECT_EQ(tables_of(reading.sheet()), (Words{"A1:D10 ActionLog"}));
}

TEST(Declared, tables_and_lists_of_ods_are_read) {
    const auto cell = [](std::string_view list, std::string_view rest = "/>") {
        return std::string("<table:table-cell table:content-validation-name=\"")
            .append(list)
            .append("\"")
            .append(rest);
    };
    const std::string text =
        " office:value-type=\"string\"><text:p>Open</text:p></table:table-cell>";
    const std::string flat =
        "<office:document "
        "office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\"><office:body>"
        "<office:spreadsheet><table:content-validations>"
        "<table:content-validation table:name=\"v1\" table:condition=\"of:cell-content-is-in-list("
        "&quot;Open&quot;;&quot;On &quot;&quot;hold&quot;&quot;&quot;)\"><table:help-message/>"
        "</table:content-validation>"
        "<table:content-validation table:name=\"v2\" table:condition=\"of:cell-content-is-in-list("
        "[$'Drop downs'.$A$1:.$A$4])\"/>"
        "<table:content-validation table:name=\"v3\" "
        "table:condition=\"of:cell-content-is-whole-number() and cell-content()&gt;0\"/>"
        "</table:content-validations><table:table table:name=\"Log\">"
        "<table:table-row>" +
        cell("v3", text) + cell("v1", text) + cell("v1", " table:number-columns-repeated=\"2\"/>") +
        cell("v2") + "</table:table-row><table:table-row table:number-rows-repeated=\"7\">" +
        "<table:table-cell/>" + cell("v1", " table:number-columns-repeated=\"3\"/>") +
        "</table:table-row></table:table><table:database-ranges>"
        "<table:database-range table:name=\"__Anonymous_Sheet_DB__0\" "
        "table:target-range-address=\"Log.A1:Log.C9\"/><table:database-range "
        "table:name=\"ActionLog\" table:target-range-address=\"Log.A1:Log.C9\"><table:sort/>"
        "</table:database-range><table:database-range table:name=\"lost\" "
        "table:target-range-address=\"Gone.A1:Gone.C9\"/></table:database-ranges>"
        "</office:spreadsheet></office:body></office:document>";
    const Reading reading = read_as(fods_reader(), flat);
    EXPECT_EQ(choices_of(reading.sheet()),
              (Words{"E1 'Drop downs'!$A$1:$A$4", "B1:D8 Open,On \"hold\""}));
    EXPECT_EQ(tables_of(reading.sheet()), (Words{"A1:C9 ActionLog"}));
}

TEST(Declared, lists_of_spreadsheetml_are_read) {
    const auto validation = [](std::string_view range, std::string_view type,
                               std::string_view value) {
        return std::string(
                   "<DataValidation xmlns=\"urn:schemas-microsoft-com:office:excel\"><Range>")
            .append(range)
            .append("</Range><Type>")
            .append(type)
            .append("</Type><CellRangeList/><Value>")
            .append(value)
            .append("</Value></DataValidation>");
    };
    const std::string file =
        "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet "
        "ss:Name=\"Log\"><Table/>" +
        validation("R2C3:R9C3,C5", "List", "&quot;Open,Closed&quot;") +
        validation("R2C4", "List", "Lists!R1C1:R4C1") + validation("R1C1", "Whole", "1") +
        validation("R0C1,R9C1:R2C1,nowhere,R2C99999", "List", "x") + "</Worksheet></Workbook>";
    EXPECT_EQ(choices_of(read_as(spreadsheetml_reader(), file).sheet()),
              (Words{"C2:C9 Open,Closed", "E1:E1048576 Open,Closed", "D2 Lists!R1C1:R4C1"}));
}

TEST(Declared, addresses_of_ods_name_sheet_and_cells) {
    const auto shown = [](std::string_view address) {
        const auto range = odf::range_from_address(address);
        return range ? range->sheet + "|" + to_a1(range->at) : "none";
    };
    EXPECT_EQ(shown("Log.B2:Log.D9"), "Log|B2:D9");
    EXPECT_EQ(shown("$'Who''s: who'.$A$1:.$A$4"), "Who's: who|A1:A4");
    EXPECT_EQ(shown(".C7"), "|C7");
    EXPECT_EQ(shown("Log.D9:Log.B2"), "none");
    EXPECT_EQ(shown("Log.nowhere"), "none");
    EXPECT_EQ(shown(""), "none");
}

}  // namespace
}  // namespace tidytracker
