// SPDX-License-Identifier: Apache-2.0
#include "read/biff_fixture.hpp"

namespace tidytracker {
namespace {

using testing::BiffWorkbook;
using testing::head;
using testing::le;
using testing::le_double;
using testing::narrow_string;
using testing::read_xls;
using testing::Reading;

std::string rec(std::uint64_t type, const std::string& body) {
    return testing::record(type, body);
}

Reading with_records(const std::string& records) {
    return read_xls(BiffWorkbook(records));
}

/// A formula record with these eight bytes of result.
std::string formula_record(unsigned row, unsigned column, const std::string& result,
                           const std::string& tokens = "") {
    return rec(biff::RecordType::formula,
               head(row, column) + result + std::string(6, '\0') + le(tokens.size(), 2) + tokens);
}
std::string special_result(unsigned type, unsigned value) {
    return le(type, 2) + le(value, 1) + std::string(3, '\0') + "\xFF\xFF";
}

TEST(XlsCell, every_kind_of_number_is_read) {
    const Reading reading = with_records(
        rec(biff::RecordType::number, head(0, 0) + le_double(-2.5)) +
        rec(biff::RecordType::rk, head(0, 1) + le(7U << 2U | 2U, 4)) +
        rec(biff::RecordType::rk, head(0, 2) + le(1234U << 2U | 3U, 4)) +
        rec(biff::RecordType::rk, head(0, 3) + le(0x3FF80000U, 4)) +
        rec(biff::RecordType::rk, head(0, 4) + le(static_cast<std::uint32_t>(-5 * 4) | 2U, 4)) +
        rec(biff::RecordType::mul_rk, le(1, 2) + le(2, 2) + le(0, 2) + le(1U << 2U | 2U, 4) +
                                          le(0, 2) + le(2U << 2U | 2U, 4) + le(3, 2)));
    EXPECT_EQ(reading.value("A1"), "number:-2.5");
    EXPECT_EQ(reading.value("B1"), "number:7");
    EXPECT_EQ(reading.value("C1"), "number:12.34");
    EXPECT_EQ(reading.value("D1"), "number:1.5");
    EXPECT_EQ(reading.value("E1"), "number:-5");
    EXPECT_EQ(reading.value("C2"), "number:1");
    EXPECT_EQ(reading.value("D2"), "number:2");
    EXPECT_EQ(reading.value("E2"), "none");
}

TEST(XlsCell, texts_booleans_and_errors_are_read) {
    const Reading reading = with_records(
        rec(biff::RecordType::label, head(0, 0) + narrow_string("Dig")) +
        rec(biff::RecordType::label, head(0, 1) + le(1, 2) + "\1" + std::string("\xAC\x20", 2)) +
        rec(biff::RecordType::bool_error, head(0, 2) + le(1, 1) + le(0, 1)) +
        rec(biff::RecordType::bool_error, head(0, 3) + le(0x2A, 1) + le(1, 1)));
    EXPECT_EQ(reading.value("A1"), "text:Dig");
    EXPECT_EQ(reading.value("B1"), "text:€");
    EXPECT_EQ(reading.value("C1"), "boolean:1");
    EXPECT_EQ(reading.value("D1"), "error:#N/A");
}

TEST(XlsCell, results_of_formulas_are_read) {
    const Reading reading = with_records(
        formula_record(0, 0, le_double(3.5)) + formula_record(0, 1, special_result(1, 1)) +
        formula_record(0, 2, special_result(2, 0x07)) + formula_record(0, 3, special_result(0, 0)) +
        rec(biff::RecordType::shared_formula, std::string(10, '\0')) +
        rec(biff::RecordType::string, narrow_string("done")) +
        formula_record(0, 4, special_result(3, 0)));
    EXPECT_EQ(reading.value("A1"), "number:3.5");
    EXPECT_EQ(reading.value("B1"), "boolean:1");
    EXPECT_EQ(reading.value("C1"), "error:#DIV/0!");
    EXPECT_EQ(reading.value("D1"), "text:done");
    EXPECT_EQ(reading.value("E1"), "empty");
    for (const char* at : {"A1", "B1", "C1", "D1", "E1"}) {
        EXPECT_TRUE(reading.cell(at)->formula) << at;
        EXPECT_FALSE(reading.cell(at)->stale) << at;
    }
}

TEST(XlsCell, a_formula_whose_text_is_missing_is_stale_and_reported) {
    const Reading reading = with_records(formula_record(2, 1, special_result(0, 0)) +
                                         rec(biff::RecordType::number, head(2, 2) + le_double(1)));
    EXPECT_TRUE(reading.cell("B3")->stale);
    EXPECT_EQ(reading.value("C3"), "number:1");
    ASSERT_NE(reading.finding("formula-without-value"), nullptr);
    EXPECT_EQ(reading.finding("formula-without-value")->place, "Actions!B3");
}

TEST(XlsCell, the_link_of_a_hyperlink_formula_is_read) {
    const std::string url = "https://www.example.org/pond";
    const std::string tokens = "\x17" + narrow_string(url, 1) + "\x17" + narrow_string("Pond", 1) +
                               "\x42\x02" + le(359, 2);
    const Reading reading = with_records(formula_record(0, 0, special_result(0, 0), tokens) +
                                         rec(biff::RecordType::string, narrow_string("Pond")));
    ASSERT_EQ(reading.sheet().links.size(), 1U);
    EXPECT_EQ(reading.sheet().links[0].target, url);
    EXPECT_EQ(reading.value("A1"), "text:Pond");
}

TEST(XlsCell, rows_and_cells_may_come_in_any_order) {
    const Reading reading = with_records(rec(biff::RecordType::number, head(5, 1) + le_double(3)) +
                                         rec(biff::RecordType::number, head(1, 1) + le_double(2)) +
                                         rec(biff::RecordType::number, head(1, 0) + le_double(1)) +
                                         rec(biff::RecordType::number, head(5, 1) + le_double(4)));
    EXPECT_EQ(reading.value("A2"), "number:1");
    EXPECT_EQ(reading.value("B2"), "number:2");
    EXPECT_EQ(reading.value("B6"), "number:4");
}

TEST(XlsCell, rich_labels_have_runs) {
    BiffWorkbook workbook(rec(biff::RecordType::rich_string, head(0, 0) + narrow_string("old new") +
                                                                 le(2, 2) + le(0, 2) + le(5, 2) +
                                                                 le(3, 2) + le(0, 2)));
    for (const unsigned flags : {0U, 0U, 0U, 0U, 8U}) {
        workbook.globals += rec(biff::RecordType::font, le(200, 2) + le(flags, 2) + le(8, 2) +
                                                            le(400, 2) + std::string(6, '\0'));
    }
    const Reading reading = read_xls(workbook);
    const RichText* rich = reading.workbook.rich_text_of(*reading.cell("A1"));
    ASSERT_NE(rich, nullptr);
    ASSERT_EQ(rich->runs.size(), 2U);
    EXPECT_TRUE(rich->runs[0].strike);
    EXPECT_EQ(rich->runs[0].length, 3U);
    EXPECT_FALSE(rich->runs[1].strike);
}

TEST(XlsCell, a_chart_on_a_sheet_is_passed_over) {
    const Reading reading = with_records(
        testing::begin_record(0x20) + rec(biff::RecordType::number, head(0, 0) + le_double(9)) +
        testing::end_record() + rec(biff::RecordType::number, head(0, 1) + le_double(1)));
    EXPECT_EQ(reading.value("A1"), "none");
    EXPECT_EQ(reading.value("B1"), "number:1");
}

TEST(XlsCell, numbers_that_are_none_are_left_out) {
    const Reading reading =
        with_records(rec(biff::RecordType::number, head(0, 0) + le(0x7FF0000000000000, 8)) +
                     formula_record(0, 1, le(0x7FF8000000000000, 8)));
    EXPECT_EQ(reading.value("A1"), "none");
    EXPECT_TRUE(reading.cell("B1")->stale);
}

}  // namespace
}  // namespace tidytracker
