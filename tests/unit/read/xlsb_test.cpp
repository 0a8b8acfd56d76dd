// SPDX-License-Identifier: Apache-2.0
#include "read/xlsb_fixture.hpp"

namespace tidytracker {
namespace {

using testing::BinaryParts;
using testing::head12;
using testing::number12;
using testing::read_xlsb;
using testing::Reading;
using testing::record12;
using testing::row12;
using testing::string12;

std::string real12(double value) {
    return number12(std::bit_cast<std::uint64_t>(value), 8);
}

Reading with_rows12(const std::string& rows, const std::string& behind = "") {
    BinaryParts parts;
    parts.set_rows(rows, behind);
    return read_xlsb(parts);
}

TEST(Xlsb, every_kind_of_cell_is_read) {
    BinaryParts parts;
    parts["xl/sharedStrings.bin"] =
        record12(biff12::RecordType::begin_shared_strings, number12(1, 4) + number12(1, 4)) +
        record12(biff12::RecordType::shared_string_item, number12(0, 1) + string12("shared"));
    parts.set_rows(row12(1) +
                   record12(biff12::RecordType::cell_rk, head12(0) + number12(7U << 2U | 2U, 4)) +
                   record12(biff12::RecordType::cell_error, head12(1) + "\x2A") +
                   record12(biff12::RecordType::cell_bool, head12(2) + "\1") +
                   record12(biff12::RecordType::cell_real, head12(3) + real12(-2.5)) +
                   record12(biff12::RecordType::cell_string, head12(4) + string12("Dig")) +
                   record12(biff12::RecordType::cell_shared_string, head12(5) + number12(0, 4)) +
                   record12(biff12::RecordType::cell_rich_string,
                            head12(6) + number12(0, 1) + string12("rich")));
    const Reading reading = read_xlsb(parts);
    EXPECT_EQ(reading.value("A2"), "number:7");
    EXPECT_EQ(reading.value("B2"), "error:#N/A");
    EXPECT_EQ(reading.value("C2"), "boolean:1");
    EXPECT_EQ(reading.value("D2"), "number:-2.5");
    EXPECT_EQ(reading.value("E2"), "text:Dig");
    EXPECT_EQ(reading.value("F2"), "text:shared");
    EXPECT_EQ(reading.value("G2"), "text:rich");
    EXPECT_EQ(reading.workbook.format, "xlsb");
    EXPECT_EQ(reading.sheet().name, "Actions");
}

TEST(Xlsb, short_cells_stand_right_of_the_one_before) {
    const Reading reading = with_rows12(
        row12(0) + record12(biff12::RecordType::cell_string, head12(2) + string12("a")) +
        record12(biff12::RecordType::short_blank, number12(0, 4)) +
        record12(biff12::RecordType::short_real, number12(0, 4) + real12(1.5)) +
        record12(biff12::RecordType::short_string, number12(0, 4) + string12("b")) + row12(4) +
        record12(biff12::RecordType::short_bool, number12(0, 4) + "\1"));
    EXPECT_EQ(reading.value("C1"), "text:a");
    EXPECT_EQ(reading.value("E1"), "number:1.5");
    EXPECT_EQ(reading.value("F1"), "text:b");
    EXPECT_EQ(reading.value("A5"), "boolean:1");
}

TEST(Xlsb, results_and_links_of_formulas_are_read) {
    const std::string url = "https://example.org/";
    const std::string tokens =
        "\x17" + number12(url.size(), 2) + testing::wide(url) + "\x42\1" + number12(359, 2);
    const Reading reading = with_rows12(
        row12(0) +
        record12(biff12::RecordType::formula_string, head12(0) + string12("Pond") + number12(0, 2) +
                                                         number12(tokens.size(), 4) + tokens) +
        record12(biff12::RecordType::formula_number, head12(1) + real12(4)) +
        record12(biff12::RecordType::formula_bool, head12(2) + "\1") +
        record12(biff12::RecordType::formula_error, head12(3) + "\x07"));
    EXPECT_EQ(reading.value("A1"), "text:Pond");
    EXPECT_EQ(reading.value("B1"), "number:4");
    EXPECT_EQ(reading.value("C1"), "boolean:1");
    EXPECT_EQ(reading.value("D1"), "error:#DIV/0!");
    EXPECT_TRUE(reading.cell("B1")->formula);
    ASSERT_EQ(reading.sheet().links.size(), 1U);
    EXPECT_EQ(reading.sheet().links[0].target, url);
}

TEST(Xlsb, styles_are_read) {
    const auto font = [](unsigned flags, unsigned weight) {
        return record12(biff12::RecordType::font,
                        number12(200, 2) + number12(flags, 2) + number12(weight, 2));
    };
    const auto fill = [](unsigned pattern, const std::string& colour) {
        return record12(biff12::RecordType::fill, number12(pattern, 4) + colour);
    };
    const auto format = [](unsigned number_format, unsigned with_font, unsigned with_fill) {
        return record12(biff12::RecordType::cell_format,
                        number12(0, 2) + number12(number_format, 2) + number12(with_font, 2) +
                            number12(with_fill, 2));
    };
    BinaryParts parts;
    parts["xl/styles.bin"] =
        record12(biff12::RecordType::format, number12(164, 2) + string12("0.0\" km\"")) +
        font(0, 400) + font(8, 700) + fill(0, "") +
        fill(1, "\5" + number12(0, 1) + number12(0, 2) + "\x12\x34\x56\xFF") +
        fill(1, "\7" + number12(4, 1) + number12(0, 2) + number12(0, 4)) + record12(626, "") +
        format(9, 1, 1) +  // of a named style
        record12(biff12::RecordType::begin_cell_formats, number12(3, 4)) + format(0, 0, 0) +
        format(164, 1, 1) + format(14, 0, 2) + record12(biff12::RecordType::end_cell_formats, "");
    parts.set_rows(row12(0) + record12(biff12::RecordType::cell_real, head12(0) + real12(0.5)) +
                   record12(biff12::RecordType::cell_real, head12(1, 1) + real12(0.5)) +
                   record12(biff12::RecordType::cell_blank, head12(2, 2)) +
                   record12(biff12::RecordType::cell_blank, head12(3, 0)));
    const Reading reading = read_xlsb(parts);
    EXPECT_EQ(reading.workbook.displayed(*reading.cell("B1")), "0.5 km");
    EXPECT_TRUE(reading.style("B1").bold);
    EXPECT_TRUE(reading.style("B1").strike);
    EXPECT_EQ(reading.style("B1").fill, 0x123456U);
    EXPECT_EQ(reading.style("C1").fill, 0x4472C4U);
    EXPECT_FALSE(reading.style("A1").bold);
    EXPECT_EQ(reading.value("D1"), "none");
}

TEST(Xlsb, hidden_things_merges_and_links_are_read) {
    const auto range = [](unsigned first_row, unsigned last_row, unsigned first, unsigned last) {
        return number12(first_row, 4) + number12(last_row, 4) + number12(first, 4) +
               number12(last, 4);
    };
    BinaryParts parts;
    parts.set_workbook(1, 2);
    parts["xl/worksheets/_rels/sheet1.bin.rels"] = testing::relationships(
        testing::relationship("rId9", "hyperlink", "https://example.org/", true));
    parts.set_rows(
        record12(biff12::RecordType::column_info,
                 number12(1, 4) + number12(2, 4) + number12(0, 8) + number12(1, 2)) +
            row12(0, true) + record12(biff12::RecordType::cell_string, head12(0) + string12("x")),
        record12(biff12::RecordType::merged_cell, range(0, 0, 0, 2)) +
            record12(biff12::RecordType::merged_cell, range(5, 4, 0, 2)) +
            record12(biff12::RecordType::hyperlink, range(0, 0, 0, 0) + string12("rId9") +
                                                        string12("part") + string12("") +
                                                        string12("")));
    const Reading reading = read_xlsb(parts);
    EXPECT_EQ(reading.workbook.date_system, DateSystem::from_1904);
    EXPECT_EQ(reading.sheet().visibility, Visibility::very_hidden);
    EXPECT_TRUE(reading.sheet().find_row(0)->hidden);
    EXPECT_TRUE(reading.sheet().column_hidden(2));
    ASSERT_EQ(reading.sheet().merged.size(), 1U);
    EXPECT_EQ(to_a1(reading.sheet().merged[0]), "A1:C1");
    ASSERT_EQ(reading.sheet().links.size(), 1U);
    EXPECT_EQ(reading.sheet().links[0].target, "https://example.org/#part");
}

TEST(Xlsb, notes_are_read) {
    BinaryParts parts;
    parts["xl/worksheets/_rels/sheet1.bin.rels"] =
        testing::relationships(testing::relationship("rId1", "comments", "../comments1.bin"));
    parts["xl/comments1.bin"] =
        record12(biff12::RecordType::comment_author, string12("Ada")) +
        record12(
            biff12::RecordType::begin_comment,
            number12(0, 4) + number12(3, 4) + number12(3, 4) + number12(1, 4) + number12(1, 4)) +
        record12(biff12::RecordType::comment_text, number12(0, 1) + string12("Ada:\nask Bo"));
    const Reading reading = read_xlsb(parts);
    ASSERT_EQ(reading.sheet().notes.size(), 1U);
    EXPECT_EQ(to_a1(reading.sheet().notes[0].at), "B4");
    EXPECT_EQ(reading.sheet().notes[0].author, "Ada");
    EXPECT_EQ(reading.sheet().notes[0].text, "ask Bo");
}

TEST(Xlsb, what_lies_outside_or_is_missing_is_reported) {
    const Reading reading = with_rows12(
        row12(0) + record12(biff12::RecordType::cell_shared_string, head12(0) + number12(5, 4)) +
        record12(biff12::RecordType::cell_real, head12(70'000) + real12(1)) + row12(2'000'000) +
        record12(biff12::RecordType::cell_real, head12(0) + real12(1)));
    EXPECT_NE(reading.finding("bad-shared-string"), nullptr);
    EXPECT_NE(reading.finding("cell-outside-sheet"), nullptr);
}

TEST(Xlsb, a_sheet_that_breaks_off_is_read_and_reported) {
    BinaryParts parts;
    std::string& sheet = parts["xl/worksheets/sheet1.bin"];
    sheet = row12(0) + record12(biff12::RecordType::cell_string, head12(0) + string12("Dig")) +
            record12(biff12::RecordType::cell_string, head12(1) + string12("broken off"));
    sheet.resize(sheet.size() - 6);
    const Reading reading = read_xlsb(parts);
    EXPECT_EQ(reading.value("A1"), "text:Dig");
    EXPECT_EQ(reading.finding("truncated-file")->place, "Actions");
}

TEST(Xlsb, content_chooses_the_reader) {
    const std::string bytes = BinaryParts().bytes();
    Findings findings;
    const Result<Workbook> workbook = read({"t.xlsx", bytes}, {}, findings);
    ASSERT_TRUE(workbook);
    EXPECT_EQ(workbook->format, "xlsb");
    EXPECT_EQ(xlsb_reader().confidence({"t.xlsb", testing::Parts().bytes()}), 0);
    EXPECT_EQ(xlsb_reader().confidence({"t.xlsb", ""}), 0);
}

}  // namespace
}  // namespace tidytracker
