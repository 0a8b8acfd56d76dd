// SPDX-License-Identifier: Apache-2.0
#include "read/xlsx_fixture.hpp"

namespace tidytracker {
namespace {

using testing::Parts;
using testing::read_workbook;
using testing::relationship;
using testing::relationships;

TEST(XlsxTables, lists_of_choices_are_read_for_each_range) {
    Parts parts;
    parts.set_rows(
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
        "<dataValidations count=\"3\"><dataValidation type=\"list\" sqref=\"B2:B9 D2\"><formula1>"
        "\"Open,Closed\"</formula1></dataValidation><dataValidation type=\"date\" sqref=\"C2\">"
        "<formula1>1</formula1></dataValidation><dataValidation type=\"list\" sqref=\"E2\">"
        "<formula1>Lists!$A$1:$A$4</formula1></dataValidation></dataValidations>");
    const std::vector<ChoiceList> choices = read_workbook(parts).sheet().choices;
    ASSERT_EQ(choices.size(), 3U);
    EXPECT_EQ(to_a1(choices[0].at), "B2:B9");
    EXPECT_EQ(choices[0].source, "Open,Closed");
    EXPECT_EQ(to_a1(choices[1].at), "D2");
    EXPECT_EQ(choices[2].source, "Lists!$A$1:$A$4");
}

TEST(XlsxTables, lists_of_the_extension_are_read) {
    Parts parts;
    parts.set_rows("",
                   "<extLst><ext><x14:dataValidations><x14:dataValidation type=\"list\">"
                   "<x14:formula1><xm:f>Lists!$A$1:$A$4</xm:f></x14:formula1>"
                   "<xm:sqref>C3:C7</xm:sqref></x14:dataValidation></x14:dataValidations></ext>"
                   "</extLst>");
    const std::vector<ChoiceList> choices = read_workbook(parts).sheet().choices;
    ASSERT_EQ(choices.size(), 1U);
    EXPECT_EQ(to_a1(choices[0].at), "C3:C7");
    EXPECT_EQ(choices[0].source, "Lists!$A$1:$A$4");
}

TEST(XlsxTables, tables_that_are_declared_have_name_and_range) {
    Parts parts;
    parts.set_rows("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
    parts["xl/worksheets/_rels/sheet1.xml.rels"] =
        relationships(relationship("rId1", "table", "../tables/table1.xml"));
    parts["xl/tables/table1.xml"] =
        "<table id=\"1\" displayName=\"Actions_2024\" ref=\"A3:F20\"><tableColumns/></table>";
    const std::vector<DefinedTable> tables = read_workbook(parts).sheet().tables;
    ASSERT_EQ(tables.size(), 1U);
    EXPECT_EQ(tables[0].name, "Actions_2024");
    EXPECT_EQ(to_a1(tables[0].at), "A3:F20");
}

TEST(XlsxTables, nonsense_is_passed_over) {
    Parts parts;
    parts.set_rows("",
                   "<dataValidations><dataValidation type=\"list\" sqref=\"x  9\"><formula1/>"
                   "</dataValidation></dataValidations>");
    parts["xl/worksheets/_rels/sheet1.xml.rels"] =
        relationships(relationship("rId1", "table", "../tables/table1.xml") +
                      relationship("rId2", "table", "../tables/gone.xml"));
    parts["xl/tables/table1.xml"] = "<table ref=\"nowhere\"/>";
    const auto reading = read_workbook(parts);
    EXPECT_TRUE(reading.sheet().choices.empty());
    EXPECT_TRUE(reading.sheet().tables.empty());
}

}  // namespace
}  // namespace tidytracker
