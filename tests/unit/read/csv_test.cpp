// SPDX-License-Identifier: Apache-2.0
#include "read/csv/csv.hpp"

#include <span>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace tidytracker {
namespace {

Workbook workbook_of(std::string_view bytes, const ReadOptions& options = {}) {
    Findings findings;
    Result<Workbook> workbook = csv_reader().read({"north.csv", bytes}, options, findings);
    EXPECT_TRUE(workbook.has_value());
    return workbook.value_or(Workbook{});
}

std::string text_at(const Workbook& workbook, std::uint32_t row, std::uint32_t column) {
    const Cell* cell = workbook.sheets.at(0).find({row, column});
    return cell == nullptr ? "" : std::string(workbook.strings[cell->text]);
}

int confidence_of(std::string_view name, std::string_view bytes) {
    return csv_reader().confidence({name, bytes});
}

TEST(CsvReader, every_record_is_the_row_of_its_number) {
    const Workbook workbook = workbook_of("Ref,Action,Due\n\n1,,June\n,,\n2,Dig,\n");
    const Sheet& sheet = workbook.sheets.at(0);
    EXPECT_EQ(sheet.places, PlaceStyle::a1);
    EXPECT_EQ(sheet.rows.size(), 3U);  // blank records have no row, but count
    EXPECT_EQ(text_at(workbook, 2, 2), "June");
    EXPECT_EQ(sheet.find({2, 1}), nullptr);
    EXPECT_EQ(text_at(workbook, 4, 1), "Dig");
}

TEST(CsvReader, values_stay_as_they_are_written) {
    const Workbook workbook = workbook_of("Ref,Due,Sum\n007,01/02/2024,'=1+1\n 8 ,TRUE,1e5\n");
    EXPECT_EQ(text_at(workbook, 1, 0), "007");
    EXPECT_EQ(text_at(workbook, 1, 2), "'=1+1");
    EXPECT_EQ(text_at(workbook, 2, 0), " 8 ");
    EXPECT_EQ(workbook.sheets[0].find({2, 1})->kind, CellKind::text);
}

TEST(CsvReader, the_description_says_what_was_found) {
    EXPECT_EQ(workbook_of("Ref;Lead\r\n1;Ren\xE9\r\n2;Bo\r\n").description,
              "Windows-1252, semicolon, CRLF");
    EXPECT_EQ(workbook_of("\xEF\xBB\xBFRef,Lead\n1,Bo\r\n2,Una\r").description,
              "UTF-8 with byte order mark, comma, mixed line ends");
    EXPECT_EQ(workbook_of("Lead\nBo\nUna\n").description, "UTF-8, one column, LF");
    EXPECT_EQ(workbook_of("'a','b, c'\n'1','d, e'\n").description,
              "UTF-8, comma, LF, single quotes");
}

TEST(CsvReader, tabs_make_it_tsv) {
    EXPECT_EQ(workbook_of("Ref\tLead\n1\tBo\n2\tUna\n").format, "tsv");
    EXPECT_EQ(workbook_of("Ref,Lead\n1,Bo\n2,Una\n").format, "csv");
}

TEST(CsvReader, ragged_rows_stay_ragged) {
    const Workbook workbook = workbook_of("a,b,c\n1,2,3\n4,5\n6,7,8,9\n");
    EXPECT_EQ(workbook.sheets[0].rows[2].count, 2U);
    EXPECT_EQ(workbook.sheets[0].rows[3].count, 4U);
}

TEST(CsvReader, the_users_delimiter_and_encoding_win) {
    ReadOptions options;
    options.delimiter = "tab";
    options.encoding = "ISO-8859-2";
    const Workbook workbook = workbook_of("a,b\t\xB1\nc,d\te\n", options);
    EXPECT_EQ(text_at(workbook, 0, 0), "a,b");
    EXPECT_EQ(text_at(workbook, 0, 1), "\u0105");
    EXPECT_EQ(workbook.description, "ISO-8859-2, tab, LF");
}

TEST(CsvReader, a_delimiter_that_cannot_be_one_is_refused) {
    Findings findings;
    ReadOptions options;
    options.delimiter = "\"";
    const auto result = csv_reader().read({"a.csv", "a,b\n"}, options, findings);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::usage);
}

