// SPDX-License-Identifier: Apache-2.0
#include "read/biff_fixture.hpp"

namespace tidytracker {
namespace {

using testing::BiffWorkbook;
using testing::head;
using testing::le;
using testing::narrow_string;
using testing::read_xls;
using testing::Reading;
using testing::record;
using testing::wide;

/// A workbook whose cells A1, A2, ... are the shared strings, of which there are `count`.
BiffWorkbook with_strings(const std::vector<std::string>& parts, unsigned count) {
    BiffWorkbook workbook;
    workbook.globals =
        record(biff::RecordType::shared_strings, le(count, 4) + le(count, 4) + parts[0]);
    for (std::size_t i = 1; i < parts.size(); ++i) {
        workbook.globals += record(biff::RecordType::continuation, parts[i]);
    }
    for (unsigned i = 0; i < count; ++i) {
        workbook.sheets[0].records += record(biff::RecordType::label_shared, head(i, 0) + le(i, 4));
    }
    return workbook;
}

TEST(XlsText, shared_strings_of_both_widths_are_read) {
    const Reading reading = read_xls(
        with_strings({narrow_string("Dig") + le(2, 2) + "\1" + wide("no") + narrow_string("")}, 3));
    EXPECT_EQ(reading.value("A1"), "text:Dig");
    EXPECT_EQ(reading.value("A2"), "text:no");
    EXPECT_EQ(reading.value("A3"), "none");
}

TEST(XlsText, a_string_goes_on_in_the_next_record_in_another_width) {
    const std::string first = le(6, 2) + std::string(1, '\0') + "abc";
    const std::string second = "\1" + wide("d") + "\xAC\x20" + wide("f") + narrow_string("next");
    const Reading reading = read_xls(with_strings({first, second}, 2));
    EXPECT_EQ(reading.value("A1"), "text:abcd€f");
    EXPECT_EQ(reading.value("A2"), "text:next");
}

TEST(XlsText, a_string_whose_head_ends_a_record_is_read) {
    const std::string first = le(3, 2) + std::string(1, '\0');
    const Reading reading = read_xls(with_strings({first, std::string(1, '\0') + "abc"}, 1));
    EXPECT_EQ(reading.value("A1"), "text:abc");
}

TEST(XlsText, a_pair_of_surrogates_may_be_parted) {
    const std::string first = le(2, 2) + "\1" + "\x3D\xD8";
    const Reading reading = read_xls(with_strings({first, "\1\x0A\xDE"}, 1));
    EXPECT_EQ(reading.value("A1"), "text:\xF0\x9F\x98\x8A");
}

TEST(XlsText, runs_and_phonetics_are_passed_over_joints) {
    const std::string item = le(3, 2) + "\x0C" + le(2, 2) + le(6, 4) + "abc" + le(0, 2) + le(0, 2);
    const std::string rest = le(1, 2) + le(0, 2) + "phonet" + narrow_string("next");
    const Reading reading = read_xls(with_strings({item, rest}, 2));
    EXPECT_EQ(reading.value("A1"), "text:abc");
    EXPECT_EQ(reading.value("A2"), "text:next");
}

TEST(XlsText, runs_are_counted_in_utf16_units) {
    // "a😊b" and then a struck "c".
    const std::string item = le(5, 2) + "\x09" + le(1, 2) + wide("a") + "\x3D\xD8\x0A\xDE" +
                             wide("bc") + le(4, 2) + le(1, 2);
    BiffWorkbook workbook = with_strings({item}, 1);
    const std::string plain = le(200, 2) + le(0, 2) + le(8, 2) + le(400, 2);
    const std::string struck = le(200, 2) + le(8, 2) + le(8, 2) + le(700, 2);
    workbook.globals.insert(
        0, record(biff::RecordType::font, plain) + record(biff::RecordType::font, struck));
    const Reading reading = read_xls(workbook);
    const RichText* rich = reading.workbook.rich_text_of(*reading.cell("A1"));
    ASSERT_NE(rich, nullptr);
    ASSERT_EQ(rich->runs.size(), 2U);
    EXPECT_EQ(rich->runs[1].first, 6U);
    EXPECT_EQ(rich->runs[1].length, 1U);
    EXPECT_TRUE(rich->runs[1].strike);
    EXPECT_TRUE(rich->runs[1].bold);
}

TEST(XlsText, a_shared_string_that_is_not_there_is_reported) {
    BiffWorkbook workbook = with_strings({narrow_string("Dig")}, 1);
    workbook.sheets[0].records += record(biff::RecordType::label_shared, head(4, 0) + le(900, 4));
    const Reading reading = read_xls(workbook);
    ASSERT_NE(reading.finding("bad-shared-string"), nullptr);
    EXPECT_EQ(reading.finding("bad-shared-string")->place, "Actions!A5");
}

TEST(XlsText, a_count_of_strings_that_lies_costs_nothing) {
    BiffWorkbook workbook = with_strings({narrow_string("Dig")}, 1);
    workbook.globals = record(biff::RecordType::shared_strings,
                              le(0xFFFFFFFF, 4) + le(0xFFFFFFFF, 4) + narrow_string("Dig"));
    EXPECT_EQ(read_xls(workbook).value("A1"), "text:Dig");
}

TEST(XlsText, bytes_are_read_by_the_code_page_before_biff8) {
    const auto book = [](std::uint16_t page) {
        const std::string begin =
            record(biff::RecordType::begin, le(0x0500, 2) + le(0x10, 2) + std::string(4, '\0'));
        return begin + record(biff::RecordType::code_page, le(page, 2)) +
               record(biff::RecordType::label, head(0, 0) + le(4, 2) + "caf\xE9") +
               record(biff::RecordType::label, head(1, 0) + le(4, 2) + "caf\x8E") +
               testing::end_record();
    };
    EXPECT_EQ(read_xls(book(1252)).value("A1"), "text:café");
    EXPECT_EQ(read_xls(book(0x8001)).value("A1"), "text:café");
    EXPECT_EQ(read_xls(book(10000)).value("A2"), "text:café");
    EXPECT_EQ(read_xls(book(1253)).value("A1"), "text:cafι");
    EXPECT_EQ(read_xls(book(4711)).value("A1"), "text:café") << "an unknown one";
}

TEST(XlsText, nul_characters_are_left_out) {
    const Reading reading = read_xls(
        BiffWorkbook(record(biff::RecordType::label, head(0, 0) + le(4, 2) + std::string(1, '\0') +
                                                         std::string("Di\0g", 4))));
    EXPECT_EQ(reading.value("A1"), "text:Dig");
}

}  // namespace
}  // namespace tidytracker
