// SPDX-License-Identifier: Apache-2.0
#include "read/xlsx/colours.hpp"
#include "read/xlsx_fixture.hpp"

namespace tidytracker {
namespace {

using testing::Parts;
using testing::read_workbook;
using testing::Reading;

/// Cells A1, B1, ... have the styles 0, 1, ...
Reading with_styles(std::string_view inner, std::string_view theme = "") {
    Parts parts;
    parts.set_styles(inner);
    if (!theme.empty()) parts["xl/theme/theme1.xml"] = theme;
    parts.set_rows(
        "<row><c s=\"0\"><v>1</v></c><c s=\"1\"><v>1</v></c><c s=\"2\"><v>1</v></c>"
        "<c s=\"3\"><v>1</v></c><c s=\"4\"><v>1</v></c></row>");
    return read_workbook(parts);
}

std::string solid(std::string_view colour) {
    std::string out = "<fill><patternFill patternType=\"solid\"><fgColor ";
    return out.append(colour).append("/><bgColor indexed=\"64\"/></patternFill></fill>");
}

constexpr std::string_view k_five_fills =
    "<cellXfs><xf fillId=\"0\"/><xf fillId=\"1\"/><xf fillId=\"2\"/><xf fillId=\"3\"/>"
    "<xf fillId=\"4\"/></cellXfs>";

TEST(XlsxStyles, number_formats_are_built_in_or_custom) {
    const Reading reading = with_styles(
        "<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy;@&quot;x&quot;\"/></numFmts>"
        "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
        "<xf numFmtId=\"14\"/></cellXfs>");
    EXPECT_EQ(reading.workbook.format_of(*reading.cell("A1")).code(), "General");
    EXPECT_EQ(reading.workbook.format_of(*reading.cell("B1")).code(), NumberFormat::built_in(14));
    EXPECT_EQ(reading.workbook.format_of(*reading.cell("C1")).code(), "dd/mm/yyyy;@\"x\"");
    EXPECT_EQ(reading.style("D1").number_format, reading.style("B1").number_format);
    EXPECT_EQ(reading.cell("E1")->style, 0U);
}

TEST(XlsxStyles, fonts_are_bold_or_struck) {
    const Reading reading = with_styles(
        "<fonts><font/><font><b/><sz val=\"11\"/></font><font><strike val=\"1\"/></font>"
        "<font><b val=\"0\"/><strike val=\"false\"/></font></fonts>"
        "<cellStyleXfs><xf fontId=\"1\"/></cellStyleXfs>"
        "<cellXfs><xf/><xf fontId=\"1\"/><xf fontId=\"2\"/><xf fontId=\"3\"/><xf fontId=\"99\"/>"
        "</cellXfs><dxfs><dxf><font><b/></font></dxf></dxfs>");
    EXPECT_FALSE(reading.style("A1").bold);
    EXPECT_TRUE(reading.style("B1").bold);
    EXPECT_FALSE(reading.style("B1").strike);
    EXPECT_TRUE(reading.style("C1").strike);
    EXPECT_FALSE(reading.style("D1").bold);
    EXPECT_FALSE(reading.style("D1").strike);
    EXPECT_FALSE(reading.style("E1").bold);
}

TEST(XlsxStyles, only_solid_fills_have_a_colour) {
    const Reading reading = with_styles(
        "<fills><fill/><fill><patternFill patternType=\"none\"/></fill>"
        "<fill><patternFill patternType=\"gray125\"><fgColor "
        "rgb=\"FFFF0000\"/></patternFill></fill>" +
        solid("rgb=\"FFFF0000\"") + solid("auto=\"1\"") + "</fills>" + std::string(k_five_fills));
    EXPECT_EQ(reading.style("A1").fill, std::nullopt);
    EXPECT_EQ(reading.style("B1").fill, std::nullopt);
    EXPECT_EQ(reading.style("C1").fill, std::nullopt);
    EXPECT_EQ(reading.style("D1").fill, 0xFF0000U);
    EXPECT_EQ(reading.style("E1").fill, std::nullopt);
}

TEST(XlsxStyles, palette_colours_are_resolved) {
    const std::string fills = "<fills><fill/>" + solid("indexed=\"10\"") + solid("indexed=\"43\"") +
                              solid("indexed=\"64\"") + solid("indexed=\"8\"") + "</fills>";
    const Reading standard = with_styles(fills + std::string(k_five_fills));
    EXPECT_EQ(standard.style("B1").fill, 0xFF0000U);
    EXPECT_EQ(standard.style("C1").fill, 0xFFFF99U);
    EXPECT_EQ(standard.style("D1").fill, std::nullopt);
    // The palette stands behind the fills that use it.
    const Reading own = with_styles(
        fills + std::string(k_five_fills) +
        "<colors><indexedColors><rgbColor rgb=\"00000000\"/><rgbColor rgb=\"00FFFFFF\"/>"
        "<rgbColor/><rgbColor/><rgbColor/><rgbColor/><rgbColor/><rgbColor/>"
        "<rgbColor rgb=\"00123456\"/></indexedColors></colors>");
    EXPECT_EQ(own.style("E1").fill, 0x123456U);
    EXPECT_EQ(own.style("B1").fill, 0xFF0000U);
}

TEST(XlsxStyles, theme_colours_are_resolved_in_the_order_of_style_sheets) {
    const std::string fills = "<fills>" + solid("theme=\"0\"") + solid("theme=\"1\"") +
                              solid("theme=\"4\"") + solid("theme=\"5\" tint=\"0.5\"") +
                              solid("theme=\"12\"") + "</fills>" + std::string(k_five_fills);
    const Reading reading = with_styles(
        fills,
        "<a:theme><a:themeElements><a:clrScheme>"
        "<a:dk1><a:sysClr val=\"windowText\" lastClr=\"111111\"/></a:dk1>"
        "<a:lt1><a:srgbClr val=\"EEEEEE\"/></a:lt1><a:accent1><a:srgbClr val=\"0070C0\"/>"
        "</a:accent1><a:accent2><a:srgbClr val=\"FF0000\"/></a:accent2></a:clrScheme>"
        "</a:themeElements></a:theme>");
    EXPECT_EQ(reading.style("A1").fill, 0xEEEEEEU);
    EXPECT_EQ(reading.style("B1").fill, 0x111111U);
    EXPECT_EQ(reading.style("C1").fill, 0x0070C0U);
    EXPECT_EQ(reading.style("D1").fill, 0xFF8080U);
    EXPECT_EQ(reading.style("E1").fill, std::nullopt);
    EXPECT_EQ(with_styles(fills).style("C1").fill, 0x4472C4U);
}

TEST(XlsxStyles, tints_make_colours_lighter_and_darker) {
    EXPECT_EQ(excel::tinted(0x4472C4, 0), 0x4472C4U);
    // As Excel shows "Accent 1, lighter 80 %" and "darker 50 %" of the Office theme.
    EXPECT_EQ(excel::tinted(0x4472C4, 0.79998168889431442), 0xDAE3F3U);
    EXPECT_EQ(excel::tinted(0x4472C4, -0.499984740745262), 0x203864U);
    EXPECT_EQ(excel::tinted(0xFFFFFF, -0.25), 0xBFBFBFU);
    EXPECT_EQ(excel::tinted(0x000000, 1), 0xFFFFFFU);
}

TEST(XlsxStyles, a_workbook_may_lack_its_styles) {
    Parts parts;
    parts.set_rows("<row><c s=\"7\"><v>1</v></c></row>");
    const Reading reading = read_workbook(parts);
    EXPECT_EQ(reading.value("A1"), "number:1");
    EXPECT_EQ(reading.workbook.format_of(*reading.cell("A1")).code(), "General");
    EXPECT_TRUE(reading.findings.empty());
}

}  // namespace
}  // namespace tidytracker
