// SPDX-License-Identifier: Apache-2.0
#include "write/ods/parts.hpp"

#include <array>

#include "base/calendar.hpp"
#include "write/plan/palette.hpp"

namespace tidytracker::ods {
namespace {

using std::string_view;

constexpr string_view k_names = "urn:oasis:names:tc:opendocument:xmlns:";

struct NameSpace {
    string_view prefix{};
    string_view name{};  ///< behind k_names, unless it is a whole address
};
constexpr std::array<NameSpace, 10> k_name_spaces{{
    {"office", "office:1.0"},
    {"style", "style:1.0"},
    {"text", "text:1.0"},
    {"table", "table:1.0"},
    {"fo", "xsl-fo-compatible:1.0"},
    {"number", "datastyle:1.0"},
    {"meta", "meta:1.0"},
    {"config", "config:1.0"},
    {"manifest", "manifest:1.0"},
    {"of", "of:1.2"},
}};

constexpr std::array<string_view, 6> k_tone_names{"good", "poor",  "bad",
                                                  "calm", "muted", "special"};

void append_item(string_view name, string_view type, std::size_t value, std::string& out) {
    append(out, "<config:config-item config:name=\"{}\" config:type=\"{}\">{}</config:config-item>",
           name, type, value);
}

/// A sheet's frozen rows and columns, as LibreOffice keeps them: mode 2 is frozen, and the cursor
/// stands in pane 3, at the lower right.
void append_view(const PlannedSheet& sheet, std::string& out) {
    constexpr std::size_t k_frozen = 2;
    const std::size_t rows = rows_above(sheet);
    append(out, "<config:config-item-map-entry config:name=\"{}\">",
           xml_attribute(xml_characters(sheet.name)));
    append_item("HorizontalSplitMode", "short", sheet.fixed_columns > 0 ? k_frozen : 0, out);
    append_item("HorizontalSplitPosition", "int", sheet.fixed_columns, out);
    append_item("VerticalSplitMode", "short", k_frozen, out);
    append_item("VerticalSplitPosition", "int", rows, out);
    append_item("ActiveSplitRange", "short", sheet.fixed_columns > 0 ? 3 : 2, out);
    append_item("PositionRight", "int", sheet.fixed_columns, out);
    append_item("PositionBottom", "int", rows, out);
    out += "</config:config-item-map-entry>";
}

}  // namespace

void open_root(string_view name, std::string& out) {
    out += k_xml_head;
    append(out, "<{}", name);
    for (const NameSpace& space : k_name_spaces) {
        append(out, " xmlns:{}=\"{}{}\"", space.prefix, k_names, space.name);
    }
    out +=
        " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        " xmlns:xlink=\"http://www.w3.org/1999/xlink\"";
    if (name != "manifest:manifest") out += " office:version=\"1.3\"";
    if (name == "manifest:manifest") out += " manifest:version=\"1.3\"";
    out += '>';
}

std::string manifest_part() {
    std::string out;
    open_root("manifest:manifest", out);
    append(out,
           "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" "
           "manifest:media-type=\"{}\"/>",
           k_media_type);
    for (const string_view part : {"content.xml", "styles.xml", "meta.xml", "settings.xml"}) {
        append(out,
               "<manifest:file-entry manifest:full-path=\"{}\" manifest:media-type=\"text/xml\"/>",
               part);
    }
    return out + "</manifest:manifest>";
}

std::string meta_part(const WorkbookPlan& plan) {
    std::string out;
    open_root("office:document-meta", out);
    out += "<office:meta><meta:generator>tidytracker</meta:generator><dc:title>";
    append_xml(xml_characters(plan.title), out);
    out += "</dc:title>";
    if (day_from_iso(plan.day)) {
        append(out,
               "<meta:creation-date>{0}T00:00:00</meta:creation-date><dc:date>{0}T00:00:00"
               "</dc:date>",
               plan.day);
    }
    return out + "<dc:language>en-GB</dc:language></office:meta></office:document-meta>";
}

std::string styles_part() {
    std::string out;
    open_root("office:document-styles", out);
    // "30 Sep 2024"
    out +=
        "<office:styles><style:default-style style:family=\"table-cell\"><style:text-properties "
        "fo:font-size=\"10pt\" fo:font-family=\"Liberation Sans\" "
        "fo:language=\"en\" fo:country=\"GB\"/></style:default-style>"
        "<number:date-style style:name=\"day-format\"><number:day/><number:text> </number:text>"
        "<number:month number:textual=\"true\"/><number:text> </number:text><number:year "
        "number:style=\"long\"/></number:date-style>"
        "<style:style style:name=\"title\" style:family=\"table-cell\"><style:text-properties "
        "fo:font-size=\"16pt\" fo:font-weight=\"bold\"/></style:style>";
    append(out,
           "<style:style style:name=\"text\" style:family=\"table-cell\">"
           "<style:table-cell-properties fo:wrap-option=\"wrap\" style:vertical-align=\"top\" "
           "fo:border=\"0.5pt solid #{0}\"/></style:style>"
           "<style:style style:name=\"day\" style:family=\"table-cell\" "
           "style:parent-style-name=\"text\" style:data-style-name=\"day-format\">"
           "<style:paragraph-properties fo:text-align=\"start\"/></style:style>"
           "<style:style style:name=\"link\" style:family=\"table-cell\" "
           "style:parent-style-name=\"text\"><style:text-properties fo:color=\"#{1}\" "
           "style:text-underline-style=\"solid\"/></style:style>"
           "<style:style style:name=\"header\" style:family=\"table-cell\" "
           "style:parent-style-name=\"text\"><style:table-cell-properties "
           "fo:background-color=\"#{2}\"/><style:text-properties fo:color=\"#{3}\" "
           "fo:font-weight=\"bold\"/></style:style>",
           k_grid, k_link, k_header_fill, k_header_text);
    for (std::size_t i = 0; i < k_tones.size(); ++i) {
        append(out,
               "<style:style style:name=\"{}\" style:family=\"table-cell\" "
               "style:parent-style-name=\"text\"><style:table-cell-properties "
               "fo:background-color=\"#{}\"/><style:text-properties fo:color=\"#{}\"/>"
               "</style:style>",
               tone_style(static_cast<Tone>(i)), k_tones[i].fill, k_tones[i].text);
    }
    return out +
           "</office:styles><office:automatic-styles><style:page-layout style:name=\"page\">"
           "<style:page-layout-properties fo:page-width=\"29.7cm\" fo:page-height=\"21cm\" "
           "style:print-orientation=\"landscape\" fo:margin=\"1cm\" style:scale-to-X=\"1\" "
           "style:scale-to-Y=\"0\"/></style:page-layout></office:automatic-styles>"
           "<office:master-styles><style:master-page style:name=\"Default\" "
           "style:page-layout-name=\"page\"><style:footer><text:p><text:sheet-name/>, page "
           "<text:page-number/> of <text:page-count/></text:p></style:footer></style:master-page>"
           "</office:master-styles></office:document-styles>";
}

std::string settings_part(const WorkbookPlan& plan) {
    std::string out;
    open_root("office:document-settings", out);
    out +=
        "<office:settings><config:config-item-set config:name=\"ooo:view-settings\">"
        "<config:config-item-map-indexed config:name=\"Views\"><config:config-item-map-entry>"
        "<config:config-item-map-named config:name=\"Tables\">";
    for (const PlannedSheet& sheet : plan.sheets) append_view(sheet, out);
    return out +
           "</config:config-item-map-named></config:config-item-map-entry>"
           "</config:config-item-map-indexed></config:config-item-set></office:settings>"
           "</office:document-settings>";
}

std::string tone_style(Tone tone) {
    return fmt::format("tone-{}", k_tone_names[static_cast<std::size_t>(tone)]);
}

}  // namespace tidytracker::ods
