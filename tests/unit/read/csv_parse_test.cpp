// SPDX-License-Identifier: Apache-2.0
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "read/csv/parse.hpp"

namespace tidytracker {
namespace {

using Records = std::vector<std::vector<std::string>>;

struct Parsed {
    Records records{};
    std::vector<std::size_t> unclosed{};  ///< records with a quote that is not closed
};

Parsed parse(std::string_view text, const CsvDialect& dialect = {}) {
    Parsed parsed;
    CsvParser parser(text, dialect);
    std::vector<CsvField> fields;
    std::string scratch;
    while (parser.next(fields)) {
        if (parser.unclosed_field() != CsvParser::k_none) {
            parsed.unclosed.push_back(parsed.records.size());
        }
        parsed.records.emplace_back();
        for (const CsvField& field : fields) {
            parsed.records.back().emplace_back(value_of(field, dialect, scratch));
        }
    }
    return parsed;
}

Records records_of(std::string_view text, const CsvDialect& dialect = {}) {
    return parse(text, dialect).records;
}

CsvDialect with_columns(std::size_t columns) {
    CsvDialect dialect;
    dialect.columns = columns;
    return dialect;
}

TEST(CsvParse, records_end_at_any_line_end) {
    EXPECT_EQ(records_of("a,b\r\nc,d\re,f\ng"),
              (Records{{"a", "b"}, {"c", "d"}, {"e", "f"}, {"g"}}));
    EXPECT_EQ(records_of("a\n"), (Records{{"a"}}));
    EXPECT_EQ(records_of(""), Records{});
}

TEST(CsvParse, blank_lines_and_trailing_delimiters_are_kept) {
    EXPECT_EQ(records_of("a\n\nb,\n"), (Records{{"a"}, {""}, {"b", ""}}));
    EXPECT_EQ(records_of("a,"), (Records{{"a", ""}}));
}

TEST(CsvParse, quotes_hold_delimiters_line_ends_and_doubled_quotes) {
    EXPECT_EQ(records_of("1,\"a, b\r\nc \"\"d\"\"\",2\n"),
              (Records{{"1", "a, b\r\nc \"d\"", "2"}}));
    EXPECT_EQ(records_of("\"\",\"\"\"\"\n"), (Records{{"", "\""}}));
}

TEST(CsvParse, blanks_around_quotes_are_syntax) {
    EXPECT_EQ(records_of("1, \"a, b\" ,2"), (Records{{"1", "a, b", "2"}}));
}

TEST(CsvParse, quotes_within_an_unquoted_field_are_text) {
    EXPECT_EQ(records_of("12\" pipe,the \"old\" gate,5'"),
              (Records{{"12\" pipe", "the \"old\" gate", "5'"}}));
}

TEST(CsvParse, unescaped_quotes_within_a_quoted_field_are_text) {
    EXPECT_EQ(records_of("1,\"Una said \"no\" to it\",x"),
              (Records{{"1", "Una said \"no\" to it", "x"}}));
}

TEST(CsvParse, text_behind_a_closing_quote_is_kept) {
    EXPECT_EQ(records_of("\"Quick wins\" programme,x\n1,2\n"),
              (Records{{"\"Quick wins\" programme", "x"}, {"1", "2"}}));
    EXPECT_EQ(records_of("\"Finch, Ola\" (chair),x\n1,2\n"),
              (Records{{"\"Finch, Ola\" (chair)", "x"}, {"1", "2"}}));
    EXPECT_EQ(records_of("\"Dig\" and \"fill\",x\n"), (Records{{"\"Dig\" and \"fill\"", "x"}}));
}

TEST(CsvParse, an_unclosed_quote_ends_where_the_row_is_whole) {
    const Parsed parsed = parse(
        "1,\"Dig,Ola\n"
        "2,\"Fill, level\",Una\n"
        "3,Mow,Bo\n",
        with_columns(3));
    EXPECT_EQ(parsed.records,
              (Records{{"1", "Dig", "Ola"}, {"2", "Fill, level", "Una"}, {"3", "Mow", "Bo"}}));
    EXPECT_EQ(parsed.unclosed, (std::vector<std::size_t>{0}));
}

TEST(CsvParse, an_unclosed_quote_may_span_lines) {
    const Parsed parsed = parse("1,\"Dig\nthen fill,Ola\n2,Mow,Bo\n", with_columns(3));
    EXPECT_EQ(parsed.records, (Records{{"1", "Dig\nthen fill", "Ola"}, {"2", "Mow", "Bo"}}));
    EXPECT_EQ(parsed.unclosed.size(), 1U);
}

TEST(CsvParse, an_unclosed_quote_in_the_last_field_does_not_swallow_rows) {
    const Parsed parsed = parse("1,Ola,\"Dig\n2,Una,Fill\n3,Bo,\"Mow\"\n", with_columns(3));
    EXPECT_EQ(parsed.records,
              (Records{{"1", "Ola", "Dig"}, {"2", "Una", "Fill"}, {"3", "Bo", "Mow"}}));
}

TEST(CsvParse, rows_that_look_whole_within_a_misread_quote_are_freed) {
    // The inch mark in the second row closes the quote of the first one well, but for the width.
    const Parsed parsed = parse("1,\"Dig,Ola,open\n2,Una,pipe 6\",open\n", with_columns(4));
    EXPECT_EQ(parsed.records,
              (Records{{"1", "Dig", "Ola", "open"}, {"2", "Una", "pipe 6\"", "open"}}));
}

TEST(CsvParse, a_well_formed_field_of_several_lines_is_believed_in_a_ragged_row) {
    const Records expected{{"1", "Dig, level\nfill, mow", "Ola"}};
    EXPECT_EQ(records_of("1,\"Dig, level\nfill, mow\",Ola\n", with_columns(4)), expected);
}

TEST(CsvParse, an_unclosed_quote_at_the_very_end_is_reported) {
    const Parsed parsed = parse("a,\"b");
    EXPECT_EQ(parsed.records, (Records{{"a", "b"}}));
    EXPECT_EQ(parsed.unclosed.size(), 1U);
}

TEST(CsvParse, delimiters_of_several_characters_part_fields) {
    CsvDialect dialect;
    dialect.delimiter = "::";
    EXPECT_EQ(records_of("a::\"b::c\"::d:e", dialect), (Records{{"a", "b::c", "d:e"}}));
    dialect.delimiter = ", ";
    EXPECT_EQ(records_of("a, 1,204, \"b, c\"\nd,\n", dialect),
              (Records{{"a", "1,204", "b, c"}, {"d", ""}}));
    dialect.delimiter = " | ";
    EXPECT_EQ(records_of("\"a\" | \"b\" | c", dialect), (Records{{"a", "b", "c"}}));
}

TEST(CsvParse, backslashes_escape_quotes_and_delimiters) {
    CsvDialect dialect;
    dialect.escape = '\\';
    EXPECT_EQ(records_of("\"a \\\"b\\\", c\",d\\,e,f\\g\\\\\n", dialect),
              (Records{{"a \"b\", c", "d,e", "f\\g\\"}}));
}

TEST(CsvParse, without_quotes_every_quote_is_text) {
    CsvDialect dialect;
    dialect.quote = '\0';
    EXPECT_EQ(records_of("\"a,b\"\n", dialect), (Records{{"\"a", "b\""}}));
}

TEST(CsvParse, one_column_has_no_delimiter) {
    CsvDialect dialect;
    dialect.delimiter.clear();
    EXPECT_EQ(records_of("a,b;c\n\"d\ne\"\n", dialect), (Records{{"a,b;c"}, {"d\ne"}}));
}

TEST(CsvParse, a_comment_line_is_one_field) {
    CsvDialect dialect;
    dialect.comment = "#";
    EXPECT_EQ(records_of("# a, \"b\n1,2\n", dialect), (Records{{"# a, \"b"}, {"1", "2"}}));
}

TEST(CsvParse, hostile_quotes_take_no_more_than_linear_time) {
    // Each line asks for a look at the rest of the text; this would take hours if it were granted.
    std::string text;
    for (int i = 0; i < 200'000; ++i) text += "\"a\"b,\"c\n";
    EXPECT_GT(parse(text, with_columns(5)).records.size(), 1000U);
    std::string one_line;
    for (int i = 0; i < 200'000; ++i) one_line += "\"a\"b\"c,";
    EXPECT_GE(parse(one_line, with_columns(5)).records.size(), 1U);
}

TEST(CsvParse, records_that_look_plain_for_long_take_no_more_than_linear_time) {
    std::string text = "a,b,c\n";
    for (int i = 0; i < 100000; ++i) text += "x\",y,\"\np,q,r\n";
    EXPECT_GT(records_of(text, with_columns(3)).size(), 100000U);
}

TEST(CsvParse, line_ends_within_fields_do_not_count) {
    const CsvDialect dialect;
    CsvParser parser("a,\"b\nc\"\r\nd,e\r\n", dialect);
    std::vector<CsvField> fields;
    while (parser.next(fields)) {
    }
    EXPECT_EQ(parser.line_ends().name(), "CRLF");
}

/// What the parser makes of a text, down to the flags of each field.
std::string account_of(std::string_view text, const CsvDialect& dialect) {
    std::string account;
    CsvParser parser(text, dialect);
    std::vector<CsvField> fields;
    std::string scratch;
    while (parser.next(fields)) {
        for (const CsvField& field : fields) {
            account += field.quoted ? "[q" : "[";
            account += field.odd ? "o " : " ";
            account.append(value_of(field, dialect, scratch)) += ']';
        }
        account += parser.unclosed_field() == CsvParser::k_none ? "" : " unclosed";
        account += '\n';
    }
    return account.append(parser.line_ends().name());
}

// An escape that never occurs changes nothing but the way that records are taken.
TEST(CsvParse, plain_records_are_read_as_all_others) {
    std::mt19937 random(20240903);
    constexpr std::string_view k_fields[] = {"",
                                             "a",
                                             "b c",
                                             " d",
                                             R"("")",
                                             R"("x, y")",
                                             "\"two\nlines\"",
                                             "\"\r\n\"",
                                             R"(say "so")",
                                             R"("A ""B"" C")",
                                             R"( "e")",
                                             "\"f\" ",
                                             R"("g" h)",
                                             "7"};
    for (int round = 0; round < 20000; ++round) {
        std::string text;
        for (std::size_t count = random() % 40; count > 0; --count) {
            text += k_fields[random() % std::size(k_fields)];
            text += random() % 3 > 0 ? "," : random() % 2 > 0 ? "\n" : "\r\n";
        }
        CsvDialect plain = with_columns(random() % 4);
        if (random() % 8 == 0) plain.quote = '\0';
        CsvDialect other = plain;
        other.escape = '\x01';
        ASSERT_EQ(account_of(text, plain), account_of(text, other)) << text;
    }
}

}  // namespace
}  // namespace tidytracker
