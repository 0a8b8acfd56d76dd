// SPDX-License-Identifier: Apache-2.0
#include "read/xlsx_styles.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <unordered_map>
#include <vector>

#include "base/parse_number.hpp"

namespace tidytracker::xlsx {
namespace {

/// Cells count styles with 16 bits; Excel itself allows 65,490.
constexpr std::size_t k_most_styles = std::numeric_limits<std::uint16_t>::max();

struct Font {
    bool bold{};
    bool strike{};
};

/// A cell format (18.8.45): what it takes from the other lists, by number.
struct Format {
    unsigned number_format{};
    std::size_t font{};
    std::size_t fill{};
};

class StyleSheet {
  public:
    explicit StyleSheet(Colours& colours) : colours_(colours) {}
    void read(XmlScanner& xml);
    void move_into(Workbook& workbook) const;

  private:
    void read_number_formats(XmlScanner& xml);
    void read_fonts(XmlScanner& xml);
    void read_fills(XmlScanner& xml);
    void read_formats(XmlScanner& xml);

    Colours& colours_;
    std::unordered_map<unsigned, std::string> codes_{};
    std::vector<Font> fonts_{};
    std::vector<std::optional<ColourReference>> fills_{};
    std::vector<Format> formats_{};
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
            colours_.read_palette(xml);
        } else if (xml.name() == "dxfs") {
            xml.skip_element();  // conditional formats have fonts and fills of their own
        }
    }
}

void StyleSheet::read_number_formats(XmlScanner& xml) {
    const std::size_t depth = xml.depth();
    while (xml.next_element(depth)) {
        const auto id = parse_number<unsigned>(xml.raw_attribute("numFmtId"));
        if (id) codes_[*id] = xml.attribute("formatCode");
    }
}

void StyleSheet::read_fonts(XmlScanner& xml) {
    const std::size_t list = xml.depth();
    while (xml.next_element(list)) {
        Font font;
        const std::size_t depth = xml.depth();
        while (xml.next_element(depth)) {
            if (xml.name() == "b") font.bold = is_on(xml);
            if (xml.name() == "strike") font.strike = is_on(xml);
        }
        fonts_.push_back(font);
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
        fills_.push_back(colour);
    }
}

void StyleSheet::read_formats(XmlScanner& xml) {
    const std::size_t list = xml.depth();
    while (xml.next_element(list)) {
        if (xml.name() != "xf" || formats_.size() >= k_most_styles) continue;
        const auto number = [&xml](std::string_view name) {
            return parse_number<unsigned>(xml.raw_attribute(name)).value_or(0);
        };
        formats_.push_back({number("numFmtId"), number("fontId"), number("fillId")});
        xml.skip_element();
    }
}

void StyleSheet::move_into(Workbook& workbook) const {
    std::unordered_map<unsigned, std::uint32_t> number_formats{{0, 0}};
    workbook.styles.clear();
    for (const Format& format : formats_) {
        const auto next = static_cast<std::uint32_t>(workbook.number_formats.size());
        const auto [known, is_new] = number_formats.try_emplace(format.number_format, next);
        if (is_new) {
            const auto code = codes_.find(format.number_format);
            workbook.number_formats.emplace_back(
                code != codes_.end() ? std::string_view(code->second)
                                     : NumberFormat::built_in(format.number_format));
        }
        CellStyle style{.number_format = known->second};
        if (format.font < fonts_.size()) {
            style.bold = fonts_[format.font].bold;
            style.strike = fonts_[format.font].strike;
        }
        if (format.fill < fills_.size() && fills_[format.fill]) {
            style.fill = colours_.resolve(*fills_[format.fill]);
        }
        workbook.styles.push_back(style);
    }
    if (workbook.styles.empty()) workbook.styles.emplace_back();
}

}  // namespace

bool is_on(const XmlScanner& xml) {
    const std::string_view value = xml.raw_attribute("val");
    return value != "0" && value != "false" && value != "off";
}

void read_styles(XmlScanner& xml, Colours& colours, Workbook& workbook) {
    StyleSheet sheet(colours);
    sheet.read(xml);
    sheet.move_into(workbook);
}

}  // namespace tidytracker::xlsx
