// SPDX-License-Identifier: Apache-2.0
#include "read/html/html.hpp"
#include "read/html/mime.hpp"
#include "read/reading.hpp"

namespace tidytracker {
namespace {

using testing::error_of;
using testing::read_as;
using testing::Reading;

std::string mime_part(std::string_view headers, std::string_view body) {
    std::string out = "------=_Next\r\n";
    return out.append(headers).append("\r\n\r\n").append(body).append("\r\n");
}

std::string archive(std::string_view parts) {
    std::string out =
        "MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related;\r\n"
        "\tboundary=\"----=_Next\"\r\n\r\nThis is a web archive.\r\n\r\n";
    return out.append(parts).append("------=_Next--\r\n");
}

TEST(Mhtml, a_single_page_is_decoded) {
    const Reading reading = read_as(
        mhtml_reader(),
        archive(mime_part("Content-Location: file:///C:/log.htm\r\n"
                          "Content-Transfer-Encoding: quoted-printable\r\n"
                          "Content-Type: text/html; charset=\"iso-8859-2\"",
                          "<table><tr><td style=3D\"font-weight:700\">Ref=B1</td><td>long=\r\n"
                          "er</td></tr></table>")));
    EXPECT_EQ(reading.value("A1"), "text:Refą");
    EXPECT_TRUE(reading.style("A1").bold);
    EXPECT_EQ(reading.value("B1"), "text:longer");
    EXPECT_EQ(reading.workbook.format, "mhtml");
}

TEST(Mhtml, the_main_page_lists_the_sheets) {
    const std::string main =
        "<html><!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet>"
        "<x:Name>Actions</x:Name><x:WorksheetSource HRef=\"log_files/sheet002.htm\"/>"
        "</x:ExcelWorksheet><x:ExcelWorksheet><x:Name>Lists</x:Name><x:Visible>SheetHidden"
        "</x:Visible><x:WorksheetSource HRef=\"log_files/sheet001.htm\"/></x:ExcelWorksheet>"
        "<x:ExcelWorksheet><x:Name>Lost</x:Name><x:WorksheetSource HRef=\"x/sheet9.htm\"/>"
        "</x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]--></html>";
    const Reading reading = read_as(
        mhtml_reader(),
        archive(mime_part("Content-Location: file:///C:/log.htm\r\nContent-Type: text/html", main) +
                mime_part("Content-Location: file:///C:/log_files/stylesheet.css\r\n"
                          "Content-Type: text/css",
                          ".xl1{text-decoration:line-through}") +
                mime_part("Content-Location: file:///C:/log_files/sheet001.htm\r\n"
                          "Content-Type: text/html",
                          "<table><tr><td>list</td></tr></table>") +
                mime_part("Content-Location: file:///C:/log_files/sheet002.htm\r\n"
                          "Content-Transfer-Encoding: base64\r\nContent-Type: text/html",
                          "PHRhYmxlPjx0cj48dGQgY2xhc3M9eGwx\r\nPnBhaW50PC90ZD48L3RyPjwvdGFibGU+")));
    ASSERT_EQ(reading.workbook.sheets.size(), 2U);
    EXPECT_EQ(reading.sheet().name, "Actions");
    EXPECT_EQ(reading.value("A1"), "text:paint");
    EXPECT_TRUE(reading.style("A1").strike);
    EXPECT_EQ(reading.workbook.sheets[1].name, "Lists");
    EXPECT_EQ(reading.workbook.sheets[1].visibility, Visibility::hidden);
    ASSERT_NE(reading.finding("missing-part"), nullptr);
    EXPECT_EQ(reading.finding("missing-part")->place, "Lost");
}

TEST(Mhtml, names_of_sheets_are_decoded_as_their_page_is) {
    const std::string main =
        "<xml><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>Caf\xE9 log</x:Name>"
        "<x:WorksheetSource HRef=\"s1.htm\"/></x:ExcelWorksheet></x:ExcelWorksheets></xml>";
    const Reading reading =
        read_as(mhtml_reader(),
                archive(mime_part("Content-Location: file:///C:/log.htm\r\n"
                                  "Content-Type: text/html; charset=\"windows-1252\"",
                                  main) +
                        mime_part("Content-Location: file:///C:/s1.htm\r\nContent-Type: text/html",
                                  "<table><tr><td>one</td></tr></table>")));
    ASSERT_EQ(reading.workbook.sheets.size(), 1U);
    EXPECT_EQ(reading.sheet().name, "Café log");
}

TEST(Mhtml, is_recognised_by_its_headers) {
    EXPECT_EQ(mhtml_reader().confidence({"a.xls", archive("")}), 98);
    EXPECT_EQ(mhtml_reader().confidence({"a.xls",
                                         "From: <Saved>\nSubject: x\nMIME-Version: 1.0\n"
                                         "Content-Type: multipart/related; "
                                         "boundary=b\n\n--b\n"}),
              98);
    EXPECT_EQ(mhtml_reader().confidence({"a.txt", "Note: x\nContent-Type: y\n"}), 0);
    EXPECT_EQ(error_of(mhtml_reader(), archive("")).kind, ErrorKind::unreadable);
}

TEST(Mime, encodings_forgive_what_is_odd) {
    EXPECT_EQ(mime::decode_quoted_printable("a=3Db=\nc= \r\nd=zz="), "a=bcd=zz=");
    EXPECT_EQ(mime::decode_base64("aGV s\nbG8="), "hello");
}

}  // namespace
}  // namespace tidytracker
