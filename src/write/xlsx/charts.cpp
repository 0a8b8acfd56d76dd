// SPDX-License-Identifier: Apache-2.0
#include "write/xlsx/charts.hpp"

#include <tidytracker/workbook.hpp>

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "write/excel_text.hpp"
#include "write/xlsx/parts.hpp"

namespace tidytracker {
namespace {

using std::string_view;

constexpr string_view k_drawing_namespace = "http://schemas.openxmlformats.org/drawingml/2006";
constexpr string_view k_package_relations =
    "http://schemas.openxmlformats.org/package/2006/relationships";

/// English Metric Units, in which drawings are measured: 360,000 to a centimetre.
constexpr std::size_t k_row_height = 190'500;  // 15 points
constexpr std::size_t k_chart_width = 6'120'000;
/// Title, and what a bar or the names below the columns take.
constexpr std::size_t k_chart_edges = 900'000;
constexpr std::size_t k_bar_height = 95'250;  // and as much between the names
constexpr std::size_t k_columns_height = 1'905'000;

std::size_t chart_height(const PlannedChart& chart) {
    const bool bars = chart.kind == PlannedChart::Kind::bars;
    return k_chart_edges +
           (bars ? k_bar_height * chart.row_count * (chart.series.size() + 1) : k_columns_height);
}

/// "'Summary'!$C$5:$C$11", for rows of the table.
std::string chart_range(const PlannedSheet& sheet, std::size_t column, std::size_t first_row,
                        std::size_t row_count) {
    const std::string letters = column_letters(static_cast<std::uint32_t>(column));
    const std::size_t first = rows_above(sheet) + first_row + 1;
    return fmt::format("'{0}'!${1}${2}:${1}${3}", xml_attribute(sheet.name), letters, first,
                       first + row_count - 1);
}

void append_points(const PlannedSheet& sheet, const PlannedChart& chart, std::size_t column,
                   std::string& out) {
    append(out, "<c:ptCount val=\"{}\"/>", chart.row_count);
    for (std::size_t i = 0; i < chart.row_count; ++i) {
        append(out, "<c:pt idx=\"{}\"><c:v>", i);
        append_xml(excel_text(sheet.rows[chart.first_row + i][column].text), out);
        out += "</c:v></c:pt>";
    }
}

void append_series(const PlannedSheet& sheet, const PlannedChart& chart, std::size_t index,
                   std::string& out) {
    const PlannedSeries& series = chart.series[index];
    const string_view colour = series.colour;
    append(out, "<c:ser><c:idx val=\"{0}\"/><c:order val=\"{0}\"/><c:tx><c:strRef><c:f>", index);
    append(out, "'{}'!${}${}", xml_attribute(sheet.name),
           column_letters(static_cast<std::uint32_t>(series.column)), rows_above(sheet));
    out += "</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>";
    append_xml(excel_text(sheet.columns[series.column].caption), out);
    append(out,
           "</c:v></c:pt></c:strCache></c:strRef></c:tx><c:spPr><a:solidFill><a:srgbClr "
           "val=\"{}\"/></a:solidFill></c:spPr><c:invertIfNegative val=\"0\"/>",
           colour);
    // A nought says nothing that the bar's absence does not; on a dark column the figure is white.
    const bool bars = chart.kind == PlannedChart::Kind::bars;
    append(out,
           "<c:dLbls><c:numFmt formatCode=\"0;;;\" sourceLinked=\"0\"/><c:spPr><a:noFill/></c:spPr>"
           "<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"900\"><a:solidFill><a:srgbClr "
           "val=\"{}\"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang=\"en-GB\"/></a:p>"
           "</c:txPr><c:dLblPos val=\"{}\"/><c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/>"
           "<c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/>"
           "<c:showBubbleSize val=\"0\"/></c:dLbls><c:cat><c:strRef><c:f>",
           bars ? "000000" : "FFFFFF", bars ? "outEnd" : "ctr");
    out += chart_range(sheet, chart.name_column, chart.first_row, chart.row_count);
    out += "</c:f><c:strCache>";
    append_points(sheet, chart, chart.name_column, out);
    append(out, "</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>{}</c:f><c:numCache>",
           chart_range(sheet, series.column, chart.first_row, chart.row_count));
    out += "<c:formatCode>General</c:formatCode>";
    append_points(sheet, chart, series.column, out);
    out += "</c:numCache></c:numRef></c:val></c:ser>";
}

void append_title(string_view title, std::string& out) {
    out +=
        "<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"1200\" b=\"1\"/></a:pPr>"
        "<a:r><a:rPr lang=\"en-GB\" sz=\"1200\" b=\"1\"/><a:t>";
    append_xml(excel_text(title), out);
    out +=
        "</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title><c:autoTitleDeleted "
        "val=\"0\"/>";
}

/// The names at the side begin at the top. The axis of figures is left out: the bars say theirs.
void append_axes(bool bars, std::string& out) {
    append(out,
           "<c:catAx><c:axId val=\"1\"/><c:scaling><c:orientation val=\"{}\"/></c:scaling>"
           "<c:delete val=\"0\"/><c:axPos val=\"{}\"/><c:majorTickMark val=\"none\"/>"
           "<c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/><c:txPr><a:bodyPr/><a:p>"
           "<a:pPr><a:defRPr sz=\"900\"/></a:pPr><a:endParaRPr lang=\"en-GB\"/></a:p></c:txPr>"
           "<c:crossAx val=\"2\"/><c:crosses val=\"autoZero\"/><c:auto val=\"0\"/><c:lblAlgn "
           "val=\"ctr\"/><c:lblOffset val=\"100\"/><c:tickLblSkip val=\"1\"/><c:noMultiLvlLbl "
           "val=\"1\"/></c:catAx>",
           bars ? "maxMin" : "minMax", bars ? "l" : "b");
    append(out,
           "<c:valAx><c:axId val=\"2\"/><c:scaling><c:orientation val=\"minMax\"/><c:min "
           "val=\"0\"/></c:scaling><c:delete val=\"1\"/><c:axPos val=\"{}\"/><c:numFmt "
           "formatCode=\"0\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark "
           "val=\"none\"/><c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"1\"/><c:crosses "
           "val=\"{}\"/><c:crossBetween val=\"between\"/></c:valAx>",
           bars ? "b" : "l", bars ? "max" : "autoZero");
}

std::string chart_part(const PlannedSheet& sheet, const PlannedChart& chart) {
    const bool bars = chart.kind == PlannedChart::Kind::bars;
    std::string out(k_xml_head);
    append(out,
           "<c:chartSpace xmlns:c=\"{0}/chart\" xmlns:a=\"{0}/main\" xmlns:r=\"{1}\">"
           "<c:roundedCorners val=\"0\"/><c:chart>",
           k_drawing_namespace, k_relation_namespace);
    append_title(chart.title, out);
    append(out,
           "<c:plotArea><c:layout/><c:barChart><c:barDir val=\"{}\"/><c:grouping val=\"{}\"/>"
           "<c:varyColors val=\"0\"/>",
           bars ? "bar" : "col", bars ? "clustered" : "stacked");
    for (std::size_t i = 0; i < chart.series.size(); ++i) append_series(sheet, chart, i, out);
    append(out, "<c:gapWidth val=\"60\"/>{}<c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart>",
           bars ? "" : "<c:overlap val=\"100\"/>");
    append_axes(bars, out);
    out += "</c:plotArea>";
    if (chart.series.size() > 1) {
        out += "<c:legend><c:legendPos val=\"t\"/><c:overlay val=\"0\"/></c:legend>";
    }
    return out + "<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart></c:chartSpace>";
}

void append_anchor(const PlannedSheet& sheet, const PlannedChart& chart, std::size_t number,
                   std::size_t row, std::string& out) {
    const std::size_t height = chart_height(chart);
    append(out,
           "<xdr:oneCellAnchor><xdr:from><xdr:col>{}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>"
           "{}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx=\"{}\" cy=\"{}\"/>"
           "<xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr>",
           sheet.columns.size() + 1, row, k_chart_width, height);
    append(out, "<xdr:cNvPr id=\"{0}\" name=\"Chart {1}\" descr=\"{2}\" title=\"{3}\"/>",
           number + 1, number, xml_attribute(excel_text(chart.description)),
           xml_attribute(excel_text(chart.title)));
    append(out,
           "<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x=\"0\" y=\"0\"/>"
           "<a:ext cx=\"{}\" cy=\"{}\"/></xdr:xfrm><a:graphic><a:graphicData uri=\"{}/chart\">"
           "<c:chart r:id=\"rId{}\"/></a:graphicData></a:graphic></xdr:graphicFrame>"
           "<xdr:clientData/></xdr:oneCellAnchor>",
           k_chart_width, height, k_drawing_namespace, number);
}

std::string drawing_part(const PlannedSheet& sheet) {
    std::string out(k_xml_head);
    append(out,
           "<xdr:wsDr xmlns:xdr=\"{0}/spreadsheetDrawing\" xmlns:a=\"{0}/main\" "
           "xmlns:c=\"{0}/chart\" xmlns:r=\"{1}\">",
           k_drawing_namespace, k_relation_namespace);
    std::size_t row = rows_above(sheet);
    for (std::size_t i = 0; i < sheet.charts.size(); ++i) {
        append_anchor(sheet, sheet.charts[i], i + 1, row, out);
        // A row may be higher than 15 points, but not less high.
        row += chart_height(sheet.charts[i]) / k_row_height + 2;
    }
    return out + "</xdr:wsDr>";
}

std::string chart_name(std::size_t sheet, std::size_t chart) {
    return fmt::format("charts/chart{}-{}.xml", sheet, chart);
}

}  // namespace

void add_chart_parts(const PlannedSheet& sheet, std::size_t number, ZipWriter& zip) {
    if (sheet.charts.empty()) return;
    zip.add(fmt::format("xl/drawings/drawing{}.xml", number), drawing_part(sheet));
    std::string relations(k_xml_head);
    append(relations, "<Relationships xmlns=\"{}\">", k_package_relations);
    for (std::size_t i = 0; i < sheet.charts.size(); ++i) {
        append(relations, "<Relationship Id=\"rId{}\" Type=\"{}/chart\" Target=\"../{}\"/>", i + 1,
               k_relation_namespace, chart_name(number, i + 1));
        zip.add("xl/" + chart_name(number, i + 1), chart_part(sheet, sheet.charts[i]));
    }
    zip.add(fmt::format("xl/drawings/_rels/drawing{}.xml.rels", number),
            relations + "</Relationships>");
}

void append_drawing_relation(std::size_t number, std::string& out) {
    append(out,
           "<Relationship Id=\"drawing\" Type=\"{}/drawing\" "
           "Target=\"../drawings/drawing{}.xml\"/>",
           k_relation_namespace, number);
}

void append_chart_types(const WorkbookPlan& plan, std::string& out) {
    constexpr string_view k_types = "application/vnd.openxmlformats-officedocument.";
    for (std::size_t i = 0; i < plan.sheets.size(); ++i) {
        const std::vector<PlannedChart>& charts = plan.sheets[i].charts;
        if (charts.empty()) continue;
        append(out,
               "<Override PartName=\"/xl/drawings/drawing{}.xml\" ContentType=\"{}drawing+xml\"/>",
               i + 1, k_types);
        for (std::size_t j = 0; j < charts.size(); ++j) {
            append(out, "<Override PartName=\"/xl/{}\" ContentType=\"{}drawingml.chart+xml\"/>",
                   chart_name(i + 1, j + 1), k_types);
        }
    }
}

}  // namespace tidytracker
