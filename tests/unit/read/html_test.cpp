// SPDX-License-Identifier: Apache-2.0
#include "read/html/html.hpp"

#include "read/reading.hpp"

namespace tidytracker {
namespace {

using testing::error_of;
using testing::read_as;
using testing::Reading;

Reading html_page(std::string_view body, std::string_view head = "") {
    std::string page = "<html><head>";
    page.append(head).append("</head><body>").append(body).append("</body></html>");
    return read_as(html_reader(), page);
}

TEST(Html, spans_and_tags_left_out_make_a_grid) {
    const Reading reading = html_page(
        "<table><tr><th rowspan=2>Ref<th colspan=2>Action<th>Who"
        "<tr><td>What<td>When<td>Ada"
        "<tr><td>1</td><td>Paint</td><td>May</td></tr></table>");
    EXPECT_EQ(reading.value("A1"), "text:Ref");
    EXPECT_EQ(reading.value("B1"), "text:Action");
    EXPECT_EQ(reading.value("D1"), "text:Who");
    EXPECT_EQ(reading.value("B2"), "text:What");
    EXPECT_EQ(reading.value("D2"), "text:Ada");
    EXPECT_EQ(reading.value("A3"), "text:1");
    ASSERT_EQ(reading.sheet().merged.size(), 2U);
    EXPECT_EQ(to_a1(reading.sheet().merged[0]), "A1:A2");
    EXPECT_EQ(to_a1(reading.sheet().merged[1]), "B1:C1");
    EXPECT_TRUE(reading.style("A1").bold);
    EXPECT_FALSE(reading.style("B2").bold);
}

TEST(Html, text_is_laid_out_as_a_browser_does) {
    const Reading reading = html_page(
        "<table><tr><td>  two \n words<br>next<br><br>third </td>"
        "<td><p>one</p><p>two &amp; three</p></td><td><div>a</div>b<ul><li>c<li>d</ul></td>"
        "<td>&nbsp;</td><td><pre>x\n  y</pre></td><td>caf&eacute;&#8217;s</td></tr></table>");
    EXPECT_EQ(reading.value("A1"), "text:two words\nnext\n\nthird");
    EXPECT_EQ(reading.value("B1"), "text:one\ntwo & three");
    EXPECT_EQ(reading.value("C1"), "text:a\nb\nc\nd");
    EXPECT_EQ(reading.value("D1"), "none");
    EXPECT_EQ(reading.value("E1"), "text:x\n  y");
    EXPECT_EQ(reading.value("F1"), "text:café’s");
}

TEST(Html, values_are_what_the_tags_say) {
    const Reading reading = html_page(
        "<table><tr><td class=xl1 x:num=\"45369\">18-Mar-24</td><td x:num>12</td>"
        "<td x:str>007</td><td>12</td><td x:bool=\"TRUE\">TRUE</td><td x:err=\"#N/A\">#N/A</td>"
        "<td sdval=\"45369\" sdnum=\"2057;0;DD/MM/YYYY\">18/03/2024</td>"
        "<td style='mso-number-format:\"0\\.00\"' x:num=\"3.14159\">3.14</td></tr></table>",
        "<style>.xl1{mso-number-format:\"dd\\\\-mmm\\\\-yy\";}</style>");
    EXPECT_EQ(reading.value("A1"), "number:45369");
    EXPECT_EQ(reading.shown("A1"), "18-Mar-24");
    EXPECT_TRUE(reading.workbook.is_date(*reading.cell("A1")));
    EXPECT_EQ(reading.value("B1"), "number:12");
    EXPECT_EQ(reading.value("C1"), "text:007");
    EXPECT_EQ(reading.value("D1"), "text:12");
    EXPECT_EQ(reading.value("E1"), "boolean:1");
    EXPECT_EQ(reading.value("F1"), "error:#N/A");
    EXPECT_TRUE(reading.workbook.is_date(*reading.cell("G1")));
    EXPECT_EQ(reading.shown("H1"), "3.14");
    EXPECT_EQ(reading.workbook.format_of(*reading.cell("H1")).code(), "0.00");
}

TEST(Html, fonts_fills_and_links_are_kept) {
    const Reading reading = html_page(
        "<table><tr class=late><td><s>done</s></td><td>keep <del>drop</del></td>"
        "<td bgcolor=\"#00FF00\"><b>x</b></td><td style=\"background:rgb(1, 2, 3)\">y</td>"
        "<td class=\"warn\"><a href=\"https://quill.example/?a=1&amp;b=2\">log</a></td>"
        "<td style=\"text-decoration:line-through\">z</td></tr></table>",
        "<style><!-- .warn { background-color: Orange } tr.late td, .x { color: red } "
        ".late{background:#fc0} --></style>");
    EXPECT_TRUE(reading.style("A1").strike);
    EXPECT_EQ(reading.style("A1").fill, 0xFFCC00U);
    const RichText* rich = reading.workbook.rich_text_of(*reading.cell("B1"));
    ASSERT_NE(rich, nullptr);
    EXPECT_TRUE(rich->runs.back().strike);
    EXPECT_FALSE(reading.style("B1").strike);
    EXPECT_EQ(reading.style("C1").fill, 0x00FF00U);
    EXPECT_TRUE(reading.style("C1").bold);
    EXPECT_EQ(reading.style("D1").fill, 0x010203U);
    EXPECT_EQ(reading.style("E1").fill, 0xFFA500U);
    ASSERT_EQ(reading.sheet().links.size(), 1U);
    EXPECT_EQ(reading.sheet().links[0].target, "https://quill.example/?a=1&b=2");
    EXPECT_EQ(to_a1(reading.sheet().links[0].at), "E1");
    EXPECT_TRUE(reading.style("F1").strike);
}

TEST(Html, each_table_is_a_sheet_with_the_text_before_it) {
    const Reading reading = html_page(
        "<h2>Open <i>actions</i></h2><p>as of May<table><tr><td>a</td></tr></table>"
        "<h2>Closed</h2><table><caption>Two</caption><tr><td rowspan=9>b</td></tr></table>"
        "<p>Printed by Ada<br>on Monday</p>",
        "<title>Log of\n actions</title>");
    ASSERT_EQ(reading.workbook.sheets.size(), 2U);
    EXPECT_EQ(reading.workbook.title, "Log of actions");
    EXPECT_EQ(reading.sheet().name, "Table 1");
    EXPECT_EQ(reading.value("A1"), "text:Open actions");
    EXPECT_EQ(reading.value("A2"), "text:as of May");
    EXPECT_EQ(reading.value("A3"), "none");
    EXPECT_EQ(reading.value("A4"), "text:a");
    const Sheet& second = reading.workbook.sheets[1];
    const auto shown = [&](std::uint32_t row) {
        const Cell* cell = second.find({row, 0});
        return cell == nullptr ? std::string() : reading.workbook.displayed(*cell);
    };
    EXPECT_EQ(shown(0), "Closed");
    EXPECT_EQ(shown(2), "Two");
    EXPECT_EQ(shown(3), "b");
    EXPECT_EQ(shown(5), "Printed by Ada\non Monday");
    EXPECT_TRUE(second.merged.empty());
}

TEST(Html, a_page_without_tables_keeps_its_text) {
    const Reading reading = html_page("<p>One</p><p>Two</p><script>no()</script>");
    EXPECT_EQ(reading.value("A1"), "text:One");
    EXPECT_EQ(reading.value("A2"), "text:Two");
    EXPECT_EQ(reading.sheet().cells.size(), 2U);
    EXPECT_EQ(error_of(html_reader(), "<html><script>x</script></html>").kind,
              ErrorKind::unreadable);
}

TEST(Html, a_nested_table_is_a_sheet_and_a_narrow_one_a_list_in_its_cell) {
    const Reading layout = html_page(
        "<table><tr><td>menu</td><td><table><tr><td>a<td>b<td>c</table></td></tr></table>");
    ASSERT_EQ(layout.workbook.sheets.size(), 2U);
    EXPECT_EQ(layout.value("C1"), "text:c");
    const Reading list = html_page(
        "<table><tr><td>1<td>Paint<td>Said:<table><tr><td>May</td><td>begun</td></tr>"
        "<tr><td>June</td><td>done</td></tr></table></td><td>Ada</td></tr></table>");
    ASSERT_EQ(list.workbook.sheets.size(), 1U);
    EXPECT_EQ(list.value("C1"), "text:Said:\nMay begun\nJune done");
    EXPECT_EQ(list.value("D1"), "text:Ada");
}

TEST(Html, hidden_rows_and_columns_are_marked_and_hidden_text_left_out) {
    const Reading reading = html_page(
        "<table><col><col style='display:none'><tr style=\"display: none\"><td>a<td>b</tr>"
        "<tr><td><span style=\"display:none\">20240318</span>18 March<td>c</tr></table>");
    EXPECT_TRUE(reading.sheet().find_row(0)->hidden);
    EXPECT_FALSE(reading.sheet().find_row(1)->hidden);
    EXPECT_TRUE(reading.sheet().column_hidden(1));
    EXPECT_EQ(reading.value("A2"), "text:18 March");
}

TEST(Html, the_encoding_is_the_marked_one_or_the_labelled_one) {
    const std::string body = "<table><tr><td>caf\xE9 \x93q\x94</td></tr></table>";
    EXPECT_EQ(read_as(html_reader(), "<meta charset=iso-8859-1>" + body).value("A1"),
              "text:café “q”");
    EXPECT_EQ(read_as(html_reader(),
                      "<meta http-equiv=Content-Type content=\"text/html; "
                      "charset=iso-8859-2\"><table><tr><td>\xB1</table>")
                  .value("A1"),
              "text:ą");
    EXPECT_EQ(read_as(html_reader(), "<meta charset=utf-8>" + body).value("A1"), "text:café “q”");
    std::string wide = "\xFF\xFE";
    for (const char c : std::string("<table><tr><td>x</td></tr></table>")) wide.append({c, '\0'});
    EXPECT_EQ(html_reader().confidence({"a.xls", wide}), 97);
    EXPECT_EQ(read_as(html_reader(), wide).value("A1"), "text:x");
}

TEST(Html, names_of_sheets_stand_in_a_comment) {
    const Reading reading =
        html_page("<table><tr><td>a</td></tr></table>",
                  "<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet>"
                  "<x:Name>Open &amp; late</x:Name><x:WorksheetOptions/></x:ExcelWorksheet>"
                  "</x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]-->");
    EXPECT_EQ(reading.sheet().name, "Open & late");
}

TEST(Html, is_recognised_behind_comments_and_warnings_but_not_in_prose) {
    const auto confidence = [](std::string_view name, std::string_view bytes) {
        return html_reader().confidence({name, bytes});
    };
    EXPECT_EQ(confidence("a.xls", "<!-- saved from url --><table><tr><td>x</table>"), 97);
    EXPECT_EQ(confidence("a.csv", " <!DOCTYPE HTML><p>x"), 97);
    EXPECT_EQ(confidence("a.xls", "Warning: x <br /><table border=1><tr><td>x</table>"), 96);
    EXPECT_EQ(confidence("a.csv", "Ref,Action\n1,\"Fix the <table> and <tr> <td>\"\n"), 0);
    EXPECT_EQ(confidence("a.txt", "a < b"), 0);
}

TEST(Html, pages_without_end_are_refused) {
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<b>";
    EXPECT_EQ(error_of(html_reader(), "<html>" + deep).kind, ErrorKind::unreadable);
    std::string wide = "<table><tr><td";
    for (int i = 0; i < 5'000; ++i) wide += " a" + std::to_string(i) + "=1";
    EXPECT_EQ(error_of(html_reader(), wide + ">x</table>").kind, ErrorKind::unreadable);
    ReadOptions few;
    few.limits.cells = 3;
    EXPECT_EQ(error_of(html_reader(), "<table><tr><td>a<td>b<td>c<td>d</table>", few).kind,
              ErrorKind::too_large);
}

}  // namespace
}  // namespace tidytracker