TEST(CsvReader, an_unclosed_quote_is_reported_with_its_place) {
    Findings findings;
    const auto workbook = csv_reader().read(
        {"a.csv", "Ref,Action,Lead\n1,\"Dig,Bo\n2,Fill,Una\n3,Mow,Kim\n"}, {}, findings);
    ASSERT_TRUE(workbook);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].rule, "unclosed-quote");
    EXPECT_EQ(findings[0].place, "B2");
    EXPECT_EQ(findings[0].text, "Dig");
    EXPECT_EQ(text_at(*workbook, 3, 2), "Kim");
}

TEST(CsvReader, many_unclosed_quotes_are_counted_not_listed) {
    std::string text = "Ref,Action,Lead\n";
    for (int i = 0; i < 600; ++i) text += "1,Mow,Bo\n";
    for (int i = 0; i < 150; ++i) text += "1,\"Dig,Bo\n";
    Findings findings;
    ASSERT_TRUE(csv_reader().read({"a.csv", text}, {}, findings));
    ASSERT_EQ(findings.size(), 101U);
    EXPECT_EQ(findings.back().message, "50 more cells have a quotation mark that never closes");
}

TEST(CsvReader, a_delimiter_without_quotes_does_not_shift_the_row) {
    Findings findings;
    const auto workbook = csv_reader().read({"a.csv",
                                             "Ref,Action,Lead\n1,Dig, fill, and level,Bo\n"
                                             "2,Mow,Una\n3,Rake,Kim\n4,Sow,Bo,late\n"},
                                            {}, findings);
    ASSERT_TRUE(workbook);
    EXPECT_EQ(text_at(*workbook, 1, 1), "Dig, fill, and level");
    EXPECT_EQ(text_at(*workbook, 1, 2), "Bo");
    EXPECT_EQ(text_at(*workbook, 4, 3), "late");  // no blank: a note beside the table
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].rule, "unquoted-delimiter");
    EXPECT_EQ(findings[0].place, "B2");
    EXPECT_EQ(findings[0].text, "Dig, fill, and level");
}

TEST(CsvReader, lines_in_quotes_are_a_table_again) {
    const Workbook workbook =
        workbook_of("\"Ref,Action,Lead\"\n\"1,\"\"Mend, paint\"\",Ola\"\n\"2,Dig,Una\"\n");
    EXPECT_EQ(text_at(workbook, 1, 1), "Mend, paint");
    EXPECT_EQ(text_at(workbook, 2, 2), "Una");
    EXPECT_EQ(workbook.description, "UTF-8, comma, LF, each line in quotes");
    const Workbook amounts = workbook_of("\"Cost\"\n\"1,200,000\"\n\"3,400,000\"\n");
    EXPECT_EQ(text_at(amounts, 1, 0), "1,200,000");
}

TEST(CsvReader, rows_come_one_by_one_with_their_texts) {
    Findings findings;
    std::vector<std::string> rows;
    const auto take = [&rows](std::uint32_t row, std::span<const std::string_view> texts) {
        std::string& line = rows.emplace_back(std::to_string(row));
        for (const std::string_view text : texts) line.append("|").append(text);
        return Result<void>{};
    };
    ReadOptions options;
    options.limits.cells = 3;  // counts what is held
    const auto done = csv_reader().read_rows(
        {"a.csv", "Ref,Action\n1,\"a \"\"b\"\" c\"\n\n2,\"d\ne\"\n"}, options, take, findings);
    ASSERT_TRUE(done);
    EXPECT_EQ(rows, (std::vector<std::string>{"0|Ref|Action", "1|1|a \"b\" c", "2|", "3|2|d\ne"}));
}

