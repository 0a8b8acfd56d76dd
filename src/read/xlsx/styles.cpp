// SPDX-License-Identifier: Apache-2.0
#include "read/xlsx/styles.hpp"

#include <optional>

#include "base/parse_number.hpp"
#include "read/excel/styles.hpp"

namespace tidytracker::xlsx {
namespace {

class StyleSheet {
  public:
    explicit StyleSheet(Colours& colours) : colours_(colours) {}
    void read(XmlScanner& xml);
    [[nodiscard]] const excel::StyleLists& table() const { return table_; }

  private:
    void read_number_formats(XmlScanner& xml);
    void read_fonts(XmlScanner& xml);
    void read_fills(XmlScanner& xml);
    void read_formats(XmlScanner& xml);

    Colours& colours_;
    excel::StyleLists table_{};
};

void StyleSheet::read(XmlScanner& xml) {
    while (xml.next_element(0)) {
        if (xml.name() == "numFmts") {
            read_number_formats(xml);
        } else if (xml.name() == "fonts") {
            read_fonts(xml);
        } else if (xml.name() == "fills") {
            read_fills(xml);
        } else if (xml.name() == "cellXfs") {
            read_formats(xml);
        } else if (xml.name() == "indexedColors") {
            read_palette(xml, colours_);
        } else if (xml.name() == "dxfs") {
            xml.skip_element();  // conditional formats have fonts and fills of their own
        }
    }
}

void StyleSheet::read_number_formats(XmlScanner& xml) {
    const std::size_t depth = xml.depth();
    while (xml.next_element(depth)) {
        const auto id = parse_number<unsigned>(xml.raw_attribute("numFmtId"));
        if (id) table_.codes[*id] = xml.attribute("formatCode");
    }
}

void StyleSheet::read_fonts(XmlScanner& xml) {
    const std::size_t list = xml.depth();
    while (xml.next_element(list)) {
        excel::FontStyle font;
        const std::size_t depth = xml.depth();
        while (xml.next_element(depth)) {
            if (xml.name() == "b") font.bold = is_on(xml);
            if (xml.name() == "strike") font.strike = is_on(xml);
        }
        table_.fonts.push_back(font);
    }
}

/// A fill without a pattern (`<fill/>`) is written by some programs and has no colour. Patterns
/// other than solid are hatchings, whose colour no reader of a tracker would name.
void StyleSheet::read_fills(XmlScanner& xml) {
    const std::size_t list = xml.depth();
    while (xml.next_element(list)) {
        std::optional<ColourReference> colour;
        bool solid = false;
        const std::size_t depth = xml.depth();
        while (xml.next_element(depth)) {
            if (xml.name() == "patternFill") solid = xml.raw_attribute("patternType") == "solid";
            if (xml.name() == "fgColor" && solid) colour = colour_reference(xml);
        }
        table_.fills.push_back(colour);
    }
}

void StyleSheet::read_formats(XmlScanner& xml) {
    const std::size_t list = xml.depth();
    while (xml.next_element(list)) {
        if (xml.name() != "xf" || table_.formats.size() >= excel::k_most_styles) continue;
        const auto number = [&xml](std::string_view name) {
            return parse_number<unsigned>(xml.raw_attribute(name)).value_or(0);
        };
        table_.formats.push_back({number("numFmtId"), number("fontId"), number("fillId")});
        xml.skip_element();
    }
}

}  // namespace

bool is_on(const XmlScanner& xml) {
    const std::string_view value = xml.raw_attribute("val");
    return value != "0" && value != "false" && value != "off";
}

void read_styles(XmlScanner& xml, Colours& colours, Workbook& workbook) {
    StyleSheet sheet(colours);
    sheet.read(xml);
    sheet.table().move_into(workbook, colours);
}

}  // namespace tidytracker::xlsx
