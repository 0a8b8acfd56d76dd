// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "read/csv/delimiters.hpp"
#include "read/csv/dialect.hpp"

namespace tidytracker {
namespace {

CsvDialect dialect_of(std::string_view text) {
    return detect_csv_dialect(text).dialect;
}

std::string repeated(std::string_view line, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += line;
    return out;
}

TEST(CsvDialect, each_usual_delimiter_is_found) {
    for (const std::string_view delimiter :
         {",", ";", "\t", "|", ":", "~", "^", ", ", "; ", " | ", "||", "::", "\x1F"}) {
        std::string text;
        for (const std::string_view row : {"Ref", "A1", "A2", "A3"}) {
            text += fmt::format("{1}{0}Mend the gate{0}Ola Brandt{0}open\n", delimiter, row);
        }
        EXPECT_EQ(dialect_of(text).delimiter, delimiter);
        EXPECT_EQ(dialect_of(text).columns, 4U);
    }
}

TEST(CsvDialect, commas_within_cells_do_not_outvote_semicolons) {
    const std::string text =
        "Ref;Action;Lead\n"
        "1;Paint, sand, and oil the benches;Ola\n"
        "2;Call Mr Finch, Ms Grey;Una, Bo\n"
        "3;Order gravel;Una\n";
    EXPECT_EQ(dialect_of(text).delimiter, ";");
}

TEST(CsvDialect, the_body_decides_not_titles_above_or_notes_below) {
    const std::string text =
        "Harbour Forum; actions, dates, and leads\n"
        "Correct at 1 May; draft\n\n"
        "Ref,Action,Lead,Due\n" +
        repeated("7,Dredge the basin,Ola,1 June\n", 5) + "Page 1; end\n";
    EXPECT_EQ(dialect_of(text).delimiter, ",");
    EXPECT_EQ(dialect_of(text).columns, 4U);
}

TEST(CsvDialect, times_and_dates_are_no_columns) {
    const std::string text = "Day,Start\n" + repeated("01/02/2024,10:30:00\n", 6);
    EXPECT_EQ(dialect_of(text).delimiter, ",");
}

TEST(CsvDialect, times_in_one_column_are_not_parted) {
    EXPECT_EQ(dialect_of("Start\n10:30:00\n10:45:00\n11:15:00\n").delimiter, "");
    EXPECT_EQ(dialect_of("When\n2024-03-01T10:30:00\n2024-03-02T11:30:00\n").delimiter, "");
}

TEST(CsvDialect, the_delimiter_of_the_header_outvotes_one_of_the_cells) {
    EXPECT_EQ(dialect_of("Ref\tAction\n1\tMend, paint, oil\n2\tDig, fill, rake\n3\tMow, sow, "
                         "burn\n")
                  .delimiter,
              "\t");
    EXPECT_EQ(
        dialect_of("Action,Leads\nMend,Ola;Una;Bo\nDig,Kim;Bo;Ola\nMow,Una;Ola;Kim\n").delimiter,
        ",");
}

TEST(CsvDialect, decimal_commas_part_nothing) {
    EXPECT_EQ(dialect_of(repeated("12,50;3,5\n", 6)).delimiter, ";");
}

TEST(CsvDialect, a_delimiter_that_somebody_invented_is_found) {
    for (const std::string_view delimiter : {"|~|", "^|^", " ; ", "\t|\t"}) {
        std::string text;
        for (const std::string_view row : {"Ref", "A1", "A2", "A3"}) {
            text += fmt::format("{1}{0}Mend the gate{0}{0}open\n", delimiter, row);
        }
        EXPECT_EQ(dialect_of(text).delimiter, delimiter);
        EXPECT_EQ(dialect_of(text).columns, 4U);
    }
}

TEST(CsvDialect, empty_columns_are_no_long_delimiter) {
    EXPECT_EQ(dialect_of("Ref,,Action,,Lead\n1,,Mend,,Ola\n2,,Dig,,Una\n").delimiter, ",");
}

TEST(CsvDialect, one_column_has_no_delimiter) {
    EXPECT_EQ(dialect_of("Lead\nOla\nUna\nBo\n").delimiter, "");
    EXPECT_EQ(dialect_of("Link\nhttps://a.example\nhttps://b.example\n").delimiter, "");
}

TEST(CsvDialect, one_quoted_column_stays_one_column) {
    EXPECT_EQ(dialect_of("Cost\n\"1,200\"\n\"3,400\"\n\"5,600\"\n").delimiter, "");
}

TEST(CsvDialect, prose_has_no_delimiter) {
    const std::string text =
        "The forum met in May.\n"
        "It agreed, after some debate, to mend the gate.\n"
        "Nobody spoke against it.\n"
        "A date was not set, since the contractor is ill.\n"
        "The next meeting is in June.\n";
    EXPECT_EQ(dialect_of(text).delimiter, "");
    EXPECT_EQ(detect_csv_dialect(text).fit, 0);
}

TEST(CsvDialect, single_quotes_part_cells_only_if_they_wrap_them) {
    const std::string quoted = "1,'Paint, then oil','Ola'\n2,'Dig, fill','Una'\n3,'Mow','Bo'\n";
    EXPECT_EQ(dialect_of(quoted).quote, '\'');
    const std::string apostrophes = "1,Ola's gate,5' wide\n2,'tis done,Bo\n3,Una's,6'\n";
    EXPECT_EQ(dialect_of(apostrophes).quote, '"');
}

TEST(CsvDialect, quotes_that_never_pair_are_text) {
    const std::string text = "1,\"Ola,a\n2,\"Una,b\n3,\"Bo,c\n4,\"Kim,d\n";
    EXPECT_EQ(dialect_of(text).quote, '\0');
    EXPECT_EQ(dialect_of(text).columns, 3U);
}

TEST(CsvDialect, backslash_escapes_are_found) {
    const std::string text =
        "1,\"Ola said \\\"yes\\\", at last\",a\n"
        "2,\"Una said \\\"no\\\", of course\",b\n"
        "3,\"Bo\",c\n";
    EXPECT_EQ(dialect_of(text).escape, '\\');
    EXPECT_EQ(dialect_of("a,\"b \"\"c\"\"\"\n1,2\n").escape, '\0');
}

TEST(CsvDialect, a_separator_line_decides_and_is_skipped) {
    const CsvDialect dialect = dialect_of("sep=;\r\na,b;c,d\r\n1,2;3,4\r\n");
    EXPECT_EQ(dialect.delimiter, ";");
    EXPECT_EQ(dialect.skip, 7U);
    EXPECT_EQ(dialect_of("\"sep=|\"\na|b\n").delimiter, "|");
    EXPECT_EQ(dialect_of("sep=").skip, 0U);
}

TEST(CsvDialect, comment_lines_are_those_that_do_not_fit_the_table) {
    const std::string rows = repeated("1,Mend the gate,Ola\n", 4);
    EXPECT_EQ(dialect_of("# drawn up, on Monday\nRef,Action,Lead\n" + rows).comment, "#");
    EXPECT_EQ(dialect_of("#,Action,Lead\n" + rows).comment, "");
    EXPECT_EQ(
        dialect_of("// drawn up, on Monday, by hand, see log\nRef,Action,Lead\n" + rows).comment,
        "//");
    EXPECT_EQ(dialect_of("Ref,Action,Lead\n" + rows + "% end, of, the, list\n").comment, "%");
}

TEST(CsvDialect, the_users_delimiter_is_not_doubted) {
    const CsvDetection detection = detect_csv_dialect("a,b;c\n1,2;3\n", ";");
    EXPECT_EQ(detection.dialect.delimiter, ";");
    EXPECT_EQ(detect_csv_dialect("a,b\n", "").dialect.delimiter, "");
    EXPECT_EQ(detect_csv_dialect("a,b\n", "#").dialect.delimiter, "#");
}

TEST(CsvDialect, a_table_fits_better_than_a_pasted_page) {
    const std::string rows = repeated("1\tMend the gate\tOla\n", 8);
    const std::string paste = "1\tMend the gate\tOla\n\n2\tDig\n\nPage 1\n" + rows.substr(0, 60) +
                              "\n3\nFill\tsand\n\t\t\tx\n2\t1\n";
    EXPECT_GT(detect_csv_dialect(rows).fit, 0.9);
    EXPECT_LT(detect_csv_dialect(paste).fit, 0.6);
}

TEST(CsvDialect, delimiters_have_names) {
    EXPECT_EQ(delimiter_name(";"), "semicolon");
    EXPECT_EQ(delimiter_name(""), "one column");
    EXPECT_EQ(delimiter_name("|~|"), "'|~|'");
}

}  // namespace
}  // namespace tidytracker
