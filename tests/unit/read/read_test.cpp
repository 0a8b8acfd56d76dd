// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/read.hpp>

#include <string>

#include <gtest/gtest.h>

#include "read/signature.hpp"

namespace tidytracker {
namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;

std::string format_of(std::string_view name, std::string_view bytes,
                      const ReadOptions& options = {}) {
    Findings findings;
    const Result<Workbook> workbook = read({name, bytes}, options, findings);
    return workbook ? workbook->format : "error: " + workbook.error().message;
}

Error error_of(std::string_view bytes, const ReadOptions& options = {}) {
    Findings findings;
    const Result<Workbook> workbook = read({"input", bytes}, options, findings);
    EXPECT_FALSE(workbook.has_value());
    return workbook ? Error{} : workbook.error();
}

constexpr std::string_view k_table = "Ref,Action,Lead\n1,Dig,Bo\n2,Fill,Una\n3,Mow,Kim\n";
constexpr std::string_view k_prose = "The forum met in May.\nIt agreed to dig, fill and mow.\n";

TEST(Read, content_chooses_the_reader) {
    EXPECT_EQ(format_of("-", k_table), "csv");
    EXPECT_EQ(format_of("-", k_prose), "text");
    EXPECT_EQ(format_of("a.txt", k_table), "csv");
    EXPECT_EQ(format_of("a.md", k_prose), "text");
}

TEST(Read, a_pasted_tracker_is_text_and_a_regular_one_a_table) {
    const std::string paste =
        "Ref\tItem\tAction\tLead\n\tMay meeting\n1\tPond\tDig the\tBo,\n\t\tbasin\tUna\n\n"
        "2\tGate\tMend\tKim\nPage 1\nItem\tAction\tLead\nGate\tPaint\tBo\n";
    const std::string table =
        "Ref\tItem\tAction\tLead\n1\tPond\tDig\tBo\n2\tGate\tMend\tKim\n3\tGate\tPaint\tBo\n";
    EXPECT_EQ(format_of("a.txt", paste), "text");
    EXPECT_EQ(format_of("-", paste), "text");
    EXPECT_EQ(format_of("a.txt", table), "tsv");
}

TEST(Read, a_named_format_overrides_the_content) {
    ReadOptions options;
    options.format = "text";
    EXPECT_EQ(format_of("a.csv", k_table, options), "text");
    options.format = "CSV";
    EXPECT_EQ(format_of("a.txt", k_prose, options), "csv");
}

TEST(Read, an_unknown_format_is_refused_with_a_suggestion) {
    ReadOptions options;
    options.format = "txet";
    const Error error = error_of(k_table, options);
    EXPECT_EQ(error.kind, ErrorKind::usage);
    EXPECT_EQ(error.help, "did you mean text?");
}

TEST(Read, a_named_delimiter_makes_a_text_a_table) {
    ReadOptions options;
    options.delimiter = "d";
    EXPECT_EQ(format_of("a.txt", k_prose, options), "csv");
}

TEST(Read, a_named_encoding_makes_bytes_a_text) {
    ReadOptions options;
    options.encoding = "IBM037";  // EBCDIC: "Dig" and two line ends
    EXPECT_EQ(format_of("a", "\xC4\x89\x87\x25\x25", options), "text");
    options.encoding = "no-such-code";
    EXPECT_EQ(error_of("x", options).kind, ErrorKind::usage);
}

TEST(Read, an_empty_file_is_called_that) {
    EXPECT_EQ(error_of("").message, "the file is empty");
    EXPECT_EQ(error_of("\xEF\xBB\xBF\r\n").kind, ErrorKind::unreadable);
}

TEST(Read, bytes_that_are_no_text_are_refused_with_advice) {
    std::string bytes;
    for (int i = 0; i < 2048; ++i) bytes += static_cast<char>(i * 37 % 256);
    const Error error = error_of(bytes);
    EXPECT_EQ(error.kind, ErrorKind::unreadable);
    EXPECT_NE(error.help.find("--encoding"), std::string::npos);
}

struct Sample {
    std::string bytes{};
    std::string name{};
};

TEST(Read, other_formats_are_named) {
    const std::string zip = "PK\x03\x04";
    const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    const std::string padding(100'000, 'x');
    const Sample samples[] = {
        {"%PDF-1.7\n", "a PDF document"},
        {zip + "mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
         "an OpenDocument spreadsheet (.ods)"},
        {zip + padding + "word/document.xml", "a Word document (.docx)"},
        {zip + padding, "a zip archive"},
        {ole + "W\0o\0r\0k\0b\0o\0o\0k\0"s, "an old Excel workbook (.xls)"},
        {ole + "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"s, "a Word document (.doc)"},
        {"{\\rtf1\\ansi Dig}", "an RTF document"},
        {" \n<!DOCTYPE HTML PUBLIC>", "an HTML page"},
        {"<table><tr><td>Dig", "an HTML page"},
        {"<?xml version=\"1.0\"?><a xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>",
         "an Excel 2003 XML workbook"},
        {"{ \"records\": [] }\n", "a JSON document"},
        {"\x89PNG\r\n\x1A\n", "an image (PNG)"},
        {"RIFF\x10\0\0\0WEBP"s, "an image (WebP)"},
        {"\x1F\x8B\x08", "a gzip archive"},
    };
    for (const Sample& sample : samples) {
        const Signature* signature = find_signature(sample.bytes);
        ASSERT_NE(signature, nullptr) << sample.name;
        EXPECT_EQ(signature->name, sample.name);
        EXPECT_FALSE(signature->help.empty());
    }
}

TEST(Read, what_nobody_reads_is_an_error_with_its_name) {
    const Error error = error_of("{\\rtf1\\ansi Dig}");
    EXPECT_EQ(error.kind, ErrorKind::unsupported);
    EXPECT_EQ(error.message, "the file is an RTF document, which is not read");
    EXPECT_FALSE(error.help.empty());
}

TEST(Read, a_password_is_called_that) {
    const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s;
    const std::string stream = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s;
    EXPECT_EQ(error_of(ole + stream).kind, ErrorKind::encrypted);
}

TEST(Read, brackets_do_not_make_text_json) {
    EXPECT_EQ(find_signature("[Draft] Actions of the forum\n"), nullptr);
    EXPECT_EQ(find_signature("[Draft]"), nullptr);
    EXPECT_EQ(find_signature("{name}"), nullptr);
    EXPECT_NE(find_signature("[{\"ref\": 1}]"), nullptr);
}

}  // namespace
}  // namespace tidytracker
