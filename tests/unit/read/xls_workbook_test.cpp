// SPDX-License-Identifier: Apache-2.0
#include "read/biff_fixture.hpp"

namespace tidytracker {
namespace {

using namespace std::string_literals;

using testing::BiffWorkbook;
using testing::CompoundWriter;
using testing::head;
using testing::le;
using testing::le_double;
using testing::narrow_string;
using testing::read_xls;
using testing::Reading;
using testing::record;
using testing::wide;

std::string one(unsigned row = 0, unsigned column = 0) {
    return record(biff::RecordType::number, head(row, column) + le_double(1));
}

std::string font_record(unsigned flags, unsigned weight) {
    return record(biff::RecordType::font, le(200, 2) + le(flags, 2) + le(8, 2) + le(weight, 2));
}

/// A BIFF8 cell format with a solid fill of a palette colour, or none.
std::string format_record(unsigned font, unsigned number_format, unsigned colour) {
    const unsigned pattern = colour == 0 ? 0 : 1;
    return record(biff::RecordType::cell_format, le(font, 2) + le(number_format, 2) +
                                                     std::string(10, '\0') + le(pattern << 26U, 4) +
                                                     le(colour, 2));
}

bool is_plain(const CellStyle& style) {
    return !style.bold && !style.strike && !style.fill && style.number_format == 0;
}

TEST(XlsWorkbook, sheets_keep_their_order_name_and_visibility) {
    BiffWorkbook workbook;
    workbook.sheets = {
        {"Actions", one()}, {"Lists", "", 1}, {"Secret", "", 2}, {"Chart", "", 0, 2}};
    const Reading reading = read_xls(workbook);
    ASSERT_EQ(reading.workbook.sheets.size(), 3U);
    EXPECT_EQ(reading.workbook.sheets[0].name, "Actions");
    EXPECT_EQ(reading.workbook.sheets[1].visibility, Visibility::hidden);
    EXPECT_EQ(reading.workbook.sheets[2].visibility, Visibility::very_hidden);
    EXPECT_EQ(reading.workbook.format, "xls");
    EXPECT_EQ(reading.workbook.description, "Excel 97 to 2003 (BIFF8), dates from 1900");
}

TEST(XlsWorkbook, the_date_system_is_read) {
    BiffWorkbook workbook(one());
    workbook.globals = record(biff::RecordType::date_mode, le(1, 2));
    EXPECT_EQ(read_xls(workbook).workbook.date_system, DateSystem::from_1904);
}

TEST(XlsWorkbook, hidden_rows_columns_and_merges_are_read) {
    const Reading reading = read_xls(
        BiffWorkbook(record(biff::RecordType::column_info,
                            le(1, 2) + le(2, 2) + le(2560, 2) + le(0, 2) + le(1, 2)) +
                     record(biff::RecordType::row, le(1, 2) + std::string(10, '\0') + le(0x20, 2)) +
                     one(0) + one(1) +
                     record(biff::RecordType::merged_cells, le(2, 2) + le(0, 2) + le(0, 2) +
                                                                le(0, 2) + le(3, 2) + le(5, 2) +
                                                                le(4, 2) + le(0, 2) + le(3, 2))));
    EXPECT_FALSE(reading.sheet().find_row(0)->hidden);
    EXPECT_TRUE(reading.sheet().find_row(1)->hidden);
    EXPECT_TRUE(reading.sheet().column_hidden(2));
    EXPECT_FALSE(reading.sheet().column_hidden(0));
    ASSERT_EQ(reading.sheet().merged.size(), 1U);
    EXPECT_EQ(to_a1(reading.sheet().merged[0]), "A1:D1");
}

TEST(XlsWorkbook, styles_are_read) {
    BiffWorkbook workbook;
    workbook.globals =
        font_record(0, 400) + font_record(0, 700) + font_record(8, 400) + font_record(0, 400) +
        font_record(0, 700) +
        record(biff::RecordType::format, le(164, 2) + narrow_string("0.0\" km\"")) +
        format_record(0, 0, 0) + format_record(1, 164, 10) + format_record(2, 14, 8) +
        format_record(5, 9, 0) +
        record(biff::RecordType::palette, le(1, 2) + "\x12\x34\x56"s + std::string(1, '\0'));
    for (unsigned style = 0; style < 5; ++style) {
        workbook.sheets[0].records +=
            record(biff::RecordType::number, head(0, style, style) + le_double(0.5));
    }
    const Reading reading = read_xls(workbook);
    EXPECT_TRUE(is_plain(reading.style("A1")));
    EXPECT_TRUE(reading.style("B1").bold);
    EXPECT_EQ(reading.style("B1").fill, 0xFF0000U);
    EXPECT_EQ(reading.workbook.displayed(*reading.cell("B1")), "0.5 km");
    EXPECT_TRUE(reading.style("C1").strike);
    EXPECT_EQ(reading.style("C1").fill, 0x123456U);
    EXPECT_TRUE(reading.style("D1").bold) << "fonts are counted without 4";
    EXPECT_EQ(reading.workbook.displayed(*reading.cell("D1")), "50%");
    EXPECT_TRUE(is_plain(reading.style("E1"))) << "a style that is not there";
}

TEST(XlsWorkbook, the_colour_that_newer_versions_mean_overrides_the_palette) {
    const auto extension = [](unsigned format, unsigned type, unsigned tint, unsigned value) {
        return record(biff::RecordType::cell_format_extension,
                      std::string(14, '\0') + le(format, 2) + le(0, 2) + le(1, 2) + le(4, 2) +
                          le(20, 2) + le(type, 2) + le(tint, 2) + le(value, 4) +
                          std::string(8, '\0'));
    };
    BiffWorkbook workbook;
    workbook.globals = font_record(0, 400) + format_record(0, 0, 0) + format_record(0, 0, 10) +
                       format_record(0, 0, 10) + extension(1, 2, 0, 0xFF50B000) +
                       extension(2, 3, 0, 5) + extension(0, 2, 0, 0x00FFFFFF);
    workbook.sheets[0].records =
        record(biff::RecordType::mul_blank,
               le(0, 2) + le(0, 2) + le(0, 2) + le(1, 2) + le(2, 2) + le(2, 2));
    const Reading reading = read_xls(workbook);
    EXPECT_EQ(reading.value("A1"), "none") << "an empty cell without a fill says nothing";
    EXPECT_EQ(reading.style("B1").fill, 0x00B050U);
    EXPECT_EQ(reading.style("C1").fill, 0xC0504DU);
}

TEST(XlsWorkbook, notes_are_joined_with_their_texts) {
    const std::string object =
        record(biff::RecordType::object,
               le(0x15, 2) + le(0x12, 2) + le(0x19, 2) + le(7, 2) + std::string(14, '\0'));
    const std::string text = record(biff::RecordType::text_object,
                                    std::string(10, '\0') + le(13, 2) + std::string(6, '\0')) +
                             record(biff::RecordType::continuation, "\0Ada:\nask"s) +
                             record(biff::RecordType::continuation, "\1"s + wide(" Bo?")) +
                             record(biff::RecordType::continuation, std::string(16, '\0'));
    const std::string reference = record(
        biff::RecordType::note, le(3, 2) + le(1, 2) + le(0, 2) + le(7, 2) + narrow_string("Ada"));
    const Reading reading = read_xls(BiffWorkbook(one() + object + text + reference));
    ASSERT_EQ(reading.sheet().notes.size(), 1U);
    EXPECT_EQ(to_a1(reading.sheet().notes[0].at), "B4");
    EXPECT_EQ(reading.sheet().notes[0].author, "Ada");
    EXPECT_EQ(reading.sheet().notes[0].text, "ask Bo?");
}

TEST(XlsWorkbook, a_text_without_continuation_is_harmless) {
    const Reading reading = read_xls(BiffWorkbook(
        record(biff::RecordType::text_object, std::string(10, '\0') + le(13, 2)) +
        record(biff::RecordType::note, le(3, 2)) +
        record(biff::RecordType::note, le(3, 2) + le(1, 2) + le(0, 2) + le(0, 2)) + one()));
    EXPECT_TRUE(reading.sheet().notes.empty());
    EXPECT_EQ(reading.value("A1"), "number:1");
}

TEST(XlsWorkbook, notes_of_biff5_go_on_in_further_records) {
    const std::string begin =
        record(biff::RecordType::begin, le(0x0500, 2) + le(0x10, 2) + std::string(4, '\0'));
    const Reading reading =
        read_xls(begin + record(biff::RecordType::note, le(3, 2) + le(1, 2) + le(7, 2) + "ask") +
                 record(biff::RecordType::note, le(0xFFFF, 2) + le(0, 2) + le(4, 2) + " Bo?") +
                 testing::end_record());
    ASSERT_EQ(reading.sheet().notes.size(), 1U);
    EXPECT_EQ(reading.sheet().notes[0].text, "ask Bo?");
}

/// The head of a link record: cells, class id, version, flags.
std::string link_head(unsigned row, unsigned flags) {
    return le(row, 2) + le(row, 2) + le(0, 2) + le(1, 2) + std::string(16, 'i') + le(2, 4) +
           le(flags, 4);
}
std::string link_string(std::string_view text) {
    return le(text.size() + 1, 4) + wide(text) + le(0, 2);
}

TEST(XlsWorkbook, links_of_every_kind_are_read) {
    const std::string url_id = "\xE0\xC9\xEA\x79\xF9\xBA\xCE\x11\x8C\x82\0\xAA\0\x4B\xA9\x0B"s;
    const std::string file_id = "\3\3\0\0\0\0\0\0\xC0\0\0\0\0\0\0\x46"s;
    const std::string url = wide("https://example.org/") + le(0, 2);
    const Reading reading = read_xls(BiffWorkbook(
        record(biff::RecordType::hyperlink,
               link_head(0, 0x17) + link_string("shown") + url_id + le(url.size(), 4) + url) +
        record(biff::RecordType::hyperlink, link_head(1, 0x08) + link_string("Lists!A1")) +
        record(biff::RecordType::hyperlink, link_head(2, 0x01) + file_id + le(1, 2) + le(9, 4) +
                                                "plan.doc\0"s + std::string(24, '\0') + le(0, 4)) +
        record(biff::RecordType::hyperlink,
               link_head(3, 0x109) + link_string("\\\\host\\a.xls") + link_string("Sheet1!B2")) +
        record(biff::RecordType::hyperlink, link_head(4, 0x01) + "unknown") +
        record(biff::RecordType::hyperlink, link_head(5, 0x10) + le(0xFFFFFFFF, 4))));
    ASSERT_EQ(reading.sheet().links.size(), 4U);
    EXPECT_EQ(reading.sheet().links[0].target, "https://example.org/");
    EXPECT_EQ(to_a1(reading.sheet().links[0].at), "A1:B1");
    EXPECT_EQ(reading.sheet().links[1].target, "#Lists!A1");
    EXPECT_EQ(reading.sheet().links[2].target, "..\\plan.doc");
    EXPECT_EQ(reading.sheet().links[3].target, "\\\\host\\a.xls#Sheet1!B2");
}

TEST(XlsWorkbook, sheets_of_excel_2_to_4_are_read) {
    const auto sheet = [](std::uint64_t begin, const std::string& records) {
        return record(begin, le(0, 2) + le(0x10, 2) + le(0, 2)) + records + testing::end_record();
    };
    const Reading two = read_xls(
        sheet(biff::RecordType::begin2,
              record(biff::RecordType::format2, narrow_string("").substr(0, 1) + "") +
                  record(biff::RecordType::format2,
                         "\4"
                         "0.00"s) +
                  record(biff::RecordType::integer2, le(0, 2) + le(0, 2) + "\0\1\0"s + le(7, 2)) +
                  record(biff::RecordType::label2, le(0, 2) + le(1, 2) + "\0\0\0\3"s + "Dig")));
    EXPECT_EQ(two.workbook.displayed(*two.cell("A1")), "7.00");
    EXPECT_EQ(two.value("B1"), "text:Dig");
    EXPECT_EQ(two.sheet().name, "Sheet1");
    const Reading three = read_xls(
        sheet(biff::RecordType::begin3,
              record(biff::RecordType::font3, le(200, 2) + le(1, 2)) +
                  record(biff::RecordType::cell_format3, std::string(12, '\0')) + one() +
                  record(biff::RecordType::formula3, head(0, 1) + le_double(2) + le(0, 4))));
    EXPECT_TRUE(three.style("A1").bold);
    EXPECT_EQ(three.value("B1"), "number:2");
    const Reading four =
        read_xls(record(biff::RecordType::begin4, le(0, 2) + le(0x100, 2) + le(0, 2)) +
                 record(biff::RecordType::sheet_header4, le(0, 4) + "\7"
                                                                    "Actions"s) +
                 sheet(biff::RecordType::begin4, one()) +
                 record(biff::RecordType::sheet_header4, le(0, 4) + "\4"
                                                                    "More"s) +
                 sheet(biff::RecordType::begin4, one(1)));
    ASSERT_EQ(four.workbook.sheets.size(), 2U);
    EXPECT_EQ(four.workbook.sheets[1].name, "More");
    EXPECT_EQ(four.workbook.description, "Excel 4 (BIFF4), dates from 1900");
}

TEST(XlsWorkbook, a_sheet_that_breaks_off_is_read_and_reported) {
    std::string stream = BiffWorkbook(one() + one(1)).stream();
    stream.resize(stream.size() - 10);
    CompoundWriter writer;
    writer.add("Workbook", stream);
    const Reading reading = read_xls(writer.bytes());
    EXPECT_EQ(reading.value("A1"), "number:1");
    ASSERT_NE(reading.finding("truncated-file"), nullptr);
    EXPECT_EQ(reading.finding("truncated-file")->place, "Actions");
}

TEST(XlsWorkbook, sheets_that_are_elsewhere_or_listed_twice_are_reported) {
    BiffWorkbook workbook;
    workbook.sheets = {{"One", one()}, {"Two", one()}};
    std::string stream = workbook.stream();
    const std::size_t second = stream.find("\3\0Two"s) - 6;
    const std::size_t first = stream.find("\3\0One"s) - 6;
    stream.replace(second, 4, stream.substr(first, 4));
    CompoundWriter twice;
    twice.add("Workbook", stream);
    EXPECT_EQ(read_xls(twice.bytes()).finding("missing-part")->place, "Two");
    stream.replace(second, 4, le(900'000, 4));
    CompoundWriter elsewhere;
    elsewhere.add("Workbook", stream);
    EXPECT_EQ(read_xls(elsewhere.bytes()).finding("missing-part")->place, "Two");
}

TEST(XlsWorkbook, a_workbook_whose_directory_is_lost_is_found) {
    std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(504, '\0');
    bytes += BiffWorkbook(one()).stream();
    EXPECT_GT(xls_reader().confidence({"t.xls", bytes}), 50);
    const Reading reading = read_xls(bytes);
    EXPECT_EQ(reading.value("A1"), "number:1");
    EXPECT_NE(reading.finding("truncated-file"), nullptr);
}

TEST(XlsWorkbook, the_newer_of_two_streams_is_read) {
    CompoundWriter writer;
    writer.add("Book", "old");
    writer.add("Workbook", BiffWorkbook(one()).stream());
    EXPECT_EQ(read_xls(writer.bytes()).value("A1"), "number:1");
}

TEST(XlsWorkbook, other_compound_files_are_named) {
    CompoundWriter writer;
    writer.add("WordDocument", "text");
    writer.add("Objects/Workbook", BiffWorkbook(one()).stream());
    Findings findings;
    const std::string bytes = writer.bytes();
    const Result<Workbook> workbook = read({"t.xls", bytes}, {}, findings);
    ASSERT_FALSE(workbook);
    EXPECT_EQ(workbook.error().message, "the file is a Word document (.doc), which is not read");
}

TEST(XlsWorkbook, content_chooses_the_reader) {
    const std::string bytes = BiffWorkbook(one()).bytes();
    Findings findings;
    const Result<Workbook> workbook = read({"t.csv", bytes}, {}, findings);
    ASSERT_TRUE(workbook);
    EXPECT_EQ(workbook->format, "xls");
    EXPECT_EQ(xls_reader().confidence({"t.xls", "Ref,Action\n"}), 0);
    EXPECT_EQ(xls_reader().confidence({"t.xls", "\t\0A\0"}), 0);
}

TEST(XlsWorkbook, limits_hold) {
    ReadOptions options;
    options.limits.cells = 1;
    const std::string bytes = BiffWorkbook(one() + one(1)).bytes();
    EXPECT_EQ(testing::xls_error(bytes, options).kind, ErrorKind::too_large);
    options.limits = {.inflated_bytes = 10};
    EXPECT_EQ(testing::xls_error(bytes, options).kind, ErrorKind::too_large);
}

TEST(XlsWorkbook, every_prefix_of_a_stream_is_harmless) {
    const std::string stream =
        BiffWorkbook(one() + record(biff::RecordType::mul_rk, le(1, 2) + std::string(12, '\1')) +
                     record(biff::RecordType::label, head(0, 0) + le(400, 2) + "\1"))
            .stream();
    for (std::size_t size = 0; size < stream.size(); ++size) {
        Findings findings;
        (void)xls_reader().read({"t.xls", std::string_view(stream).substr(0, size)}, {}, findings);
    }
    EXPECT_EQ(testing::xls_error("").message, "the file holds no workbook");
}

}  // namespace
}  // namespace tidytracker