TEST(CsvReader, rows_end_where_the_caller_fails) {
    Findings findings;
    int rows = 0;
    const auto take = [&rows](std::uint32_t, std::span<const std::string_view>) -> Result<void> {
        if (++rows < 2) return {};
        return fail(ErrorKind::unwritable, "the disk is full", "");
    };
    const auto done = csv_reader().read_rows({"a.csv", "a,b\n1,2\n3,4\n"}, {}, take, findings);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().message, "the disk is full");
    EXPECT_EQ(rows, 2);
}

TEST(CsvReader, mended_bytes_are_reported) {
    Findings findings;
    ASSERT_TRUE(csv_reader().read({"a.csv", "Zo\u00EB,Ren\xE9\nBo,Kim\n"}, {}, findings));
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].rule, "mixed-encoding");
    EXPECT_EQ(findings[0].message, "the text is UTF-8, but 1 byte of it is Windows-1252");
    findings.clear();
    ASSERT_TRUE(csv_reader().read({"a.csv", "caf\xE9,\x81\nBo,Kim\n"}, {}, findings));
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].rule, "lost-characters");
}

TEST(CsvReader, budgets_end_the_reading_with_the_name_of_their_flag) {
    Findings findings;
    ReadOptions options;
    options.limits.cells = 3;
    const auto result = csv_reader().read({"a.csv", "a,b\n1,2\n"}, options, findings);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::too_large);
    EXPECT_NE(result.error().help.find("--max-cells"), std::string::npos);
}

TEST(CsvReader, more_columns_than_a_sheet_can_have_are_refused) {
    Findings findings;
    ReadOptions options;
    options.delimiter = ",";
    const auto result =
        csv_reader().read({"a.csv", "a,b\n" + std::string(70'000, ',')}, options, findings);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().message, "row 2 has more than 65536 fields");
}

TEST(CsvReader, a_separator_line_is_no_row) {
    const Workbook workbook = workbook_of("sep=;\r\na,b;c\r\nd;e\r\n");
    EXPECT_EQ(text_at(workbook, 0, 0), "a,b");
    EXPECT_EQ(workbook.description, "UTF-8, semicolon, CRLF");
}

TEST(CsvReader, the_tsv_reader_parts_at_tabs_alone) {
    Findings findings;
    const auto workbook = tsv_reader().read({"a", "a,b\tc,d\n"}, {}, findings);
    ASSERT_TRUE(workbook);
    EXPECT_EQ(text_at(*workbook, 0, 1), "c,d");
}

TEST(CsvReader, content_counts_for_more_than_the_name) {
    const std::string table = "Ref,Action,Lead\n1,Dig,Bo\n2,Fill,Una\n3,Mow,Kim\n";
    EXPECT_GT(confidence_of("north.txt", table), 55);
    EXPECT_GT(confidence_of("north.csv", table), confidence_of("north", table));
    EXPECT_EQ(confidence_of("north.csv", "%PDF-1.7\n"), 0);
    EXPECT_EQ(confidence_of("north.csv", " \n"), 0);
}

TEST(CsvReader, a_name_decides_where_the_content_does_not) {
    EXPECT_LT(confidence_of("north", "Lead\nBo\nUna\n"), 50);
    EXPECT_GT(confidence_of("north.CSV", "Lead\nBo\nUna\n"), 50);
}

TEST(CsvReader, a_paste_is_a_table_if_quotes_part_its_cells) {
    const std::string plain =
        "Ref\tAction\tLead\n1\tDig\tBo\n2\tFill\tUna\n\tMow\n3\tPlant\tKim\n4\tRake\tBo\n";
    const std::string quoted =
        "Ref\tAction\tLead\n1\t\"Dig\nand level\"\tBo\n2\tFill\tUna\n\tMow\n3\tPlant\tKim\n"
        "4\tRake\tBo\n";
    EXPECT_LT(confidence_of("paste.txt", plain), 55);
    EXPECT_GT(confidence_of("paste.txt", quoted), 55);
}

}  // namespace
}  // namespace tidytracker
